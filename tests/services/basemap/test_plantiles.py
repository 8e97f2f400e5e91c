"""A plan as tiles: each pixel on its place, seen from near and far, clear beside the plan."""

from __future__ import annotations

import io
import math
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.domain.builders import a_note, a_walk
from tests.services.basemap.plans import HERE, drawn, level_affine
from walkshop.domain.geo import LonLat, Mercator, from_mercator
from walkshop.domain.records import Point
from walkshop.services.basemap.affine import Affine, PlanPx
from walkshop.services.basemap.data import MapData, Reading
from walkshop.services.basemap.laying import Laying
from walkshop.services.basemap.mapfile import read_map_file
from walkshop.services.basemap.planpicture import plan_picture
from walkshop.services.basemap.plantiles import TILE_PX, PlanTiles
from walkshop.services.basemap.squares import StoredTiles, usable
from walkshop.services.basemap.tilemath import TileId, tile_at

SPOT = PlanPx(412.0, 233.0)
WIDE, HIGH = 640, 400
OVER = 100_000.0


def spotted(side: int = 4) -> Image.Image:
    """Grey paper with one black spot around SPOT."""
    image = Image.new("RGB", (WIDE, HIGH), (200, 200, 200))
    x, y, half = int(SPOT.x), int(SPOT.y), side // 2
    image.paste((0, 0, 0), (x - half, y - half, x + half, y + half))
    return image


def skewed(metres: float) -> Affine:
    cos, sin = metres * math.cos(0.5), metres * math.sin(0.5)
    return Affine(cos, -1.1 * sin, HERE.x, -sin, -1.1 * cos, HERE.y)


def tiles(affine: Affine, image: Image.Image | None = None) -> PlanTiles:
    return PlanTiles(plan_picture("plan.png", image or spotted()), affine)


def on_tile(at: TileId, place: Mercator) -> tuple[float, float]:
    """A place in px of a tile."""
    west, _south, east, north = at.box
    scale = TILE_PX / (east - west)
    return (place.x - west) * scale, (north - place.y) * scale


def unpacked(content: bytes | None) -> Image.Image:
    assert content is not None
    assert usable(content)
    return Image.open(io.BytesIO(content)).convert("RGBA")


def middle_of_dark(image: Image.Image) -> tuple[float, float]:
    """The centre of what is darker than the paper, weighted by how dark, in px."""
    pixels = np.asarray(image, dtype=float)
    dark = np.where(pixels[..., 3] == 255, np.maximum(0, 170 - pixels[..., 0]), 0)
    down, right = np.indices(dark.shape) + 0.5
    return float((dark * right).sum() / dark.sum()), float((dark * down).sum() / dark.sum())


@pytest.mark.parametrize("affine", [level_affine(0.5), skewed(0.7), skewed(2.4)])
def test_a_known_pixel_lands_at_its_place_within_one(affine: Affine) -> None:
    made = tiles(affine, spotted(8))
    there = affine.on_map(SPOT)
    at = tile_at(from_mercator(there), made.max_zoom)
    found = middle_of_dark(unpacked(made.tile(*at)))
    assert found == pytest.approx(on_tile(at, there), abs=1.0)


def test_a_pixel_of_the_plan_is_about_one_of_the_finest_zoom() -> None:
    made = tiles(skewed(0.7))
    metres = TileId(made.max_zoom, 0, 0).box
    ratio = (metres[2] - metres[0]) / TILE_PX / 0.7
    assert 0.66 < ratio < 1.5


def test_from_afar_a_plan_is_its_average() -> None:
    board = np.indices((1024, 1024)).sum(axis=0) % 2 * 255
    fine = Image.fromarray(board.astype(np.uint8))
    made = tiles(level_affine(), fine.convert("RGB"))
    coarse = tile_at(from_mercator(Mercator(HERE.x + 512, HERE.y - 512)), made.min_zoom)
    seen = unpacked(made.tile(*coarse))
    x, y = on_tile(coarse, Mercator(HERE.x + 512, HERE.y - 512))
    assert seen.getpixel((int(x), int(y)))[0] == pytest.approx(127, abs=8)


