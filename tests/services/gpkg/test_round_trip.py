"""What goes into a walk file comes out of it: every kind of record, every field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.gpkg.filled import HERE, RING, Opened, add, bare_walk, filled_walk, note
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    TABLES,
    WHOLE,
    Action,
    Area,
    AtStop,
    Kind,
    Line,
    Note,
    NoteId,
    Place,
    Point,
    Route,
    RouteId,
    Stop,
    StopId,
    Voice,
)
from walkshop.services.gpkg import create, read_walk

pytestmark = pytest.mark.slow

OUTSIDE = (HERE, LonLat(4.5, 51.95), LonLat(4.6, 51.93))
PLACES: list[Place] = [
    Point(HERE),
    Point(HERE, assumed=True, accuracy_m=80.0, word="line"),
    Line(OUTSIDE),
    Line(OUTSIDE, assumed=True, accuracy_m=5.0),
    Line((HERE,)),
    Area(RING, assumed=True),
    AtStop(StopId("stop 1")),
    AtStop(StopId("stop that nobody knows")),
    WHOLE,
    NOT_YET,
]


def test_a_walk_with_every_field_of_every_kind_filled_comes_back(tmp_path: Path) -> None:
    walk = filled_walk()
    create(tmp_path / "walk.gpkg", walk)
    found = read_walk(tmp_path / "walk.gpkg")
    for name in TABLES.values():
        assert found.table(name) == walk.table(name)
    assert (found, found.marks) == (walk, walk.marks)


def test_a_moment_keeps_its_own_time_zone(tmp_path: Path) -> None:
    create(tmp_path / "walk.gpkg", filled_walk())
    created = read_walk(tmp_path / "walk.gpkg").about.created
    assert created is not None
    assert created.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize("place", PLACES, ids=repr)
def test_a_note_and_an_action_keep_their_place(tmp_path: Path, place: Place) -> None:
    stop = Stop(id=StopId("stop 1"), nr=1, at=LonLat(4.48, 51.93))
    action = Action(id="action 1", nr=1, place=place)  # type: ignore[arg-type]  # an id is text
    walk = bare_walk(stop, note(1, place=place), action)
    create(tmp_path / "walk.gpkg", walk)
    assert read_walk(tmp_path / "walk.gpkg") == walk


def test_a_route_of_one_point_is_kept(tmp_path: Path) -> None:
    walk = bare_walk(Route(id=RouteId("route 1"), along=(HERE,)))
    create(tmp_path / "walk.gpkg", walk)
    assert read_walk(tmp_path / "walk.gpkg") == walk


def test_records_come_back_in_the_order_in_which_they_were_made(tmp_path: Path) -> None:
    create(tmp_path / "walk.gpkg", bare_walk(note(3), note(1), note(2)))
    with Opened(tmp_path / "walk.gpkg") as opened:
        opened.do(add())
    assert [one.nr for one in read_walk(tmp_path / "walk.gpkg").notes.values()] == [3, 1, 2, 4]


def test_half_a_character_does_not_stop_the_writing(tmp_path: Path) -> None:
    walk = bare_walk(note(1, text="half \ud83c", voices=(Voice(words="\ud83c"),)))
    create(tmp_path / "walk.gpkg", walk)
    assert read_walk(tmp_path / "walk.gpkg").note(NoteId("note 1")).text == "half ?"


def test_a_file_of_that_name_is_never_replaced(tmp_path: Path) -> None:
    path = tmp_path / "walk.gpkg"
    path.write_text("mine")
    with pytest.raises(WalkshopError, match="already a file with this name"):
        create(path, filled_walk())
    assert path.read_text() == "mine"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="no such folder"):
        create(tmp_path / "no" / "walk.gpkg", filled_walk())


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
spots = st.builds(LonLat, st.floats(-180, 180), st.floats(-90, 90))
zones = st.integers(-700, 700).map(lambda minutes: timezone(timedelta(minutes=minutes)))
counts = st.none() | st.floats(0, 1e6)
places = st.one_of(
    st.builds(Point, spots, st.booleans(), counts, texts),
    st.sampled_from([WHOLE, NOT_YET, Line(OUTSIDE), Area(RING)]),
)
notes = st.builds(
    Note,
    id=st.uuids().map(str).map(NoteId),
    nr=st.just(1),
    text=texts,
    kind=st.sampled_from(Kind),
    theme=st.none() | texts,
    place=places,
    created=st.none() | st.datetimes(timezones=zones),
    minute=st.none() | st.integers(-(2**62), 2**62),
    quotes=st.lists(texts).map(tuple),
    extra=st.lists(st.tuples(texts, texts)).map(tuple),
    quote_consent=st.none() | st.booleans(),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(notes, max_size=5, unique_by=lambda note: note.id))
def test_any_notes_come_back(made: list[Note]) -> None:
    walk = bare_walk(*(replace(one, nr=nr) for nr, one in enumerate(made, 1)))
    with TemporaryDirectory() as folder:
        create(Path(folder) / "walk.gpkg", walk)
        assert read_walk(Path(folder) / "walk.gpkg") == walk
