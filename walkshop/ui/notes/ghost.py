"""The ghost under the entry line: what the next note will be, dashed until Enter makes it so."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from walkshop.ui import tokens
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pins import draw_pin
from walkshop.ui.widgets.type import px, ui_font

_DOT = " · "
_WIDEST = 0.5
"""What part of the line a suggestion may take from what was understood."""

_BEFORE = 90
"""px of pin, number and gaps beside the words."""


@dataclass(frozen=True, slots=True)
class GhostWords:
    """What the ghost says.

    Args:
        nr: the number to come.
        kind: the kind to come, as the pin shows it.
        parts: what was understood, in words.
        hint: what to do next, at the right.
        refusal: why nothing was saved; it takes the place of the parts.
        remark: what was not understood and stays in the words.
        suggestion: what may be taken by a key, in its longest words first; it stands in a
            dashed box at the right.
    """

    nr: int
    kind: str
    parts: tuple[str, ...] = ()
    hint: str = ""
    refusal: str = ""
    remark: str = ""
    suggestion: tuple[str, ...] = ()


class Ghost(QWidget):
    """One painted line, always equally high so that nothing jumps."""

    def __init__(self) -> None:
        super().__init__()
        self._words = GhostWords(1, "unknown")
        self.setFixedHeight(px(tokens.GHOST_HEIGHT))

    @property
    def words(self) -> GhostWords:
        """What it says now."""
        return self._words

    def show_words(self, words: GhostWords) -> None:
        """Say something else."""
        if words != self._words:
            self._words = words
            suggested = words.suggestion[:1]
            told = (str(words.nr), *words.parts, words.remark, *suggested, words.hint)
            parts = (words.refusal,) if words.refusal else told
            self.setAccessibleName(", ".join(part for part in parts if part))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pin, number and words."""
        painter = QPainter(self)
        words = self._words
        room = QRectF(self.rect())
        left = self._hint(painter, room, words.hint)
        if words.suggestion:
            left = self._suggestion(painter, room, words)
        room.setRight(left)
        if words.refusal:
            self._refusal(painter, room, words.refusal)
        else:
            self._note(painter, room, words)
        painter.end()

    def _note(self, painter: QPainter, room: QRectF, words: GhostWords) -> None:
        size = px(tokens.PIN_LIST)
        pin = QRectF(room.left() + 2, room.center().y() - size / 2, size, size)
        draw_pin(painter, pin, PinLook(kind=words.kind, assumed=True))
        painter.setFont(ui_font(tokens.NUMBER))
        painter.setPen(QColor(tokens.INK))
        number = str(words.nr)
        at = pin.right() + px(tokens.GAP_8)
        wide = QFontMetricsF(painter.font()).horizontalAdvance(number)
        _line(painter, QRectF(at, room.top(), wide + 2, room.height()), number)
        at += wide + px(tokens.GAP_8)
        painter.setFont(ui_font(tokens.BODY))
        painter.setPen(QColor(tokens.SOFT))
        _line(
            painter,
            QRectF(at, room.top(), room.right() - at, room.height()),
            _understood(words),
        )

    def _refusal(self, painter: QPainter, room: QRectF, words: str) -> None:
        bar = QRectF(room.left(), room.top() + 6, tokens.BAR_FOOT, room.height() - 12)
        painter.fillRect(bar, QColor(tokens.ACCENT))
        painter.setFont(ui_font(tokens.BODY))
        painter.setPen(QColor(tokens.INK))
        _line(painter, room.adjusted(px(tokens.GAP_12), 0, 0, 0), words)

    def _suggestion(self, painter: QPainter, room: QRectF, told: GhostWords) -> float:
        """Draw the suggestion in its dashed box at the right; where it begins."""
        painter.setFont(ui_font(tokens.BODY))
        side = px(tokens.GAP_8)
        width = QFontMetricsF(painter.font()).horizontalAdvance
        around = 2 * side + 2
        understood = width(told.refusal or _understood(told)) + px(_BEFORE)
        most = max(room.width() - understood, room.width() * _WIDEST)
        fits = (one for one in told.suggestion if width(one) + around <= most)
        words = next(fits, told.suggestion[-1])
        wide = min(width(words) + around, most)
        box = QRectF(room.right() - wide, room.top() + 3, wide - 1, room.height() - 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.EDGE), 1.5)
        pen.setDashPattern([4 / 1.5, 3 / 1.5])
        painter.setPen(pen)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(tokens.INK))
        _line(painter, box.adjusted(side, 0, -side, 0), words)
        return box.left() - px(tokens.GAP_16)

    def _hint(self, painter: QPainter, room: QRectF, hint: str) -> float:
        """Draw the hint at the right; where it begins."""
        painter.setFont(ui_font(tokens.BODY))
        wide = QFontMetricsF(painter.font()).horizontalAdvance(hint)
        left = room.right() - wide
        if not hint or left < room.width() / 2:
            return room.right()
        painter.setPen(QColor(tokens.SOFT))
        _line(painter, QRectF(left, room.top(), wide + 2, room.height()), hint)
        return left - px(tokens.GAP_16)


def _understood(words: GhostWords) -> str:
    """What was not understood first, then what was."""
    return _DOT.join(part for part in (words.remark, *words.parts) if part)


def _line(painter: QPainter, box: QRectF, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
