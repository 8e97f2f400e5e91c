"""Paints the map under the pins: the same strokes on screen, on the projector and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath

from walkshop.services.basemap.data import MapData, Shape
from walkshop.ui.map.arrows import draw_arrows
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.detail import ARROWS_M_PER_PX, EDGES_M_PER_PX, TIES_M_PER_PX, is_shown
from walkshop.ui.map.rastertiles import RasterPainter
from walkshop.ui.map.shapes import Group, shapes_of
from walkshop.ui.map.strokes import pen
from walkshop.ui.map.style import (
    CASED_FROM_PX,
    THREAD_PX,
    LayerStyle,
    MapStyle,
    casing_px,
    street_px,
)

EDGE_PX = 12.0
"""Strokes reach at most this far outside the line they follow at usual zooms."""

_BRIDGE_PX = 1.8
"""The edge of a bridge shows this much on each side: its railing is what one sees of it."""

_DECK_PX = 2.5
"""Ground of a bridge beside a line that has no width of its own."""


class _Sheet(NamedTuple):
    """What is painted on, what is seen, and whether geometry is cut at the frame."""

    painter: QPainter
    camera: Camera
    cut: bool
    shown: tuple[tuple[Group, LayerStyle], ...]


class _Part(NamedTuple):
    """Things drawn alike that are in view, in px."""

    group: Group
    look: LayerStyle
    path: QPainterPath


class BasemapPainter:
    """Paints a map in a style; knows no window, no tiles and no pins.

    Args:
        rasters: the pictures under its features, where they are not the data's own.
    """

    def __init__(
        self, data: MapData, style: MapStyle, rasters: RasterPainter | None = None
    ) -> None:
        self.style = style
        self.rasters = rasters or (RasterPainter(data.tiles, style) if data.tiles else None)
        self.shapes = shapes_of(data)

    def paint(self, painter: QPainter, camera: Camera, cut: bool = False) -> None:
        """Paint what the camera sees on its viewport (0, 0, width, height) of `painter`.

        With `cut` geometry ends a little outside the viewport, for painters that cannot clip.
        """
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(0, 0, camera.width, camera.height)
        painter.fillRect(frame, QColor(self.style.land))
        if self.rasters is not None:
            (self.rasters.paint_whole if cut else self.rasters.paint)(painter, camera)
        sheet = _Sheet(painter, camera, cut, tuple(self._shown(camera)))
        levels = sorted({group.level for group in self.shapes.groups} | {0})
        self._grounds(sheet)
        for level in levels:
            if level < 0:
                self._tunnels(sheet, level)
        for level in levels:
            if level >= 0:
                self._paths(sheet, level)
                self._streets(sheet, level)
                if level == 0:
                    self._buildings(sheet)
                self._rails(sheet, level)
        for part in self._parts(sheet, "area"):
            painter.strokePath(part.path, pen(part.look.line, part.look.width))
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def ready(self, camera: Camera, time_left: Callable[[], bool]) -> bool:
        """Prepare what painting this view needs, at least a part; False when time ran out."""
        if self.rasters is not None and not self.rasters.ready(camera, time_left):
            return False
        return all(
            self.shapes.ready(group, camera.grown(self._reach(look, camera)), time_left)
            for group, look in self._shown(camera)
        )

    def _shown(self, camera: Camera) -> Iterator[tuple[Group, LayerStyle]]:
        """The groups that are drawn at this scale, with their look."""
        scale = camera.metres_per_px
        for group in self.shapes.groups:
            look = self.style.of(group.layer, group.grade)
            if look is not None and is_shown(group.layer, group.grade, group.shape, scale):
                yield group, look

    def _parts(self, sheet: _Sheet, layer: str, level: int | None = None) -> Iterator[_Part]:
        """What is in view of a layer, at one level or at all of them."""
        for group, look in sheet.shown:
            if group.layer == layer and level in (None, group.level):
                path = self._path(group, look, sheet)
                if not path.isEmpty():
                    yield _Part(group, look, path)

    def _path(self, group: Group, look: LayerStyle, sheet: _Sheet) -> QPainterPath:
        """The group's path in px of the viewport."""
        reach = self._reach(look, sheet.camera)
        path = self.shapes.path(group, sheet.camera.grown(reach), sheet.cut)
        path.translate(-reach, -reach)
        return path

    @staticmethod
    def _reach(look: LayerStyle, camera: Camera) -> float:
        """How far outside the view something is still seen in it, px."""
        wide = street_px(look.width, camera.metres_per_px) / 2 if look.casing else 0.0
        return EDGE_PX + wide

    def _grounds(self, sheet: _Sheet) -> None:
        """Squares, green and water; edges go under fills: where two parts meet no line is seen."""
        for layer in ("square", "green"):
            for part in self._parts(sheet, layer):
                if part.group.shape is Shape.AREA:
                    _edge(sheet.painter, part)
                    sheet.painter.fillPath(part.path, QBrush(QColor(part.look.fill)))
        waters = list(self._parts(sheet, "water"))
        look = self.style.layers["waterway"]
        width = street_px(look.width, sheet.camera.metres_per_px)
        for part in waters:
            if part.group.shape is Shape.AREA:
                _edge(sheet.painter, part)
            else:
                sheet.painter.strokePath(part.path, pen(look.casing, width + 1.4))
        for part in waters:
            if part.group.shape is Shape.AREA:
                sheet.painter.fillPath(part.path, QBrush(QColor(part.look.fill)))
            else:
                sheet.painter.strokePath(part.path, pen(look.fill, width))

    def _tunnels(self, sheet: _Sheet, level: int) -> None:
        """What runs under the ground: pale, its sides dashed."""
        tunnel = self.style.layers["tunnel"]
        scale = sheet.camera.metres_per_px
        for layer in ("path", "rail"):
            for part in self._parts(sheet, layer, level):
                faint = pen(tunnel.line, part.look.width, part.look.dash or tunnel.dash)
                sheet.painter.strokePath(part.path, faint)
        streets = list(self._parts(sheet, "street", level))
        for part in streets:
            width = street_px(part.look.width, scale) + 2 * casing_px(scale)
            sheet.painter.strokePath(part.path, pen(tunnel.casing, width, tunnel.dash))
        for part in streets:
            width = street_px(part.look.width, scale)
            sheet.painter.strokePath(part.path, pen(tunnel.fill, width, flat=True))

    def _paths(self, sheet: _Sheet, level: int) -> None:
        parts = list(self._parts(sheet, "path", level))
        if level > 0:
            self._decks(sheet, parts)
        for part in parts:
            line = pen(part.look.line, part.look.width, part.look.dash)
            sheet.painter.strokePath(part.path, line)

    def _decks(self, sheet: _Sheet, parts: list[_Part]) -> None:
        """The ground of bridges that carry paths and rails, with their edges."""
        bridges = [part for part in parts if part.look.bridge]
        for part in bridges:
            width = part.look.width + 2 * _DECK_PX + 2
            sheet.painter.strokePath(part.path, pen(part.look.bridge, width, flat=True))
        for part in bridges:
            width = part.look.width + 2 * _DECK_PX
            sheet.painter.strokePath(part.path, pen(self.style.land, width, flat=True))

    def _streets(self, sheet: _Sheet, level: int) -> None:
        """All casings, then all fills, the widest road last."""
        scale = sheet.camera.metres_per_px
        parts = sorted(self._parts(sheet, "street", level), key=lambda part: part.look.width)
        widths = [street_px(part.look.width, scale) for part in parts]
        aside = casing_px(scale)
        for part, width in zip(parts, widths, strict=True):
            if width < CASED_FROM_PX:
                sheet.painter.strokePath(part.path, pen(part.look.casing, THREAD_PX))
            elif level > 0 and width > 2 * aside:
                rail = pen(part.look.bridge, width + 2 * _BRIDGE_PX, flat=True)
                sheet.painter.strokePath(part.path, rail)
            else:
                sheet.painter.strokePath(part.path, pen(part.look.casing, width + 2 * aside))
        for part, width in zip(parts, widths, strict=True):
            if width >= CASED_FROM_PX:
                sheet.painter.strokePath(part.path, pen(part.look.fill, width))
        if scale < ARROWS_M_PER_PX:
            seen = sheet.camera.grown(EDGE_PX)
            streets = [f for part in parts for f in self.shapes.seen(part.group, seen)]
            draw_arrows(sheet.painter, streets, sheet.camera, self.style.layers["oneway"])

    def _buildings(self, sheet: _Sheet) -> None:
        """Houses in a row stay apart: here the edge goes over the fill."""
        for part in self._parts(sheet, "building"):
            if part.group.shape is not Shape.AREA:
                continue
            sheet.painter.fillPath(part.path, QBrush(QColor(part.look.fill)))
            if sheet.camera.metres_per_px <= EDGES_M_PER_PX:
                sheet.painter.strokePath(part.path, pen(part.look.edge, part.look.edge_px))

    def _rails(self, sheet: _Sheet, level: int) -> None:
        parts = list(self._parts(sheet, "rail", level))
        if level > 0:
            self._decks(sheet, parts)
        for part in parts:
            sheet.painter.strokePath(part.path, pen(part.look.line, part.look.width))
            if part.look.ties and sheet.camera.metres_per_px <= TIES_M_PER_PX:
                ties = pen(part.look.line, part.look.ties[0], part.look.ties[1:])
                sheet.painter.strokePath(part.path, ties)


def _edge(painter: QPainter, part: _Part) -> None:
    if part.look.edge:
        painter.strokePath(part.path, pen(part.look.edge, 2 * part.look.edge_px))
