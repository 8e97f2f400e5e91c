"""What a map leaves out when people look from far away, so that it stays clean and fast."""

from __future__ import annotations

import math

from walkshop.services.basemap.data import Shape

_FARTHEST = {
    ("path", "steps"): 2.0,
    ("path", ""): 2.2,
    ("street", "service"): 5.0,
    ("building", ""): 4.0,
    ("rail", "tram"): 3.2,
    ("square", ""): 12.0,
    ("water", "line"): 12.0,
    ("street", "residential"): 16.0,
    ("street", ""): 16.0,
    ("street", "tertiary"): 40.0,
    ("rail", "train"): 60.0,
    ("rail", ""): 60.0,
}
"""The last true metres per px at which a layer or grade is drawn; the others are at any scale."""

EDGES_M_PER_PX = 2.5
"""From farther away the edge of a building would be most of what is seen of it."""

ARROWS_M_PER_PX = 0.6
"""Arrows of one-way streets are for those who look at a single crossing."""

TIES_M_PER_PX = 0.7
"""Sleepers of parallel tracks would run together from farther away."""

LEAST_PX = {"building": 2.0, "green": 1.0, "square": 1.5, "water": 0.7}
"""Things smaller than this both ways are left out."""

_FULL_ZOOM = 17


def is_shown(layer: str, grade: str, shape: Shape, metres_per_px: float) -> bool:
    """Whether a layer or grade is drawn at this scale."""
    part = "line" if layer == "water" and shape is Shape.LINE else grade
    farthest = _FARTHEST.get((layer, part)) or _FARTHEST.get((layer, ""), math.inf)
    return metres_per_px <= farthest


def fineness(zoom: float) -> int:
    """The whole zoom whose geometry is drawn at `zoom`; from 17 on every corner counts."""
    return max(0, min(math.ceil(zoom - 1e-6), _FULL_ZOOM))


def is_full(fine: int) -> bool:
    """Whether nothing is simplified at this fineness."""
    return fine >= _FULL_ZOOM
