"""What every view of a map needs is worked out once, before the window shows it."""

import gc
import weakref

import pytest

from walkshop.i18n import language
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.names import names_of
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.prepared import prepare
from walkshop.ui.map.shapes import shapes_of
from walkshop.ui.map.style import COLOUR, map_style
from walkshop.ui.map.surface import MapSurface

pytestmark = pytest.mark.slow

SQUARE = ((0.0, 0.0), (50.0, 0.0), (50.0, 50.0), (0.0, 50.0))


def a_map() -> MapData:
    street = Feature("street", Shape.LINE, (((0.0, 0.0), (90.0, 0.0)),), "Warande", "main")
    return MapData((Feature("building", Shape.AREA, (SQUARE,)), street))


def test_all_views_of_a_prepared_map_share_what_was_made(qtbot) -> None:
    data = a_map()
    prepare(data)
    shapes, names = shapes_of(data), names_of(data)
    surfaces = [MapSurface(language("nl")) for _ in range(2)]
    for surface in surfaces:
        qtbot.addWidget(surface)
        surface.set_map(data)
        assert surface.layer.names is names
    styles = (map_style(COLOUR), map_style("pale"))
    assert all(BasemapPainter(data, style).shapes is shapes for style in styles)


def test_another_map_of_the_same_things_has_its_own() -> None:
    assert shapes_of(a_map()) is not shapes_of(a_map())


def test_a_prepared_map_is_let_go_of_when_nobody_shows_it() -> None:
    data = a_map()
    prepare(data)
    gone = weakref.ref(data)
    del data
    gc.collect()
    assert gone() is None
