"""Very many pins as few paths: one by one they would make a printed map slow and heavy."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath

from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pins import Level, Tint, draw_part, parts_of

Spot = tuple[float, float, PinLook]
"""The middle of a pin in px, and its look."""

_CELL_PX = 8.0


def draw_crowd(painter: QPainter, spots: Sequence[Spot], size: float) -> None:
    """Draw pins of `size` px as if one after another: where two meet, the later lies on top.

    Pins that do not touch are drawn together, all that is alike of them as one path: thousands
    of pins come to some hundreds of paths.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    half = size / 2
    for sheet in _sheets(spots, 2 * _reach(spots, size)) if spots else ():
        joined: dict[tuple[Level, Tint], QPainterPath] = {}
        for x, y, look in sheet:
            for part in parts_of(look, size):
                path = joined.setdefault((part.level, part.tint), QPainterPath())
                path.addPath(part.path.translated(x - half, y - half))
        for (_, tint), path in sorted(joined.items(), key=lambda pair: pair[0]):
            draw_part(painter, path, tint)
    painter.restore()


def _sheets(spots: Sequence[Spot], apart: float) -> list[list[Spot]]:
    """The pins in sheets to be laid over one another, the lowest first.

    On one sheet no two are within `apart` px, across and down; of two that are, the later is on a
    higher sheet.
    """
    at = np.array([spot[:2] for spot in spots])
    cells = ((at - at.min(axis=0)) // _CELL_PX).astype(np.intp)
    around = int(apart // _CELL_PX) + 1
    columns, rows = (cells.max(axis=0) + 2 * around + 1).tolist()
    highest = np.zeros((columns, rows), dtype=np.intp)
    sheets: list[list[Spot]] = []
    for spot, (column, row) in zip(spots, cells.tolist(), strict=True):
        near = highest[column : column + 2 * around + 1, row : row + 2 * around + 1]
        number = int(near.max())
        if number == len(sheets):
            sheets.append([])
        sheets[number].append(spot)
        near[around, around] = number + 1
    return sheets


def _reach(spots: Sequence[Spot], size: float) -> float:
    """How far from its middle any of the pins is drawn, px; mitres are round."""
    looks = {id(look): look for _, _, look in spots}
    return max(
        side + part.tint.width / 2
        for look in looks.values()
        for part in parts_of(look, size)
        for side in _sides(part.path.boundingRect(), size / 2)
    )


def _sides(box: QRectF, middle: float) -> tuple[float, float, float, float]:
    return (middle - box.left(), middle - box.top(), box.right() - middle, box.bottom() - middle)
