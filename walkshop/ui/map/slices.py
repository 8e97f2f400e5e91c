"""What is left to be drawn on a map, done a few milliseconds at a time between two events."""

from __future__ import annotations

import time
from typing import NamedTuple

from PySide6.QtCore import QRect

from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.marklayer import MarkLayer
from walkshop.ui.map.tiles import TileCache

SLICE_S = 0.005
"""How long pins, tiles and names may hold up the window in one turn."""


class Work(NamedTuple):
    """What of a map may have to be drawn, for one camera."""

    layer: MarkLayer
    tiles: TileCache
    ink: SpriteInk
    camera: Camera


def one_slice(work: Work, seconds: float = SLICE_S) -> list[QRect]:
    """Go on for about `seconds`: pins first, then the map, then names; what to show anew (px)."""
    end = time.perf_counter() + seconds

    def time_left() -> bool:
        return time.perf_counter() < end

    if work.layer.crowd_idle and not work.tiles.idle:
        return [box.toAlignedRect() for box in work.tiles.fill(seconds, work.camera)]
    if work.layer.crowd_idle:
        more = work.layer.go_on(time_left, work.ink)
    else:
        more = work.layer.draw_crowd(time_left)
    return [QRect(0, 0, round(work.camera.width), round(work.camera.height))] if more else []
