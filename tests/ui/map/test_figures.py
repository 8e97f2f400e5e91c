"""Lines and areas under the pointer: no window."""

import pytest

from walkshop.domain.geo import LonLat
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.figures import TOUCH_PX, Figure, FigureSet

CAMERA = Camera.over(LonLat(4.49, 51.93), 16, 900, 600)


def line(*places: tuple[float, float]) -> Figure:
    return Figure(tuple(CAMERA.to_lonlat(*at) for at in places))


def area(left: float, top: float, side: float) -> Figure:
    right, bottom = left + side, top + side
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Figure(line(*corners).along, closed=True)


def test_a_line_is_hit_near_it_and_not_beside_it() -> None:
    figures = FigureSet([(7, line((100, 100), (300, 100)))])
    assert figures.hit(200, 100 + TOUCH_PX - 1, CAMERA) == 7
    assert figures.hit(200, 100 + TOUCH_PX + 1, CAMERA) is None
    assert figures.hit(320, 100, CAMERA) is None


def test_a_bent_line_is_not_hit_within_its_box() -> None:
    figures = FigureSet([(0, line((100, 100), (300, 100), (300, 300)))])
    assert figures.hit(150, 250, CAMERA) is None


def test_the_smallest_area_around_the_pointer_is_hit() -> None:
    figures = FigureSet([(0, area(100, 100, 300)), (1, area(150, 150, 60)), (2, area(90, 90, 330))])
    assert figures.hit(180, 180, CAMERA) == 1
    assert figures.hit(300, 300, CAMERA) == 0
    assert figures.hit(50, 50, CAMERA) is None


def test_a_line_over_an_area_is_hit_first() -> None:
    figures = FigureSet([(0, area(100, 100, 200)), (1, line((50, 200), (400, 200)))])
    assert figures.hit(200, 202, CAMERA) == 1
    assert figures.hit(200, 230, CAMERA) == 0


def test_an_area_that_fills_the_view_is_hit_at_its_edge_alone() -> None:
    figures = FigureSet([(0, area(10, 10, 580))])
    assert figures.hit(300, 300, CAMERA) is None
    assert figures.hit(300, 12, CAMERA) == 0


def test_an_area_that_crosses_itself_can_be_hit() -> None:
    bow = Figure(line((100, 100), (200, 200), (200, 100), (100, 200)).along, closed=True)
    assert FigureSet([(0, bow)]).hit(115, 150, CAMERA) == 0


@pytest.mark.parametrize(
    "figure", [Figure(()), line((1, 1)), Figure(line((1, 1), (9, 9)).along, True)]
)
def test_what_cannot_be_drawn_is_left_out(figure: Figure) -> None:
    assert len(FigureSet([(0, figure)])) == 0


def test_the_largest_is_drawn_first_and_what_is_elsewhere_not_at_all() -> None:
    small, large, gone = area(150, 150, 60), area(100, 100, 300), area(5000, 100, 90)
    figures = FigureSet([(0, small), (1, large), (2, gone)])
    assert [index for index, _ in figures.in_view(CAMERA)] == [1, 0]
    assert FigureSet([]).in_view(CAMERA) == []
    assert FigureSet([]).hit(1, 1, CAMERA) is None