def test_the_coarsest_zoom_has_the_whole_plan_in_a_few_tiles() -> None:
    made = tiles(skewed(0.7))
    assert 1 <= len(list(made.ids(made.min_zoom, None))) <= 4
    assert not list(made.ids(made.max_zoom + 1, None))
    assert made.tile(made.max_zoom + 1, 0, 0) is None


def test_every_tile_that_is_listed_has_a_picture_and_no_other_has() -> None:
    made = tiles(skewed(0.7))
    assert isinstance(made, StoredTiles)
    listed = list(made.ids(made.max_zoom, None))
    assert all(made.tile(*at) for at in listed)
    columns, rows = [at.column for at in listed], [at.row for at in listed]
    box = {
        (made.max_zoom, column, row)
        for column in range(min(columns) - 1, max(columns) + 2)
        for row in range(min(rows) - 1, max(rows) + 2)
    }
    assert not any(made.tile(*at) for at in box - set(map(tuple, listed)))


def test_tiles_far_from_the_walk_are_not_listed() -> None:
    made = tiles(level_affine(4.0))
    near = made.bounds
    corner = LonLat(near.west + 1e-4, near.north - 1e-4)
    walk = type(near)(near.west, corner.lat, corner.lon, near.north)
    few, all_of_them = (list(made.ids(made.max_zoom, where)) for where in (walk, None))
    assert 0 < len(few) <= 4 < len(all_of_them)


def test_beside_the_plan_a_tile_is_clear() -> None:
    made = tiles(level_affine())
    at = tile_at(from_mercator(Mercator(HERE.x + 1, HERE.y - 1)), made.max_zoom)
    seen, (x, y) = unpacked(made.tile(*at)), on_tile(at, HERE)
    for dx, dy, clear in ((-3, 3, True), (3, -3, True), (3, 3, False)):
        inside = 0 <= x + dx < TILE_PX and 0 <= y + dy < TILE_PX
        alpha = seen.getpixel((int(x + dx), int(y + dy)))[3] if inside else None
        assert alpha in (None, 0 if clear else 255)


def test_a_drawing_stays_exact_and_a_photo_stays_small() -> None:
    photo = Image.effect_noise((WIDE, HIGH), 60).convert("RGB")
    starts = []
    for image in (drawn(), photo):
        made = tiles(level_affine(0.6), image)
        there = from_mercator(made._affine.on_map(PlanPx(330, 200)))
        whole = [made.tile(*at) or b"" for at in made.ids(made.max_zoom, None)]
        inner = made.tile(*tile_at(there, made.max_zoom)) or b""
        assert inner in whole
        starts.append(inner[:4])
    assert starts == [b"\x89PNG", b"\xff\xd8\xff\xe0"]


def test_a_plan_is_laid_as_the_map_file_of_a_walk(tmp_path: Path) -> None:
    affine = level_affine()
    there = from_mercator(affine.on_map(SPOT))
    walk = a_walk(a_note(1, "Bankje", place=Point(there)))
    data = MapData((), attribution={"": "Gemeente"}, tiles=tiles(affine, spotted(8)))
    laying = Laying(walk, tmp_path / "walk.gpkg", tmp_path / "kept")
    steps: list[tuple[int, int]] = []
    laid = laying.lay(Reading(data), "plan.png", lambda step, total: steps.append((step, total)))
    assert (laid.link.source, laid.remarks) == ("Gemeente", ())
    assert steps[-1][0] == steps[-1][1] > 0
    stored = read_map_file(tmp_path / "walk.map.gpkg").tiles
    assert stored is not None
    at = tile_at(there, stored.max_zoom)
    found = middle_of_dark(unpacked(stored.tile(*at)))
    assert found == pytest.approx(on_tile(at, affine.on_map(SPOT)), abs=1.0)
