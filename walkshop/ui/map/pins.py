"""The signs of notes and stops: exact shapes, drawn as paths on any painter.

Shape is kind, colour is theme family, letter is theme. The box of a pin is 32 units square and is
scaled to its size; widths of lines are px at any size. The point on the map is the box's centre.
"""

from __future__ import annotations

from functools import lru_cache

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

from walkshop.ui import tokens
from walkshop.ui.fonts import map_font
from walkshop.ui.map.looks import ASSET, CONCERN, IDEA, OPPORTUNITY, UNKNOWN, PinLook

__all__ = ["PinLook", "draw_kind", "draw_pin", "kind_path", "outline_px", "reach_px"]

UNITS = 32.0

_LETTER = {  # size and baseline in the box of 32
    ASSET: (17.0, 22.0),
    CONCERN: (15.0, 25.9),
    OPPORTUNITY: (15.0, 21.4),
    IDEA: (17.0, 22.0),
    UNKNOWN: (17.0, 22.0),
}
_CORNERS = {
    CONCERN: ((16, 2), (31.2, 28.5), (0.8, 28.5)),
    OPPORTUNITY: ((16, 0.6), (31.4, 16), (16, 31.4), (0.6, 16)),
}
_MIDDLE = {CONCERN: QPointF(16, 2 + 26.5 * 2 / 3)}
_HALO_PX = 1.5
_HATCH = (2.0, 3.0)
_LARGE = 48.0


@lru_cache(maxsize=16)
def kind_path(kind: str) -> QPainterPath:
    """The outline of a kind in the box of 32 units; do not change what you get."""
    path = QPainterPath()
    if kind == ASSET:
        path.addEllipse(QPointF(16, 16), 13.6, 13.6)
    elif kind == IDEA:
        path.addRoundedRect(QRectF(4, 4, 24, 24), 2, 2)
    else:
        path.addPolygon(QPolygonF([QPointF(x, y) for x, y in _CORNERS.get(kind, _octagon())]))
        path.closeSubpath()
    return path


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
    size = box.width()
    place = QTransform.fromTranslate(box.x(), box.y()).scale(size / UNITS, size / UNITS)
    shape = place.map(kind_path(look.kind))
    _rings(painter, shape, look, size)
    _body(painter, shape, place, look, size)
    painter.restore()


def draw_kind(painter: QPainter, box: QRectF, kind: str, colour: str = tokens.INK) -> None:
    """The outline of a kind without fill, for counts."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = box.width() / UNITS
    place = QTransform.fromTranslate(box.x(), box.y()).scale(scale, scale)
    painter.strokePath(place.map(kind_path(kind)), _pen(colour, outline_px(box.width())))
    painter.restore()


def _rings(painter: QPainter, shape: QPainterPath, look: PinLook, size: float) -> None:
    outline = outline_px(size)
    scale = size / UNITS if size >= _LARGE else 1.0
    white, ring, colour = _HALO_PX, 0.0, ""
    if look.selected:
        white, ring, colour = 3.0 * scale, 3.0 * scale, tokens.ACCENT
    elif look.hover:
        white, ring, colour = 2.5 * scale, 1.5 * scale, tokens.INK
    if ring:
        painter.strokePath(shape, _pen(colour, outline + 2 * (white + ring)))
    painter.strokePath(shape, _pen(tokens.PIN_HALO, outline + 2 * white))


def _body(
    painter: QPainter, shape: QPainterPath, place: QTransform, look: PinLook, size: float
) -> None:
    outline = outline_px(size)
    fill = QColor(look.colour or tokens.PIN_NO_THEME)
    painter.fillPath(shape, QBrush(QColor(tokens.PIN_NO_THEME)))
    if look.masked:
        painter.fillPath(_hatch(shape), QBrush(QColor(tokens.PIN_HATCH)))
    inner = place
    if look.assumed:
        middle = _MIDDLE.get(look.kind, QPointF(16, 16))
        factor = 1 - 2.1 * (outline * UNITS / size) / 26
        inner = (
            QTransform.fromTranslate(-middle.x(), -middle.y())
            * QTransform.fromScale(factor, factor)
            * QTransform.fromTranslate(middle.x(), middle.y())
            * place
        )
    if not look.masked:
        painter.fillPath(inner.map(kind_path(look.kind)), QBrush(fill))
    pen = _pen(tokens.PIN_OUTLINE, outline)
    if look.assumed:
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([4.2 / outline, 2.6 / outline])
    painter.strokePath(shape, pen)
    if look.letter and look.colour and not look.masked:
        painter.fillPath(inner.map(_letter_path(look.kind, look.letter)), QColor(look.glyph))


@lru_cache(maxsize=256)
def _letter_path(kind: str, letter: str) -> QPainterPath:
    """The letter in the box of 32, centred; a path, so that it is the same at any size."""
    size, baseline = _LETTER.get(kind, _LETTER[UNKNOWN])
    size -= 1.5 if letter in {"W", "M"} else 0.0
    drawn = QPainterPath()  # made ten times as large: fonts come in whole px
    font = map_font(size * 10, 700)
    drawn.addText(QPointF(0, 0), font, letter)
    wide = QFontMetricsF(font).horizontalAdvance(letter)
    return QTransform(0.1, 0, 0, 0.1, 16 - wide / 20, baseline).map(drawn)


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


def _octagon() -> tuple[tuple[float, float], ...]:
    low, high, cut = 2.5, UNITS - 2.5, 7.1
    near, far = low + cut, high - cut
    return (
        (near, low), (far, low), (high, near), (high, far),
        (far, high), (near, high), (low, far), (low, near),
    )  # fmt: skip


def _pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
