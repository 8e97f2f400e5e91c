"""What stands above the cards of a column: of a value, of a suggestion, of what is not placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Note, Quadrant, Value
from walkshop.domain.words import QUADRANT, QUADRANT_NR, SIDE
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.values.suggestions import Offered
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.kinds import KindCounts
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px, ui_font

_SQUARE = 22


class PlainHead(QWidget):
    """The head of the notes that stand under no value."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._counts = KindCounts(language)
        lines = column(self, gap=tokens.GAP_4)
        lines.setContentsMargins(px(tokens.GAP_4), px(tokens.GAP_8), 0, px(tokens.GAP_8))
        lines.addWidget(title_label(language.say(msg("Not placed"))))
        lines.addWidget(self._counts)
        lines.addStretch(1)

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Show how many of what."""
        self._counts.show_counts(Counter(note.kind for note in notes))


class ValueHead(QWidget):
    """The head of a value: Enter takes it in hand, F2 or a double click renames it here."""

    taken = Signal()
    renamed = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._in_hand = False
        self._title = title_label("")
        self._counts = KindCounts(language)
        self._squares = Squares(language)
        self._side = soft_label("")
        self.name = LineField()
        self.name.setAccessibleName(language.say(msg("Name of the value")))
        self.name.hide()
        self.name.committed.connect(self._on_committed)
        self.name.editingFinished.connect(self._stop)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        counts = row(gap=tokens.GAP_4)
        counts.addWidget(self._counts, 1)
        counts.addWidget(self._squares)
        lines = column(self, gap=tokens.GAP_4)
        edge = px(tokens.GAP_8)
        lines.setContentsMargins(edge, edge, edge, edge)
        lines.addWidget(self._title)
        lines.addWidget(self.name)
        lines.addLayout(counts)
        lines.addWidget(self._side)
        lines.addStretch(1)

    def show_in_hand(self, in_hand: bool) -> None:
        """Show whether this value is in hand."""
        if in_hand != self._in_hand:
            self._in_hand = in_hand
            self.update()

    def show_value(self, value: Value, notes: Sequence[Note]) -> None:
        """Show this value."""
        self._title.setText(value.name)
        self._counts.show_counts(Counter(note.kind for note in notes))
        self._squares.show_questions([q for q in (value.quadrant, value.quadrant2) if q])
        self._side.setText(capital(self._language.say(SIDE[value.side])) if value.side else "")
        self.setAccessibleName(value.name)
        self.setAccessibleDescription(self._language.say(msg("Enter opens it, F2 renames it")))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes in hand, F2 renames, Esc leaves the name as it was."""
        key = event.key()
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
        if not self._in_hand and not self.hasFocus():
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

    def _on_committed(self, words: str) -> None:
        self.renamed.emit(words.strip())

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
        self._title = title_label("")
        self._counts = KindCounts(language)
        self._words = soft_label("")
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
        lines.addStretch(1)
        lines.addLayout(acts)

    def show_offered(self, offered: Offered, notes: Sequence[Note]) -> None:
        """Show this suggestion."""
        say = self._language.say
        group = offered.group
        self._title.setText(group.name)
        self._counts.show_counts(Counter(note.kind for note in notes))
        words = say(msg("Words: {words}", words=", ".join(group.words))) if group.words else ""
        self._words.setText(words)
        self.accept.setAccessibleName(f"{say(msg('Accept'))}: {group.name}")
        self.dismiss.setAccessibleName(f"{say(msg('Not this'))}: {group.name}")


class Squares(QWidget):
    """The numbers of the four questions that a value answers, in squares."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._numbers: list[int] = []

    def show_questions(self, questions: Sequence[Quadrant]) -> None:
        """Show other questions."""
        self._numbers = [QUADRANT_NR[question] for question in questions]
        words = [f"{QUADRANT_NR[q]} {self._language.say(QUADRANT[q])}" for q in questions]
        self.setAccessibleName(". ".join(words))
        self.setToolTip("\n".join(words))
        step = px(_SQUARE) + px(tokens.GAP_4)
        self.setFixedSize(QSize(step * len(self._numbers), px(_SQUARE)))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a square for each."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(ui_font(tokens.NAME))
        side = px(_SQUARE)
        for place, number in enumerate(self._numbers):
            box = QRectF(place * (side + px(tokens.GAP_4)), 0, side, side)
            painter.setPen(QPen(QColor(tokens.EDGE), 1))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            painter.setPen(QColor(tokens.INK))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
        painter.end()
