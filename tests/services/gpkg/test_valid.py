"""The walk file is a valid GeoPackage that other programs open as it is."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pyogrio
import pytest

from tests.services.gpkg.filled import (
    HERE,
    RING,
    Opened,
    add,
    change,
    filled_walk,
    other_program,
)
from walkshop.domain.records import NOT_YET, WHOLE, Area, Kind, Line, ThemeId
from walkshop.services.gpkg import check, create

pytestmark = pytest.mark.slow

LAYERS = {
    "neighbourhood": "MultiPolygon",
    "stops": "Point",
    "routes": "LineString",
    "interviews": "Point",
    "notes": "Point",
    "nodes": "Point",
    "actions": "Point",
    "about": None,
    "values": None,
    "answers": None,
    "participants": None,
}


def say_if_invalid(path: Path) -> None:
    """Raise what the validator of GDAL says."""
    reason = "no validator: `pip install --no-deps gdal-utils` brings it, without GDAL itself"
    validator = pytest.importorskip("osgeo_utils.samples.validate_gpkg", reason=reason)
    validator.check(str(path), extra_checks=True)


@pytest.fixture
def worked_in(tmp_path: Path) -> Path:
    """A file with everything in it, after edits of every sort."""
    path = tmp_path / "walk.gpkg"
    create(path, filled_walk(), {"abc": b"photo"})
    with Opened(path) as opened:
        for place in (Line(RING), Area(RING), WHOLE, NOT_YET):
            opened.do(add("placed", place=place))
        opened.do(change(4, kind=Kind.IDEA, theme=ThemeId("natuur"), place=Area(RING)))
        opened.do(lambda walk: walk.lacking(walk.note(next(iter(walk.notes)))))
        opened.store.undo()
        opened.file.backup_to(tmp_path / "copy.gpkg")
    return path


def test_a_new_file_and_one_that_was_worked_in_are_valid(worked_in: Path, tmp_path: Path) -> None:
    create(tmp_path / "new.gpkg", filled_walk())
    for path in (tmp_path / "new.gpkg", worked_in, tmp_path / "copy.gpkg"):
        say_if_invalid(path)
        assert check(path).problems == ()


def test_the_validator_can_say_no(worked_in: Path) -> None:
    other_program(worked_in, "PRAGMA application_id = 1")
    with pytest.raises(Exception, match="Wrong application_id"):
        say_if_invalid(worked_in)


def test_every_layer_is_listed_by_name_and_geometry(worked_in: Path) -> None:
    copy = worked_in.with_name("copy.gpkg")
    listed = {str(name): kind for name, kind in pyogrio.list_layers(copy)}
    assert listed.items() >= LAYERS.items()
    assert {"note_shapes", "action_shapes", "photo_files"} <= listed.keys()
    assert "walkshop_history" not in listed


def test_notes_carry_their_theme_kind_and_number_as_columns(worked_in: Path) -> None:
    notes = geopandas.read_file(worked_in.with_name("copy.gpkg"), layer="notes").set_index("nr")
    assert notes.crs == "EPSG:4326"
    assert tuple(notes.loc[4, ["kind", "theme", "place_kind"]]) == ("idea", "natuur", "area")
    assert notes.loc[6, "place_kind"] == "whole"
    assert notes.geometry.loc[6] is None
    assert (notes.geometry.loc[3].x, notes.geometry.loc[3].y) == HERE


def test_lines_and_areas_are_a_layer_of_their_own(worked_in: Path) -> None:
    shapes = geopandas.read_file(worked_in.with_name("copy.gpkg"), layer="note_shapes")
    assert dict(zip(shapes["nr"], shapes.geom_type, strict=True)) == {4: "Polygon", 5: "Polygon"}


def test_what_another_program_writes_through_gdal_is_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "walk.gpkg"
    create(path, filled_walk())
    drawn = geopandas.GeoDataFrame(
        {"text": ["drawn in QGIS"], "kind": ["idea"]},
        geometry=geopandas.points_from_xy([HERE.lon], [HERE.lat]),
        crs=4326,
    )
    drawn.to_file(path, layer="notes", mode="a")
    with Opened(path) as opened:
        found = next(one for one in opened.store.walk.notes.values() if one.nr == 4)
        assert (found.text, found.kind) == ("drawn in QGIS", Kind.IDEA)
    assert check(path).ok
    say_if_invalid(path)
