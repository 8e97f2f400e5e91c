"""The map under people's hands: it tells what they do to it, and knows no walk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Language
from walkshop.services.basemap.data import MapData
from walkshop.ui import tokens
from walkshop.ui.map.camera import ScreenPoint
from walkshop.ui.map.hands import Grip, Hands
from walkshop.ui.map.lettering import draw_focus
from walkshop.ui.map.style import COLOUR
from walkshop.ui.map.surface import MapSurface
from walkshop.ui.map.touch import pinch_step
from walkshop.ui.map.zoombuttons import ZoomButtons

WHEEL_STEP = 0.5
"""Zoom levels per notch of a wheel."""

_ARROWS = {
    Qt.Key.Key_Left: (80.0, 0.0),
    Qt.Key.Key_Right: (-80.0, 0.0),
    Qt.Key.Key_Up: (0.0, 80.0),
    Qt.Key.Key_Down: (0.0, -80.0),
}
_ZOOMS = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}


class MapCanvas(MapSurface):
    """A map that people point at.

    Signals:
        pin_clicked: key, and the keyboard modifiers.
        place_clicked: a LonLat beside all pins.
        pin_dropped: key, and the LonLat it was carried to; once per carrying.
        pin_hovered: key; empty when the pointer left it.
    """

    pin_clicked = Signal(str, object)
    place_clicked = Signal(object)
    pin_dropped = Signal(str, object)
    pin_hovered = Signal(str)

    def __init__(
        self,
        language: Language,
        data: MapData | None = None,
        style: str = COLOUR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(language, data, style, parent)
        self.movable = True
        """Whether pins can be carried."""
        self._hands = Hands(self.view, self._grip, self)
        self._hands.clicked.connect(self._click)
        self._hands.carried.connect(self._carry)
        self._hands.let_go.connect(self._let_go)
        self._hands.put_back.connect(lambda _key: self._end_carrying())
        self._buttons = ZoomButtons(language, self)
        self._buttons.zoomed.connect(self.zoom_by)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(160, 120)
        self.grabGesture(Qt.GestureType.PinchGesture)

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        super().set_language(language)
        self._buttons.set_language(language)

    def zoom_by(self, step: float, about: QPointF | None = None) -> None:
        """Zoom in by `step` levels (negative: out) about a point in px, else the middle."""
        self._fit = None
        self.view.zoom_by(step, None if about is None else ScreenPoint(about.x(), about.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, and a ring around it when the keyboard is on it."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            draw_focus(painter, self.rect())
            painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys stay in their corner."""
        super().resizeEvent(event)
        self._buttons.move(event.size().width() - self._buttons.width() - 12, tokens.GAP_12)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hands take the left button."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._fit = None
            self._hands.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull, carry, or point."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._hands.move(event)
        else:
            self._point(event.position())
        self._show_hand()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of what the left button began."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._hands.release(event)
            self._show_hand()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in on that place; a pin takes a second click as a click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if self.pin_at(event.position()):
            self._hands.press(event)
        else:
            self.zoom_by(1.0, event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the pointer, by notches of a wheel or by the way of two fingers."""
        notches = event.angleDelta().y() / 120
        if notches:
            self.zoom_by(WHEEL_STEP * notches, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Two fingers on a screen or a touchpad."""
        pinch = pinch_step(event, self)
        if pinch is not None:
            self._fit = None
            goal = self.view.camera
            self.view.move(goal.zoomed_to(goal.zoom + pinch.step, pinch.about))
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the map, plus and minus zoom it."""
        key = Qt.Key(event.key())
        free = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and free:
            self._fit = None
            self.view.fly(self.view.goal.panned(*_ARROWS[key]))
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        else:
            super().keyPressEvent(event)

    def _grip(self, at: QPointF) -> Grip:
        key = self.pin_at(at) if self.movable else ""
        return Grip(key, self.pin_box(key).center()) if key else Grip()

    def _click(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        key = self.pin_at(at)
        if key:
            self.pin_clicked.emit(key, modifiers)
        else:
            self.place_clicked.emit(self.lonlat_at(at))

    def _carry(self, key: str, middle: QPointF) -> None:
        if key not in self.scene.pins:
            return
        index = self.scene.pins.index(key)
        self.carried = (index, middle)
        self.highlight = replace(self.highlight, hover=None, hidden=frozenset({index}))
        self.update()

    def _let_go(self, key: str, middle: QPointF) -> None:
        self._end_carrying()
        if key in self.scene.pins:
            self.pin_dropped.emit(key, self.lonlat_at(middle))

    def _end_carrying(self) -> None:
        self.carried = None
        self.highlight = replace(self.highlight, hidden=frozenset())
        self._show_hand()
        self.update()

    def _point(self, at: QPointF | None) -> None:
        found = self._fans.point(at)
        if found != self.highlight.hover:
            self.highlight = replace(self.highlight, hover=found)
            self.pin_hovered.emit("" if found is None else self.scene.pins.pins[found].key)
            self.update()

    def _show_hand(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self._hands.busy:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self.highlight.hover is not None:
            shape = Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
