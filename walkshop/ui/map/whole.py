"""The box of what is said of the whole area: pins without a place, in a corner of the map."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from walkshop.ui import tokens
from walkshop.ui.fonts import map_font
from walkshop.ui.map.arrange import NumberWidth
from walkshop.ui.map.ink import Ink
from walkshop.ui.map.lettering import Lettering, draw_words, width_px
from walkshop.ui.map.scene import Aside, WholeNotes
from walkshop.ui.map.spread import Box, number_box

SCREEN_ROWS, PAPER_ROWS = 3, 12
"""On screen the list beside the map has the rest; on paper there is no other place."""

_SIZE = float(tokens.PIN_LIST)
_ROW, _TITLE, _PADDING, _BESIDE = 32.0, 26.0, 10.0, 14.0
_WIDE, _SHARE = 300.0, 0.4


class WholeCell(NamedTuple):
    """One note in the box: its middle in px, and the box of its number."""

    note: Aside
    x: float
    y: float
    number: Box


@dataclass(frozen=True, slots=True)
class WholeBox:
    """The box as it is laid out, in px.

    Args:
        more: how many notes found no room.
    """

    title: str
    box: Box
    cells: tuple[WholeCell, ...]
    more: int = 0

    def at(self, x: float, y: float) -> str:
        """The key of the note under a point; empty for none."""
        for cell in self.cells:
            left, right = cell.x - _SIZE / 2 - 4, cell.number.right + 4
            if left <= x <= right and abs(y - cell.y) <= _ROW / 2:
                return cell.note.key
        return ""

    def box_of(self, key: str) -> QRectF | None:
        """Where the pin of a note is; None for one that found no room."""
        found = next((cell for cell in self.cells if cell.note.key == key), None)
        if found is None:
            return None
        return QRectF(found.x - _SIZE / 2, found.y - _SIZE / 2, _SIZE, _SIZE)

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on the box."""
        return self.box.left <= x <= self.box.right and self.box.top <= y <= self.box.bottom

    def moved(self, left: float, top: float) -> WholeBox:
        """The same box with its corner elsewhere."""
        dx, dy = left - self.box.left, top - self.box.top
        cells = tuple(
            WholeCell(cell.note, cell.x + dx, cell.y + dy, _shifted(cell.number, dx, dy))
            for cell in self.cells
        )
        return WholeBox(self.title, _shifted(self.box, dx, dy), cells, self.more)


def lay_whole(
    whole: WholeNotes, room: float, width: NumberWidth, rows: int = SCREEN_ROWS
) -> WholeBox | None:
    """The box in the top left corner of a map `room` px wide; None without notes."""
    if not whole.notes:
        return None
    title = width_px(whole.title, _title_font())
    most = max(min(_WIDE, room * _SHARE), title + 2 * _PADDING, 120.0)
    x, row, right = _PADDING, 0, title + 2 * _PADDING
    cells: list[WholeCell] = []
    for note in whole.notes:
        wide = width(note.look.number, _SIZE)
        need = _SIZE + 4 + wide
        if x + need > most - _PADDING and x > _PADDING:
            x, row = _PADDING, row + 1
        if row >= rows:
            break
        middle = (x + _SIZE / 2, _PADDING + _TITLE + row * _ROW + _ROW / 2)
        cells.append(WholeCell(note, *middle, number_box(*middle, _SIZE, wide, "right")))
        x += need + _BESIDE
        right = max(right, x - _BESIDE + _PADDING)
    more = len(whole.notes) - len(cells)
    lines = round((cells[-1].y - _PADDING - _TITLE - _ROW / 2) / _ROW) + 1
    bottom = 2 * _PADDING + _TITLE + lines * _ROW + (20.0 if more else 0.0)
    return WholeBox(whole.title, Box(0, 0, right, bottom - 4), tuple(cells), more).moved(12, 12)


def freest(box: WholeBox, size: tuple[float, float], cost: Callable[[Box], float]) -> WholeBox:
    """The box in the corner of a picture of `size` px where it costs least to cover."""
    wide, high = box.box.right - box.box.left, box.box.bottom - box.box.top
    right, bottom = size[0] - wide - 12, size[1] - high - 12
    corners = [
        (12.0, 12.0), (right, 12.0), (12.0, bottom - 40), (right, bottom - 32),
        (12.0, bottom / 2), (right, bottom / 2),
    ]  # fmt: skip
    places = [box.moved(*corner) for corner in corners]
    return min(places, key=lambda place: cost(place.box))


def draw_whole(
    painter: QPainter, box: WholeBox, ink: Ink, selected: frozenset[str] = frozenset()
) -> None:
    """The card, its title, and each note's pin with its number."""
    card = QPainterPath()
    edge = QRectF(QPointF(*box.box[:2]), QPointF(*box.box[2:]))
    card.addRoundedRect(edge, tokens.RADIUS, tokens.RADIUS)
    painter.fillPath(card, QColor(tokens.CARD))
    painter.strokePath(card, QPen(QColor(tokens.EDGE), tokens.BORDER))
    font = _title_font()
    up = QFontMetricsF(font).capHeight()
    at = QPointF(edge.left() + _PADDING, edge.top() + _PADDING + up + 2)
    draw_words(painter, at, box.title, Lettering(font, tokens.INK))
    for note, x, y, number in box.cells:
        look = note.look.chosen(note.key in selected)
        ink.pin(painter, QPointF(x, y), _SIZE, look)
        away = 8.0 if look.selected else 0.0
        place = QRectF(QPointF(*number[:2]), QPointF(*number[2:])).translated(away, 0)
        ink.number(painter, place, _SIZE, look)
    if box.more:
        at = QPointF(edge.left() + _PADDING, edge.bottom() - 8)
        draw_words(painter, at, f"+ {box.more}", Lettering(font, tokens.SOFT))


def whole_cost(pins: Sequence[tuple[float, float]], shut: Sequence[Box]) -> Callable[[Box], float]:
    """What a box covers: each pin counts, and what is shut counts most."""

    def cost(box: Box) -> float:
        near = 16.0
        hit = sum(
            box.left - near < x < box.right + near and box.top - near < y < box.bottom + near
            for x, y in pins
        )
        blocked = sum(
            box.left < b.right and b.left < box.right and box.top < b.bottom and b.top < box.bottom
            for b in shut
        )
        return hit + 1000.0 * blocked

    return cost


def _shifted(box: Box, dx: float, dy: float) -> Box:
    return Box(box.left + dx, box.top + dy, box.right + dx, box.bottom + dy)


def _title_font() -> QFont:
    return map_font(tokens.NAME.px, tokens.NAME.weight)
