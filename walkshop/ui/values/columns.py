"""The columns of the board: a head, and its cards under it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QFrame, QWidget

from walkshop.domain.queries.values import merged_values
from walkshop.domain.records import Note, NoteId, Value, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.values.cardlist import BoardList
from walkshop.ui.values.carrying import carried_cards
from walkshop.ui.values.heads import GhostHead, Headline, PlainHead, ValueHead
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.cardmodel import Card
from walkshop.ui.widgets.cards import Look, dashed_pen
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.notes import card_of
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

WIDTH = 196
_GHOST_EDGE = 10
_EMPTY_WIDTH = 140


class Column(QWidget):
    """A head above a list of cards, and a place where cards can be put down.

    Signals:
        dropped: notes that were put down here.
        hovered: cards are carried over it, at this place on the screen; None: they left.
    """

    dropped = Signal(list)
    hovered = Signal(object)

    def __init__(self, head: QWidget, look: Look, edge: int = 0, width: int = WIDTH) -> None:
        super().__init__()
        self.head = head
        self.list = BoardList(look, px(width) - 2 * px(edge))
        self.empty = soft_label("")
        self.foot = Voice()
        self._landing = False
        self.setFixedWidth(px(width))
        self.setAcceptDrops(True)
        self._edge = px(edge)
        lines = column(self, gap=tokens.GAP_8, edge=edge)
        lines.addWidget(head)
        inside = row()
        inside.setContentsMargins(px(tokens.GAP_8), 0, px(tokens.GAP_4), 0)
        inside.addWidget(self.empty)
        lines.addLayout(inside)
        lines.addWidget(self.list, 1)
        lines.addWidget(self.foot)
        lines.addStretch(0)

    def wish(self) -> int:
        """The height in px that the head asks for."""
        inner = self.width() - 2 * self._edge
        layout = self.head.layout()
        return layout.totalHeightForWidth(inner) if layout else self.head.sizeHint().height()

    def show_cards(self, cards: Sequence[Card], when_empty: str = "") -> None:
        """Show these cards, or a sentence when there are none."""
        if self.list.cards.show_cards(cards):
            self.list.setMaximumHeight(max(self.list.wish(), 1))
        self.empty.setText("" if cards else when_empty)
        self.empty.setVisible(not cards and bool(when_empty))
        self.list.setVisible(bool(cards))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Cards that stand elsewhere may come here."""
        coming = self._coming(event)
        if coming:
            event.acceptProposedAction()
            self._show_landing(self.list.row_for(coming[0][0]))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """They may be put down anywhere in the column."""
        event.acceptProposedAction()
        self.hovered.emit(self.mapToGlobal(event.position().toPoint()))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went on."""
        self._show_landing(None)
        self.hovered.emit(None)

    def dropEvent(self, event: QDropEvent) -> None:
        """They are put down."""
        event.acceptProposedAction()
        self._show_landing(None)
        self.hovered.emit(None)
        self.dropped.emit([note for _nr, note in self._coming(event)])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line where cards would land in a column without cards."""
        if self._landing and self.list.isHidden():
            painter = QPainter(self)
            at = QRectF(self._edge, self.head.geometry().bottom() + 2, self.list.width(), 2)
            painter.fillRect(at, QColor(tokens.ACCENT))
            painter.end()

    def _coming(self, event: QDropEvent) -> list[tuple[int, NoteId]]:
        """The carried notes that do not stand here, by number."""
        carried = sorted(carried_cards(event.mimeData()))
        return [(nr, note) for nr, note in carried if self.list.cards.row_of(note) < 0]

    def _show_landing(self, row: int | None) -> None:
        self._landing = row is not None
        self.list.show_landing(row)
        self.update()


