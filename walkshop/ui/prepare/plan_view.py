"""A plan to look at closely: pulled and zoomed like the map beside it, and pointed at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from walkshop.domain.geo import Mercator
from walkshop.i18n import Language, msg
from walkshop.services.basemap.affine import PlanPx
from walkshop.services.basemap.planpicture import Rgb
from walkshop.ui import tokens
from walkshop.ui.map.lettering import draw_focus
from walkshop.ui.map.zoombuttons import ZoomButtons
from walkshop.ui.prepare.plan_marks import Glass, Marks
from walkshop.ui.prepare.plan_points import Points, Side
from walkshop.ui.widgets.type import px

WHEEL_STEP = 0.5
LEAST = (160, 120)
"""Width and height in px of plan and map, at least."""

_CLOSEST = 16.0
_ZOOMS = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}


class PlanImages:
    """A plan ready to draw: the whole picture and its halves.

    Args:
        levels: the whole first, each next one half of it; their bytes are kept, not copied.
    """

    def __init__(self, levels: Sequence[Rgb]) -> None:
        self._kept = levels
        self.images = [
            QImage(one.content, one.width, one.height, 3 * one.width, QImage.Format.Format_RGB888)
            for one in levels
        ]

    @property
    def size(self) -> QSizeF:
        """Of the whole picture, px."""
        return QSizeF(self.images[0].size())

    def draw(self, painter: QPainter, shrunk: float) -> None:
        """Draw it in its own px, of which `shrunk` become one px of the screen."""
        level = 0
        while shrunk >= 2 and level < len(self.images) - 1:
            shrunk, level = shrunk / 2, level + 1
        image = self.images[level]
        painter.save()
        painter.scale(2**level, 2**level)
        # Halves are rounded up to whole px: the part of the last one that is plan is drawn.
        part = QRectF(QPointF(), self.size / 2**level)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, shrunk > 0.5)
        painter.drawImage(part, image, part)
        painter.restore()


class PlanView(QWidget):
    """The plan at the left: a click sets a point, a pull moves the picture."""

    def __init__(self, language: Language, points: Points) -> None:
        super().__init__()
        self._images: PlanImages | None = None
        self._scale = 1.0
        self._middle = QPointF()
        self._fitted = True
        self._start: QPointF | None = None
        self._last = QPointF()
        self._pulling = False
        self.marks = Marks(self, Side.PLAN, points, Glass(self._to_px, self._to_plan, self._pan))
        self._buttons = ZoomButtons(language, self)
        self._buttons.zoomed.connect(self.zoom_by)
        points.changed.connect(self.update)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(px(LEAST[0]), px(LEAST[1]))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(language.say(msg("The plan")))

    def show_plan(self, images: PlanImages | None) -> None:
        """Show another plan, whole, or none."""
        self._images = images
        self.fit()

    def fit(self) -> None:
        """Show the whole plan."""
        self._fitted = True
        if self._images is not None:
            size = self._images.size
            self._middle = QPointF(size.width() / 2, size.height() / 2)
            self._scale = self._least()
        self.update()

    def zoom_by(self, step: float, about: QPointF | None = None) -> None:
        """Zoom in by `step` levels (negative: out) about a point in px, else the middle."""
        about = about if about is not None else QPointF(self.rect().center())
        held = self._to_plan(about)
        self._fitted = False
        self._scale = max(self._least() / 2, min(_CLOSEST, self._scale * 2**step))
        there = self._to_px(held)
        self._pan(about.x() - there.x(), about.y() - there.y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The plan on its table, the points, and a ring while the keyboard is here."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.SUNK))
        if self._images is not None:
            painter.save()
            painter.translate(self._to_px(PlanPx(0, 0)))
            painter.scale(self._scale, self._scale)
            self._images.draw(painter, 1 / (self._scale * self.devicePixelRatioF()))
            painter.restore()
            self.marks.paint(painter)
        painter.setPen(QPen(QColor(tokens.LINE), tokens.BORDER))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            draw_focus(painter, self.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted until it is moved; the keys stay in their corner."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        right = self.width() - tokens.GAP_12
        self._buttons.move(right - self._buttons.width(), tokens.GAP_12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of a point, or of the plan."""
        if event.button() != Qt.MouseButton.LeftButton or self._images is None:
            return
        self._pulling = False
        if not self.marks.press(event.position()):
            self._start = self._last = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Carry the point, or pull the plan."""
        at = event.position()
        if not event.buttons() & Qt.MouseButton.LeftButton:
            over = self.marks.index_at(at) is not None
            shape = Qt.CursorShape.OpenHandCursor if over else Qt.CursorShape.CrossCursor
            self.setCursor(shape)
        elif not self.marks.drag(at) and self._start is not None:
            far = (at - self._start).manhattanLength() >= QApplication.startDragDistance()
            self._pulling = self._pulling or far
            if self._pulling:
                self._pan(at.x() - self._last.x(), at.y() - self._last.y())
                self._last = at

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click sets a point."""
        if event.button() != Qt.MouseButton.LeftButton or self.marks.let_go():
            return
        start, self._start = self._start, None
        if start is not None and not self._pulling:
            self.marks.put(event.position())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(WHEEL_STEP * notches, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter point, plus and minus zoom, Home shows the whole plan."""
        key = Qt.Key(event.key())
        if self._images is None:
            super().keyPressEvent(event)
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key], self.marks.cross)
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif not self.marks.key(event):
            super().keyPressEvent(event)

    def _least(self) -> float:
        """The scale at which the whole plan is in view."""
        size = self._images.size if self._images is not None else QSizeF(1, 1)
        room = QSizeF(self.size()) - QSizeF(tokens.GAP_16, tokens.GAP_16)
        return max(min(room.width() / size.width(), room.height() / size.height()), 1e-4)

    def _to_px(self, place: PlanPx | Mercator) -> QPointF:
        middle = QPointF(self.rect().center())
        return middle + (QPointF(*place) - self._middle) * self._scale

    def _to_plan(self, at: QPointF) -> PlanPx:
        there = self._middle + (at - QPointF(self.rect().center())) / self._scale
        return PlanPx(there.x(), there.y())

    def _pan(self, dx: float, dy: float) -> None:
        """Pull the plan; its middle stays on the table."""
        self._fitted = False
        there = self._middle - QPointF(dx, dy) / self._scale
        size = self._images.size if self._images is not None else QSizeF(1, 1)
        self._middle = QPointF(
            max(0.0, min(size.width(), there.x())), max(0.0, min(size.height(), there.y()))
        )
        self.update()
