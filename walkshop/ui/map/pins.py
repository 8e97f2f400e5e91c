"""The signs of notes and stops: exact shapes, drawn as paths on any painter.

Shape is kind, colour is theme family, letter is theme. The box of a pin is 32 units square and is
scaled to its size; widths of lines are px at any size. The point on the map is the box's centre.
"""

from __future__ import annotations

from dataclasses import replace
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
    QTransform,
)

from walkshop.domain.records import Kind
from walkshop.domain.signs import GUESS_DASH, SIGNS, UNITS, Sign, shrunk
from walkshop.ui import tokens
from walkshop.ui.fonts import map_font
from walkshop.ui.map.looks import PinLook

__all__ = [
    "PinLook",
    "draw_kind",
    "draw_part",
    "draw_pin",
    "kind_path",
    "outline_px",
    "parts_of",
    "reach_px",
]

_HALO_PX = 1.5
_HATCH = (2.0, 3.0)
_LARGE = 48.0


class Level(IntEnum):
    """Which part of a pin lies over which."""

    RING = 0
    HALO = 1
    BASE = 2
    FILL = 3
    OUTLINE = 4
    LETTER = 5


class Tint(NamedTuple):
    """Of a line its colour, width (px) and dashes (in widths); width 0 fills."""

    colour: str
    width: float = 0.0
    dash: tuple[float, ...] = ()


class Part(NamedTuple):
    """One fill or line of a pin."""

    level: Level
    path: QPainterPath
    tint: Tint


@lru_cache(maxsize=16)
def kind_path(kind: str) -> QPainterPath:
    """The outline of a kind in the box of 32 units; do not change what you get."""
    sign, path = sign_of(kind), QPainterPath()
    corners = QPolygonF([QPointF(x, y) for x, y in sign.corners])
    if corners.isEmpty():
        path.addEllipse(QPointF(UNITS / 2, UNITS / 2), sign.radius, sign.radius)
    elif sign.radius:
        path.addRoundedRect(corners.boundingRect(), sign.radius, sign.radius)
    else:
        path.addPolygon(corners)
        path.closeSubpath()
    return path


def sign_of(kind: str) -> Sign:
    """The sign of a kind; any other word is drawn as a question."""
    return SIGNS[Kind(kind) if kind in set(Kind) else Kind.UNKNOWN]


def outline_px(size: float) -> float:
    """Width of the ink outline of a pin of `size` px."""
    return 3.0 if size >= _LARGE else 2.0


def reach_px(size: float) -> float:
    """How far a pin may draw outside its box, rings and mitred corners included."""
    return 8.0 * max(1.0, size / UNITS)


def draw_pin(painter: QPainter, box: QRectF, look: PinLook) -> None:
    """Draw the pin in the square `box` (px); its number is `draw_number`'s."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    face = look if look.nr is None else replace(look, nr=None)
    for part in parts_of(face, box.width()):
        draw_part(painter, part.path.translated(box.topLeft()), part.tint)
    painter.restore()


@lru_cache(maxsize=1024)
def parts_of(face: PinLook, size: float) -> tuple[Part, ...]:
    """The fills and lines of a pin without its number, lowest first; do not change their paths.

    Args:
        size: the side of its box in px; the box's corner is at 0, 0.
    """
    place = QTransform.fromScale(size / UNITS, size / UNITS)
    shape = place.map(kind_path(face.kind))
    return (*_rings(shape, face, size), *_body(shape, place, face, size))


def draw_part(painter: QPainter, path: QPainterPath, tint: Tint) -> None:
    """Fill a path, or draw its line."""
    if tint.width:
        painter.strokePath(path, _pen_of(tint))
    else:
        painter.fillPath(path, QBrush(QColor(tint.colour)))


def draw_kind(painter: QPainter, box: QRectF, kind: str, colour: str = "") -> None:
    """The outline of a kind without fill, for counts; in ink where no colour is named."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = box.width() / UNITS
    place = QTransform.fromTranslate(box.x(), box.y()).scale(scale, scale)
    pen = _pen(colour or tokens.INK, outline_px(box.width()))
    painter.strokePath(place.map(kind_path(kind)), pen)
    painter.restore()