class NotPlacedColumn(Column):
    """The notes that stand under no value; always first."""

    def __init__(self, language: Language) -> None:
        self.title = PlainHead(language)
        super().__init__(self.title, Look.ROW)
        self._language = language
        self.made = MadeCards(language)
        self.list.setAccessibleName(language.say(msg("Not placed")))

    def show_notes(self, walk: Walk, headline: Headline, empty: str) -> None:
        """Show those of these notes that are in view, or say why there are none."""
        notes = headline.notes
        self.title.show_notes(headline)
        # Without cards it leaves its room to the values.
        self.setFixedWidth(px(WIDTH if notes else _EMPTY_WIDTH))
        self.show_cards([self.made.card(walk, note, ()) for note in notes], empty)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A line sets it apart from the values."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), QColor(tokens.LINE))
        painter.end()


class ValueColumn(Column):
    """A value of the walk with its notes, and the other voice at its foot."""

    def __init__(self, language: Language) -> None:
        self.title = ValueHead(language)
        super().__init__(self.title, Look.CARD)
        self._language = language
        self.made = MadeCards(language)

    def show_value(self, walk: Walk, value: Value, headline: Headline) -> None:
        """Show this value and those of its notes that are in view."""
        say = self._language.say
        self.title.show_value(value, headline, merged_values(walk, value.id))
        self.list.setAccessibleName(value.name)
        cards = [
            self.made.card(walk, note, _why(note, value, self._language)) for note in headline.notes
        ]
        empty = msg("No notes here. Choose cards, then put them in this value.")
        if headline.total:
            empty = msg("Nothing here is in view now.")
        self.show_cards(cards, say(empty))
        self.foot.show_voice(say(msg("Other voice")), value.counter_voice)


class GhostColumn(Column):
    """A suggestion: dashed, until people accept it."""

    def __init__(
        self, language: Language, accept: Callable[[], object], dismiss: Callable[[], object]
    ) -> None:
        self.offer = GhostHead(language, accept, dismiss)
        super().__init__(self.offer, Look.GHOST, _GHOST_EDGE, WIDTH + 2 * _GHOST_EDGE)
        inner = max(px(WIDTH), self.offer.least_width())
        self.list.setFixedWidth(inner)
        self.setFixedWidth(inner + 2 * px(_GHOST_EDGE))
        self._language = language
        self.made = MadeCards(language)

    def show_offered(self, walk: Walk, offered: Offered, headline: Headline) -> None:
        """Show this suggestion, with the reasons on its cards."""
        say = self._language.say
        self.offer.show_offered(offered, headline)
        self.list.setAccessibleName(f"{capital(say(msg('suggestion')))}: {offered.group.name}")
        cards = [
            self.made.card(walk, note, _reasons(note, offered, self._language))
            for note in headline.notes
        ]
        self.show_cards(cards, say(msg("Nothing here is in view now.")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dashed box around it all."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(dashed_pen())
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS
        )
        painter.end()


class Voice(QFrame):
    """The other voice under the cards of a value, with an ink bar; there only when there is one."""

    def __init__(self) -> None:
        super().__init__()
        self._title = plain_label("", tokens.NAME)
        self.words = plain_label("")
        lines = column(self)
        lines.setContentsMargins(px(tokens.GAP_12), 0, px(tokens.GAP_12), 0)
        lines.addWidget(self._title)
        lines.addWidget(self.words)
        self.hide()

    def show_voice(self, title: str, words: str) -> None:
        """Show what others say."""
        self._title.setText(title)
        self.words.setText(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar."""
        painter = QPainter(self)
        painter.fillRect(0, 0, px(tokens.BAR_FOOT), self.height(), QColor(tokens.INK))
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
    return lines


def _reasons(note: Note, offered: Offered, language: Language) -> list[str]:
    lines = []
    words = offered.group.reasons.get(note.id, ())
    if words:
        lines.append(language.say(msg("because of: {words}", words=", ".join(words))))
    if offered.group.representative == note.id:
        lines.append(language.say(msg("speaks for the group")))
    return lines
