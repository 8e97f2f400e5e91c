"""Paints what people said over the map: route, stops, names, pins and their numbers, in order."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from walkshop.ui import tokens
from walkshop.ui.map.arrange import CROWD, Arrangement
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.cutting import EDGE_PX
from walkshop.ui.map.figureink import draw_figure
from walkshop.ui.map.hotink import draw_hot
from walkshop.ui.map.ink import Ink
from walkshop.ui.map.labels import Label
from walkshop.ui.map.lettering import number_font, width_px
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import Box, number_box
from walkshop.ui.map.style import MapStyle
from walkshop.ui.map.thinning import thinned
from walkshop.ui.map.ways import draw_line, draw_reach, draw_routes


@dataclass(frozen=True, slots=True)
class Highlight:
    """The pins drawn last and ringed, by index."""

    selected: frozenset[int] = frozenset()
    hover: int | None = None
    hidden: frozenset[int] = frozenset()
    reshaped: int | None = None
    """The pin whose line or area is drawn by the hand that pulls its corner."""
    keys: frozenset[str] = frozenset()
    """All that is selected, with or without a place on the map."""

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

    def ground(self, painter: QPainter, colour: str, highlight: Highlight | None = None) -> None:
        """All that lies under the names, in order: heat, the area's edge, figures, the way.

        `colour` is that of the area's edge, where the map itself has none.
        """
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_hot(painter, self._camera, self._scene.hot)
        pen = QPen(QColor(colour), 1.5)
        for ring in self._scene.outline:
            draw_line(painter, self._camera, (*ring, *ring[:1]), (pen,))
        for stop in self._scene.stops:
            draw_reach(painter, self._camera, stop.at, stop.radius_m)
        self._figures(painter, highlight or Highlight())
        draw_routes(painter, self._camera, self._scene.routes)
        painter.restore()

    def _figures(self, painter: QPainter, highlight: Highlight) -> None:
        """The lines and areas of notes, those of ringed pins last."""
        pins, raised = self._scene.pins, highlight.raised
        found = pins.figures.in_view(self._camera, EDGE_PX)
        order = [pair for pair in found if pair[0] not in raised]
        order += sorted((p for p in found if p[0] in raised), key=lambda p: raised.index(p[0]))
        for index, figure in order:
            if index not in highlight.hidden and index != highlight.reshaped:
                look = pins.pins[index].look.chosen(
                    index in highlight.selected, index == highlight.hover
                )
                draw_figure(painter, self._camera, figure, look)

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
            x, y = at.x + dx, at.y + dy
            if -40 < x < self._camera.width + 40 and -40 < y < self._camera.height + 40:
                self._ink.plate(painter, QPointF(x, y), str(stop.nr))

    def pins(self, painter: QPainter, highlight: Highlight) -> None:
        """All pins in view, then their numbers, then what stands on top."""
        pins, how = self._scene.pins, self._how
        among = pins.in_view(self._camera, 2 * tokens.PIN_ROOM)
        x, y = pins.screen(self._camera, among)
        x, y = x + how.dx[among], y + how.dy[among]
        kept = thinned(x, y, self._camera)
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
        look = look.chosen(chosen, highlight.hover == index)
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


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))