def _rings(shape: QPainterPath, look: PinLook, size: float) -> list[Part]:
    outline = outline_px(size)
    scale = size / UNITS if size >= _LARGE else 1.0
    white, ring, colour = _HALO_PX, 0.0, ""
    if look.selected:
        white, ring, colour = 3.0 * scale, 3.0 * scale, tokens.ACCENT
    elif look.hover:
        white, ring, colour = 2.5 * scale, 1.5 * scale, tokens.INK
    halo = Part(Level.HALO, shape, Tint(tokens.PIN_HALO, outline + 2 * white))
    if not ring:
        return [halo]
    return [Part(Level.RING, shape, Tint(colour, outline + 2 * (white + ring))), halo]


def _body(shape: QPainterPath, place: QTransform, look: PinLook, size: float) -> list[Part]:
    outline = outline_px(size)
    base = Part(Level.BASE, shape, Tint(tokens.PIN_NO_THEME))
    line = Part(Level.OUTLINE, shape, Tint(tokens.PIN_OUTLINE, outline))
    inner = place
    if look.assumed:
        middle = QPointF(UNITS / 2, sign_of(look.kind).centre_y)
        factor = shrunk(outline * UNITS / size)
        inner = (
            QTransform.fromTranslate(-middle.x(), -middle.y())
            * QTransform.fromScale(factor, factor)
            * QTransform.fromTranslate(middle.x(), middle.y())
            * place
        )
        dash = tuple(part / outline for part in GUESS_DASH)
        line = line._replace(tint=Tint(tokens.PIN_OUTLINE, outline, dash))
    if look.masked:
        return [base, Part(Level.FILL, _hatch(shape), Tint(tokens.PIN_HATCH)), line]
    colour = Tint(look.colour or tokens.PIN_NO_THEME)
    fill = Part(Level.FILL, inner.map(kind_path(look.kind)), colour)
    under = [base, fill] if look.assumed else [fill]
    if not look.letter or not look.colour:
        return [*under, line]
    letter = inner.map(_letter_path(look.kind, look.letter))
    return [*under, line, Part(Level.LETTER, letter, Tint(look.glyph))]


@lru_cache(maxsize=256)
def _letter_path(kind: str, letter: str) -> QPainterPath:
    """The letter in the box of 32, centred; a path, so that it is the same at any size."""
    sign = sign_of(kind)
    drawn = QPainterPath()  # made ten times as large: fonts come in whole px
    font = map_font(sign.letter_size(letter) * 10, 700)
    drawn.addText(QPointF(0, 0), font, letter)
    wide = QFontMetricsF(font).horizontalAdvance(letter)
    return QTransform(0.1, 0, 0, 0.1, 16 - wide / 20, sign.baseline).map(drawn)


def _hatch(shape: QPainterPath) -> QPainterPath:
    """Slanting bars inside `shape`, cut as geometry: printed pictures cannot clip."""
    box = shape.boundingRect()
    on, off = (part * 2**0.5 for part in _HATCH)
    bars = QPainterPath()
    x = box.left() - box.height()
    while x < box.right():
        corners = ((x, box.bottom()), (x + on, box.bottom()))
        up = box.height()
        (x1, y1), (x2, y2) = corners
        bars.addPolygon(
            QPolygonF(
                [
                    QPointF(x1, y1),
                    QPointF(x2, y2),
                    QPointF(x2 + up, y2 - up),
                    QPointF(x1 + up, y1 - up),
                ]
            )
        )
        bars.closeSubpath()
        x += on + off
    return bars.intersected(shape)


@lru_cache(maxsize=64)
def _pen_of(tint: Tint) -> QPen:
    pen = _pen(tint.colour, tint.width)
    if tint.dash:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(tint.dash)
    return pen


def _pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
