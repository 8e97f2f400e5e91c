"""The thread as it is drawn: a dot and a line for each step, dashed for what has not happened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkshop.ui import tokens
from walkshop.ui.inspector.model import Step
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear
from walkshop.ui.widgets.type import px

_DOT = 6
_INDENT = 28


class StepRow(QWidget):
    """One step: its dot and its stretch of the line at the left, its words beside."""

    def __init__(self, step: Step, first: bool, after: Step | None) -> None:
        super().__init__()
        self.step = step
        self._first = first
        self._after = after
        words = QVBoxLayout(self)
        below = px(tokens.GAP_16) if after else 0
        words.setContentsMargins(px(_INDENT), 0, 0, below)
        words.setSpacing(0)
        words.addWidget(soft_label(step.label))
        if step.title:
            words.addWidget(plain_label(step.title, tokens.NAME))
        for line in step.lines:
            words.addWidget(plain_label(line))
        self.setAccessibleName(". ".join(filter(None, (step.label, step.title, *step.lines))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the dot and what leads to it and on from it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x, y, r = px(_DOT) + 0.5, px(tokens.BODY.line) / 2, px(_DOT)
        if not self._first:
            painter.setPen(_line(self.step.done))
            painter.drawLine(QPointF(x, 0), QPointF(x, y - r))
        if self._after is not None:
            painter.setPen(_line(self._after.done))
            painter.drawLine(QPointF(x, y + r), QPointF(x, self.height()))
        painter.setPen(_dot(self.step.done))
        painter.setBrush(QColor(tokens.INK if self.step.done else tokens.CARD))
        painter.drawEllipse(QPointF(x, y), r, r)
        painter.end()


class ThreadView(QWidget):
    """All steps below each other."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: list[Step] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    @property
    def steps(self) -> tuple[Step, ...]:
        """What is shown."""
        return tuple(self._steps)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show another thread."""
        if list(steps) == self._steps:
            return
        self._steps = list(steps)
        clear(self._rows)
        for place, step in enumerate(steps):
            after = steps[place + 1] if place + 1 < len(steps) else None
            self._rows.addWidget(StepRow(step, place == 0, after))


def _line(done: bool) -> QPen:
    pen = QPen(QColor(tokens.INK if done else tokens.EDGE), 2.0 if done else tokens.DASH_PEN)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if not done:
        pen.setDashPattern([part / tokens.DASH_PEN for part in tokens.DASH])
    return pen


def _dot(done: bool) -> QPen:
    pen = QPen(QColor(tokens.INK if done else tokens.EDGE), tokens.DASH_PEN)
    if not done:
        pen.setDashPattern([2.0, 1.6])
    return pen
