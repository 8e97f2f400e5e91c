"""Draws how much was said where, under everything that people said.

The bands are accent, each flat and thin over the wider one. Filled colour in a theme's hue would
say what was said, and grey would be taken for buildings; indigo is no theme and marks everywhere
what the program itself points out. In black and white it prints as grey.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter

from walkshop.domain.geo import to_mercator
from walkshop.services.geometry.hotspots import Band
from walkshop.ui import tokens
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.cutting import cut_area

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_ALPHA = 0.11
"""Of each band: five on one another stay thinner than a street's name."""


def draw_hot(painter: QPainter, camera: Camera, bands: Sequence[Band]) -> None:
    """All bands, the widest first."""
    colour = QColor(tokens.ACCENT)
    colour.setAlphaF(_ALPHA)
    for band in bands:
        painter.fillPath(cut_area(_cover(band), camera), colour)


@lru_cache(maxsize=32)
def _cover(band: Band) -> BaseGeometry:
    """A band in EPSG:3857, valid."""
    import shapely

    areas = [
        shapely.Polygon(*_rings([[to_mercator(at) for at in ring] for ring in area]))
        for area in band.areas
    ]
    return shapely.make_valid(shapely.MultiPolygon(areas))


def _rings(
    rings: list[list[tuple[float, float]]],
) -> tuple[list[tuple[float, float]], list[list[tuple[float, float]]]]:
    return rings[0], rings[1:]
