"""A map as data: what every kind of map file becomes before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Ring = tuple[tuple[float, float], ...]
"""Corners in EPSG:3857 metres, x east and y north."""

Box = tuple[float, float, float, float]
"""min x, min y, max x, max y in EPSG:3857 metres."""

Words = Mapping[str, str]
"""What a map says itself, by language code; "" holds for any language."""


class Shape(StrEnum):
    """What the parts of a feature are."""

    AREA = "area"
    LINE = "line"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on the map.

    Args:
        layer: water, green, square, building, street, path, rail, area, or label (only a name).
        shape: what `parts` are.
        parts: of an area the outer ring and its holes; of a line one or more lines; of a point
            one place in one part.
        name: as it is written on the map, empty for none.
        grade: main, tertiary, residential, service (streets); foot, cycle (paths); of a label the
            layer whose lettering it takes.
        level: bridges 1 and up, tunnels -1 and down: drawn later and earlier.
    """

    layer: str
    shape: Shape
    parts: tuple[Ring, ...]
    name: str = ""
    grade: str = ""
    level: int = 0

    @property
    def box(self) -> Box:
        """The smallest box around it."""
        xs = [corner[0] for part in self.parts for corner in part]
        ys = [corner[1] for part in self.parts for corner in part]
        return (min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True, eq=False)
class MapData:
    """A map in vectors, compared by identity: reading a file again gives another map.

    Args:
        features: in EPSG:3857.
        attribution: whose map it is; drawn always.
        notice: what people must know before they measure on it ("sketch, not to scale").
    """

    features: tuple[Feature, ...]
    attribution: Words = field(default_factory=dict)
    notice: Words = field(default_factory=dict)


def said(words: Words, code: str) -> str:
    """What the map says in the language `code`, else in any language, else in English."""
    return words.get(code) or words.get("") or words.get("en", "")
