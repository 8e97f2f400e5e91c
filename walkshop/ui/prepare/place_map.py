"""The small map of Prepare: the area, its stops, and one press to point at a place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkshop.domain.geo import bounds_of
from walkshop.domain.queries.notes import extent
from walkshop.domain.records import Neighbourhood, Walk
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.finding import Finding
from walkshop.ui.map.of_walk import routes_of, stops_of
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px

_LOW = 264
_AROUND_M = 400.0


class PlaceMap(QWidget):
    """A map with stops and outline.

    Args:
        points: whether there is something to point at; without, a click means nothing.
        tools: what can be drawn on it.

    Signals:
        pointed: a LonLat, once after each `ask`.
        let_go: nobody points any more.
    """

    pointed = Signal(object)
    let_go = Signal()

    def __init__(self, desk: Desk, points: bool = True, tools: Sequence[ToolId] = ()) -> None:
        super().__init__()
        self._desk = desk
        self._asked = False
        self._points = points
        self._shown: Walk | None = None
        self.canvas = MapCanvas(desk.language, desk.ground.data, desk.ground.style)
        self.canvas.movable = False
        self.canvas.offer(tools, ("search", "fit_walk"))
        self.canvas.fit_wanted.connect(self._fit_shown)
        self.finding = Finding(desk, self.canvas, self.canvas.setFocus)
        self.canvas.setMinimumSize(px(200), px(_LOW))
        self.canvas.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas.place_clicked.connect(self._point)
        desk.ground.changed.connect(self._show_ground)
        self.hint = soft_label("")
        lines = column(self, tokens.GAP_4)
        lines.addWidget(self.canvas, 1)
        lines.addWidget(self.hint)

    @property
    def asking(self) -> bool:
        """Whether the next click is a place."""
        return self._asked

    def show_walk(self, walk: Walk) -> None:
        """Show the area and stops as they are now."""
        before, self._shown = self._shown, walk
        if before is None or before.stops is not walk.stops or before.routes is not walk.routes:
            self.canvas.set_stops(stops_of(walk), routes_of(walk))
        if before is None or before.area is not walk.area:
            self.canvas.set_outline(walk.area.outlines)
            self._fit(walk)
        elif extent(before) is None:
            self._fit(walk)

    def show_outlines(self, area: Neighbourhood) -> None:
        """Show the outlines of an area that may become that of the walk, and all of them."""
        self.canvas.set_outline(area.outlines)
        bounds = bounds_of(corner for ring in area.outlines for corner in ring)
        if bounds is not None:
            self.canvas.fit_to(bounds, tokens.GAP_20)

    def ask(self, words: str) -> None:
        """Let the next click be a place; `words` say which."""
        self._asked = True
        self.hint.setText(words)

    def stop_asking(self) -> None:
        """A click means nothing again."""
        if self._asked:
            self._asked = False
            self.hint.setText("")
            self.let_go.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter points at the middle of the map, Esc lets go."""
        if self._asked and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._point(self.canvas.view.camera.at)
        elif self._asked and event.key() == Qt.Key.Key_Escape:
            self.stop_asking()
        else:
            super().keyPressEvent(event)

    def _point(self, at: object) -> None:
        if self._asked:
            self.stop_asking()
            self.pointed.emit(at)
        elif self._points:
            self.hint.setText(self._desk.say(msg("Press “Point at the map” first.")))

    def _show_ground(self) -> None:
        ground = self._desk.ground
        self.canvas.set_map(ground.data, ground.style)

    def _fit_shown(self) -> None:
        if self._shown is not None:
            self._fit(self._shown)

    def _fit(self, walk: Walk) -> None:
        bounds = extent(walk)
        if bounds is not None:
            thin = max(bounds.east - bounds.west, bounds.north - bounds.south) < 1e-6
            self.canvas.fit_to(bounds.grown(_AROUND_M if thin else 0.0), tokens.GAP_20)
