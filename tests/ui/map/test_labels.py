"""Where names stand: no window."""

import itertools
import math

import pytest

from walkshop.domain.geo import LonLat, Mercator, to_mercator
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.labels import REPEAT_PX, Label, lay_out
from walkshop.ui.map.names import names_of
from walkshop.ui.map.spread import Box

CAMERA = Camera(to_mercator(LonLat(4.49, 51.93)), 16, 900, 600)


def street(
    name: str, *corners: tuple[float, float], grade: str = "residential", layer: str = "street"
) -> Feature:
    """A street through corners in px of the camera."""
    line = tuple(CAMERA.unproject(x, y) for x, y in corners)
    return Feature(layer, Shape.LINE, (line,), name, grade)


def measure(text: str, _layer: str) -> float:
    return 8.0 * len(text)


def placed(*features: Feature, taken: tuple[Box, ...] = ()) -> list[Label]:
    return lay_out(names_of(MapData(features)), CAMERA, taken, measure)


def middle(label: Label) -> tuple[float, float]:
    return CAMERA.project(label.at)


def test_a_name_stands_in_the_middle_of_its_street_along_it() -> None:
    (label,) = placed(street("Rubroekstraat", (100, 200), (400, 500)))
    assert middle(label) == pytest.approx((250, 350), abs=20)
    assert label.angle == pytest.approx(45, abs=0.5)


def test_a_name_is_never_upside_down() -> None:
    for turn in range(0, 360, 30):
        x, y = math.cos(math.radians(turn)) * 200, math.sin(math.radians(turn)) * 200
        (label,) = placed(street("Warande", (450, 300), (450 + x, 300 + y)))
        assert -90 < label.angle <= 90


def test_a_street_shorter_than_its_name_stays_without() -> None:
    assert placed(street("Generaal van der Heijdenplein", (100, 200), (250, 200))) == []


def test_a_name_avoids_the_bend_of_its_street() -> None:
    (label,) = placed(street("Goudsesingel", (100, 100), (300, 100), (300, 180)))
    assert label.angle == pytest.approx(0, abs=2)
    assert middle(label)[1] == pytest.approx(100, abs=4)


def test_a_name_gives_way_to_a_pin_along_its_street() -> None:
    pin = Box(238, 188, 262, 212)
    (label,) = placed(street("Warande", (50, 200), (450, 200)), taken=(pin,))
    assert abs(middle(label)[0] - 250) > 40


def test_two_names_never_cover_each_other() -> None:
    lines = [street(f"Straat {n}", (100, 200 + 9 * n), (184, 200 + 9 * n)) for n in range(6)]
    heights = sorted(middle(label)[1] for label in placed(*lines))
    assert len(heights) == 3
    assert all(b - a >= 17 for a, b in itertools.pairwise(heights))


def test_the_more_important_street_gets_the_room() -> None:
    small = street("Achterom", (100, 300), (180, 300))
    large = street("Boezemweg", (100, 304), (190, 304), grade="main")
    assert [label.lines for label in placed(small, large)] == [("Boezemweg",)]


def test_a_long_street_says_its_name_again_but_not_too_soon() -> None:
    camera = Camera(CAMERA.centre, 16, 2000, 400)
    line = tuple(camera.unproject(x, 200) for x in (0, 2000))
    names = names_of(MapData((Feature("street", Shape.LINE, (line,), "Warande", "main"),)))
    at = sorted(camera.project(label.at).x for label in lay_out(names, camera, (), measure))
    assert len(at) >= 3
    assert all(b - a >= REPEAT_PX for a, b in itertools.pairwise(at))


def test_pieces_of_one_street_are_one_street() -> None:
    pieces = [street("Goudse Rijweg", (x, 100), (x + 60, 100)) for x in range(100, 400, 60)]
    assert len(placed(*pieces)) == 1


def test_a_long_name_of_a_small_square_stands_on_two_lines() -> None:
    corners = [(400, 300), (470, 300), (470, 350), (400, 350), (400, 300)]
    ring = tuple(Mercator(*CAMERA.unproject(x, y)) for x, y in corners)
    (label,) = placed(Feature("square", Shape.AREA, (ring,), "Marnixplein"))
    assert label.lines == ("Marnixplein",)
    (label,) = placed(Feature("square", Shape.AREA, (ring,), "Frederik Hendrikplein"))
    assert label.lines == ("Frederik", "Hendrikplein")


def test_names_stay_wholly_inside_the_picture() -> None:
    assert placed(street("Jonker Fransstraat", (-80, 20), (60, 20))) == []


def bow(name: str, radius: float = 130) -> Feature:
    """A street in a bow over (450, 300) that nowhere runs straight."""
    turns = [math.radians(turn) for turn in range(20, 161, 4)]
    corners = [(450 + radius * math.cos(t), 400 - radius * math.sin(t)) for t in turns]
    return street(name, *corners)


def test_a_name_without_a_straight_run_follows_the_bend() -> None:
    (label,) = placed(bow("Crooswijksebocht"))
    assert "".join(letter.text for letter in label.letters) == "Crooswijksebocht"
    assert label.letters[0].angle < -20 < 20 < label.letters[-1].angle
    assert label.text == "Crooswijksebocht"


def test_a_straight_run_is_preferred_to_a_bend() -> None:
    (label,) = placed(street("Goudsesingel", (100, 100), (300, 100), (380, 150), (400, 240)))
    assert label.letters == ()


def test_a_name_on_a_bend_gives_way_to_pins_on_every_letter() -> None:
    (free,) = placed(bow("Crooswijksebocht"))
    x, y = middle(free)
    for letter in (free.letters[0], free.letters[-1]):
        pin = Box(x + letter.x - 12, y + letter.y - 12, x + letter.x + 12, y + letter.y + 12)
        for label in placed(bow("Crooswijksebocht"), taken=(pin,)):
            at = middle(label)
            assert all(
                abs(at[0] + other.x - x - letter.x) >= 12
                or abs(at[1] + other.y - y - letter.y) >= 12
                for other in label.letters
            )


def test_two_names_on_crossing_bends_do_not_cover_each_other() -> None:
    assert len(placed(bow("Crooswijksebocht"), bow("Rubroeksebocht", 136))) == 1


def test_two_level_names_keep_apart_so_that_they_are_not_read_as_one() -> None:
    places = [
        Feature("label", Shape.POINT, ((CAMERA.unproject(300, y),),), name, "place")
        for name, y in (("Rubroek", 300), ("Crooswijk", 318))
    ]
    heights = sorted(middle(label)[1] for label in placed(*places))
    assert len(heights) == 2
    assert heights[1] - heights[0] >= 25
