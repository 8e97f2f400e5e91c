"""What is asked of an export and what comes of it, so that window and command ask alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType

from walkshop.domain.geo import Bounds
from walkshop.domain.records import Profile, Walk
from walkshop.i18n import Language, Text

PAPERS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"a4": (297, 210), "a3": (420, 297), "a2": (594, 420), "a1": (841, 594), "a0": (1189, 841)}
)
"""Width and height of a sheet on its side, in mm."""

PX_PER_MM = 96 / 25.4
"""Logical pixels to the mm on paper: 96 to the inch, as in SVG and CSS."""


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


Paint = Callable[[MapPicture], bytes]
"""Gives the bytes of a picture: SVG, or PNG or WebP."""

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
        paint_svg: the map painter as drawing; without it documents go without their map.
        paint_png: the map painter as pixels (PNG or WebP).
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
    paint_svg: Paint | None = None
    paint_png: Paint | None = None
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
