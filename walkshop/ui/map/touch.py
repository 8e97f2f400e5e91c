"""Two fingers, as touch screens and touchpads tell them: both become one step of zoom."""

from __future__ import annotations

import math
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

from walkshop.ui.map.camera import ScreenPoint


class Pinch(NamedTuple):
    """How far fingers zoom (levels) and about which point of the widget (px)."""

    step: float
    about: ScreenPoint


def pinch_step(event: QEvent, widget: QWidget) -> Pinch | None:
    """The zoom an event asks for; None when it is not a pinch."""
    if isinstance(event, QNativeGestureEvent):
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return None
        at = event.position()
        return _pinch(1 + event.value(), ScreenPoint(at.x(), at.y()))
    if isinstance(event, QGestureEvent):
        gesture = event.gesture(Qt.GestureType.PinchGesture)
        if isinstance(gesture, QPinchGesture):
            middle = widget.mapFromGlobal(gesture.centerPoint())
            return _pinch(gesture.scaleFactor(), ScreenPoint(middle.x(), middle.y()))
    return None


def _pinch(factor: float, about: ScreenPoint) -> Pinch:
    return Pinch(math.log2(max(factor, 0.1)), about)
