"""Which of very many pins are drawn: those that would be wholly hidden by others are left out."""

from __future__ import annotations

import numpy as np

from walkshop.ui.map.camera import WORLD_M, Camera
from walkshop.ui.map.pinset import Floats, Indexes

CELL_PX = 8
"""In a crowd one pin per cell of this many px is drawn: more would only hide one another."""

CROWD_FROM = 3000
"""Up to this many are all drawn."""


def thinned(x: Floats, y: Floats, camera: Camera) -> Indexes:
    """Which of the pins at these px of the camera's viewport to draw, in the same order.

    Of a cell the last stays: it is on top, and the pointer finds it first. Cells are fixed to
    the ground, so that at one zoom the same pins are left out wherever the camera stands.
    """
    if len(x) <= CROWD_FROM:
        return np.arange(len(x))
    west = (camera.centre.x + WORLD_M / 2) / camera.resolution - camera.width / 2
    north = (WORLD_M / 2 - camera.centre.y) / camera.resolution - camera.height / 2
    columns = ((x + west) // CELL_PX).astype(np.int64)
    rows = ((y + north) // CELL_PX).astype(np.int64)
    columns -= columns.min()
    rows -= rows.min()
    last = np.full((columns.max() + 1, rows.max() + 1), -1)
    last[columns, rows] = np.arange(len(x))
    return np.sort(last[last >= 0])
