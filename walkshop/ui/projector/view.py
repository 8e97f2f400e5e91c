"""The picture for the room, in a window of its own or over the main one; it takes no pointer."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from walkshop.domain.geo import Bounds, LonLat, bounds_of, haversine_m
from walkshop.domain.queries.notes import extent
from walkshop.domain.records import Note, NoteId, Walk
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.map.of_walk import pins_of, routes_of, stops_of, whole_of
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene
from walkshop.ui.projector.four import paint_four
from walkshop.ui.projector.mapping import MapPage, RoomMap
from walkshop.ui.projector.page import RoomPage, head_of_map, page_of
from walkshop.ui.projector.painter import Laid, lay_page, paint_page, unit_of
from walkshop.ui.projector.show import Show
from walkshop.ui.projector.thing import notes_in_room

_AROUND_M, _EDGE_M = 300.0, 40.0
_AT_STOP_M = 60.0
"""As far from a stop as stays in sight of it, with words at the foot of the screen."""

_CHOSEN = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class RoomView(QWidget):
    """Paints what is on show, and listens to a presenter's remote.

    Signals:
        left: Esc was pressed, or the window was closed.
    """

    left = Signal()

    def __init__(self, desk: Desk, show: Show) -> None:
        super().__init__()
        self._desk = desk
        self.show_now = show
        self._map = RoomMap(desk.ground, desk.language)
        self._pins: dict[NoteId, tuple[Note, list[Pin]]] = {}
        self._seen: tuple[Walk, Scene] | None = None
        self._sheet = 0
        self._laid: tuple[tuple[RoomPage, QSize, int, float], Laid] | None = None
        self._screen: QSize | None = None
        self.setWindowTitle(desk.say(msg("Room screen")))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The program ends with its main window, whatever is still on show.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        show.changed.connect(self._look_again)
        desk.ground.changed.connect(self._lay_ground)
        self._look_again()

    @property
    def page(self) -> RoomPage:
        """The words and pins of what is on show."""
        return page_of(self.show_now.walk, self.show_now.thing, self._desk.language)

    def laid(self) -> Laid:
        """The page as it is laid out on this screen."""
        key = (self.page, self.size(), self.show_now.percent, self.unit)
        if self._laid is None or self._laid[0] != key:
            self._laid = (key, lay_page(key[0], QSizeF(key[1]), key[2] / 100, key[3]))
        return self._laid[1]

    @property
    def unit(self) -> float:
        """px of the screen to one px of a screen 720 high."""
        return unit_of(QSizeF(self._screen or self.size()))

    def be_part_of(self, screen: QSize) -> None:
        """The picture shares a screen of this many px: its type is as large as if it did not."""
        self._screen = screen
        self.update()

    @property
    def sheet(self) -> int:
        """Which sheet of a long page is on show, from 0."""
        return min(self._sheet, len(self.laid().sheets) - 1)

    def step(self, steps: int) -> None:
        """The next sheet of a long page, else the next thing; or back."""
        there = self.sheet + steps
        if not self.show_now.on_map and 0 <= there < len(self.laid().sheets):
            self._sheet = there
            self.update()
        else:
            self.show_now.step(steps)

    def map_page(self) -> MapPage | None:
        """The map as it is on show; None for a walk without any place."""
        walk, thing = self.show_now.walk, self.show_now.thing
        scene = self._scene(walk)
        bounds = _around(scene) or extent(walk)
        if bounds is None:
            return None
        stop, head = head_of_map(walk, thing, self._desk.language)
        chosen = scene.pins.index(thing.key) if thing.key in scene.pins else None
        at = scene.pins.pins[chosen].at if chosen is not None else None
        if stop is not None:
            at = _still(walk.stops[stop].at, at)
        return MapPage(
            scene,
            head,
            bounds,
            walk.stops[stop].nr if stop is not None else None,
            at,
            frozenset() if chosen is None else frozenset({chosen}),
            {one.nr: one.name for one in walk.stops.values()},
            "" if self._screen else self.show_now.said(self._desk.language),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the room: those of a remote, and those that work in the main window too."""
        act = self._acts().get((Qt.Key(event.key()), event.modifiers() & _CHOSEN == _CHOSEN))
        if act is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            act()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab has nowhere to go."""
        return False

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system is left."""
        super().closeEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Black, the map, or a page of words."""
        painter = QPainter(self)
        show = self.show_now
        box = QRectF(self.rect())
        painter.fillRect(box, QColor(Qt.GlobalColor.black) if show.black else QColor(tokens.CARD))
        page = self.map_page() if show.on_map and not show.black else None
        if page is not None:
            self._map.paint(painter, page, box.size(), show.percent / 100, self.unit)
        elif not show.black and self.page.four:
            paint_four(painter, self.page.four, box.size(), self.unit, show.percent / 100)
        elif not show.black:
            paint_page(painter, self.page, self.laid(), self.sheet, self._desk.language)
        painter.end()

    def _look_again(self) -> None:
        self._sheet = 0
        black = self._desk.say(msg("Black screen"))
        self.setAccessibleName(black if self.show_now.black else self.page.spoken)
        self.update()

    def _lay_ground(self) -> None:
        self._map.lay(self._desk.ground)
        self.update()

    def _zoom(self, step: float) -> None:
        self._map.zoom_by(step)
        self.update()

    def _acts(self) -> Mapping[tuple[Qt.Key, bool], Callable[[], object]]:
        keys, show = Qt.Key, self.show_now
        plain: dict[Qt.Key, Callable[[], object]] = {
            keys.Key_PageDown: lambda: self.step(1),
            keys.Key_PageUp: lambda: self.step(-1),
            keys.Key_Space: lambda: self.step(1),
            keys.Key_Right: lambda: show.step_note(1),
            keys.Key_Left: lambda: show.step_note(-1),
            keys.Key_Period: show.blacken,
            keys.Key_B: show.blacken,
            keys.Key_F12: show.blacken,
            keys.Key_F9: show.hold,
            keys.Key_Plus: lambda: self._zoom(0.5),
            keys.Key_Equal: lambda: self._zoom(0.5),
            keys.Key_Minus: lambda: self._zoom(-0.5),
            keys.Key_Escape: self.left.emit,
            keys.Key_F5: self.left.emit,
        }
        size = {
            (keys.Key_Plus, True): lambda: show.resize(1),
            (keys.Key_Equal, True): lambda: show.resize(1),
            (keys.Key_Minus, True): lambda: show.resize(-1),
            (keys.Key_Underscore, True): lambda: show.resize(-1),
        }
        return {**{(key, False): act for key, act in plain.items()}, **size}

    def _scene(self, walk: Walk) -> Scene:
        if self._seen is None or self._seen[0] is not walk:
            self._seen = (walk, self._make_scene(walk))
        return self._seen[1]

    def _make_scene(self, walk: Walk) -> Scene:
        before = self._seen[0] if self._seen else walk
        if before.stops is not walk.stops or before.about is not walk.about:
            self._pins.clear()  # pins at a stop move with it, and themes change their looks
        pins: list[Pin] = []
        for note in notes_in_room(walk):
            known = self._pins.get(note.id)
            if known is None or known[0] is not note:
                known = self._pins[note.id] = (note, pins_of(walk, (note,), self._desk.language))
            pins += known[1]
        return Scene(
            PinSet(pins),
            stops_of(walk),
            routes_of(walk),
            walk.area.outlines,
            whole_of(walk, notes_in_room(walk), self._desk.language),
        )


def _still(stop: LonLat | None, note: LonLat | None) -> LonLat | None:
    """The middle of the map: the stop, so that the map lies still while notes are read there."""
    near = stop is not None and (note is None or haversine_m(stop, note) <= _AT_STOP_M)
    return stop if near else note


def _around(scene: Scene) -> Bounds | None:
    """The box around pins and stops with room for their signs: closer than the whole area."""
    places = [pin.at for pin in scene.pins.pins] + [stop.at for stop in scene.stops]
    found = bounds_of(places)
    if found is None:
        return None
    thin = max(found.east - found.west, found.north - found.south) < 1e-4
    return found.grown(_AROUND_M if thin else _EDGE_M)
