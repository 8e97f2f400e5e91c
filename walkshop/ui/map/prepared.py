"""Works out what every view of a map needs, beside the window: laying it is a matter of ms then."""

from __future__ import annotations

from walkshop.services.basemap.data import MapData
from walkshop.ui.map.names import names_of
from walkshop.ui.map.shapes import shapes_of


def prepare(data: MapData) -> None:
    """Group the things of a map and collect its names; any thread may, as no Qt is in it."""
    shapes_of(data)
    names_of(data)
