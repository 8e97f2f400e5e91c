"""GeoPackages of field apps: layers, tables of pictures, and what strangers put in."""

from __future__ import annotations

import io
import sqlite3
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from PIL import Image

from tests.domain.builders import a_walk
from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, haversine_m
from walkshop.domain.records import Area, NotYet, Point
from walkshop.services.gpkg.create import create
from walkshop.services.gpkg.geometry import pack_area, pack_point
from walkshop.services.intake import AS_NAMED, Proposal, propose

HERE = LonLat(4.49, 51.93)
RING = (HERE, LonLat(4.5, 51.93), LonLat(4.5, 51.94))
STANDARD = """
CREATE TABLE gpkg_contents (table_name TEXT, identifier TEXT, data_type TEXT, srs_id INTEGER);
CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, srs_id INTEGER);
CREATE TABLE gpkg_spatial_ref_sys
    (srs_id INTEGER, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
INSERT INTO gpkg_spatial_ref_sys VALUES (4326, 'EPSG', 4326, ''), (28992, 'EPSG', 28992, '');
"""

_ids = count(1)


class Made:
    """A GeoPackage as a field app would write it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.run(STANDARD)

    def run(self, script: str, *rows: tuple[object, ...]) -> Made:
        with closing(sqlite3.connect(self.path)) as file, file:
            for row in rows:
                file.execute(script, row)
            if not rows:
                file.executescript(script)
        return self

    def layer(self, name: str, columns: str, srs: int | None = 4326) -> Made:
        self.run(f'CREATE TABLE "{name}" ({columns})')
        self.run("INSERT INTO gpkg_contents VALUES (?, ?, ?, ?)", (name, name, _kind(srs), srs))
        if srs is not None:
            self.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?)", (name, srs))
        return self

    def read(self) -> Proposal:
        return propose(self.path, a_walk(), AS_NAMED, lambda: f"id {next(_ids)}")


def _kind(srs: int | None) -> str:
    return "attributes" if srs is None else "features"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    return Made(tmp_path / "veld.gpkg")


def photo(path: Path) -> None:
    path.parent.mkdir(exist_ok=True)
    held = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(held, "JPEG")
    path.write_bytes(held.getvalue())


COLUMNS = "fid INTEGER PRIMARY KEY, geom BLOB, uuid TEXT, opmerking TEXT, foto TEXT, mooi BOOLEAN"
INSERT = "INSERT INTO notes VALUES (?, ?, ?, ?, ?, ?)"


def test_layers_are_read_by_the_names_of_their_columns(made):
    made.layer("notes", COLUMNS)
    made.run(INSERT, (1, pack_point(HERE), "{a}", "Bank", None, 1))
    made.run(INSERT, (2, pack_area(RING), "{b}", "Plein", None, None), (3, None, "", "x", None, 0))
    bank, plein, nowhere = made.read().rows
    assert (bank.text, bank.place) == ("Bank", Point(HERE))
    assert bank.extra == (("uuid", "{a}"), ("mooi", "yes"))
    assert (plein.place, type(nowhere.place)) == (Area(RING), NotYet)


def test_a_layer_lies_where_its_own_crs_says(made):
    made.layer("notes", COLUMNS, 28992)
    made.run(INSERT, (1, pack_point(LonLat(155_000, 463_000)), "", "Toren", None, None))
    (row,) = made.read().rows
    assert haversine_m(row.place.at, LonLat(5.387206, 52.155174)) < 1


def test_a_column_of_shapes_is_found_however_it_is_written(made):
    made.layer("notes", COLUMNS).run("UPDATE gpkg_geometry_columns SET column_name = 'GEOM'")
    made.layer("gone", "fid, opmerking").run("INSERT INTO gone VALUES (1, 'Boom')")
    made.run(INSERT, (1, pack_point(HERE), "", "Bank", None, None))
    assert [(row.text, type(row.place)) for row in made.read().rows] == [
        ("Bank", Point),
        ("Boom", NotYet),
    ]


def test_a_broken_shape_hurts_no_other(made):
    made.layer("notes", COLUMNS)
    broken = pack_point(HERE)[:-9]
    made.run(INSERT, (1, broken, "", "a", None, None), (2, pack_point(HERE), "", "b", None, None))
    assert [type(row.place) for row in made.read().rows] == [NotYet, Point]


def test_pictures_beside_the_file_become_photos_of_their_notes(made):
    photo(made.path.parent / "DCIM" / "bank.jpg")
    made.layer("notes", COLUMNS)
    made.run(INSERT, (1, pack_point(HERE), "", "Bank", "DCIM/bank.jpg", None))
    proposal = made.read()
    assert [one.note for one in proposal.photos] == [proposal.rows[0].id]


@pytest.mark.parametrize("name", ["../secret.jpg", "/{folder}/secret.jpg", "link.jpg", "no.jpg"])
def test_only_pictures_below_the_folder_of_the_file_are_read(tmp_path, name):
    folder = tmp_path / "project"
    folder.mkdir()
    photo(tmp_path / "secret.jpg")
    (folder / "link.jpg").symlink_to(tmp_path / "secret.jpg")
    made = Made(folder / "veld.gpkg").layer("notes", COLUMNS)
    wanted = name.format(folder=tmp_path)
    made.run(INSERT, (1, pack_point(HERE), "", "Bank", wanted, None))
    proposal = made.read()
    assert (len(proposal.rows), proposal.photos) == (1, ())
    assert any("not found beside the file" in line for line in said(proposal))


def test_a_table_of_pictures_gives_them_to_its_places(made):
    photo(made.path.parent / "a.jpg")
    made.layer("notes", COLUMNS).layer("media", "fid, note_uuid, path, description", None)
    made.run(INSERT, (1, pack_point(HERE), "{u-1}", "Bank", None, None))
    made.run("INSERT INTO media VALUES (1, '{u-1}', 'a.jpg', 'Van dichtbij')")
    made.run("INSERT INTO media VALUES (2, '{u-1}', 'film.mp4', '')")
    proposal = made.read()
    (one,) = proposal.photos
    assert (one.note, one.photo.caption) == (proposal.rows[0].id, "Van dichtbij")
    assert "Table “media”: rows without a picture are not read" in said(proposal)


def test_styles_empty_layers_and_tables_without_words_bring_nothing(made):
    made.layer("notes", COLUMNS).layer("empty", COLUMNS)
    made.layer("layer_styles", "fid, styleQML, description", None).layer("codes", "fid, a", None)
    made.run(INSERT, (1, pack_point(HERE), "", "Bank", None, None))
    made.run("INSERT INTO layer_styles VALUES (1, '<qgis/>', 'x')")
    made.run("INSERT INTO codes VALUES (1, 'b')")
    proposal = made.read()
    assert [row.text for row in proposal.rows] == ["Bank"]
    assert "Layer “empty”: nothing in it" in said(proposal)


def test_what_is_not_written_into_the_file_yet_comes_along(made):
    made.layer("notes", COLUMNS)
    with closing(sqlite3.connect(made.path, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute(INSERT, (1, pack_point(HERE), "", "Bank", None, None))
        assert [row.text for row in made.read().rows] == ["Bank"]


def test_reading_changes_neither_the_file_nor_its_folder(made):
    made.layer("notes", COLUMNS).run(INSERT, (1, pack_point(HERE), "", "Bank", None, None))
    before = made.path.read_bytes()
    made.read()
    assert made.path.read_bytes() == before
    assert [path.name for path in made.path.parent.iterdir()] == [made.path.name]


def test_a_view_that_hangs_is_never_asked(made):
    made.layer("notes", COLUMNS).run(INSERT, (1, pack_point(HERE), "", "Bank", None, None))
    made.run(
        "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
        "SELECT i FROM n"
    )
    made.run("INSERT INTO gpkg_contents VALUES ('evil', 'evil', 'features', 4326)")
    proposal = made.read()
    assert len(proposal.rows) == 1
    assert "Layer “evil”: computed by the file itself, not read" in said(proposal)


def test_a_walk_is_refused_with_the_way_to_merge_it(tmp_path):
    create(tmp_path / "walk.gpkg", a_walk())
    with pytest.raises(WalkshopError, match=r"is a walk itself.*Merge"):
        Made.read(_at(tmp_path / "walk.gpkg"))


@pytest.mark.parametrize("raw", [b"", b"no database", b"SQLite format 3\0" + b"\1" * 5_000])
def test_what_is_no_geopackage_is_refused(tmp_path, raw):
    path = tmp_path / "veld.gpkg"
    path.write_bytes(raw)
    with pytest.raises(WalkshopError, match=r"is no GeoPackage|is damaged"):
        Made.read(_at(path))


def _at(path: Path) -> Made:
    there = object.__new__(Made)
    there.path = path
    return there
