"""The map for the room: its own view, lettered at 28 pt, with a head that says where we are."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter, QPixmap

from walkshop.domain.geo import Bounds, LonLat
from walkshop.i18n import Language
from walkshop.services.basemap.data import MapData
from walkshop.ui import tokens
from walkshop.ui.map.arrange import Arrangement, arrange
from walkshop.ui.map.baselayer import seen_before
from walkshop.ui.map.callouts import all_opened, plate_boxes
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.furniture import map_words
from walkshop.ui.map.ground import Ground
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.labels import Label, lay_out
from walkshop.ui.map.lettering import label_font, width_px
from walkshop.ui.map.marks import Highlight, MarksPainter, number_width
from walkshop.ui.map.names import names_of
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import PLATE_PX, Box
from walkshop.ui.map.style import map_style
from walkshop.ui.projector.fit import Room
from walkshop.ui.projector.mapwords import paint_head, paint_line, paint_source
from walkshop.ui.projector.overview import Overview, draw_overview, lay_overview
from walkshop.ui.projector.painter import unit_of

FOCUS_ZOOM = 16.7
"""Some 450 m across for a note in hand: streets have names, and the room knows where it is."""

SCALE = tokens.ROOM_TEXT.px / tokens.BODY.px
"""How much larger signs and names are than in the window, on a screen 720 high."""

_PIN, _EDGE = float(tokens.PIN_LIST), 3.0
"""px before they are scaled: size of a pin, and what a plate stays away from the edge."""

_OPENED_AT_MOST = 60
"""With more pins in view heaps stay as they are: finding room for each takes long."""

_VIEWS_KEPT = 3
"""So many views are painted at once when somebody goes back and forth between them."""

_NO_MAP = MapData(())
KeyT = TypeVar("KeyT", bound=Hashable)
ThingT = TypeVar("ThingT")


@dataclass(frozen=True, slots=True)
class MapPage:
    """What the map shows.

    Args:
        head: the words over it.
        stop: the number on the plate before them; None for none.
        bounds: what is in view when no place is; WGS84.
        focus: the place in the middle.
        selected: indexes of the pins that are ringed.
        names: of the stops, by their number.
        line: what was said, at the foot.
    """

    scene: Scene
    head: str
    bounds: Bounds
    stop: int | None = None
    focus: LonLat | None = None
    selected: frozenset[int] = frozenset()
    names: Mapping[int, str] = field(default_factory=dict)
    line: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class _Laid:
    """The signs of a page, laid out for one camera."""

    scene: Scene
    names: Mapping[int, str]
    camera: Camera
    how: Arrangement
    over: Overview | None
    labels: list[Label]


class RoomMap:
    """Paints map pages; what lies under the pins is kept until the view changes."""

    def __init__(self, ground: Ground, language: Language) -> None:
        self._language = language
        self._inks: dict[float, SpriteInk] = {}
        self._zoomed = 0.0
        self.lay(ground)

    def lay(self, ground: Ground) -> None:
        """Show the map that lies there now."""
        data = ground.data or _NO_MAP
        self._style = map_style(ground.style)
        self._basemap = seen_before(data, self._style)
        self._names = names_of(data)
        self._words = map_words(ground.data, self._language)
        self._grounds: dict[tuple[Camera, float], QPixmap] = {}
        self._laid: dict[Camera, _Laid] = {}

    def zoom_by(self, step: float) -> None:
        """Look from nearer, or from further away."""
        self._zoomed = max(-3.0, min(3.0, self._zoomed + step))

    def paint(
        self,
        painter: QPainter,
        page: MapPage,
        size: QSizeF,
        chosen: float,
        unit: float | None = None,
    ) -> None:
        """Paint head, map and line on `size` px; the painter's device sets the density.

        Args:
            chosen: the size of the type that somebody chose, 1.0 for the usual one.
            unit: that of the whole screen, when `size` is a part of it.
        """
        unit = unit or unit_of(size)
        room = Room(size.width(), size.height(), unit, chosen)
        head = paint_head(painter, page.head, page.stop, room)
        foot = paint_line(painter, page.line, room)
        box = QRectF(0, head, size.width(), max(size.height() - head - foot, 1.0))
        painter.save()
        painter.setClipRect(box)
        painter.translate(box.topLeft())
        self._map(painter, page, box.size(), unit * max(chosen, 1.0))
        words = (self._words.notice, self._words.attribution)
        paint_source(painter, " · ".join(part for part in words if part), box.size())
        painter.restore()

    def camera(self, page: MapPage, size: QSizeF, scale: float) -> Camera:
        """What is in view of a map of `size` px whose signs are drawn `scale` times as large."""
        wide, high = size.width() / scale, size.height() / scale
        whole = Camera.fitting(page.bounds, wide, high, tokens.GAP_32)
        if page.focus is None:
            return whole.zoomed_to(whole.zoom + self._zoomed)
        zoom = max(whole.zoom, FOCUS_ZOOM) + self._zoomed
        return Camera.over(page.focus, zoom, wide, high)

    def laid(self, page: MapPage, camera: Camera) -> _Laid:
        """The signs of a page as this camera sees them; the same again while nothing changes."""
        known = self._laid.get(camera)
        if known is None or known.scene is not page.scene or known.names != page.names:
            known = _put(self._laid, camera, self._lay_signs(page, camera))
        return known

    def _lay_signs(self, page: MapPage, camera: Camera) -> _Laid:
        scene = page.scene
        how = _plates_inside(arrange(scene, camera, number_width, _PIN), scene, camera)
        over = None
        if page.focus is None and self._zoomed <= 0 and (scene.stops or not _all_read(how, scene)):
            near = replace(camera, zoom=camera.zoom + math.log2(SCALE))
            wide, high = camera.width * SCALE, camera.height * SCALE
            over = lay_overview(scene, page.names, near.resized(wide, high))
            taken = [Box(*(side / SCALE for side in box)) for box in over.taken]
        else:
            plates = plate_boxes(how, [camera.to_screen(stop.at) for stop in scene.stops])
            if len(scene.pins.in_view(camera)) <= _OPENED_AT_MOST:
                how = all_opened(how, scene.pins, camera, number_width, plates)
            taken = list(how.taken)
        labels = lay_out(
            self._names, camera, taken, lambda text, layer: width_px(text, label_font(layer))
        )
        return _Laid(scene, page.names, camera, how, over, labels)

    def _map(self, painter: QPainter, page: MapPage, size: QSizeF, unit: float) -> None:
        scale = SCALE * unit
        camera = self.camera(page, size, scale)
        laid = self.laid(page, camera)
        painter.save()
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, camera, scale)
        # In an overview the reach of each stop would be rings upon rings.
        far = laid.over is not None
        stops = tuple(stop._replace(radius_m=0.0) for stop in page.scene.stops)
        scene = replace(page.scene, stops=stops) if far else page.scene
        marks = MarksPainter(scene, laid.how, camera, self._ink(painter, scale))
        chosen = Highlight(selected=page.selected)
        marks.ground(painter, self._style.layers["area"].line, chosen)
        marks.names(painter, laid.labels, self._style)
        if laid.over is None:
            marks.stops(painter)
            marks.pins(painter, chosen)
        else:
            painter.scale(1 / SCALE, 1 / SCALE)
            draw_overview(painter, laid.over, self._ink(painter, unit))
        painter.restore()

    def _paint_ground(self, painter: QPainter, camera: Camera, scale: float) -> None:
        """What never changes while one looks at the same place, from ready pixels."""
        dense = scale * painter.device().devicePixelRatioF()
        pixels = self._grounds.get((camera, dense))
        if pixels is None:
            pixels = QPixmap(math.ceil(camera.width * dense), math.ceil(camera.height * dense))
            pixels.setDevicePixelRatio(dense)
            pixels.fill(QColor(self._style.land))
            into = QPainter(pixels)
            self._basemap.paint(into, camera)
            into.end()
            _put(self._grounds, (camera, dense), pixels)
        painter.drawPixmap(QPointF(0, 0), pixels)

    def _ink(self, painter: QPainter, scale: float) -> SpriteInk:
        """Ready pictures of signs for the density of this screen."""
        dense = scale * painter.device().devicePixelRatioF()
        return self._inks.get(dense) or _put(self._inks, dense, SpriteInk(dense))


def _put(kept: dict[KeyT, ThingT], key: KeyT, thing: ThingT) -> ThingT:
    """Keep a thing in the place of the oldest of them."""
    kept.pop(key, None)
    if len(kept) >= _VIEWS_KEPT:
        kept.pop(next(iter(kept)))
    kept[key] = thing
    return thing


def _plates_inside(how: Arrangement, scene: Scene, camera: Camera) -> Arrangement:
    """The plate of a stop that is in sight is in sight as a whole."""
    moved = []
    half_x, half_y = PLATE_PX[0] / 2 + _EDGE, PLATE_PX[1] / 2 + _EDGE
    for stop, offset in zip(scene.stops, how.plates, strict=True):
        x, y = camera.to_screen(stop.at)
        inside = offset
        if 0 <= x <= camera.width and 0 <= y <= camera.height:
            across = min(max(x + offset[0], half_x), camera.width - half_x)
            down = min(max(y + offset[1], half_y), camera.height - half_y)
            inside = (across - x, down - y)
        moved.append(inside)
    return replace(how, plates=tuple(moved))


def _all_read(how: Arrangement, scene: Scene) -> bool:
    """Whether every pin stands free with its number beside it."""
    numbered = sum(bool(pin.look.number) for pin in scene.pins.pins)
    return not how.crowded and not how.heaps and len(how.sides) == numbered
