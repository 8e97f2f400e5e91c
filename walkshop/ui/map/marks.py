"""Paints what people said over the map: route, stops, names, pins and their numbers, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from walkshop.domain.geo import LonLat
from walkshop.ui import tokens
from walkshop.ui.map.arrange import CROWD, Arrangement
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ink import Ink
from walkshop.ui.map.labels import Label
from walkshop.ui.map.lettering import Lettering, draw_haloed, number_font, width_px
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Floats, Indexes
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import Box, number_box
from walkshop.ui.map.style import MapStyle

CELL_PX = 8
"""In a crowd one pin per cell of this many px is drawn: more would only hide one another."""

_CULL_FROM = 3000


@dataclass(frozen=True, slots=True)
class Highlight:
    """The pins drawn last and ringed, by index."""

    selected: frozenset[int] = frozenset()
    hover: int | None = None
    hidden: frozenset[int] = frozenset()

    @property
    def raised(self) -> tuple[int, ...]:
        """Those drawn on top of all others, the hovered one under the selected ones."""
        hover = () if self.hover is None or self.hover in self.selected else (self.hover,)
        return (*hover, *sorted(self.selected))


class MarksPainter:
    """Paints a scene as arranged, for one camera, with one kind of ink."""

    def __init__(self, scene: Scene, arrangement: Arrangement, camera: Camera, ink: Ink) -> None:
        self._scene = scene
        self._how = arrangement
        self._camera = camera
        self._ink = ink

    def route(self, painter: QPainter) -> None:
        """The walk's line: accent dashes on a white band."""
        _line(painter, self._camera, self._scene.route, _ROUTE)

    def outline(self, painter: QPainter, colour: str) -> None:
        """The edge of the area, where the map itself has none."""
        pen = QPen(QColor(colour), 1.5)
        for ring in self._scene.outline:
            _line(painter, self._camera, (*ring, *ring[:1]), (pen,))

    def names(self, painter: QPainter, labels: Iterable[Label], style: MapStyle) -> None:
        """The names on the map."""
        margin = 120
        for label in labels:
            at = self._camera.project(label.at)
            inside = -margin < at.x < self._camera.width + margin
            if inside and -margin < at.y < self._camera.height + margin:
                self._ink.label(painter, QPointF(at.x, at.y), label, style)

    def stops(self, painter: QPainter) -> None:
        """The stops' plates."""
        for stop, (dx, dy) in zip(self._scene.stops, self._how.plates, strict=True):
            at = self._camera.to_screen(stop.at)
            self._ink.plate(painter, QPointF(at.x + dx, at.y + dy), str(stop.nr))

    def pins(self, painter: QPainter, highlight: Highlight) -> None:
        """All pins in view, then their numbers, then what stands on top."""
        pins, how = self._scene.pins, self._how
        among = pins.in_view(self._camera, 2 * tokens.PIN_ROOM)
        x, y = pins.screen(self._camera, among)
        x, y = x + how.dx[among], y + how.dy[among]
        if len(among) > _CULL_FROM:
            kept = _one_per_cell(x, y)
            among, x, y = among[kept], x[kept], y[kept]
        top = set(highlight.raised) | highlight.hidden | how.open
        plain = [
            (index, (at_x, at_y, pins.face(index)))
            for index, at_x, at_y in zip(among.tolist(), x.tolist(), y.tolist(), strict=True)
            if index not in top
        ]
        if len(plain) > CROWD:
            self._ink.crowd(painter, (spot for _, spot in plain), how.size)
        else:
            for _, (at_x, at_y, look) in plain:
                self._ink.pin(painter, QPointF(at_x, at_y), how.size, look)
        for index, spot in plain if how.sides else ():
            self._number(painter, index, spot[:2], pins.pins[index].look, how.size)
        self.top_pins(painter, highlight)

    def top_pins(self, painter: QPainter, highlight: Highlight) -> None:
        """The open heap with its lines, and the ringed pins, over all others."""
        fanned = sorted(self._how.open - set(highlight.raised))
        self._leaders(painter, sorted(self._how.open - highlight.hidden))
        for index in (*fanned, *highlight.raised):
            if index not in highlight.hidden:
                self.raised(painter, index, self._place(index), highlight)

    def stamp(self, painter: QPainter, indexes: Iterable[int]) -> None:
        """These pins alone, without numbers."""
        for index in indexes:
            at = QPointF(*self._place(index))
            self._ink.pin(painter, at, self._how.size, self._scene.pins.face(index))

    def raised(
        self, painter: QPainter, index: int, at: tuple[float, float], highlight: Highlight
    ) -> None:
        """One pin at `at` px on top of the others, ringed as the highlight says, and its number."""
        look = self._scene.pins.pins[index].look
        chosen = index in highlight.selected
        look = replace(look, selected=chosen, hover=highlight.hover == index and not chosen)
        size = max(self._how.size, tokens.PIN_MAP) if chosen else self._how.size
        self._ink.pin(painter, QPointF(*at), size, look)
        self._number(painter, index, at, look, size)

    def _place(self, index: int) -> tuple[float, float]:
        """Where a pin is drawn, px."""
        at = self._camera.to_screen(self._scene.pins.pins[index].at)
        return (at.x + float(self._how.dx[index]), at.y + float(self._how.dy[index]))

    def _number(
        self, painter: QPainter, index: int, at: tuple[float, float], look: PinLook, size: float
    ) -> None:
        ringed = look.selected or look.hover
        side = self._how.sides.get(index, "right" if ringed else "")
        if not side or not look.number:
            return
        wide = number_width(look.number, size)
        # A ring reaches as far as the number: let it through.
        away = 12.0 if look.selected else 4.0 if look.hover else 0.0
        box = number_box(*at, size + 2 * away, wide, side)
        self._ink.number(painter, _rect(box), size, look)

    def _leaders(self, painter: QPainter, indexes: list[int]) -> None:
        """Lines from fanned pins to their places, with a dot there."""
        true = [self._camera.to_screen(self._scene.pins.pins[index].at) for index in indexes]
        lines = [
            (QPointF(*self._place(index)), QPointF(*at))
            for index, at in zip(indexes, true, strict=True)
        ]
        for colour, width, dot in ((tokens.PIN_HALO, 4.0, 4.5), (tokens.INK, 1.5, 3.0)):
            painter.setPen(QPen(QColor(colour), width))
            painter.drawLines([QLineF(pin, place) for pin, place in lines])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            for _, place in lines:
                painter.drawEllipse(place, dot, dot)
            painter.setBrush(Qt.BrushStyle.NoBrush)


