"""What stands in the corners of every map: whose it is, how far a step is, what it is not."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from walkshop.i18n import Language, msg, msgn
from walkshop.services.basemap.data import MapData, said
from walkshop.ui import tokens
from walkshop.ui.fonts import map_font
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.lettering import Lettering, draw_words
from walkshop.ui.map.spread import Box

WALKING_M_PER_MINUTE = 4000 / 60
"""A calm walk of 4 km an hour; seniors with a rollator walk slower."""

_LENGTHS_M = (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000, 100_000, 500_000)
_BAR_PX = (50.0, 130.0)
_ASIDE_PX = 10.0
_QUARTERS = {0: "", 1: "¼", 2: "½", 3: "¾"}


@dataclass(frozen=True, slots=True)
class MapWords:
    """What the corners say.

    Args:
        attribution: whose map it is.
        notice: "sketch, not to scale"; empty for none.
        scale: the words beside the bar for a length in metres.
    """

    attribution: str
    notice: str
    scale: Callable[[float], str]


def map_words(data: MapData | None, language: Language) -> MapWords:
    """The words of a map in a language; without a map only the scale speaks."""
    attribution = said(data.attribution, language.code) if data else ""
    notice = said(data.notice, language.code) if data else ""
    return MapWords(attribution, notice, lambda metres: scale_words(metres, language))


def scale_words(metres: float, language: Language) -> str:
    """ "100 m, 1½-minute walk": the length and how long one walks it."""
    length = (
        msg("{n} m", n=round(metres)) if metres < 1000 else msg("{n} km", n=round(metres / 1000))
    )
    quarters = round(metres / WALKING_M_PER_MINUTE * 4)
    if not 2 <= quarters <= 240:
        return language.say(length)
    whole, part = divmod(quarters, 4) if quarters < 40 else (round(quarters / 4), 0)
    minutes = (str(whole) if whole else "") + _QUARTERS[part]
    return language.say(
        msgn(
            "{length}, {minutes}-minute walk",
            "{length}, {minutes}-minute walk",
            max(1, whole),
            length=length,
            minutes=minutes,
        )
    )


def scale_length(metres_per_px: float) -> tuple[float, float]:
    """A round length in metres and its bar in px, 50 to 130 px where a round length fits."""
    low, high = _BAR_PX
    for metres in _LENGTHS_M:
        if low <= metres / metres_per_px <= high:
            return float(metres), metres / metres_per_px
    metres = 10 ** math.floor(math.log10(high * metres_per_px))
    return metres, metres / metres_per_px


class _Corners(NamedTuple):
    """The two plates in px, and the scale bar's length in px: 0 where nothing can be measured."""

    left: QRectF
    right: QRectF
    bar: float
    said: str


def corner_boxes(camera: Camera, words: MapWords) -> list[Box]:
    """What the corners cover, px: names on a still picture keep clear of it."""
    corners = _corners(camera, words)
    plates = [plate for plate in (corners.left, corners.right) if plate.width()]
    return [Box(p.left(), p.top(), p.right(), p.bottom()) for p in plates]


def draw_furniture(painter: QPainter, camera: Camera, words: MapWords) -> None:
    """Scale bar bottom left, attribution bottom right.

    A map that is not to scale says so instead: a bar on it would lie.
    """
    corners = _corners(camera, words)
    font = map_font(tokens.BODY.px, tokens.BODY.weight)
    down = QFontMetricsF(font).capHeight() / 2
    plate = corners.left
    painter.fillRect(plate, _veil())
    left = plate.left() + _ASIDE_PX
    if corners.bar:
        _draw_bar(painter, QPointF(left, plate.center().y() + 3), corners.bar)
        left += corners.bar + 8
    at = QPointF(left, plate.center().y() + down)
    draw_words(painter, at, corners.said, Lettering(font, tokens.INK))
    if corners.right.width():
        painter.fillRect(corners.right, _veil())
        at = QPointF(corners.right.left() + 8, corners.right.center().y() + down)
        draw_words(painter, at, words.attribution, Lettering(font, tokens.SOFT))


def _draw_bar(painter: QPainter, at: QPointF, length: float) -> None:
    up, along = QPointF(0, -6), QPointF(length, 0)
    painter.setPen(QPen(QColor(tokens.INK), 2))
    painter.drawPolyline([at + up, at, at + along, at + along + up])


def _corners(camera: Camera, words: MapWords) -> _Corners:
    metres, bar = (0.0, 0.0) if words.notice else scale_length(camera.metres_per_px)
    said_left = words.notice or words.scale(metres)
    metrics = QFontMetricsF(map_font(tokens.BODY.px, tokens.BODY.weight))
    wide = metrics.horizontalAdvance(said_left) + 2 * _ASIDE_PX + (bar + 8 if bar else 0)
    left = QRectF(10, camera.height - 34, wide, 26)
    source = words.attribution
    room = metrics.horizontalAdvance(source) + 16 if source else 0.0
    right = QRectF(camera.width - room, camera.height - 26, room, 26)
    if room and left.right() + 8 > right.left():  # no room beside each other: one over the other
        left.moveBottom(right.top() - 8)
    return _Corners(left, right, bar, said_left)


def _veil() -> QColor:
    veil = QColor(tokens.CARD)
    veil.setAlphaF(0.85)
    return veil
