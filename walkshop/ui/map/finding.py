"""Looking for a place on one map: from the first letter to the ring around what was meant."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject

from walkshop.ui.desk import Desk
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.lookup import Hit, Lookup
from walkshop.ui.map.searchbox import Finder


class Finding(QObject):
    """The finder of one map.

    Args:
        back: gives the focus to where it belongs after looking.
    """

    def __init__(self, desk: Desk, canvas: MapCanvas, back: Callable[[], object]) -> None:
        super().__init__(canvas)
        self._desk = desk
        self._canvas = canvas
        self._back = back
        self._lookup: Lookup | None = None
        self.box = Finder(desk.language, canvas)
        self.box.typed.connect(self._look)
        self.box.chosen.connect(self._go)
        self.box.left.connect(self.close)
        canvas.search_wanted.connect(self.toggle)
        canvas.installEventFilter(self)
        desk.ground.places.changed.connect(self._renew)

    def toggle(self) -> None:
        """Open the field, or close the one that is open."""
        if self.box.isVisible():
            self.close()
            return
        self._desk.ground.places.want()
        # Enter and Esc are about what is typed now, not about a drawing.
        self._canvas.tools.drop()
        self._make_lookup()
        self.box.stand(self._canvas.free)
        self.box.open(self._canvas.target)

    def close(self, back: bool = True) -> None:
        """Put the field away."""
        if self.box.isVisible():
            self.box.hide()
            self._lookup = None
            if back:
                self._back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The field keeps to its corner, and leaves with its map."""
        if event.type() == QEvent.Type.Resize and self.box.isVisible():
            self.box.stand(self._canvas.free)
        elif event.type() == QEvent.Type.Hide:
            self.close(back=False)
        return super().eventFilter(watched, event)

    def _make_lookup(self) -> None:
        names = self._desk.ground.places.gazetteer
        self._lookup = Lookup(self._desk.store.walk, names, self._desk.language)

    def _renew(self) -> None:
        if self._lookup is not None:
            self._make_lookup()
            self._look(self.box.field.text())

    def _look(self, typed: str) -> None:
        hits = self._lookup.hits(typed) if self._lookup else ()
        self.box.show_hits(hits, self._desk.ground.places.ready)

    def _go(self, hit: Hit) -> None:
        self.close()
        if hit.note is not None:
            self._desk.selection.select_note(hit.note)
        if hit.bounds is not None and hit.at is not None:
            self._canvas.go_to(hit.bounds, hit.at)
