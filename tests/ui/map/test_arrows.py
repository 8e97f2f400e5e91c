"""Arrows of one-way streets: the way traffic goes, the same from every tile."""

import itertools

import pytest

from walkshop.domain.geo import LonLat, to_mercator
from walkshop.services.basemap.data import Ring
from walkshop.ui.map.arrows import EVERY_PX, arrows_along
from walkshop.ui.map.camera import Camera

CAMERA = Camera(to_mercator(LonLat(4.49, 51.93)), 18, 400, 300)


def line(*corners: tuple[float, float]) -> Ring:
    return tuple(CAMERA.unproject(x, y) for x, y in corners)


@pytest.mark.parametrize(
    ("end", "angle"), [((300, 150), 0), ((100, 250), 90), ((20, 150), 180), ((100, 50), -90)]
)
def test_an_arrow_points_the_way_the_line_runs(end: tuple[float, float], angle: float) -> None:
    arrow = next(arrows_along(line((100, 150), end), CAMERA))
    assert abs(arrow.angle) == pytest.approx(abs(angle))
    assert arrow.angle * angle >= 0


def test_a_long_street_has_arrows_at_even_steps() -> None:
    arrows = list(arrows_along(line((-1000, 150), (1000, 150)), CAMERA))
    steps = [b.x - a.x for a, b in itertools.pairwise(arrows)]
    assert steps == pytest.approx([2000 / round(2000 / EVERY_PX)] * len(steps))


def test_a_neighbouring_view_shows_the_same_arrows() -> None:
    street = line((-1000, 150), (1000, 150))
    here = {round(arrow.x, 3) for arrow in arrows_along(street, CAMERA)}
    beside = {round(arrow.x - 200, 3) for arrow in arrows_along(street, CAMERA.panned(200, 0))}
    both = {x for x in here | beside if 0 <= x <= 200}
    assert both
    assert both <= here & beside


def test_a_short_piece_has_none() -> None:
    assert list(arrows_along(line((100, 150), (120, 150)), CAMERA)) == []
