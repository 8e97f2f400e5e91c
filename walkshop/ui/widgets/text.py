"""Words laid out in lines: broken anywhere when a word is too long, in the direction they have."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from walkshop.ui.tokens import Type
from walkshop.ui.widgets.type import px, ui_font

_LINE_BREAK = "\u2028"
_WIDEST = 100_000.0


@dataclass(frozen=True, slots=True)
class Lines:
    """Words broken into lines; sizes in px.

    Args:
        lines: what stands on each line; the last one ends in "…" where words were left out.
        widest: width of the widest line.
        cut: whether words were left out.
    """

    lines: tuple[str, ...]
    font: QFont
    line_height: int
    widest: float
    cut: bool

    @property
    def height(self) -> int:
        """Height of all lines together."""
        return self.line_height * len(self.lines)

    def draw(self, painter: QPainter, at: QRectF, colour: str) -> None:
        """Draw the lines from the top of `at`; right-to-left words stand at the right."""
        painter.setFont(self.font)
        painter.setPen(QColor(colour))
        box = QRectF(at.left(), at.top(), at.width(), self.line_height)
        for line in self.lines:
            side = Qt.AlignmentFlag.AlignRight if line_is_rtl(line) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(
                box,
                side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute,
                line,
            )
            box.translate(QPointF(0, self.line_height))


def break_lines(text: str, role: Type, width: float, most: int = 0) -> Lines:
    """`text` in lines of at most `width` px; with `most`, in no more lines than that."""
    font = ui_font(role)
    layout = QTextLayout(text.replace("\n", _LINE_BREAK), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(False)
    found: list[tuple[int, int]] = []
    widest = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        found.append((line.textStart(), line.textLength()))
        widest = max(widest, line.naturalTextWidth())
        if most and len(found) > most:
            break
    layout.endLayout()
    laid = layout.text()
    lines = [laid[start : start + length].strip(_LINE_BREAK + " ") for start, length in found]
    cut = bool(most and len(lines) > most)
    if cut:
        rest = laid[found[most - 1][0] :].replace(_LINE_BREAK, " ")
        metrics = QFontMetricsF(font)
        lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return Lines(tuple(lines), font, px(role.line), min(widest, max(width, 1.0)), cut)


def natural_width(text: str, role: Type) -> float:
    """The width of `text` when nothing breaks it, in px."""
    return break_lines(text, role, _WIDEST).widest


def line_is_rtl(line: str) -> bool:
    """Whether a line reads from right to left: its first letter with a direction says so."""
    for sign in line:
        direction = bidirectional(sign)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def capital(words: str) -> str:
    """`words` with a capital at the front, for a line of its own."""
    return words[:1].upper() + words[1:]
