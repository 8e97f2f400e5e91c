"""The way traffic goes: small arrows along one-way streets, for those who look closely."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF, QTransform

from walkshop.services.basemap.data import Feature, Ring
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.strokes import pen
from walkshop.ui.map.style import LayerStyle

EVERY_PX = 150.0
"""From one arrow to the next in the same street."""

LEAST_PX = 44.0
"""A shorter piece of street goes without."""

_HALF_PX = 5.5
_HEAD_PX = 4.0
_QUIET = 0.45
_EDGE_PX = 12.0


class Arrow(NamedTuple):
    """The middle of an arrow in px and its direction in degrees clockwise from the right."""

    x: float
    y: float
    angle: float


def arrows_along(part: Ring, camera: Camera) -> Iterator[Arrow]:
    """Arrows on a line (EPSG:3857), the same ones whatever part of it is in view."""
    corners = np.array(part, dtype=np.float64)
    steps = np.hypot(*np.diff(corners, axis=0).T) / camera.resolution
    length = np.concatenate([[0.0], np.cumsum(steps)])
    if length[-1] < LEAST_PX:
        return
    count = max(1, round(length[-1] / EVERY_PX))
    middles = (np.arange(count) + 0.5) / count * length[-1]
    ends = [
        np.stack([np.interp(at, length, corners[:, i]) for i in (0, 1)], axis=1)
        for at in (middles - _HALF_PX, middles, middles + _HALF_PX)
    ]
    turn = np.degrees(np.arctan2(ends[0][:, 1] - ends[2][:, 1], ends[2][:, 0] - ends[0][:, 0]))
    left, low, right, high = camera.grown(_EDGE_PX).box
    for (x, y), angle in zip(ends[1].tolist(), turn.tolist(), strict=True):
        if left <= x <= right and low <= y <= high:
            yield Arrow(
                camera.width / 2 + (x - camera.centre.x) / camera.resolution,
                camera.height / 2 - (y - camera.centre.y) / camera.resolution,
                angle,
            )


def draw_arrows(
    painter: QPainter, streets: Iterable[Feature], camera: Camera, look: LayerStyle
) -> None:
    """Arrows along those of the streets that go one way."""
    sign, all_arrows = _sign(), QPainterPath()
    for street in streets:
        if street.oneway:
            for part in street.parts:
                for x, y, angle in arrows_along(part, camera):
                    all_arrows.addPath(QTransform().translate(x, y).rotate(angle).map(sign))
    if all_arrows.isEmpty():
        return
    painter.save()
    painter.setOpacity(_QUIET)
    painter.strokePath(all_arrows, pen(look.line, look.width))
    painter.restore()


def _sign() -> QPainterPath:
    tip = QPointF(_HALF_PX, 0)
    path = QPainterPath(QPointF(-_HALF_PX, 0))
    path.lineTo(tip)
    back = _HALF_PX - _HEAD_PX
    path.addPolygon(QPolygonF([QPointF(back, -_HEAD_PX / 1.6), tip, QPointF(back, _HEAD_PX / 1.6)]))
    return path
