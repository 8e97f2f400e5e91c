"""Drawing a line or an area corner by corner; the corners stay on the ground while it is zoomed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from walkshop.domain.geo import LonLat
from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.lettering import Lettering, draw_haloed, number_font, width_px
from walkshop.ui.map.tools.measures import area_m2, length_m, rounded_area, rounded_length
from walkshop.ui.map.tools.tool import stroke

SNAP_PX = 10.0
"""A click this near the first corner closes an area, and near the last one ends a line."""


class DrawTool:
    """Click corners; Enter, a double click, or a click on the end corner is the end.

    Args:
        closed: an area, of three corners at least; else a line, of two.
        done: told the Figure; never one with too few corners.
        number: a number as the language writes it.
    """

    def __init__(
        self, closed: bool, done: Callable[[Figure], None], number: Callable[[float], str]
    ) -> None:
        self._closed = closed
        self._done = done
        self._number = number
        self.corners: list[LonLat] = []
        self._pointer: LonLat | None = None
        self._down: QPointF | None = None

    @property
    def begun(self) -> bool:
        """Whether a corner stands."""
        return bool(self.corners)

    def press(self, at: QPointF, _camera: Camera) -> None:
        """A corner is set when the button goes up."""
        self._down = at

    def move(self, at: QPointF, camera: Camera) -> None:
        """The next corner would come here."""
        self._pointer = camera.to_lonlat(at.x(), at.y())

    def release(self, at: QPointF, _keys: Qt.KeyboardModifier, camera: Camera) -> None:
        """Set a corner, or end on the first (area) or last (line) one."""
        down, self._down = self._down, None
        if down is None:
            return
        if self._enough and self._near(at, camera, self.corners[0 if self._closed else -1]):
            self.finish()
            return
        if not self.corners or not self._near(at, camera, self.corners[-1], shake_px()):
            self.corners.append(camera.to_lonlat(at.x(), at.y()))

    def lift(self) -> None:
        """No corner comes here."""
        self._down = None

    def finish(self) -> None:
        """Hand over what is drawn, when it has corners enough."""
        if self._enough:
            corners, self.corners = tuple(self.corners), []
            self._done(Figure(corners, self._closed))

    def step_back(self) -> None:
        """Take the last corner away."""
        if self.corners:
            self.corners.pop()

    def measure(self) -> str:
        """How long or how large it is with the pointer as its next corner; empty for nothing."""
        ahead = self._ahead()
        if len(ahead) < (3 if self._closed else 2):
            return ""
        size = rounded_area(area_m2(ahead)) if self._closed else rounded_length(length_m(ahead))
        return f"{self._number(size[0])} {size[1]}"

    def paint(self, painter: QPainter, camera: Camera) -> None:
        """Line or area so far, its corners, and its measure at the pointer."""
        ahead = [QPointF(*camera.to_screen(at)) for at in self._ahead()]
        if not ahead:
            return
        stroke(painter, path_of(ahead, self._closed and len(ahead) > 2), self._closed)
        for corner in self.corners:
            draw_handle(painter, QPointF(*camera.to_screen(corner)))
        words = self.measure()
        if words:
            font = number_font(tokens.PIN_LIST)
            # On the side of the pointer where the line does not come from.
            leftwards = len(ahead) > 1 and ahead[-1].x() < ahead[-2].x()
            right = -16 - width_px(words, font) if leftwards else 16
            at = ahead[-1] + QPointF(right, -10)
            draw_haloed(painter, at, words, Lettering(font, tokens.ACCENT))

    @property
    def _enough(self) -> bool:
        return len(self.corners) >= least(self._closed)

    def _ahead(self) -> list[LonLat]:
        if not self.corners or self._pointer is None:
            return list(self.corners)
        return [*self.corners, self._pointer]

    def _near(self, at: QPointF, camera: Camera, corner: LonLat, px: float = SNAP_PX) -> bool:
        return (QPointF(*camera.to_screen(corner)) - at).manhattanLength() <= px


def least(closed: bool) -> int:
    """The fewest corners of an area or a line."""
    return 3 if closed else 2


def shake_px() -> float:
    """Two clicks this near each other are one corner."""
    return QApplication.startDragDistance() / 2


def path_of(points: list[QPointF], closed: bool) -> QPainterPath:
    """Points of the map (px) as one line."""
    path = QPainterPath(points[0])
    for point in points[1:]:
        path.lineTo(point)
    if closed:
        path.closeSubpath()
    return path


def draw_handle(painter: QPainter, at: QPointF, radius: float = 5.0, solid: bool = True) -> None:
    """A corner that can be taken hold of; hollow where one can be added."""
    painter.setPen(QPen(QColor(tokens.ACCENT), 2))
    painter.setBrush(QColor(tokens.CARD if solid else tokens.LINE))
    painter.drawEllipse(at, radius, radius)
