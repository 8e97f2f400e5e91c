"""A sheet to look at closely: pulled with the mouse, zoomed with the wheel, or both by key."""

from __future__ import annotations

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
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkshop.i18n import Language, msg
from walkshop.services.basemap.planpicture import PlanPicture
from walkshop.services.paper.scans import Box
from walkshop.ui import tokens
from walkshop.ui.map.lettering import draw_focus
from walkshop.ui.map.zoombuttons import ZoomButtons
from walkshop.ui.widgets.type import px

WHEEL_STEP = 0.5
_CLOSEST = 8.0
_STEP = 0.1
"""Part of the view by which an arrow key moves the sheet."""

_ZOOMS = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}
_MOVES = {
    Qt.Key.Key_Left: (1, 0),
    Qt.Key.Key_Right: (-1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}


class ScanView(QWidget):
    """Shows one sheet; it is whole until somebody zooms or pulls it."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._images: list[QImage] = []
        self._scale = 1.0
        self._middle = QPointF()
        self._fitted = True
        self._last: QPointF | None = None
        self._buttons = ZoomButtons(language, self)
        self._buttons.zoomed.connect(self.zoom_by)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(px(200), px(160))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(language.say(msg("The sheet")))
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def show_picture(self, picture: PlanPicture | None) -> None:
        """Show another sheet, whole, or none."""
        self._images = []
        for level in range(len(picture.levels)) if picture else ():
            rgb = picture.rgb(level) if picture else None
            if rgb is not None:
                form = QImage.Format.Format_RGB888
                image = QImage(rgb.content, rgb.width, rgb.height, 3 * rgb.width, form)
                self._images.append(image.copy())
        self.fit()

    def fit(self) -> None:
        """Show the whole sheet."""
        self._fitted = True
        size = self._size
        self._middle = QPointF(size.width() / 2, size.height() / 2)
        self._scale = self._least()
        self.update()

    def zoom_by(self, step: float, about: QPointF | None = None) -> None:
        """Zoom in by `step` levels (negative: out) about a point in px, else the middle."""
        about = about if about is not None else QPointF(self.rect().center())
        held = self._to_sheet(about)
        self._fitted = False
        self._scale = max(self._least() / 2, min(_CLOSEST, self._scale * 2**step))
        there = self._to_px(held)
        self.pull(about.x() - there.x(), about.y() - there.y())

    def pull(self, dx: float, dy: float) -> None:
        """Move the sheet that many px; its middle stays in view."""
        self._fitted = False
        there = self._middle - QPointF(dx, dy) / self._scale
        size = self._size
        self._middle = QPointF(
            max(0.0, min(size.width(), there.x())), max(0.0, min(size.height(), there.y()))
        )
        self.update()

    @property
    def in_view(self) -> Box:
        """The part of the sheet that is seen, px of the sheet."""
        corner = QPointF(self.width(), self.height())
        begin, end = self._to_sheet(QPointF()), self._to_sheet(corner)
        return round(begin.x()), round(begin.y()), round(end.x()), round(end.y())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet on its table, and a ring while the keyboard is here."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.SUNK))
        if self._images:
            shrunk, level = 1 / (self._scale * self.devicePixelRatioF()), 0
            while shrunk >= 2 and level < len(self._images) - 1:
                shrunk, level = shrunk / 2, level + 1
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            target = QRectF(self._to_px(QPointF()), self._size * self._scale)
            painter.drawImage(target, self._images[level])
        painter.setPen(QPen(QColor(tokens.LINE), tokens.BORDER))
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        if self.hasFocus():
            draw_focus(painter, self.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay fitted until it is moved; the buttons stay in their corner."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        right = self.width() - tokens.GAP_12
        self._buttons.move(right - self._buttons.width(), tokens.GAP_12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the sheet."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull it."""
        if self._last is not None:
            step = event.position() - self._last
            self._last = event.position()
            self.pull(step.x(), step.y())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        self._last = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(WHEEL_STEP * notches, event.position())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, arrows move, Home shows the whole sheet."""
        key = Qt.Key(event.key())
        if key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key in _MOVES:
            right, down = _MOVES[key]
            self.pull(right * _STEP * self.width(), down * _STEP * self.height())
        elif key == Qt.Key.Key_Home:
            self.fit()
        else:
            super().keyPressEvent(event)

    @property
    def _size(self) -> QSizeF:
        return QSizeF(self._images[0].size()) if self._images else QSizeF(1, 1)

    def _least(self) -> float:
        """The scale at which the whole sheet is in view."""
        size = self._size
        room = QSizeF(self.size()) - QSizeF(tokens.GAP_16, tokens.GAP_16)
        return max(min(room.width() / size.width(), room.height() / size.height()), 1e-4)

    def _to_px(self, place: QPointF) -> QPointF:
        return QPointF(self.rect().center()) + (place - self._middle) * self._scale

    def _to_sheet(self, at: QPointF) -> QPointF:
        return self._middle + (at - QPointF(self.rect().center())) / self._scale
