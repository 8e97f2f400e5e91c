"""The map under the open walk, kept once, so that another one shows everywhere at once."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkshop.services.basemap.data import MapData
from walkshop.ui.map.placeindex import PlaceIndex
from walkshop.ui.map.style import COLOUR


class Ground(QObject):
    """What every map of the walk is drawn over.

    Signals:
        changed: another map lies there, or the same in another look.

    Args:
        data: the map; None for none.
        style: its look in Notes and in the room: colour, pale or black_white.
    """

    changed = Signal()

    def __init__(
        self, data: MapData | None = None, style: str = COLOUR, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._style = style
        self.places = PlaceIndex(data, self)
        """Where the names of the map are."""

    @property
    def data(self) -> MapData | None:
        """The map as it lies there now."""
        return self._data

    @property
    def style(self) -> str:
        """Its look in Notes and in the room; maps beside other work stay pale."""
        return self._style

    def set(self, data: MapData | None) -> None:
        """Lay another map, or take it away."""
        if data is not self._data:
            self._data = data
            self.places.set_map(data)
            self.changed.emit()

    def set_style(self, style: str) -> None:
        """Show it in another look."""
        if style != self._style:
            self._style = style
            self.changed.emit()
