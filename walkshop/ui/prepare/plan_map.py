"""The map beside a plan: it is pointed at, and shows through the plan how that would lie."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPolygonF,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy

from walkshop.domain.geo import LonLat, Mercator, to_mercator
from walkshop.domain.queries.notes import extent
from walkshop.domain.records import Walk
from walkshop.i18n import msg
from walkshop.services.basemap.affine import Affine, PlanPx
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.furniture import corner_boxes
from walkshop.ui.map.of_walk import routes_of, stops_of
from walkshop.ui.prepare.plan_marks import Glass, Marks
from walkshop.ui.prepare.plan_points import Points, Side
from walkshop.ui.prepare.plan_view import LEAST, PlanImages
from walkshop.ui.widgets.type import px

VEIL = 0.6
"""How much of the plan and how little of the map is seen where the plan lies over it."""

_AROUND_M = 400.0


class PlanMap(MapCanvas):
    """The map of the walk with the points of a plan."""

    def __init__(self, desk: Desk, points: Points) -> None:
        super().__init__(desk.language, desk.ground.data, desk.ground.style)
        self._desk = desk
        self._points = points
        self._overlay: tuple[PlanImages, Affine] | None = None
        self.movable = False
        self.zooms_on_double_click = False
        self.marks = Marks(self, Side.MAP, points, Glass(self._to_px, self._to_place, self._pan))
        self.place_clicked.connect(self._put)
        self.fit_wanted.connect(self.fit_walk)
        points.changed.connect(self.update)
        desk.ground.changed.connect(self._show_ground)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(desk.say(msg("The map of the walk")))
        self.show_walk(desk.store.walk)
        self.fit_walk()

    def show_walk(self, walk: Walk) -> None:
        """Show the area; where no map lies there, its stops are all that can be pointed at."""
        bare = self._desk.ground.data is None
        self.set_stops(stops_of(walk) if bare else (), routes_of(walk) if bare else ())
        self.set_outline(walk.area.outlines)

    def fit_walk(self) -> None:
        """Show the whole area."""
        bounds = extent(self._desk.store.walk)
        if bounds is not None:
            thin = max(bounds.east - bounds.west, bounds.north - bounds.south) < 1e-6
            self.fit_to(bounds.grown(_AROUND_M if thin else 0.0), tokens.GAP_20)

    def show_plan(self, images: PlanImages | None, affine: Affine | None) -> None:
        """Show how a plan would lie, or no plan."""
        self._overlay = None if images is None or affine is None else (images, affine)
        self.update()

    @property
    def shows_plan(self) -> bool:
        """Whether a plan lies over the map."""
        return self._overlay is not None

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, the plan over it, the points."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self._overlay is not None:
            self._draw_plan(painter, *self._overlay)
        self.marks.paint(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point before the map does."""
        if not self._left(event) or not self.marks.press(event.position()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the point."""
        if not self.marks.drag(event.position()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the point down."""
        if not self._left(event) or not self.marks.let_go():
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter point; the other keys are those of every map."""
        if not self.marks.key(event):
            super().keyPressEvent(event)

    def _put(self, at: LonLat) -> None:
        self._points.place(Side.MAP, to_mercator(at))

    def _draw_plan(self, painter: QPainter, images: PlanImages, affine: Affine) -> None:
        """The plan on its place, everywhere but over the words in the corners."""
        wide, high = images.size.width(), images.size.height()
        ring = [(0.0, 0.0), (wide, 0.0), (wide, high), (0.0, high)]
        there = QPolygonF([self._to_px(affine.on_map(PlanPx(*corner))) for corner in ring])
        here = QPolygonF([QPointF(*corner) for corner in ring])
        placed = QTransform.quadToQuad(here, there)
        if not isinstance(placed, QTransform):
            return  # so far out that it is a point
        painter.save()
        free = QRegion(self.rect())
        for box in corner_boxes(self.view.camera, self._words):
            plate = QRectF(box.left, box.top, box.right - box.left, box.bottom - box.top)
            free -= QRegion(plate.toAlignedRect())
        painter.setClipRegion(free)
        painter.setTransform(placed, combine=True)
        painter.setOpacity(VEIL)
        shrunk = self.view.camera.resolution / abs(affine.determinant) ** 0.5
        images.draw(painter, shrunk / self.devicePixelRatioF())
        painter.restore()

    def _to_px(self, place: PlanPx | Mercator) -> QPointF:
        return QPointF(*self.view.camera.project(Mercator(*place)))

    def _to_place(self, at: QPointF) -> Mercator:
        return self.view.camera.unproject(at.x(), at.y())

    def _pan(self, dx: float, dy: float) -> None:
        self._fit = None
        self.view.move(self.view.camera.panned(dx, dy))

    def _show_ground(self) -> None:
        self.set_map(self._desk.ground.data, self._desk.ground.style)
        self.show_walk(self._desk.store.walk)

    @staticmethod
    def _left(event: QMouseEvent) -> bool:
        return event.button() == Qt.MouseButton.LeftButton
