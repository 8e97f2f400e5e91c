"""The marks on a living map: what is arranged, what is fanned out, what lies under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPolygonF

from walkshop.ui import tokens
from walkshop.ui.map.arrange import CROWD, Arrangement, arrange, local_heap, opened, pin_size
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.crowd import CrowdPicture, Sight
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.labels import Label, LabelLayout
from walkshop.ui.map.lettering import label_font, width_px
from walkshop.ui.map.marks import Highlight, MarksPainter, number_width
from walkshop.ui.map.names import Name
from walkshop.ui.map.pinset import Indexes, PinSet, inside, nearest
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import Box
from walkshop.ui.map.style import MapStyle
from walkshop.ui.map.whole import WholeBox, draw_whole, lay_whole

_SLACK_PX = 4.0
"""A pin is hit this far outside its box: hands shake, projectors are far."""


class MarkLayer:
    """Scene, arrangement and names of one canvas; no widget, no signals."""

    def __init__(self, camera: Camera, style: MapStyle) -> None:
        self.scene = Scene()
        self.style = style
        self.names: tuple[Name, ...] = ()
        self.shown: Arrangement = arrange(self.scene, camera, number_width)
        self._closed = self.shown
        self._arranged_for = camera
        self._labels: list[Label] = []
        self._unlettered: list[Label] = []
        self._layout: LabelLayout | None = None
        self._whole: tuple[float, WholeBox | None] | None = None
        self._crowd = CrowdPicture()
        self.least_reach = 0.0
        """A pin is hit this far (px) from its middle at least: fingers are thick."""

    def set_scene(self, scene: Scene, camera: Camera) -> bool:
        """Take other marks; whether they have to give way anew (True) or only look different."""
        same = scene.pins.same_places(self.scene.pins) and scene.stops == self.scene.stops
        self._crowd.follow(self.scene.pins, scene.pins)
        self.scene = scene
        self._whole = None
        if not same:
            self.arrange(camera)
        return not same

    def settle(self, camera: Camera) -> bool:
        """The camera came to rest: arrange anew where that changes anything, and say so."""
        known, box = self._arranged_for, camera.box
        room = _grown(known).box
        inside = box[0] >= room[0] and box[1] >= room[1] and box[2] <= room[2] and box[3] <= room[3]
        in_view = len(self.scene.pins.in_view(camera))
        if not inside or known.zoom != camera.zoom or pin_size(in_view) != self._closed.size:
            self.arrange(camera)
            return True
        return False

    def arrange(self, camera: Camera) -> None:
        """Let all marks give way anew; names follow in slices."""
        self._closed = self.shown = arrange(self.scene, camera, number_width)
        self._arranged_for = camera
        self._crowd.drop()
        self.lay_names()

    def drop_pictures(self) -> None:
        """Draw everything anew: the screen has another density."""
        self._crowd.forget()

    def lay_names(self) -> None:
        """Begin to place the names anew; the old ones stay until the new are there."""
        grown = _grown(self._arranged_for)
        aside = (grown.width - self._arranged_for.width) / 2
        taken = [
            Box(b.left + aside, b.top + aside, b.right + aside, b.bottom + aside)
            for b in self._closed.taken
        ]
        seen = Box(aside, aside, grown.width - aside, grown.height - aside)
        self._layout = LabelLayout(self.names, grown, taken, _name_width, seen)

    def draw_crowd(self, time_left: Callable[[], bool]) -> bool:
        """Draw more of a crowd of pins; True when there is more to see."""
        return self._crowd.advance(time_left)

    @property
    def crowd_idle(self) -> bool:
        """Whether all pins are drawn."""
        return self._crowd.idle

    def go_on(self, time_left: Callable[[], bool], ink: SpriteInk) -> bool:
        """Place and letter more names; True when new ones are to be shown."""
        if self._unlettered:
            ink.label_sprite(self._unlettered.pop(), self.style)
            while self._unlettered and time_left():
                ink.label_sprite(self._unlettered.pop(), self.style)
            return not self._unlettered
        if self._layout is None or not self._layout.advance(time_left):
            return False
        self._labels, self._layout = self._layout.labels, None
        return True

    @property
    def idle(self) -> bool:
        """Whether all pins are drawn and all names are there."""
        return self._layout is None and self._crowd.idle and not self._unlettered

    def heap_at(self, index: int, camera: Camera) -> tuple[int, ...]:
        """The pins that lie on one heap with this one; empty when it stands free."""
        if self._closed.crowded:
            return local_heap(self.scene.pins, camera, index, self._closed.size)
        return self._closed.heap_of(index)

    def fanned(self, heap: tuple[int, ...], held: int | None, camera: Camera) -> Arrangement:
        """The arrangement with this heap open; with no heap the one without any open."""
        if not heap:
            return self._closed
        return opened(self._closed, self.scene.pins, camera, heap, held)

    def hit(self, at: QPointF, camera: Camera) -> int | None:
        """The pin under a point of the viewport, the one on top first."""
        box = self.whole_box(camera)
        if box is not None and box.holds(at.x(), at.y()):
            return None
        pins = self.scene.pins
        among = pins.in_view(camera, 2 * tokens.PIN_ROOM)
        x, y = pins.screen(camera, among)
        x, y = x + self.shown.dx[among], y + self.shown.dy[among]
        reach = max(self.shown.size / 2 + _SLACK_PX, self.least_reach)
        found = nearest(x, y, (at.x(), at.y()), reach)
        return None if found is None else int(among[found])

    def key_at(self, at: QPointF, camera: Camera) -> str:
        """The key of the pin under a point, on the map or in the box of the whole area."""
        found = self.hit(at, camera)
        if found is not None:
            return self.scene.pins.pins[found].key
        box = self.whole_box(camera)
        return box.at(at.x(), at.y()) if box is not None else ""

    def figure_at(self, at: QPointF, camera: Camera) -> int | None:
        """The pin whose line or area is under a point beside all pins."""
        box = self.whole_box(camera)
        if box is not None and box.holds(at.x(), at.y()):
            return None
        return self.scene.pins.figures.hit(at.x(), at.y(), camera)

    def whole_box(self, camera: Camera) -> WholeBox | None:
        """The box of the whole area as it stands in this viewport; None without such notes."""
        if self._whole is None or self._whole[0] != camera.width:
            laid = lay_whole(self.scene.whole, camera.width, number_width)
            self._whole = (camera.width, laid)
        return self._whole[1]

    def place_of(self, index: int, camera: Camera) -> QPointF:
        """Where a pin is drawn now, px."""
        at = camera.to_screen(self.scene.pins.pins[index].at)
        return QPointF(at.x + self.shown.dx[index], at.y + self.shown.dy[index])

    def pin_box(self, index: int, camera: Camera) -> QRectF:
        """Where a pin is drawn now, px."""
        at, size = self.place_of(index, camera), self.shown.size
        return QRectF(at.x() - size / 2, at.y() - size / 2, size, size)

    def box_of(self, key: str, camera: Camera) -> QRectF | None:
        """The same by key, in the box of the whole area too; None for a pin that found no room."""
        if key in self.scene.pins:
            return self.pin_box(self.scene.pins.index(key), camera)
        box = self.whole_box(camera)
        return box.box_of(key) if box is not None else None

    def within(self, ring: QPolygonF, camera: Camera) -> Indexes:
        """The pins that are drawn inside a ring (px), by the even-odd rule."""
        x, y = self.scene.pins.screen(camera)
        corners = [(corner.x(), corner.y()) for corner in ring.toList()]
        return inside(x + self.shown.dx, y + self.shown.dy, corners)

    def paint(
        self, painter: QPainter, camera: Camera, ink: SpriteInk, highlight: Highlight
    ) -> None:
        """Everything over the basemap, in order."""
        marks = MarksPainter(self.scene, self.shown, camera, ink)
        marks.ground(painter, self.style.layers["area"].line, highlight)
        lettered = [label for label in self._labels if ink.has_label(label, self.style)]
        waiting = len(self._labels) - len(lettered)
        if waiting != len(self._unlettered):
            self._unlettered = [x for x in self._labels if not ink.has_label(x, self.style)]
        marks.names(painter, lettered, self.style)
        marks.stops(painter)
        if self.shown.crowded and len(self.scene.pins.in_view(camera)) > CROWD:
            self._crowd.paint(painter, camera, ink, Sight(self.scene, self._closed))
            marks.top_pins(painter, highlight)
        else:
            marks.pins(painter, highlight)
        box = self.whole_box(camera)
        if box is not None:
            draw_whole(painter, box, ink, highlight.keys)

    def paint_carried(
        self, painter: QPainter, camera: Camera, ink: SpriteInk, carried: tuple[int, QPointF]
    ) -> None:
        """The pin in the hand, where the hand is."""
        index, at = carried
        marks = MarksPainter(self.scene, self.shown, camera, ink)
        marks.raised(painter, index, (at.x(), at.y()), Highlight(frozenset({index})))


def _grown(camera: Camera) -> Camera:
    return camera.grown(round(max(camera.width, camera.height) / 2))


def _name_width(text: str, layer: str) -> float:
    return width_px(text, label_font(layer))


def same_pins(pins: PinSet, keys: frozenset[str]) -> frozenset[int]:
    """The indexes of those keys that are on the map."""
    return frozenset(pins.index(key) for key in keys if key in pins)
