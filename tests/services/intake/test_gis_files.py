"""Shapefiles and FlatGeobuf, written by the library that others use."""

from __future__ import annotations

from itertools import count

import geopandas
import pytest
from shapely import Point as Drawn

from tests.domain.builders import a_walk
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, haversine_m
from walkshop.domain.records import NotYet
from walkshop.services.intake import AS_NAMED, propose

_ids = count(1)


def proposed(path):
    return propose(path, a_walk(), AS_NAMED, lambda: f"id {next(_ids)}")


@pytest.mark.parametrize(("ending", "options"), [("shp", {}), ("fgb", {"SPATIAL_INDEX": "NO"})])
def test_a_layer_of_a_gis_program_is_read_in_its_own_crs(tmp_path, ending, options):
    path = tmp_path / f"banken.{ending}"
    columns = {"opmerking": ["Bänk", "Boom"], "duo": ["C", None], "hoogte": [2.0, None]}
    shapes = [Drawn(155_000, 463_000), None]
    geopandas.GeoDataFrame(columns, geometry=shapes, crs=28992).to_file(path, **options)
    bank, boom = proposed(path).rows
    assert (bank.text, bank.duo, bank.extra) == ("Bänk", "C", (("hoogte", "2"),))
    assert haversine_m(bank.place.at, LonLat(5.387206, 52.155174)) < 1
    assert (boom.text, boom.extra, type(boom.place)) == ("Boom", (), NotYet)


@pytest.mark.parametrize("name", ["a.shp", "a.fgb"])
def test_what_is_no_such_layer_is_refused(tmp_path, name):
    path = tmp_path / name
    with pytest.raises(WalkshopError, match="cannot be read"):
        proposed(path)
    path.write_bytes(b"nothing of the kind")
    with pytest.raises(WalkshopError, match="is damaged"):
        proposed(path)
