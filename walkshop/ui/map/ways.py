"""Draws where people walked and stood: the route with its direction, and the reach of each stop."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from walkshop.domain.geo import MERCATOR_RADIUS_M, LonLat, to_mercator
from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.cutting import cut_line

ARROW_EVERY_PX = 120.0
"""Between two arrow heads along the route: some three to a street on screen."""

RADIUS_FROM_PX = 22.0
"""A smaller reach lies under the stop's own plate and says nothing."""

_ARROW_PX = (6.5, 5.0)
"""From the middle of an arrow head to its point, and to either side."""

_CORNERS = 96


class Arrow(NamedTuple):
    """An arrow head: its middle in px, and its direction in radians, clockwise from the right."""

    x: float
    y: float
    angle: float


def draw_line(
    painter: QPainter, camera: Camera, places: Sequence[LonLat], pens: Sequence[QPen]
) -> None:
    """A line through places, drawn with each of the pens in turn."""
    if len(places) < 2:
        return
    import shapely

    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in cut_line(shapely.LineString([to_mercator(at) for at in places]), camera):
        for pen in pens:
            painter.setPen(pen)
            painter.drawPolyline(piece)


def draw_routes(painter: QPainter, camera: Camera, routes: Sequence[tuple[LonLat, ...]]) -> None:
    """Accent dashes on a white band, with arrow heads in walking direction."""
    for route in routes:
        draw_line(painter, camera, route, _route_pens())
    white = QPen(QColor(tokens.PIN_HALO), 3)
    white.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    for route in routes:
        for arrow in arrows([camera.to_screen(at) for at in route]):
            inside = -8 < arrow.x < camera.width + 8 and -8 < arrow.y < camera.height + 8
            if inside:
                head = _head(arrow)
                painter.strokePath(head, white)
                painter.fillPath(head, QColor(tokens.ACCENT))


def arrows(line: Sequence[tuple[float, float]]) -> list[Arrow]:
    """Arrow heads along a line of places in px, evenly; one for a line too short for more."""
    if len(line) < 2:
        return []
    at = np.array(line, dtype=np.float64)
    steps = np.diff(at, axis=0)
    lengths = np.hypot(steps[:, 0], steps[:, 1])
    reached = np.concatenate([[0.0], np.cumsum(lengths)])
    if reached[-1] < 4 * _ARROW_PX[0]:
        return []
    count = max(1, int(reached[-1] // ARROW_EVERY_PX))
    spots = (np.arange(count) + 0.5) * reached[-1] / count
    leg = np.minimum(np.searchsorted(reached, spots, side="right") - 1, len(steps) - 1)
    part = (spots - reached[leg]) / lengths[leg]
    places = at[leg] + steps[leg] * part[:, None]
    angles = np.arctan2(steps[leg, 1], steps[leg, 0])
    return [
        Arrow(x, y, angle) for (x, y), angle in zip(places.tolist(), angles.tolist(), strict=True)
    ]


def draw_reach(painter: QPainter, camera: Camera, at: LonLat, radius_m: float) -> None:
    """How far around a stop people looked: a quiet accent circle of true metres."""
    if radius_px(camera, at, radius_m) < RADIUS_FROM_PX:
        return
    colour = QColor(tokens.ACCENT)
    colour.setAlphaF(0.45)
    draw_line(painter, camera, _circle(at, radius_m), (QPen(colour, 1.25),))


def radius_px(camera: Camera, at: LonLat, radius_m: float) -> float:
    """So many metres on the ground at `at`, in px: Mercator stretches by 1 / cos(latitude)."""
    return radius_m / math.cos(math.radians(at.lat)) / camera.resolution


def _circle(at: LonLat, radius_m: float) -> list[LonLat]:
    north = math.degrees(radius_m / MERCATOR_RADIUS_M)
    east = north / max(math.cos(math.radians(at.lat)), 0.01)
    turns = [2 * math.pi * n / _CORNERS for n in range(_CORNERS + 1)]
    return [LonLat(at.lon + east * math.cos(t), at.lat + north * math.sin(t)) for t in turns]


def _head(arrow: Arrow) -> QPainterPath:
    ahead, aside = _ARROW_PX
    cos, sin = math.cos(arrow.angle), math.sin(arrow.angle)
    corners = ((ahead, 0.0), (-ahead * 0.7, aside), (-ahead * 0.7, -aside))
    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [QPointF(arrow.x + a * cos - b * sin, arrow.y + a * sin + b * cos) for a, b in corners]
        )
    )
    path.closeSubpath()
    return path


def _route_pens() -> tuple[QPen, QPen]:
    white = QColor(tokens.PIN_HALO)
    white.setAlphaF(0.8)
    under = QPen(white, 5)
    under.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    over = QPen(QColor(tokens.ACCENT), 2)
    over.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    over.setCapStyle(Qt.PenCapStyle.FlatCap)
    over.setDashPattern([7 / 2, 5 / 2])
    return under, over
