"""What is asked of an export and what comes of it, so that window and command ask alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from walkshop.domain.geo import Bounds, LonLat
from walkshop.domain.records import Profile, Walk
from walkshop.i18n import Language, Text

PAPERS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}
)
"""Width and height of a sheet on its side, in mm."""

PX_PER_MM = 96 / 25.4
"""Logical pixels to the mm on paper: 96 to the inch, as in SVG and CSS."""

LOOKS = ("colour", "pale", "black_white")
"""How a printed map may look; the last is for printers without colour."""

DOTS_PER_INCH = 150
"""Of a picture of the sheet, as is usual."""


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A picture that is asked of the map painter.

    Args:
        walk: what to draw, already without what the reader may not see.
        language: the code of the language of its words.
        bounds: WGS84; its shape in EPSG:3857 is that of the picture, so nothing is stretched.
        width_px, height_px: logical pixels, in which pins and labels have their usual size.
        scale: pixels to the logical pixel, for pictures made of pixels.
        notes: draw the pins of the notes.
        stops: draw the stops and the route.
        webp: pixels as WebP, a fifth of the size of PNG.
        words: draw source, notice and scale bar; off where the document itself prints them.
        look: "colour", "pale" or "black_white".
        whole: draw the box of notes about the whole area; off where the document lists them.
        hot_spots: draw bands of how much was said where.
        squares: how many squares across and down a faint grid has; 0 and 0 for no grid.
        enlarged: how many times larger than on A4 a drawing is printed.
    """

    walk: Walk
    language: str
    bounds: Bounds
    width_px: float
    height_px: float
    scale: float = 1.0
    webp: bool = False
    notes: bool = True
    stops: bool = True
    words: bool = True
    look: str = "colour"
    whole: bool = False
    hot_spots: bool = False
    squares: tuple[int, int] = (0, 0)
    enlarged: float = 1.0


Paint = Callable[[MapPicture], bytes]
"""Gives the bytes of a picture: SVG, or PNG or WebP."""


class WrittenName(NamedTuple):
    """A name that stands on a picture of the map, and its middle (WGS84)."""

    text: str
    at: LonLat


NamesOn = Callable[[MapPicture], Sequence[WrittenName]]
"""Gives the names that the painter writes on a picture, each as often as it stands there."""

CopyTo = Callable[[Path], None]
"""Writes a whole copy of the live walk file to a path."""


@dataclass(frozen=True, kw_only=True)
class ExportRequest:
    """One document that is asked for.

    Args:
        out: the file to make; its ending decides the kind of document.
        what: which document of that kind; empty for the usual one.
        today: the day that is printed, and by which waiting answers are late.
        map_source, map_notice: what must stand at the map, in the document's language; empty where
            there is no map, None for what the walk itself knows of it.
        map_missing: why documents show an outline instead of the map that the walk names.
        paint_svg: the map painter as drawing; without it documents go without their map.
        paint_png: the map painter as pixels (PNG or WebP).
        names_on: what the painter writes on a drawing; without it there is no street index.
        look: how the printed map looks: "colour", "pale" or "black_white".
        dots_per_inch: of a picture of the sheet.
        walk_file: where the walk itself lies; no document ever takes its place.
        copy_live: makes the team's copy of the walk file; without it one is written anew.
    """

    walk: Walk
    out: Path
    language: Language
    today: date
    profile: Profile = Profile.PUBLIC
    paper: str = "a4"
    what: str = ""
    map_source: str | None = None
    map_notice: str | None = None
    map_missing: Text | None = None
    paint_svg: Paint | None = None
    paint_png: Paint | None = None
    names_on: NamesOn | None = None
    look: str = "colour"
    dots_per_inch: int = DOTS_PER_INCH
    walk_file: Path | None = None
    copy_live: CopyTo | None = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made.

    Args:
        path: where it is.
        missing: what a reader will miss in it.
        replaced_characters: how many characters were printed by name, as no font has them.
    """

    path: Path
    missing: tuple[Text, ...] = ()
    replaced_characters: int = 0
