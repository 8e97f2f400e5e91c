"""The index beside the map: every name once, in the order of the alphabet, with its squares."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCollator, QLocale, Qt

from tests.services.output.conftest import edition
from tests.services.output.sample import bare
from walkshop.domain.geo import Bounds, LonLat, Mercator, from_mercator, to_mercator
from walkshop.domain.records import Stop, StopId, Walk
from walkshop.services.output.request import WrittenName
from walkshop.services.output.street_index import Grid, index_rows, sorting_key

AREA = Bounds(4.480, 51.920, 4.500, 51.940)
GRID = Grid(AREA, 4, 4)
STREETS = (
    "'s-Gravenweg", "10e Straat", "1e Straat", "2e Straat", "Ångströmkatu", "Crooswijkseweg",
    "Crooswijksesingel", "Élysée", "Elzenhof", "IJsselstraat", "Ijzerstraat", "Ik", "Lombok",
    "Łódź", "Öljykatu", "Østergade", "St Annastraat", "St.-Janstraat", "Van Alkemadestraat",
    "van der Takstraat", "Zwaanshals", "Невский",
)  # fmt: skip


def rows(*names: WrittenName, walk: Walk | None = None, code: str = "en") -> list[tuple[str, str]]:
    made = index_rows(edition(walk or bare(), code), names, GRID)
    return [(str(row["name"]), str(row["squares"])) for row in made if isinstance(row, dict)]


def at(lon: float, lat: float, text: str = "Rotte") -> WrittenName:
    return WrittenName(text, LonLat(lon, lat))


def test_letters_run_east_and_numbers_run_south() -> None:
    assert GRID.square(LonLat(4.4801, 51.9399)) == "A1"
    assert GRID.square(LonLat(4.4999, 51.9399)) == "D1"
    assert GRID.square(LonLat(4.4801, 51.9201)) == "A4"
    assert (GRID.columns, GRID.rows) == (["A", "B", "C", "D"], ["1", "2", "3", "4"])


@given(st.floats(0, 1, exclude_max=True), st.floats(0, 1, exclude_max=True))
def test_a_place_is_in_the_square_that_is_drawn_around_it(across: float, down: float) -> None:
    low, high = to_mercator(LonLat(4.48, 51.92)), to_mercator(LonLat(4.5, 51.94))
    x = low.x + across * (high.x - low.x)
    place = from_mercator(Mercator(x, high.y - down * (high.y - low.y)))
    square = GRID.square(place)
    assert abs((ord(square[0]) - ord("A") + 0.5) / 4 - across) <= 0.125 + 1e-6
    assert abs((int(square[1:]) - 0.5) / 4 - down) <= 0.125 + 1e-6


@given(st.floats(1, 20_000), st.floats(1, 20_000))
def test_squares_have_one_letter_and_at_least_two_each_way(width: float, height: float) -> None:
    grid = Grid.over(AREA, width, height)
    assert 2 <= len(grid.columns) == len(set(grid.columns)) <= 26
    assert 2 <= len(grid.rows) <= 26


def test_a_name_that_stands_twice_has_one_row_with_both_squares() -> None:
    assert rows(at(4.499, 51.921), at(4.481, 51.939), at(4.4811, 51.939)) == [("Rotte", "A1, D4")]


def test_squares_of_two_digits_come_after_those_of_one() -> None:
    tall = Grid(AREA, 2, 12)
    names = [at(4.481, lat) for lat in (51.9205, 51.9390, 51.9360)]
    (row,) = index_rows(edition(bare()), names, tall)
    assert isinstance(row, dict)
    assert row["squares"] == "A1, A3, A12"


@pytest.mark.parametrize("code", ["nl_NL", "en_GB"])
def test_the_order_is_that_of_the_language(code: str) -> None:
    collator = QCollator(QLocale(code))
    collator.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    collator.setNumericMode(True)
    collator.setIgnorePunctuation(True)
    if collator.compare("Élysée", "Elzenhof") > 0:
        pytest.skip("this Qt is built without ICU and sorts by code point")
    expected = sorted(STREETS, key=functools.cmp_to_key(collator.compare))
    assert sorted(STREETS, key=sorting_key) == expected


@given(st.lists(st.text(), max_size=6))
def test_any_text_can_be_sorted_and_always_comes_in_the_same_order(texts: list[str]) -> None:
    backwards = list(reversed(texts))
    assert sorted(backwards, key=sorting_key) == sorted(texts, key=sorting_key)


def test_stops_are_among_the_names_in_the_language_of_the_sheet() -> None:
    named = Stop(id=StopId("a"), nr=3, name="Marktplein", at=LonLat(4.481, 51.939))
    plain = Stop(id=StopId("b"), nr=4, at=LonLat(4.499, 51.921))
    nowhere = Stop(id=StopId("c"), nr=5, name="Later")
    walk = bare().having(named, plain, nowhere)
    found = rows(at(4.49, 51.93), walk=walk)
    assert [name for name, _ in found] == ["Marktplein (stop 3)", "Rotte", "Stop 4"]
    assert rows(walk=walk)[0] == ("Marktplein (stop 3)", "A1")


def test_a_name_of_blanks_has_no_row() -> None:
    assert rows(at(4.49, 51.93, " \n ")) == []
