"""Which names a map has and along what they may stand; made once per map."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from walkshop.services.basemap.data import Box, Feature, MapData, Shape
from walkshop.services.basemap.once import once_per_map
from walkshop.ui.map.pinset import Floats

_RANK = {
    ("street", "main"): 0,
    ("street", "tertiary"): 1,
    ("water", ""): 2,
    ("street", "residential"): 3,
    ("green", ""): 4,
    ("square", ""): 4,
}
_LAST = 5
_NOT_LETTERED = {"area", "building", "rail"}


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """A name and its lines or its place.

    Args:
        text: as it is written.
        layer: decides its lettering.
        rank: 0 is placed first.
        lines: arrays of x, y in EPSG:3857, each n by 2; empty for a name on one place.
        at: the place (EPSG:3857) of a name without lines.
        across: how wide the thing is in EPSG:3857 metres; 0 for a point.
        boxes: around each of the lines.
    """

    text: str
    layer: str
    rank: int
    lines: tuple[Floats, ...] = ()
    at: tuple[float, float] = (0.0, 0.0)
    across: float = 0.0
    boxes: tuple[Box, ...] = ()


@once_per_map
def names_of(data: MapData) -> tuple[Name, ...]:
    """All names of a map, the important ones first; pieces of one street are joined.

    Worked out once for each map, without Qt: any thread may.
    """
    along: dict[tuple[str, str], list[Feature]] = {}
    result: list[Name] = []
    for feature in data.features:
        if not feature.name or feature.layer in _NOT_LETTERED:
            continue
        if feature.shape is Shape.LINE:
            along.setdefault((feature.name, _lettering(feature)), []).append(feature)
        else:
            result.append(_spot(feature))
    for (text, layer), features in along.items():
        rank = min(_rank(feature) for feature in features)
        lines = _joined(features)
        result.append(Name(text, layer, rank, lines, boxes=tuple(_box(line) for line in lines)))
    return tuple(sorted(result, key=lambda name: (name.rank, name.text)))


def _spot(feature: Feature) -> Name:
    layer = _lettering(feature)
    if feature.shape is Shape.POINT:
        return Name(feature.name, layer, _rank(feature), at=feature.parts[0][0])
    import shapely

    area = shapely.Polygon(feature.parts[0], feature.parts[1:])
    centre = area.centroid if area.contains(area.centroid) else area.representative_point()
    box = feature.box
    return Name(
        feature.name, layer, _rank(feature), at=(centre.x, centre.y), across=box[2] - box[0]
    )


def _joined(features: list[Feature]) -> tuple[Floats, ...]:
    import shapely

    pieces = [line for feature in features for line in feature.parts if len(line) > 1]
    if not pieces:
        return ()
    corners = np.array([corner for line in pieces for corner in line], dtype=np.float64)
    owners = np.repeat(np.arange(len(pieces)), [len(line) for line in pieces])
    lines = np.asarray(shapely.linestrings(corners, indices=owners), dtype=object)
    merged = shapely.line_merge(shapely.multilinestrings(lines))
    return tuple(shapely.get_coordinates(line) for line in shapely.get_parts(merged))


def _box(line: Floats) -> Box:
    low, high = line.min(axis=0), line.max(axis=0)
    return (float(low[0]), float(low[1]), float(high[0]), float(high[1]))


def _lettering(feature: Feature) -> str:
    return feature.grade if feature.layer == "label" else feature.layer


def _rank(feature: Feature) -> int:
    layer = _lettering(feature)
    grade = feature.grade if feature.layer == "street" else ""
    return _RANK.get((layer, grade), _LAST)
