"""A map as data: what every kind of map file becomes before it is drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from walkshop.domain.geo import Bounds
from walkshop.i18n import Text

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
            A waterway too narrow to have banks is water with lines.
        shape: what `parts` are.
        parts: of an area the outer ring and its holes; of a line one or more lines; of a point
            one place in one part.
        name: as it is written on the map, empty for none.
        grade: main, tertiary, residential, service (streets); foot, cycle, steps (paths); tram,
            train (rail); of a label the layer whose lettering it takes.
        level: bridges 1 and up, tunnels -1 and down: drawn later and earlier.
        oneway: of a street: traffic goes along `parts` only.
    """

    layer: str
    shape: Shape
    parts: tuple[Ring, ...]
    name: str = ""
    grade: str = ""
    level: int = 0
    oneway: bool = False

    @property
    def box(self) -> Box:
        """The smallest box around it."""
        xs = [corner[0] for part in self.parts for corner in part]
        ys = [corner[1] for part in self.parts for corner in part]
        return (min(xs), min(ys), max(xs), max(ys))


class RasterTiles(Protocol):
    """A map made of square pictures, numbered as on the web: row 0 in the north (XYZ).

    Zoom 0 is the whole world in one picture; sides are 256 or 512 px.
    """

    @property
    def min_zoom(self) -> int:
        """The smallest zoom with pictures."""

    @property
    def max_zoom(self) -> int:
        """The largest zoom with pictures."""

    @property
    def tile_px(self) -> int:
        """Side of a picture in its own pixels."""

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        """The picture as PNG, JPEG or WebP; None where there is none, or none yet."""


@dataclass(frozen=True, slots=True)
class WebSource:
    """Where map pictures come from on the internet.

    Args:
        id: names it in settings and in the walk's link ("web:<id>").
        address: with {z}, {x} and {y}.
        attribution: drawn always.
        licence: the licence line.
        min_zoom, max_zoom: what the server has.
        bounds: where it has a map (WGS84); None for the whole world.
        take_along: whether its licence lets pictures be kept in the map file.
        print: whether its pictures may stand in documents.
    """

    id: str
    names: Words
    address: str
    attribution: str
    licence: str = ""
    min_zoom: int = 0
    max_zoom: int = 19
    tile_px: int = 256
    bounds: Bounds | None = None
    take_along: bool = False
    print: bool = False


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class MapData:
    """A map, compared by identity: reading a file again gives another map.

    Args:
        features: in EPSG:3857; drawn over `tiles`.
        attribution: whose map it is; drawn always.
        notice: what people must know before they measure on it ("sketch, not to scale").
        licence: the licence line.
        tiles: pictures under the features.
        web: the map is fetched while one looks; then `tiles` is None.
    """

    features: tuple[Feature, ...]
    attribution: Words = field(default_factory=dict)
    notice: Words = field(default_factory=dict)
    licence: str = ""
    tiles: RasterTiles | None = None
    web: WebSource | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a map file gave.

    Args:
        data: what could be read.
        remarks: what was left out or guessed, as sentences with counts.
    """

    data: MapData
    remarks: tuple[Text, ...] = ()


def said(words: Words, code: str) -> str:
    """What the map says in the language `code`, else in any language, else in English."""
    return words.get(code) or words.get("") or words.get("en", "")
