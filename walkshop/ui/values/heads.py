"""What stands above the cards of a column: of a value, of a suggestion, of what is not placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Membership, Note, Value
from walkshop.domain.words import MEMBERSHIP, SIDE
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.values.signs import Squares, Tack
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.kinds import KindCounts
from walkshop.ui.widgets.labels import Words, plain_label, soft_label, title_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

LOCKED = MEMBERSHIP[Membership.LOCKED]
_NAME_LINES = 3


class Headline(NamedTuple):
    """What a head tells of its notes: those in view, and of how many."""

    notes: Sequence[Note]
    total: int

    def words(self, language: Language) -> str:
        """How many of how many are in view; empty when all are."""
        if len(self.notes) == self.total:
            return ""
        return language.say(msg("{n} of {total}", n=len(self.notes), total=self.total))


class PlainHead(QWidget):
    """The head of the notes that stand under no value."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._counts = KindCounts(language)
        self.few = soft_label("")
        lines = column(self, gap=tokens.GAP_4)
        edge = px(tokens.GAP_8)
        lines.setContentsMargins(edge, edge, 0, edge)
        lines.addWidget(title_label(language.say(msg("Not placed"))))
        lines.addWidget(self._counts)
        lines.addWidget(self.few)
        lines.addStretch(1)

    def show_notes(self, headline: Headline) -> None:
        """Show how many of what."""
        self._counts.show_counts(Counter(note.kind for note in headline.notes))
        _show(self.few, headline.words(self._language))


class ValueHead(QWidget):
    """The head of a value: Enter takes it in hand, F2 or a double click renames it here.

    Signals:
        taken: somebody wants it in hand.
        renamed: its new name.
        acts_wanted: somebody wants to see what can be done with it, at this place on the screen.
    """

    taken = Signal()
    renamed = Signal(str)
    acts_wanted = Signal(QPoint)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._in_hand = self._ring = False
        self._title = plain_label("", tokens.TITLE, most=_NAME_LINES)
        self._tack = Tack()
        self._counts = KindCounts(language)
        self._squares = Squares(language)
        self._side = soft_label("")
        self.few = soft_label("")
        self.others = soft_label("", most=_NAME_LINES)
        self.name = LineField()
        self.name.setAccessibleName(language.say(msg("Name of the value")))
        self.name.hide()
        self.name.committed.connect(lambda words: self.renamed.emit(words.strip()))
        self.name.editingFinished.connect(self._stop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()

    def _lay_out(self) -> None:
        title, about = row(gap=tokens.GAP_4), row(gap=tokens.GAP_4)
        title.addWidget(self._title, 1)
        title.addWidget(self._tack, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self._side, 1)
        about.addWidget(self._squares, 0, Qt.AlignmentFlag.AlignTop)
        lines = column(self, gap=tokens.GAP_4)
        edge = px(tokens.GAP_8)
        lines.setContentsMargins(edge, edge, edge, edge)
        lines.addLayout(title)
        lines.addWidget(self.name)
        lines.addWidget(self._counts)
        lines.addLayout(about)
        lines.addWidget(self.few)
        lines.addWidget(self.others)
        lines.addStretch(1)

    def show_in_hand(self, in_hand: bool) -> None:
        """Show whether this value is in hand."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.update()

    def show_value(self, value: Value, headline: Headline, merged: Sequence[Value] = ()) -> None:
        """Show this value, with those that were merged into it."""
        say = self._language.say
        self._title.setText(value.name)
        self._tack.setVisible(value.locked)
        self._counts.show_counts(Counter(note.kind for note in headline.notes))
        self._squares.show_questions([q for q in (value.quadrant, value.quadrant2) if q])
        self._side.setText(capital(say(SIDE[value.side])) if value.side else "")
        _show(self.few, headline.words(self._language))
        names = self._language.row([f"“{other.name}”" for other in merged])
        _show(self.others, say(msg("with {names}", names=names)) if merged else "")
        held = f", {say(LOCKED)}" if value.locked else ""
        self.setAccessibleName(f"{value.name}{held}")
        self.setAccessibleDescription(say(msg("Enter opens it, F2 renames it")))
        self.update()

    def rename(self) -> None:
        """Let the person type another name in the place of this one."""
        self.name.show_words(self._title.text())
        self._title.hide()
        self.name.show()
        self.name.selectAll()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes the value in hand."""
        self.taken.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click renames it."""
        self.rename()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button, or the key for it, shows what can be done."""
        self.taken.emit()
        self.acts_wanted.emit(event.globalPos())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is, and only then."""
        self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes in hand, F2 renames, Esc leaves the name as it was."""
        key = event.key()
        self._ring = True
        if key == Qt.Key.Key_Escape and self.name.isVisible():
            self.name.show_words(self._title.text())
            self.name.setText(self._title.text())
            self._stop()
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_F2:
            self.rename()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not self.name.isVisible():
                self.taken.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tinted with an accent border in hand; an accent ring with the focus."""
        ring = self._ring and self.hasFocus()
        if not self._in_hand and not ring:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.ACCENT), tokens.BORDER_STRONG))
        if self._in_hand:
            painter.setBrush(QColor(tokens.TINT))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS
        )
        painter.end()

    def _stop(self) -> None:
        self.name.hide()
        self._title.show()


class GhostHead(QWidget):
    """The head of a suggestion: accept it or not."""

    def __init__(
        self, language: Language, accept: Callable[[], object], dismiss: Callable[[], object]
    ) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._title = plain_label("", tokens.TITLE, most=_NAME_LINES)
        self._counts = KindCounts(language)
        self._words = soft_label("")
        self.few = soft_label("")
        self.accept = Button(say(msg("Accept")), accept, "primary")
        self.dismiss = Button(say(msg("Not this")), dismiss)
        acts = row(gap=tokens.GAP_8)
        acts.addWidget(self.accept)
        acts.addWidget(self.dismiss)
        acts.addStretch(1)
        lines = column(self, gap=tokens.GAP_4)
        lines.setContentsMargins(0, px(tokens.GAP_8), 0, px(tokens.GAP_8))
        lines.addWidget(soft_label(capital(say(msg("suggestion")))))
        lines.addWidget(self._title)
        lines.addWidget(self._counts)
        lines.addWidget(self._words)
        lines.addWidget(self.few)
        lines.addStretch(1)
        lines.addLayout(acts)

    def least_width(self) -> int:
        """The width in px that both buttons need beside each other."""
        for button in (self.accept, self.dismiss):
            button.ensurePolished()
        return self.accept.sizeHint().width() + self.dismiss.sizeHint().width() + px(tokens.GAP_8)

    def show_offered(self, offered: Offered, headline: Headline) -> None:
        """Show this suggestion."""
        say = self._language.say
        group = offered.group
        self._title.setText(group.name)
        self._counts.show_counts(Counter(note.kind for note in headline.notes))
        words = say(msg("Words: {words}", words=", ".join(group.words))) if group.words else ""
        self._words.setText(words)
        _show(self.few, headline.words(self._language))
        self.accept.setAccessibleName(f"{say(msg('Accept'))}: {group.name}")
        self.dismiss.setAccessibleName(f"{say(msg('Not this'))}: {group.name}")


def _show(label: Words, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
