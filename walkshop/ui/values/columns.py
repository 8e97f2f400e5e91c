"""The columns of the board: a head, and its cards under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Membership, Note, NoteId, Value, Walk
from walkshop.domain.words import MEMBERSHIP
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.values.heads import GhostHead, PlainHead, ValueHead
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.cardmodel import Card
from walkshop.ui.widgets.cards import CardList, Look, dashed_pen
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.notes import card_of
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

WIDTH = 212
_GHOST_EDGE = 10
_EMPTY_WIDTH = 140


class Column(QWidget):
    """A head above a list of cards; heads of all columns get one height."""

    def __init__(self, head: QWidget, look: Look, edge: int = 0, width: int = WIDTH) -> None:
        super().__init__()
        self.head = head
        self.list = CardList(look, px(width) - 2 * px(edge))
        self.empty = soft_label("")
        self.setFixedWidth(px(width))
        self._edge = px(edge)
        lines = column(self, gap=tokens.GAP_8, edge=edge)
        lines.addWidget(head)
        lines.addWidget(self.empty)
        lines.addWidget(self.list, 1)
        lines.addStretch(0)

    def wish(self) -> int:
        """The height in px that the head asks for."""
        inner = self.width() - 2 * self._edge
        layout = self.head.layout()
        return layout.totalHeightForWidth(inner) if layout else self.head.sizeHint().height()

    def show_cards(self, cards: Sequence[Card], when_empty: str = "") -> None:
        """Show these cards, or a sentence when there are none."""
        self.list.cards.show_cards(cards)
        self.empty.setText("" if cards else when_empty)
        self.empty.setVisible(not cards and bool(when_empty))
        self.list.setVisible(bool(cards))


class NotPlacedColumn(Column):
    """The notes that stand under no value; always first."""

    def __init__(self, language: Language) -> None:
        self._head = PlainHead(language)
        super().__init__(self._head, Look.ROW)
        self._language = language
        self.made = MadeCards(language)
        self.list.setAccessibleName(language.say(msg("Not placed")))

    def show_notes(self, walk: Walk, notes: Sequence[Note], offered: bool) -> None:
        """Show these notes; `offered` says whether others stand in a suggestion."""
        self._head.show_notes(notes)
        empty = msg("No notes yet. Take them down at Notes.")
        if walk.notes:
            empty = msg("Every note stands under a value.")
        if offered:
            empty = msg("All other notes stand in a suggestion.")
        words = self._language.say(empty)
        # Without cards it leaves its room to the values.
        self.setFixedWidth(px(WIDTH if notes else _EMPTY_WIDTH))
        self.show_cards([self.made.card(walk, note, ()) for note in notes], words)


class ValueColumn(Column):
    """A value of the walk with its notes."""

    def __init__(self, language: Language) -> None:
        self.title = ValueHead(language)
        super().__init__(self.title, Look.CARD)
        self._language = language
        self.made = MadeCards(language)

    def show_value(self, walk: Walk, value: Value, notes: Sequence[Note]) -> None:
        """Show this value and the notes under it."""
        self.title.show_value(value, notes)
        self.list.setAccessibleName(value.name)
        cards = [
            card_of(walk, note, self._language, _why(note, value, self._language)) for note in notes
        ]
        empty = msg("No notes here. Choose cards, then put them in this value.")
        self.show_cards(cards, self._language.say(empty))


class GhostColumn(Column):
    """A suggestion: dashed, until people accept it."""

    def __init__(
        self, language: Language, accept: Callable[[], object], dismiss: Callable[[], object]
    ) -> None:
        self.offer = GhostHead(language, accept, dismiss)
        super().__init__(self.offer, Look.GHOST, _GHOST_EDGE, WIDTH + 2 * _GHOST_EDGE)
        self._language = language
        self.made = MadeCards(language)

    def show_offered(self, walk: Walk, offered: Offered) -> None:
        """Show this suggestion, with the reasons on its cards."""
        notes = [walk.note(note) for note in offered.notes]
        self.offer.show_offered(offered, notes)
        self.list.setAccessibleName(
            f"{capital(self._language.say(msg('suggestion')))}: {offered.group.name}"
        )
        self.show_cards(
            [self.made.card(walk, note, _reasons(note, offered, self._language)) for note in notes]
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed box around it all."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dashed_pen())
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS
        )
        painter.end()


class MadeCards:
    """Makes a card once for as long as its note stays the same, so that an edit makes few."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._themes = ""
        self._made: dict[NoteId, tuple[Note, tuple[str, ...], Card]] = {}

    def card(self, walk: Walk, note: Note, lines: Sequence[str]) -> Card:
        """The card of a note with these small lines."""
        if walk.about.theme_set != self._themes:
            self._themes = walk.about.theme_set
            self._made.clear()
        known = self._made.get(note.id)
        if known and known[0] is note and known[1] == tuple(lines):
            return known[2]
        made = card_of(walk, note, self._language, lines)
        self._made[note.id] = (note, tuple(lines), made)
        return made


def _why(note: Note, value: Value, language: Language) -> list[str]:
    lines = []
    if value.representative == note.id:
        lines.append(language.say(msg("speaks for the group")))
    if note.membership is Membership.LOCKED:
        lines.append(language.say(MEMBERSHIP[Membership.LOCKED]))
    return lines


def _reasons(note: Note, offered: Offered, language: Language) -> list[str]:
    lines = []
    words = offered.group.reasons.get(note.id, ())
    if words:
        lines.append(language.say(msg("because of: {words}", words=", ".join(words))))
    if offered.group.representative == note.id:
        lines.append(language.say(msg("speaks for the group")))
    return lines
