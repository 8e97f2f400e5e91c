"""Finding streets, squares and stops by a part of their names."""

import pytest

from walkshop.domain.geo import LonLat
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.services.basemap.findplace import (
    Found,
    Gazetteer,
    PlaceKind,
    find_places,
    folded,
    gazetteer_in_steps,
    gazetteer_of,
    places_of_map,
    stop_place,
)

HERE = LonLat(4.49, 51.93)


def street(name: str, west: float = 0.0) -> Feature:
    return Feature("street", Shape.LINE, (((west, 0.0), (west + 10, 10.0)),), name=name)


@pytest.fixture
def index() -> Gazetteer:
    square = Feature("square", Shape.AREA, (((0, 0), (9, 0), (9, 9)),), name="Goudseplein")
    streets = map(street, ("Goudsesingel", "Oude Goudseweg", "Crooswijksestraat", "Café-pad"))
    places = places_of_map(MapData((square, *streets)))
    return gazetteer_of([*places, stop_place("Goudse hofje", HERE)])


def names(found: object) -> list[str]:
    assert isinstance(found, tuple)
    return [place.name for place in found]


def test_stops_go_before_streets_and_squares_and_inner_words_come_last(index: Gazetteer) -> None:
    found = names(find_places(index, "GOUDS"))
    assert found == ["Goudse hofje", "Goudsesingel", "Goudseplein", "Oude Goudseweg"]


@pytest.mark.parametrize("typed", ["crooswijksestr.", "Crooswijksestr", "crooswijkses"])
def test_a_street_is_found_by_its_short_form(index: Gazetteer, typed: str) -> None:
    assert names(find_places(index, typed)) == ["Crooswijksestraat"]


def test_accents_do_not_matter_and_nothing_typed_finds_nothing(index: Gazetteer) -> None:
    assert names(find_places(index, "cafe")) == ["Café-pad"]
    assert find_places(index, " . ") == ()


def test_the_pieces_of_a_street_are_one_place() -> None:
    (found,) = places_of_map(MapData((street("Lange weg"), street("Lange weg", west=990))))
    assert found.kind is PlaceKind.STREET
    assert found.place.lon * 111_319.5 == pytest.approx(10, rel=1e-3)
    assert found.bounds.east - found.bounds.west == pytest.approx(1000 / 111_319.5, rel=1e-3)


def test_the_middle_of_a_bent_street_lies_on_the_street() -> None:
    bent = Feature("street", Shape.LINE, (((0, 0), (100, 0), (100, 100)),), name="Hoekstraat")
    (found,) = places_of_map(MapData((bent,)))
    corner = LonLat(found.bounds.east, found.bounds.south)
    on_it = found.place.lat == corner.lat or found.place.lon == corner.lon
    assert on_it
    assert found.place != found.bounds.centre


def test_the_index_of_a_map_comes_in_steps_of_one_name_at_most() -> None:
    data = MapData(tuple(street(f"Weg {n}", west=n * 20.0) for n in range(2_000)))
    steps = list(gazetteer_in_steps(data))
    assert len(steps) > len(data.features)
    assert [step for step in steps[:-1] if step is not None] == []
    assert steps[-1] is not None
    assert names(find_places(steps[-1], "weg 1999")) == ["Weg 1999"]


def test_a_map_without_names_has_an_empty_index() -> None:
    assert [given for given in gazetteer_in_steps(MapData(())) if given] == [Gazetteer(())]


def test_a_word_that_only_begins_with_str_stays_itself() -> None:
    assert folded("Strevelsweg") == "strevelsweg"
    assert folded("Lange Str. 4") == "lange straat 4"
    index = gazetteer_of(places_of_map(MapData((street("Strevelsweg"), street("Lange Str.")))))
    assert names(find_places(index, "str")) == ["Strevelsweg", "Lange Str."]


def test_one_of_twenty_thousand_names_is_found() -> None:
    names_of_town = (f"Straat {n} van de wijk" for n in range(20_000))
    many = gazetteer_of(Found(name, PlaceKind.STREET, HERE, stop_place("", HERE).bounds)
                        for name in names_of_town)  # fmt: skip
    assert names(find_places(many, "straat 19999")) == ["Straat 19999 van de wijk"]
