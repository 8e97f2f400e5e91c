"""The corners of a map: lengths, walking times, whose it is."""

import pytest

from walkshop.domain.geo import LonLat
from walkshop.i18n import language
from walkshop.services.basemap.data import MapData
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.furniture import corner_boxes, map_words, scale_length, scale_words

ENGLISH = language("en")


@pytest.mark.parametrize("metres_per_px", [0.02, 0.1, 0.37, 1.43, 5, 60, 4000, 40_000])
def test_the_bar_is_a_round_length_that_fits_its_corner(metres_per_px: float) -> None:
    metres, bar = scale_length(metres_per_px)
    assert bar * metres_per_px == pytest.approx(metres)
    assert 12 <= bar <= 130
    assert str(metres).strip("0.")[0] in "125"


@pytest.mark.parametrize(
    ("metres", "words"),
    [
        (20, "20 m"),
        (50, "50 m, ¾-minute walk"),
        (100, "100 m, 1½-minute walk"),
        (200, "200 m, 3-minute walk"),
        (500, "500 m, 7½-minute walk"),
        (1000, "1 km, 15-minute walk"),
        (50_000, "50 km"),
    ],
)
def test_a_length_says_how_long_one_walks_it(metres: float, words: str) -> None:
    assert scale_words(metres, ENGLISH) == words


def test_a_map_speaks_the_language_of_the_window_else_its_own() -> None:
    data = MapData((), {"": "© OpenStreetMap"}, {"nl": "schets", "en": "sketch"})
    assert map_words(data, ENGLISH).notice == "sketch"
    assert map_words(data, language("nl")).notice == "schets"
    assert map_words(data, ENGLISH).attribution == "© OpenStreetMap"


def test_without_a_map_nobody_is_named(qapp: object) -> None:
    camera = Camera.over(LonLat(4.49, 51.93), 16, 800, 600)
    assert map_words(None, ENGLISH).attribution == ""
    assert len(corner_boxes(camera, map_words(None, ENGLISH))) == 1


def test_both_corners_stay_inside_the_map(qapp: object) -> None:
    camera = Camera.over(LonLat(4.49, 51.93), 16, 800, 600)
    words = map_words(MapData((), {"": "© OpenStreetMap"}), ENGLISH)
    scale, source = corner_boxes(camera, words)
    assert scale.left >= 0
    assert max(scale.bottom, source.bottom) <= 600
    assert source.right <= 800
    assert scale.right < source.left


def test_on_a_narrow_map_the_scale_stands_over_the_source(qapp: object) -> None:
    camera = Camera.over(LonLat(4.49, 51.93), 16, 300, 400)
    words = map_words(MapData((), {"": "© OpenStreetMap, 3D BAG"}), ENGLISH)
    scale, source = corner_boxes(camera, words)
    assert scale.bottom < source.top
