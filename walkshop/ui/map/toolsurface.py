"""A map on screen with its keys and tools: what they ask for, in the map's own terms."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QWidget

from walkshop.domain.geo import Bounds, LonLat, bounds_of
from walkshop.i18n import Language
from walkshop.services.basemap.data import MapData
from walkshop.ui import tokens
from walkshop.ui.map.camera import MAX_ZOOM, Camera, ScreenPoint
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.foundring import FoundRing
from walkshop.ui.map.lettering import draw_focus
from walkshop.ui.map.pinset import Pin
from walkshop.ui.map.style import COLOUR
from walkshop.ui.map.surface import MapSurface
from walkshop.ui.map.tools.buttons import MapButtons
from walkshop.ui.map.tools.corners import REACH_PX
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.map.tools.toolbox import Toolbox
from walkshop.ui.map.touch import TOUCH_REACH_PX
from walkshop.ui.map.zoombuttons import ZoomButtons

SHOWN = ("search", "fit_walk", "fit_selection")
"""The buttons that show something, of a stage with notes."""

NEAREST_FIT = 18.0
"""The zoom level at which one pin alone is shown, so that its street is still known."""


class ToolSurface(MapSurface):
    """A map with zoom keys and, where a stage offers them, tools.

    Signals:
        circled: the keys of the pins in a lasso (frozenset), and the keyboard modifiers.
        figure_drawn: a Figure.
        figure_reshaped: the key of a note and the Figure it has now; once per gesture.
        fit_wanted: somebody wants to see the whole walk.
        search_wanted: somebody looks for a street, a stop or a note.
    """

    circled = Signal(object, object)
    figure_drawn = Signal(object)
    figure_reshaped = Signal(str, object)
    fit_wanted = Signal()
    search_wanted = Signal()

    def __init__(
        self,
        language: Language,
        data: MapData | None = None,
        style: str = COLOUR,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(language, data, style, parent)
        self._coarse = False
        self.movable = True
        """Whether pins can be carried, and corners pulled."""
        self.tools = Toolbox(self.view, language.number, self.pin_at)
        self.tools.changed.connect(self._show_tool)
        self.tools.boxed.connect(self._zoom_to_box)
        self.tools.circled.connect(self._circle)
        self.tools.drawn.connect(self.figure_drawn)
        self.tools.reshaped.connect(self._reshape)
        self._found = FoundRing(self)
        self._found.changed.connect(self.update)
        self._tool_buttons: MapButtons | None = None
        self._buttons = ZoomButtons(language, self)
        self._buttons.zoomed.connect(self.zoom_by)

    def set_language(self, language: Language) -> None:
        """Speak another language."""
        super().set_language(language)
        self._buttons.set_language(language)
        if self._tool_buttons is not None:
            self._tool_buttons.set_language(language)

    def offer(self, tools: Sequence[ToolId], names: Sequence[str] = SHOWN) -> None:
        """Show the buttons of these tools, under those that show something; asked once."""
        self._tool_buttons = buttons = MapButtons(self._language, names, tools, self)
        buttons.pressed.connect(self._on_button)
        buttons.chosen.connect(self.tools.choose)
        self._stand_buttons()
        self._renew_handles()

    def go_to(self, bounds: Bounds, at: LonLat) -> None:
        """Show all of `bounds`, and a ring around `at` until somebody does something else."""
        self._fly_to(bounds, NEAREST_FIT)
        self._found.show(at)

    @property
    def found(self) -> LonLat | None:
        """Where the ring around what was looked for stands."""
        return self._found.at

    def set_coarse(self, coarse: bool) -> None:
        """Whether fingers do the pointing: what they aim at is larger then."""
        if coarse is not self._coarse:
            self._coarse = coarse
            self.layer.least_reach = TOUCH_REACH_PX if coarse else 0.0
            self.tools.reach = TOUCH_REACH_PX if coarse else REACH_PX
            self._stand_buttons()

    @property
    def target(self) -> int:
        """How large (px) what is pressed must be for the hand at work."""
        return tokens.TARGET_STANDING if self._coarse else tokens.TARGET_MIN

    @property
    def free(self) -> QRect:
        """The map left of its buttons, for what else is to stand on it (px)."""
        buttons = self._tool_buttons or self._buttons
        return self.rect().adjusted(
            tokens.GAP_12, tokens.GAP_12, buttons.x() - tokens.GAP_8 - self.width(), -tokens.GAP_12
        )

    def set_pins(self, pins: Sequence[Pin]) -> None:
        """Show these notes; handles follow the figure they are on."""
        super().set_pins(pins)
        self._renew_handles()
        self._show_reshaped()

    def set_selected(self, keys: frozenset[str]) -> None:
        """Ring these pins; the one line or area that is selected alone shows its corners."""
        if keys != self._selected:
            self._found.forget()
        super().set_selected(keys)
        self._renew_handles()

    def set_pending(self, at: LonLat | None) -> None:
        """Show the open ring where the next note comes: what was looked for is found."""
        if at is not None:
            self._found.forget()
        super().set_pending(at)

    def fit_selected(self) -> None:
        """Show all that is selected; nothing moves when none of it is on the map."""
        bounds = bounds_of(self.scene.pins.corners(self.highlight.selected))
        if bounds is not None:
            self._fly_to(bounds, NEAREST_FIT)

    def zoom_by(self, step: float, about: QPointF | None = None) -> None:
        """Zoom in by `step` levels (negative: out) about a point in px, else the middle."""
        self._fit = None
        self.view.zoom_by(step, None if about is None else ScreenPoint(about.x(), about.y()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The map, and a ring around it when the keyboard is on it."""
        super().paintEvent(event)
        painter = QPainter(self)
        self._found.paint(painter, self.view.camera)
        self.tools.paint(painter)
        if self.hasFocus():
            draw_focus(painter, self.rect())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The keys stay in their corner."""
        super().resizeEvent(event)
        self._stand_buttons()

    def hideEvent(self, event: QHideEvent) -> None:
        """A map that is out of sight keeps no drawing and listens to no keys."""
        self.tools.drop()
        super().hideEvent(event)

    def _renew_handles(self) -> None:
        key, figure = "", None
        if self.movable and self._tool_buttons is not None and len(self.highlight.keys) == 1:
            (key,) = self.highlight.keys
            if key in self.scene.pins:
                figure = self.scene.pins.pins[self.scene.pins.index(key)].figure
        self.tools.show_corners(key, figure)
        if self._tool_buttons is not None and "fit_selection" in self._tool_buttons.buttons:
            self._tool_buttons.buttons["fit_selection"].setEnabled(bool(self.highlight.selected))

    def _reshape(self, key: str, figure: Figure) -> None:
        self.figure_reshaped.emit(key, figure)
        # What was refused goes back to what the note still has.
        self._renew_handles()

    def _circle(self, ring: QPolygonF, modifiers: Qt.KeyboardModifier) -> None:
        pins = self.scene.pins.pins
        inside = self.layer.within(ring, self.view.camera)
        self.circled.emit(frozenset(pins[index].key for index in inside), modifiers)

    def _zoom_to_box(self, box: QRectF) -> None:
        low, high = self.lonlat_at(box.bottomLeft()), self.lonlat_at(box.topRight())
        self._fly_to(Bounds(low.lon, low.lat, high.lon, high.lat), padding=0)

    def _fly_to(self, bounds: Bounds, most: float = MAX_ZOOM, padding: int = tokens.GAP_48) -> None:
        self._fit = None
        goal = Camera.fitting(bounds, self.width(), self.height(), padding)
        self.view.fly(goal.zoomed_to(min(goal.zoom, most)))

    def _stand_buttons(self) -> None:
        target = self.target
        right = self.width() - tokens.GAP_12
        self._buttons.set_target(target)
        self._buttons.move(right - target, tokens.GAP_12)
        if self._tool_buttons is not None:
            top = tokens.GAP_12 + self._buttons.height() + tokens.GAP_8
            self._tool_buttons.set_target(target)
            self._tool_buttons.stand(right, top, self.height() - tokens.GAP_12)

    def _on_button(self, name: str) -> None:
        if name == "search":
            self.search_wanted.emit()
        elif name == "fit_walk":
            self.fit_wanted.emit()
        else:
            self.fit_selected()

    def _show_tool(self) -> None:
        if self._tool_buttons is not None:
            self._tool_buttons.show_tool(self.tools.current)
        self._show_reshaped()
        self.update()

    def _show_reshaped(self) -> None:
        # The shape as it was would lie under the one in hand.
        pulled = self.tools.pulled
        index = self.scene.pins.index(pulled) if pulled in self.scene.pins else None
        if index != self.highlight.reshaped:
            self.highlight = replace(self.highlight, reshaped=index)
