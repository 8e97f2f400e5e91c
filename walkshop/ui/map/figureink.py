"""Draws the lines and areas of notes: family colour cased in ink on white, dashed for a guess.

The casing is that of a pin's outline, so that line and pin are seen to belong together. An area
is filled flat and thin: the map stays readable, and every printer keeps flat alpha.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen

from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.cutting import cut_area, cut_line
from walkshop.ui.map.figures import Figure, laid
from walkshop.ui.map.looks import PinLook

LINE_PX, EDGE_PX = 4.0, 2.5
"""Width of the colour of a line, and of the edge of an area."""

_CASING_PX, _HALO_PX = 1.25, 1.5
_FILL = 0.22
_GUESS = (11.0, 6.0)
"""On and off of a guessed place, px: longer than the dash of a street, shorter than a route's."""


def draw_figure(painter: QPainter, camera: Camera, figure: Figure, look: PinLook) -> None:
    """One line or area, ringed as its pin is when it is selected or pointed at."""
    edge, cover = laid(figure)
    colour = QColor(look.colour or tokens.PIN_NO_THEME)
    if look.masked:
        colour = QColor(tokens.PIN_HATCH)
    if cover is not None:
        inside = cut_area(cover, camera)
        flat = QColor(colour)
        flat.setAlphaF(_FILL)
        painter.fillPath(inside, flat)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pens = _pens(look, colour, LINE_PX if cover is None else EDGE_PX)
    for piece in cut_line(edge, camera):
        for pen in pens:
            painter.setPen(pen)
            painter.drawPolyline(piece)


def _pens(look: PinLook, colour: QColor, wide: float) -> list[QPen]:
    """Ring, halo, casing and colour, from the widest to the narrowest."""
    cased = wide + 2 * _CASING_PX
    white, ring, ringed = _HALO_PX, 0.0, ""
    if look.selected:
        white, ring, ringed = 3.0, 3.0, tokens.ACCENT
    elif look.hover:
        white, ring, ringed = 2.5, 1.5, tokens.INK
    pens = [_pen(ringed, cased + 2 * (white + ring))] if ring else []
    pens.append(_pen(tokens.PIN_HALO, cased + 2 * white))
    casing, fill = _pen(tokens.PIN_OUTLINE, cased), _pen(colour, wide)
    if look.assumed:
        _dash(casing, _GUESS, 0.0)
        # The colour a little shorter at both ends: ink goes round each dash.
        on, off = _GUESS
        _dash(fill, (on - 2 * _CASING_PX, off + 2 * _CASING_PX), -_CASING_PX)
    return [*pens, casing, fill]


def _dash(pen: QPen, dash: tuple[float, float], start: float) -> None:
    on, off = dash
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setDashPattern([on / pen.widthF(), off / pen.widthF()])
    pen.setDashOffset((start % (on + off)) / pen.widthF())


def _pen(colour: QColor | str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
