"""Notes as cards in an item model: what a board or a list shows of each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from walkshop.domain.records import NoteId
from walkshop.ui.map.looks import PinLook
from walkshop.ui.plain import plain_tip

CARD = Qt.ItemDataRole.UserRole + 1
_FEW = 24
"""More cards that come or go than this are shown anew at once: that is quicker."""
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """One note on the board.

    Args:
        name: what a screen reader says.
        lines: small lines under the words: why it is here, that it speaks for the group.
        locked: whether it stays where it is until somebody unlocks it.
    """

    note: NoteId
    look: PinLook
    words: str
    name: str
    lines: tuple[str, ...] = ()
    locked: bool = False


class CardModel(QAbstractListModel):
    """The cards of a column. Those that stay keep their rows, their selection and the scroll."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: tuple[Card, ...] = ()
        self._rows: dict[NoteId, int] = {}

    @property
    def cards(self) -> tuple[Card, ...]:
        """What is shown."""
        return self._cards

    def show_cards(self, cards: Sequence[Card]) -> bool:
        """Show other cards; whether anything changed."""
        after = tuple(cards)
        if after == self._cards:
            return False
        wanted = {card.note for card in after}
        kept = [card.note for card in self._cards if card.note in wanted]
        in_order = kept == [card.note for card in after if card.note in self._rows]
        if not in_order or len(after) + len(self._cards) - 2 * len(kept) > _FEW:
            self.beginResetModel()
            self._hold(after)
            self.endResetModel()
            return True
        self._drop_others(wanted)
        self._take_in(after)
        changed = [row for row, (a, b) in enumerate(zip(self._cards, after, strict=True)) if a != b]
        self._hold(after)
        for row in changed:
            self.dataChanged.emit(self.index(row), self.index(row))
        return True

    def _drop_others(self, wanted: set[NoteId]) -> None:
        for row in reversed(range(len(self._cards))):
            if self._cards[row].note not in wanted:
                self.beginRemoveRows(QModelIndex(), row, row)
                self._hold((*self._cards[:row], *self._cards[row + 1 :]))
                self.endRemoveRows()

    def _take_in(self, after: tuple[Card, ...]) -> None:
        for row, card in enumerate(after):
            if card.note not in self._rows:
                self.beginInsertRows(QModelIndex(), row, row)
                self._hold((*self._cards[:row], card, *self._cards[row:]))
                self.endInsertRows()

    def _hold(self, cards: tuple[Card, ...]) -> None:
        self._cards = cards
        self._rows = {card.note: row for row, card in enumerate(cards)}

    def card(self, index: Index) -> Card:
        """The card at an index."""
        return self._cards[index.row()]

    def row_of(self, note: NoteId) -> int:
        """Where the card of a note is; -1 when it is not here."""
        return self._rows.get(note, -1)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cards can be carried."""
        usual = super().flags(index)
        return usual | Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else usual

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many cards there are."""
        return 0 if parent.isValid() else len(self._cards)

    # Any: what Qt's data() gives depends on the role.
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The parts of a card."""
        if not index.isValid():
            return None
        card = self.card(index)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{card.look.number} {card.words}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return card.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(card.name)
        if role == CARD:
            return card
        return None
