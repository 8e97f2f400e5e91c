"""Which tool the hand holds on one map, and the keys that end it wherever the focus is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPolygonF

from walkshop.ui.map.figures import Figure
from walkshop.ui.map.keys import WindowKeys
from walkshop.ui.map.tools.corners import REACH_PX, Corners, Handle
from walkshop.ui.map.tools.dragged import BoxTool, LassoTool, is_click
from walkshop.ui.map.tools.drawing import DrawTool, path_of
from walkshop.ui.map.tools.tool import Tool, ToolId, stroke
from walkshop.ui.map.view import MapView

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Toolbox(QObject):
    """The tools of one map.

    Signals:
        changed: something else is to be painted, or another tool is in hand.
        boxed: a box to zoom to (QRectF, px).
        circled: a ring (QPolygonF, px) and the keys held.
        drawn: a Figure.
        reshaped: a key and the Figure it has now; once per pull.
        clicked: a click with a key held that was no drawing (QPointF px, keys).
    """

    changed = Signal()
    boxed = Signal(QRectF)
    circled = Signal(object, object)
    drawn = Signal(object)
    reshaped = Signal(str, object)
    clicked = Signal(QPointF, object)

    def __init__(
        self, view: MapView, number: Callable[[float], str], pin_at: Callable[[QPointF], str]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._number = number
        self._pin_at = pin_at
        self._tool: Tool | None = None
        self.current: ToolId | None = None
        self.corners: Corners | None = None
        self.pending: Figure | None = None
        self._keys = WindowKeys(view.parent(), self._act_of, self)
        self.reach = REACH_PX
        """How near a hand must come to a corner (px); a finger is thicker than a pointer."""

    @property
    def busy(self) -> bool:
        """Whether a tool or a corner is in hand."""
        return self._tool is not None or (self.corners is not None and self.corners.held)

    def choose(self, tool: ToolId) -> None:
        """Take a tool; the one in hand is put back by choosing it again."""
        again = self.current is tool
        self.drop()
        if not again:
            self.current = tool
            self._hold(self._made(tool))

    def drop(self) -> None:
        """Back to the hand; what is half drawn is gone, a corner in hand goes back."""
        if self.corners is not None and self.corners.held:
            self.corners.put_back()
        self.current = None
        self._hold(None)

    def lift(self) -> None:
        """The press under way was none after all: corners that stand are kept."""
        if self.corners is not None and self.corners.held:
            self.corners.put_back()
            self._keys.listen(self._tool is not None)
        if self._tool is not None:
            self._tool.lift()
        self.changed.emit()

    def show_corners(self, key: str, figure: Figure | None) -> None:
        """Handles on this figure, or on none; a corner in hand is not torn away."""
        if (known := self.corners) is not None and known.held:
            return
        if figure is None:
            self.corners = None
        elif known is None or (known.key, known.figure) != (key, figure):
            self.corners = Corners(key, figure)
        if known is not self.corners:
            self.changed.emit()

    @property
    def pulled(self) -> str:
        """The key of the note whose corner is in hand; empty for none."""
        return self.corners.key if self.corners is not None and self.corners.held else ""

    def handle_at(self, at: QPointF) -> Handle | None:
        """The handle under a point (px); a pin lies over the middle of an edge."""
        handle = self.corners.at(at, self._view.camera, self.reach) if self.corners else None
        return None if handle is None or (handle.new and self._pin_at(at)) else handle

    def press(self, event: QMouseEvent) -> bool:
        """The left button went down; False when the hand is free to do something else."""
        at, camera = event.position(), self._view.camera
        if self._tool is None and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._hold(BoxTool(self._box))
        if self._tool is not None:
            self._view.halt()
            self._tool.press(at, camera)
            return True
        handle = self.handle_at(at)
        if handle is None or self.corners is None:
            return False
        self._view.halt()
        self.corners.take(handle, at, camera)
        self._keys.listen(True)
        self.changed.emit()
        return True

    def move(self, event: QMouseEvent) -> bool:
        """The pointer moved."""
        if self._tool is not None:
            self._tool.move(event.position(), self._view.camera)
        elif self.corners is not None and self.corners.held:
            self.corners.pull(event.position(), self._view.camera)
        else:
            return False
        self.changed.emit()
        return True

    def release(self, event: QMouseEvent) -> bool:
        """The left button went up."""
        if self._tool is not None:
            self._tool.release(event.position(), event.modifiers(), self._view.camera)
        elif self.corners is not None and self.corners.held:
            self.corners.let_go()
            self._keys.listen(False)
            if self.corners.changed:
                self.reshaped.emit(self.corners.key, self.corners.figure)
        else:
            return False
        self.changed.emit()
        return True

    def finish(self) -> bool:
        """A double click ends a drawing; False without a tool."""
        if self._tool is None:
            return False
        self._tool.finish()
        self.changed.emit()
        return True

    def remove_corner(self, at: QPointF) -> bool:
        """Take away the corner under a point; False when there is none, or all are needed."""
        handle = self.handle_at(at)
        if self.corners is None or handle is None or handle.new or self.busy:
            return False
        if not self.corners.remove(handle.corner):
            return False
        self.reshaped.emit(self.corners.key, self.corners.figure)
        return True

    def paint(self, painter: QPainter) -> None:
        """What waits for a note, the handles, and what is drawn."""
        camera = self._view.camera
        if self.pending is not None:
            points = [QPointF(*camera.to_screen(at)) for at in self.pending.along]
            stroke(painter, path_of(points, self.pending.closed), self.pending.closed)
        if self.corners is not None:
            self.corners.paint(painter, camera)
        if self._tool is not None:
            self._tool.paint(painter, camera)

    def _act_of(self, key: Qt.Key) -> Callable[[], None] | None:
        """Esc, Enter and Backspace are about the drawing: the line has the focus meanwhile."""
        if key == Qt.Key.Key_Escape:
            return self.drop
        if self._tool is None or not self._tool.begun:
            return None
        if key in _ENDS:
            return self._tool.finish
        return self._step_back if key == Qt.Key.Key_Backspace else None

    def _step_back(self) -> None:
        if self._tool is not None:
            self._tool.step_back()
            self.changed.emit()

    def _made(self, tool: ToolId) -> Tool:
        if tool is ToolId.BOX:
            return BoxTool(self._box)
        if tool is ToolId.LASSO:
            return LassoTool(self._circle)
        return DrawTool(tool is ToolId.AREA, self._draw, self._number)

    def _box(self, box: QRectF, keys: Qt.KeyboardModifier) -> None:
        chosen = self.current is not None
        self.drop()
        if not is_click(box):
            self.boxed.emit(box)
        elif not chosen:
            self.clicked.emit(box.center(), keys)

    def _circle(self, ring: QPolygonF, keys: Qt.KeyboardModifier) -> None:
        self.drop()
        if not is_click(ring.boundingRect()):
            self.circled.emit(ring, keys)

    def _draw(self, figure: Figure) -> None:
        self.drop()
        self.drawn.emit(figure)

    def _hold(self, tool: Tool | None) -> None:
        self._tool = tool
        self._keys.listen(tool is not None)
        self.changed.emit()
