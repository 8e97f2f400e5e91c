"""Of very many pins those that nobody could see are left out, always the same ones."""

import numpy as np
import pytest

from walkshop.domain.geo import Mercator
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.pinset import Floats
from walkshop.ui.map.thinning import CELL_PX, CROWD_FROM, thinned

pytestmark = pytest.mark.slow

CAMERA = Camera(Mercator(500_000, 6_800_000), 15.5, 1000, 800)


def places(count: int) -> tuple[Floats, Floats]:
    """Places in EPSG:3857 metres, somewhat beyond the view."""
    rng = np.random.default_rng(5)
    west, south, east, north = CAMERA.grown(100).box
    return rng.uniform(west, east, count), rng.uniform(south, north, count)


def on_screen(camera: Camera, x: Floats, y: Floats) -> tuple[Floats, Floats]:
    at = [camera.project(Mercator(*place)) for place in zip(x, y, strict=True)]
    return np.array([p.x for p in at]), np.array([p.y for p in at])


def test_some_thousands_are_all_drawn() -> None:
    x, y = on_screen(CAMERA, *places(CROWD_FROM))
    assert thinned(x, y, CAMERA).tolist() == list(range(CROWD_FROM))


def test_of_more_every_one_left_out_has_a_later_one_close_by() -> None:
    x, y = on_screen(CAMERA, *places(20_000))
    kept = thinned(x, y, CAMERA)
    assert 5_000 < len(kept) < 15_000
    assert kept.tolist() == sorted(set(kept.tolist()))
    for index in range(0, 20_000, 97):
        later = kept[kept >= index]
        apart = np.maximum(np.abs(x[later] - x[index]), np.abs(y[later] - y[index]))
        assert apart.min() < CELL_PX


@pytest.mark.parametrize("step", [(3.3, 0.0), (-41.7, 12.9)])
def test_panning_leaves_out_the_same_ones(step: tuple[float, float]) -> None:
    x, y = places(20_000)
    before = thinned(*on_screen(CAMERA, x, y), CAMERA)
    moved = CAMERA.panned(*step)
    assert thinned(*on_screen(moved, x, y), moved).tolist() == before.tolist()
