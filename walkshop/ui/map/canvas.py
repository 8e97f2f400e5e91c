"""The map under people's hands: it tells what they do to it, and knows no walk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QCursor,
    QKeyEvent,
    QMouseEvent,
    QTouchEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Language
from walkshop.services.basemap.data import MapData
from walkshop.ui.map.hands import Grip, Hands
from walkshop.ui.map.style import COLOUR
from walkshop.ui.map.toolsurface import ToolSurface
from walkshop.ui.map.touch import Fingers, is_made_of_touch, pinch_step

WHEEL_STEP = 0.5
"""Zoom levels per notch of a wheel."""

_ARROWS = {
    Qt.Key.Key_Left: (80.0, 0.0),
    Qt.Key.Key_Right: (-80.0, 0.0),
    Qt.Key.Key_Up: (0.0, 80.0),
    Qt.Key.Key_Down: (0.0, -80.0),
}
_ZOOMS = {Qt.Key.Key_Plus: 1.0, Qt.Key.Key_Equal: 1.0, Qt.Key.Key_Minus: -1.0}


class MapCanvas(ToolSurface):
    """A map that people point at.

    Signals:
        pin_clicked: key, and the keyboard modifiers.
        figure_clicked: the key of a note whose line or area it is, the keyboard modifiers and the
            LonLat, beside all pins.
        place_clicked: a LonLat beside all pins and figures.
        pin_dropped: key, and the LonLat it was carried to; once per carrying.
        pin_hovered: key; empty when the pointer left it.
        place_clicked_twice: a point (QPointF, px) beside all pins, its first click told before.
    """

    pin_clicked = Signal(str, object)
    figure_clicked = Signal(str, object, object)
    place_clicked = Signal(object)
    pin_dropped = Signal(str, object)
    pin_hovered = Signal(str)
    place_clicked_twice = Signal(QPointF)

    def __init__(
        self,
        language: Language,
        data: MapData | None = None,
        style: str = COLOUR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(language, data, style, parent)
        self.zooms_on_double_click = True
        """Off where a stage decides that itself, by what the first click did."""
        self._over_box = False
        self.tools.clicked.connect(self._click)
        self.tools.changed.connect(self._show_hand)
        self._hands = Hands(self.view, self._grip, self)
        self._hands.clicked.connect(self._click)
        self._hands.carried.connect(self._carry)
        self._hands.let_go.connect(self._let_go)
        self._hands.put_back.connect(lambda _key: self._end_carrying())
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMinimumSize(160, 120)
        self._fingers = Fingers(self.view, self._hands, self.tools, self)
        self._fingers.began.connect(self._on_finger)
        self._fingers.tapped_twice.connect(self.mouseDoubleClickEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hands take the left button."""
        self._found.forget()
        if event.button() == Qt.MouseButton.LeftButton:
            self._fit = None
            if not self.tools.press(event):
                self._hands.press(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self.tools.remove_corner(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pull, carry, or point."""
        if self.tools.move(event):
            self._point(None)
        elif event.buttons() & Qt.MouseButton.LeftButton:
            self._hands.move(event)
        else:
            self._point(event.position())
        self._show_hand()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The end of what the left button began."""
        if event.button() == Qt.MouseButton.LeftButton:
            if not self.tools.release(event):
                self._hands.release(event)
            self._show_hand()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Zoom in on that place; a pin or a handle takes a second click as a click."""
        if event.button() != Qt.MouseButton.LeftButton or self.tools.finish():
            return
        if self.tools.press(event):
            return
        if self.pin_at(event.position()):
            self._hands.press(event)
        elif self.zooms_on_double_click:
            self.zoom_by(1.0, event.position())
        else:
            self.place_clicked_twice.emit(event.position())

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
        """Fingers on a screen or a touchpad; what a system makes of them besides is left alone."""
        if isinstance(event, QTouchEvent):
            event.setAccepted(self._fingers.take(event))
            return event.isAccepted()
        if isinstance(event, QMouseEvent):
            if is_made_of_touch(event):
                return True
            self.set_coarse(False)
        pinch = pinch_step(event)
        if pinch is not None:
            self._fit = None
            goal = self.view.camera
            self.view.move(goal.zoomed_to(goal.zoom + pinch.step, pinch.about))
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the map, plus and minus zoom, Home shows the walk, Delete takes a corner."""
        key = Qt.Key(event.key())
        free = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _ARROWS and free:
            self._fit = None
            self.view.fly(self.view.goal.panned(*_ARROWS[key]))
        elif key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key == Qt.Key.Key_Home:
            self.fit_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.tools.remove_corner(self.mapFromGlobal(QCursor.pos()).toPointF())
        else:
            super().keyPressEvent(event)

    def press_pin(self, key: str) -> None:
        """As a click on the pin does."""
        self.pin_clicked.emit(key, Qt.KeyboardModifier.NoModifier)

    def _on_finger(self) -> None:
        self._fit = None
        self._found.forget()
        self.set_coarse(True)

    def _grip(self, at: QPointF) -> Grip:
        key = self.pin_at(at) if self.movable else ""
        # A note about the whole area is in its box: there is nothing to carry.
        return Grip(key, self.pin_box(key).center()) if key in self.scene.pins else Grip()

    def _click(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        key = self.pin_at(at)
        figure = self.layer.figure_at(at, self.view.camera)
        box = self.layer.whole_box(self.view.camera)
        if key:
            self.pin_clicked.emit(key, modifiers)
        elif figure is not None:
            named = self.scene.pins.pins[figure].key
            self.figure_clicked.emit(named, modifiers, self.lonlat_at(at))
        elif box is None or not box.holds(at.x(), at.y()):
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
        if found is None and at is not None:
            found = self.layer.figure_at(at, self.view.camera)
        box = self.layer.whole_box(self.view.camera)
        self._over_box = at is not None and box is not None and bool(box.at(at.x(), at.y()))
        if found != self.highlight.hover:
            self.highlight = replace(self.highlight, hover=found)
            self.pin_hovered.emit("" if found is None else self.scene.pins.pins[found].key)
            self.update()

    def _show_hand(self) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if self.tools.busy:
            shape = Qt.CursorShape.CrossCursor
        elif self._hands.busy:
            shape = Qt.CursorShape.ClosedHandCursor
        elif self.highlight.hover is not None or self._over_box:
            shape = Qt.CursorShape.PointingHandCursor
        if self.cursor().shape() != shape:
            self.setCursor(shape)
