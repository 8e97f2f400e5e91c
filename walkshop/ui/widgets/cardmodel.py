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
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Card:
    """One note on the board.

    Args:
        name: what a screen reader says.
        notes: small lines under the words: why it is here, that it speaks for the group.
    """

    note: NoteId
    look: PinLook
    words: str
    name: str
    lines: tuple[str, ...] = ()


class CardModel(QAbstractListModel):
    """The cards of a column, replaced as a whole when they differ."""

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
        if [card.note for card in after] == [card.note for card in self._cards]:
            self._cards = after
            self.dataChanged.emit(self.index(0), self.index(len(after) - 1))
            return True
        self.beginResetModel()
        self._cards = after
        self._rows = {card.note: row for row, card in enumerate(after)}
        self.endResetModel()
        return True

    def card(self, index: Index) -> Card:
        """The card at an index."""
        return self._cards[index.row()]

    def row_of(self, note: NoteId) -> int:
        """Where the card of a note is; -1 when it is not here."""
        return self._rows.get(note, -1)

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
