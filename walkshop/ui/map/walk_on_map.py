"""Keeps a canvas showing an open walk as it changes: pins in view, stops, route and outline."""

from __future__ import annotations

from PySide6.QtCore import QObject

from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.records import Note, NoteId, Walk
from walkshop.store.store import Change
from walkshop.ui.desk import Desk
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.of_walk import hot_of, pins_of, routes_of, stops_of, whole_of
from walkshop.ui.map.pinset import Pin


class WalkOnMap(QObject):
    """What a stage's map shows of the walk; selection and gestures stay with the stage.

    Args:
        padding: px kept free around all pins and stops.
        whole: show the box of the whole area; off where the stage has one beside the map.
    """

    def __init__(self, desk: Desk, canvas: MapCanvas, padding: int, whole: bool = True) -> None:
        super().__init__(canvas)
        self._desk = desk
        self._canvas = canvas
        self._padding = padding
        self._whole = whole
        self._hot = False
        self._pins: dict[NoteId, tuple[Note, list[Pin]]] = {}
        desk.store.changed.connect(self._on_change)
        self._show_ground(desk.store.walk)

    def fit(self) -> None:
        """Show all pins and stops, or the whole area while there are few."""
        bounds = shown_bounds(self._desk.store.walk)
        if bounds is not None:
            self._canvas.fit_to(bounds, self._padding)

    def refresh(self) -> None:
        """Show the notes in view as they are now; pins of unchanged notes are kept."""
        walk = self._desk.store.walk
        shown: list[Pin] = []
        for note in self._desk.filter.shown:
            known = self._pins.get(note.id)
            if known is None or known[0] is not note:
                known = self._pins[note.id] = (note, pins_of(walk, (note,), self._desk.language))
            shown += known[1]
        self._canvas.set_pins(shown)
        if self._whole:
            notes = self._desk.filter.shown
            whole = whole_of(walk, notes, self._desk.language)
            if whole != self._canvas.scene.whole:
                self._canvas.set_whole(whole)
        if self._hot:
            self._canvas.set_hot(hot_of(walk, self._desk.filter.shown))

    def show_hot(self, on: bool) -> None:
        """Show how much was said where, of the notes in view, or no longer."""
        self._hot = on
        notes = self._desk.filter.shown if on else ()
        self._canvas.set_hot(hot_of(self._desk.store.walk, notes))

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if before.stops is not after.stops or before.about is not after.about:
            self._pins.clear()
            self.refresh()
        ground = ((walk.stops, walk.routes, walk.area) for walk in (before, after))
        if any(old is not new for old, new in zip(*ground, strict=True)):
            self._show_ground(after)
        if shown_bounds(before) is None and shown_bounds(after) is not None:
            self.fit()

    def _show_ground(self, walk: Walk) -> None:
        self._canvas.set_stops(stops_of(walk), routes_of(walk))
        self._canvas.set_outline(walk.area.outlines)
