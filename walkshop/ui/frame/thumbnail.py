"""A small map of a walk for the list of walks used last: streets and water only, no pins."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from walkshop.domain.queries.shown import shown_bounds
from walkshop.services.folders import name_for
from walkshop.ui.map.picture import MapPicture, PictureOptions, map_png
from walkshop.ui.map.scene import Scene
from walkshop.ui.opening import OpenWalk

WIDTH, HEIGHT = 176, 116
"""Logical px."""

_SCALE = 2.0


def thumbnail_of(folder: Path | None, walk_file: Path) -> Path | None:
    """The small map that was kept for this walk file; None where there is none."""
    if folder is None:
        return None
    picture = folder / f"{name_for(walk_file)}.png"
    return picture if picture.is_file() else None


def keep_thumbnail(folder: Path | None, opened: OpenWalk) -> None:
    """Keep a small map of an open walk that has a map and places; else nothing happens."""
    bounds = shown_bounds(opened.store.walk)
    if folder is None or bounds is None or opened.ground.data is None:
        return
    asked = MapPicture(opened.ground.data, Scene(), bounds, PictureOptions("pale", padding=0))
    drawn = map_png(asked, round(WIDTH * _SCALE), round(HEIGHT * _SCALE), _SCALE)
    with suppress(OSError):  # a picture more or less is no reason to keep anybody waiting
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{name_for(opened.path)}.png").write_bytes(drawn)
