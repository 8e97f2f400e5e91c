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
        # Letters of large type, and of some scripts, reach beyond their line: they are not cut.
        how = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for line in self.lines:
            side = Qt.AlignmentFlag.AlignRight if line_is_rtl(line) else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, int(how | side) | Qt.TextFlag.TextDontClip, line)
            box.translate(QPointF(0, self.line_height))


def break_lines(text: str, role: Type, width: float, most: int = 0) -> Lines:
    """`text` in lines of at most `width` px; with `most`, in no more lines than that."""
    return lines_in(text, ui_font(role), px(role.line), width, most)


def lines_in(text: str, font: QFont, line_height: int, width: float, most: int = 0) -> Lines:
    """`text` in lines of any font, `line_height` px apart; else as `break_lines`."""
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
    laid = _Units(layout.text())
    lines = [laid.part(start, length).strip(_LINE_BREAK + " ") for start, length in found]
    cut = bool(most and len(lines) > most)
    if cut:
        rest = laid.part(found[most - 1][0]).replace(_LINE_BREAK, " ")
        metrics = QFontMetricsF(font)
        lines = [*lines[: most - 1], metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
    return Lines(tuple(lines), font, line_height, min(widest, max(width, 1.0)), cut)


class _Units:
    """A text cut where Qt counts: an emoji is one sign to Python and two units to Qt."""

    def __init__(self, text: str) -> None:
        self._text = text
        wide = any(sign > "\uffff" for sign in text)
        self._units = text.encode("utf-16-le", "surrogatepass") if wide else None

    def part(self, start: int, length: int | None = None) -> str:
        """The part of `length` units from `start` on; without a length the rest."""
        end = None if length is None else start + length
        if self._units is None:
            return self._text[start:end]
        units = self._units[2 * start : None if end is None else 2 * end]
        return units.decode("utf-16-le", "surrogatepass")


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
