"""The edge of the area: chosen by name, drawn, and pulled by its corners."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import STAMP, a_walk
from walkshop.domain.edits.areas import (
    Ring,
    draw_outline,
    parts_of,
    reshape_outline,
    with_parts,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Walk


def ring(west: float) -> Ring:
    return (LonLat(west, 51.9), LonLat(west + 0.1, 51.9), LonLat(west, 52.0))


def three_parts() -> Walk:
    """Two rings of Oost (an island), one of West, one without a name."""
    walk = a_walk()
    area = replace(
        walk.area,
        name="Oost, West",
        outlines=(ring(4.0), ring(4.2), ring(4.4), ring(4.6)),
        outline_names=("Oost", "West", "Oost", ""),
        outline_source="buurten.gpkg",
    )
    return replace(walk, area=area)


def test_rings_of_one_name_are_one_part_and_those_without_each_their_own() -> None:
    parts = parts_of(three_parts().area)
    assert [(part.name, part.rings) for part in parts] == [
        ("Oost", (0, 2)),
        ("West", (1,)),
        ("", (3,)),
    ]
    bare = replace(three_parts().area, outline_names=())
    assert [part.rings for part in parts_of(bare)] == [(0,), (1,), (2,), (3,)]


def test_the_chosen_parts_keep_their_rings_and_name_the_area() -> None:
    area = three_parts().area
    east, _west, unnamed = parts_of(area)
    chosen = with_parts(area, [unnamed, east])
    assert chosen.outlines == (ring(4.0), ring(4.4), ring(4.6))
    assert (chosen.name, chosen.outline_names) == ("Oost", ("Oost", "Oost", ""))
    assert chosen.outline_source == "buurten.gpkg"


def test_a_drawn_outline_takes_the_place_of_any_other() -> None:
    walk = draw_outline(three_parts(), ring(5.0), STAMP)
    assert walk.area.outlines == (ring(5.0),)
    assert (walk.area.outline_names, walk.area.outline_source) == (("",), "")


def test_a_pulled_corner_changes_its_own_ring_only() -> None:
    before = three_parts()
    walk = reshape_outline(before, 1, ring(5.0), STAMP)
    assert walk.area.outlines == (ring(4.0), ring(5.0), ring(4.4), ring(4.6))
    assert walk.area.outline_names == before.area.outline_names
    assert reshape_outline(before, 1, ring(4.2), STAMP) is before


def test_two_corners_are_no_area_and_a_ring_that_is_gone_stays_gone() -> None:
    with pytest.raises(WalkshopError, match="three corners"):
        draw_outline(a_walk(), ring(4.0)[:2], STAMP)
    with pytest.raises(WalkshopError, match="three corners"):
        reshape_outline(three_parts(), 0, ring(4.0)[:1] * 3, STAMP)
    with pytest.raises(WalkshopError, match="no longer"):
        reshape_outline(a_walk(), 0, ring(4.0), STAMP)
