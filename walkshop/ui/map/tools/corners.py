"""The corners of one line or area as handles: pull one, add one on an edge, take one away."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from walkshop.domain.geo import LonLat
from walkshop.domain.records.places import halfway
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.tools.drawing import draw_handle, least, path_of
from walkshop.ui.map.tools.tool import stroke

REACH_PX = 9.0
"""A hand this near a corner has it."""

ROOMY_PX = 36.0
"""An edge shorter than this shows no handle in its middle: it would lie on the corners."""


class Handle(NamedTuple):
    """A corner by its place in the figure, or (`new`) the middle of the edge before that place."""

    corner: int
    new: bool = False


class Corners:
    """One figure being reshaped; what it becomes is in `figure`, nobody else is told meanwhile."""

    def __init__(self, key: str, figure: Figure) -> None:
        self.key = key
        self.figure = self._before = figure
        self._held: int | None = None

    @property
    def held(self) -> bool:
        """Whether a corner is in hand."""
        return self._held is not None

    @property
    def changed(self) -> bool:
        """Whether the figure differs from what it was before the button went down."""
        return self.figure != self._before

    def at(self, at: QPointF, camera: Camera, reach: float = REACH_PX) -> Handle | None:
        """The handle nearest to a point of the map, within `reach` (both px)."""
        corners = [(corner, Handle(n)) for n, corner in enumerate(self._points(camera))]
        middles = [(middle, Handle(n, new=True)) for n, middle in self._middles(camera)]
        near = [
            ((handle - at).manhattanLength(), found)
            for handle, found in (*corners, *middles)
            if (handle - at).manhattanLength() <= reach
        ]
        return min(near, key=lambda pair: (pair[0], pair[1].new))[1] if near else None

    def take(self, handle: Handle, at: QPointF, camera: Camera) -> None:
        """Take hold of a corner; on an edge one is added first."""
        self._before = self.figure
        self._held = handle.corner
        if handle.new:
            along = list(self.figure.along)
            along.insert(handle.corner, camera.to_lonlat(at.x(), at.y()))
            self.figure = replace(self.figure, along=tuple(along))

    def pull(self, at: QPointF, camera: Camera) -> None:
        """The corner in hand goes here."""
        if self._held is not None:
            along: list[LonLat] = list(self.figure.along)
            along[self._held] = camera.to_lonlat(at.x(), at.y())
            self.figure = replace(self.figure, along=tuple(along))

    def let_go(self) -> None:
        """The corner stays where it is."""
        self._held = None

    def put_back(self) -> None:
        """The figure as it was before the button went down."""
        self._held = None
        self.figure = self._before

    def remove(self, index: int) -> bool:
        """Take a corner away; False when the figure needs all it has."""
        if len(self.figure.along) <= least(self.figure.closed):
            return False
        along = self.figure.along
        self.figure = replace(self.figure, along=along[:index] + along[index + 1 :])
        return True

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """The figure while it is pulled, and its handles always."""
        points = self._points(camera)
        if self.held:
            stroke(painter, path_of(points, self.figure.closed), self.figure.closed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for _index, middle in self._middles(camera):
            draw_handle(painter, middle, 3.5, solid=False)
        for corner in points:
            draw_handle(painter, corner)

    def _points(self, camera: Camera) -> list[QPointF]:
        return [QPointF(*camera.to_screen(corner)) for corner in self.figure.along]

    def _middles(self, camera: Camera) -> list[tuple[int, QPointF]]:
        points = self._points(camera)
        ends = [*points[1:], points[0]] if self.figure.closed else points[1:]
        # The pin of a line stands halfway: a handle under it could not be reached.
        pin = None if self.figure.closed else QPointF(*camera.to_screen(halfway(self.figure.along)))
        return [
            (index + 1, _free_of(pin, start, end))
            for index, (start, end) in enumerate(zip(points, ends, strict=False))
            if (end - start).manhattanLength() >= ROOMY_PX
        ]


def _free_of(pin: QPointF | None, start: QPointF, end: QPointF) -> QPointF:
    middle = (start + end) / 2
    if pin is None or (middle - pin).manhattanLength() > ROOMY_PX:
        return middle
    return start + (end - start) / 4
