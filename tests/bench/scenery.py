"""A town of 20,000 buildings and the pins on it, the same for every engine that is measured."""

from __future__ import annotations

import random
from dataclasses import replace

from walkshop.domain.geo import LonLat
from walkshop.files import sample_map
from walkshop.services.basemap.data import Feature, MapData, Ring
from walkshop.services.basemap.sketch import read_sketch
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pinset import Pin

CENTRE = LonLat(4.4925, 51.9302)
ZOOM = 15.5
STEP = (-12.6, 3.0)
"""How far a hand pulls the map between two frames, px."""

_COPIES = 9
_KINDS = ("asset", "concern", "opportunity", "idea")
_COLOURS = ("#E69F00", "#0072B2", "#333333", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442")


def town() -> MapData:
    """The sketch laid side by side 9 by 9 times: some 20,000 buildings."""
    sketch = read_sketch(sample_map("sketch", "crooswijk.geojson"))
    boxes = [feature.box for feature in sketch.features]
    wide = max(b[2] for b in boxes) - min(b[0] for b in boxes)
    high = max(b[3] for b in boxes) - min(b[1] for b in boxes)
    half = _COPIES // 2
    steps = [(i * wide, j * high) for i in range(-half, half + 1) for j in range(-half, half + 1)]
    return MapData(tuple(_moved(f, *step) for step in steps for f in sketch.features))


def pins(count: int) -> list[Pin]:
    """60 % on 12 hot spots, the rest spread evenly over some 7 km."""
    rng = random.Random(5)
    spots = [(rng.uniform(-0.02, 0.02), rng.uniform(-0.012, 0.012)) for _ in range(12)]
    made = []
    for nr in range(1, count + 1):
        dx, dy = rng.uniform(-0.02, 0.02), rng.uniform(-0.012, 0.012)
        if rng.random() < 0.6:
            dx, dy = (a + rng.gauss(0, 0.0015) for a in rng.choice(spots))
        look = PinLook(rng.choice(_KINDS), rng.choice(_COLOURS), "#000000", "K", nr)
        made.append(Pin(str(nr), LonLat(CENTRE.lon + dx, CENTRE.lat + dy), look))
    return made


def _moved(feature: Feature, dx: float, dy: float) -> Feature:
    parts: tuple[Ring, ...] = tuple(
        tuple((x + dx, y + dy) for x, y in part) for part in feature.parts
    )
    return replace(feature, parts=parts)
