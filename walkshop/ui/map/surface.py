"""A map on screen that shows and moves but is not touched: under the hands, and for the room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QTimer, Signal
from PySide6.QtGui import QAccessibleInterface, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import Language, msgn
from walkshop.services.basemap.data import MapData
from walkshop.services.geometry.hotspots import Band
from walkshop.ui import tokens
from walkshop.ui.map.baselayer import BaseLayer, draw_trouble
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.fans import Fans
from walkshop.ui.map.furniture import draw_furniture, map_words
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.marklayer import MarkLayer, same_pins
from walkshop.ui.map.marks import Highlight
from walkshop.ui.map.names import names_of
from walkshop.ui.map.pendingring import PendingRing
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene, StopMark, WholeNotes
from walkshop.ui.map.slices import Work, one_slice
from walkshop.ui.map.style import COLOUR, map_style
from walkshop.ui.map.view import MapView

_NO_MAP = MapData(())
_START = LonLat(4.9, 52.1)
"""The middle of the Netherlands: where a map without bounds begins."""


class MapSurface(QWidget):
    """A map with marks.

    Signals:
        view_changed: the camera came to rest, perhaps elsewhere.
    """

    view_changed = Signal()

    def __init__(
        self,
        language: Language,
        data: MapData | None = None,
        style: str = COLOUR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = MapView(Camera.over(_START, 8, self.width(), self.height()), self)
        self.layer = MarkLayer(self.view.camera, map_style(style))
        self._fans = Fans(self.layer, self.view, self)
        self._base = self._base_of(data)
        self._language = language
        self._selected: frozenset[str] = frozenset()
        self._pending = PendingRing()
        self._fit: tuple[Bounds, float] | None = None
        self.highlight = Highlight()
        self.carried: tuple[int, QPointF] | None = None
        self.interface: QAccessibleInterface | None = None
        """What a screen reader talks to; kept here as Qt only borrows it from Python."""
        self._work = QTimer(self, singleShot=True, interval=0)
        self._work.timeout.connect(self._go_on)
        self.view.moved.connect(self.update)
        self.view.settled.connect(self._settle)
        self._fans.changed.connect(self.update)
        self.setMouseTracking(True)
        self.set_map(data)
        self._name_it()

    def set_map(self, data: MapData | None, style: str | None = None) -> None:
        """Show another map, or the same in another style."""
        self._data = data
        self.layer.style = map_style(style or self.layer.style.id)
        self.layer.names = names_of(data or _NO_MAP)
        self.layer.lay_names()
        self._base.close()
        self._base = self._base_of(data)
        self._words = map_words(data, self._language)
        self._for_screen()

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        self._language = language
        self._words = map_words(self._data, language)
        self._name_it()
        self.update()

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these notes; those that did not change cost next to nothing."""
        if tuple(pins) != self.scene.pins.pins:
            self._set_scene(replace(self.scene, pins=PinSet(pins)))
            self._name_it()

    def set_stops(
        self, stops: Sequence[StopMark], routes: Sequence[tuple[LonLat, ...]] = ()
    ) -> None:
        """Show these stops and the lines of the walk."""
        self._set_scene(replace(self.scene, stops=tuple(stops), routes=tuple(routes)))

    def set_whole(self, whole: WholeNotes) -> None:
        """Show these notes in the box of the whole area."""
        self._set_scene(replace(self.scene, whole=whole))

    def set_hot(self, bands: Sequence[Band]) -> None:
        """Show how much was said where; nothing for no bands."""
        self._set_scene(replace(self.scene, hot=tuple(bands)))

    def set_outline(self, rings: Sequence[Sequence[LonLat]]) -> None:
        """Show the edge of the area."""
        self._set_scene(replace(self.scene, outline=tuple(tuple(ring) for ring in rings)))

    def set_selected(self, keys: frozenset[str]) -> None:
        """Ring these pins; what is selected is decided elsewhere."""
        self._selected = keys
        chosen = same_pins(self.scene.pins, keys)
        self.highlight = replace(self.highlight, selected=chosen, keys=keys)
        self._fans.select(chosen)
        self.update()

    def set_pending(self, at: LonLat | None) -> None:
        """Show the open ring where the next note comes, or take it away."""
        self._pending.at = at
        self.update()

    def fit_to(self, bounds: Bounds, padding: float = tokens.GAP_48) -> None:
        """Show all of `bounds`; kept while the window is sized, until the map is moved."""
        self.view.jump(Camera.fitting(bounds, self.width(), self.height(), padding))
        self._fit = (bounds, padding)

    def centre_on(self, at: LonLat) -> None:
        """Bring a place to the middle, unless it is in view already."""
        camera = self.view.camera
        if not camera.bounds.contains(at):
            self._fit = None
            self.view.fly(Camera.over(at, camera.zoom, camera.width, camera.height))

    @property
    def scene(self) -> Scene:
        """What stands on the map now."""
        return self.layer.scene

    def lonlat_at(self, at: QPointF) -> LonLat:
        """The place under a point of the widget (px)."""
        return self.view.camera.to_lonlat(at.x(), at.y())

    def pin_at(self, at: QPointF) -> str:
        """The key of the pin under a point, in the box of the whole area too; empty for none."""
        return self.layer.key_at(at, self.view.camera)

    def pin_box(self, key: str) -> QRectF:
        """Where a pin is drawn (px); KeyError for a pin that is not on the map."""
        return self.layer.pin_box(self.scene.pins.index(key), self.view.camera)

    def press_pin(self, key: str) -> None:
        """A screen reader presses a pin; a map without hands does nothing."""

    @property
    def at_rest(self) -> bool:
        """Whether every tile and name in view is drawn."""
        return self._base.tiles.idle and self.layer.idle

    def paintEvent(self, event: QPaintEvent) -> None:
        """Basemap, marks, the ring of the next note, the corners."""
        camera = self.view.camera
        painter = QPainter(self)
        self._base.tiles.paint(painter, camera, self.view.zooming)
        self.layer.paint(painter, camera, self._ink, self.highlight)
        self._pending.paint(painter, camera, self._language)
        if self.carried is not None:
            index, middle = self.carried
            self.layer.paint_carried(painter, camera, self._ink, (index, middle))
        draw_furniture(painter, camera, self._words)
        draw_trouble(painter, camera, self._language, self._base.trouble)
        painter.end()
        if not self.at_rest and not self._work.isActive():
            self._work.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep what is shown in the middle, or fitted."""
        size = event.size()
        if self._fit is not None:
            self.fit_to(*self._fit)
        else:
            self.view.jump(self.view.camera.resized(size.width(), size.height()))

    def event(self, event: QEvent) -> bool:
        """A screen of another density needs other pixels."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._for_screen()
        return super().event(event)

    def _base_of(self, data: MapData | None) -> BaseLayer:
        base = BaseLayer(data, self.layer.style, self.devicePixelRatioF(), self)
        base.renewed.connect(self.update)
        return base

    def _for_screen(self) -> None:
        self._base.for_screen(self.devicePixelRatioF())
        self._ink = SpriteInk(self.devicePixelRatioF())
        self.layer.drop_pictures()
        self.update()

    def _set_scene(self, scene: Scene) -> None:
        moved = self.layer.set_scene(scene, self.view.camera)
        chosen = same_pins(scene.pins, self._selected)
        self.highlight = Highlight(selected=chosen, keys=self._selected)
        if moved:
            self._fans.select(chosen)
            self._fans.renew()
        self.update()

    def _settle(self) -> None:
        self._base.settle(self.view.camera)
        if self.layer.settle(self.view.camera):
            self._fans.renew()
        self.update()
        self.view_changed.emit()

    def _go_on(self) -> None:
        """One slice of the work that is left."""
        for box in one_slice(Work(self.layer, self._base.tiles, self._ink, self.view.camera)):
            self.update(box)
        if not self.at_rest:
            self._work.start()

    def _name_it(self) -> None:
        name = msgn("Map with {n} note", "Map with {n} notes", len(self.scene.pins))
        self.setAccessibleName(self._language.say(name))
