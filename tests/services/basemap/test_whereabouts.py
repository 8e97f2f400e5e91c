"""Where numbers lie: what the file says, when that can be true."""

import numpy as np
import pytest

from walkshop.domain.geo import Bounds
from walkshop.services.basemap.whereabouts import box_in, near_box, whereabouts

DEGREES, RD, WEB = (4.49, 51.93), (93_000.0, 438_000.0), (499_800.0, 6_787_000.0)


@pytest.mark.parametrize(
    ("said", "at", "code"),
    [
        ("EPSG:4326", DEGREES, 4326),
        ("EPSG:28992", RD, 28992),
        ("EPSG:3857", WEB, 3857),
        ("EPSG:25831", (600_000.0, 5_750_000.0), 25831),
    ],
)
def test_a_file_that_says_where_it_lies_is_believed(
    said: str, at: tuple[float, float], code: int
) -> None:
    found = whereabouts(said, np.array([at]))
    assert found.crs is not None
    assert (found.crs.to_epsg(), found.remark) == (code, None)


@pytest.mark.parametrize("said", [None, "", "no such thing", 'LOCAL_CS["plan"]'])
@pytest.mark.parametrize(("at", "code", "word"), [(DEGREES, 4326, "Degrees"), (RD, 28992, "RD")])
def test_a_file_that_does_not_say_is_guessed_by_its_numbers_and_says_so(
    said: str | None, at: tuple[float, float], code: int, word: str
) -> None:
    found = whereabouts(said, np.array([at, (np.nan, 0.0)]))
    assert found.crs is not None
    assert found.remark is not None
    assert found.crs.to_epsg() == code
    assert word in found.remark.id


@pytest.mark.parametrize(
    ("said", "at", "code"), [("EPSG:4326", RD, 28992), ("EPSG:28992", DEGREES, 4326)]
)
def test_a_file_that_cannot_be_right_is_guessed_too(
    said: str, at: tuple[float, float], code: int
) -> None:
    found = whereabouts(said, np.array([at]))
    assert found.crs is not None
    assert found.crs.to_epsg() == code
    assert found.remark is not None


def test_numbers_of_nowhere_stay_unknown() -> None:
    assert whereabouts(None, np.array([(9e8, 9e8)])).crs is None


@pytest.mark.parametrize("said", ["EPSG:4979", "EPSG:7415"])
def test_heights_are_left_out_of_a_crs(said: str) -> None:
    at = DEGREES if said == "EPSG:4979" else RD
    found = whereabouts(said, np.array([at])).crs
    assert found is not None
    assert len(found.axis_info) == 2


def test_a_map_is_read_a_kilometre_around_the_walk() -> None:
    near = Bounds(4.49, 51.92, 4.50, 51.93)
    found = whereabouts("EPSG:28992", np.array([RD])).crs
    assert found is not None
    west, south, east, north = box_in(found, near_box(near)) or (0, 0, 0, 0)
    assert east - west == pytest.approx(2000 + 687, rel=0.03)
    assert north - south == pytest.approx(2000 + 1112, rel=0.03)
