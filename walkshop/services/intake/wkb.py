"""Takes well-known binary apart; a broken shape is one that is nowhere, and hurts no other."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from walkshop.services.intake.shapes import Form, Pair, Part

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_NOWHERE = (Part(Form.POINT, ((math.nan, math.nan),)),)


def parts_of(binary: bytes) -> tuple[Part, ...]:
    """What the shape draws, heights and measures left off; a point that is nowhere if broken."""
    import shapely

    drawn = shapely.from_wkb(binary, on_invalid="ignore")
    return _NOWHERE if drawn is None else tuple(_parts(drawn))


def _parts(drawn: BaseGeometry) -> Iterator[Part]:
    from shapely import Polygon

    kind = drawn.geom_type
    if drawn.is_empty:
        return
    if isinstance(drawn, Polygon):
        yield Part(Form.AREA, _pairs(drawn.exterior), len(drawn.interiors))
    elif kind in {"LineString", "LinearRing"}:
        yield Part(Form.LINE, _pairs(drawn))
    elif kind == "Point":
        yield Part(Form.POINT, _pairs(drawn))
    else:
        for part in getattr(drawn, "geoms", ()):
            yield from _parts(part)


def _pairs(drawn: BaseGeometry) -> list[Pair]:
    import shapely

    return [(x, y) for x, y in shapely.get_coordinates(drawn).tolist()]