@lru_cache(maxsize=4096)
def number_width(text: str, size: float) -> float:
    """Width in px of a number beside a pin of `size` px; 0 for none."""
    return width_px(text, number_font(size)) if text else 0.0


def draw_pending(painter: QPainter, at: QPointF, words: str) -> None:
    """The open ring that says where the next note comes, with `words` beside it."""
    ring = QPainterPath()
    ring.addEllipse(at, 15, 15)
    painter.strokePath(ring, QPen(QColor(tokens.PIN_HALO), 6))
    painter.strokePath(ring, QPen(QColor(tokens.ACCENT), 2.5))
    if words:
        font = number_font(tokens.PIN_LIST)
        draw_haloed(painter, at + QPointF(22, 5), words, Lettering(font, tokens.ACCENT))


def _one_per_cell(x: Floats, y: Floats) -> Indexes:
    cells = (x // CELL_PX).astype(np.int64) * 100_003 + (y // CELL_PX).astype(np.int64)
    _, first = np.unique(cells, return_index=True)
    return np.sort(first)


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))


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


_ROUTE = _route_pens()


def _line(
    painter: QPainter, camera: Camera, places: tuple[LonLat, ...], pens: tuple[QPen, ...]
) -> None:
    """A line through places, cut to the viewport: dashes far outside it cost time and paper."""
    if len(places) < 2:
        return
    import shapely

    at = shapely.LineString([camera.to_screen(place) for place in places])
    seen = shapely.clip_by_rect(at, -20, -20, camera.width + 20, camera.height + 20)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in shapely.get_parts(seen):
        line = QPolygonF([QPointF(*corner) for corner in piece.coords])
        for pen in pens:
            painter.setPen(pen)
            painter.drawPolyline(line)
