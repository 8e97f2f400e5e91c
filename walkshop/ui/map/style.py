"""How a map looks, read from maps/styles: colours and widths are data, not code."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from walkshop.files import sample_map

COLOUR, PALE, BLACK_WHITE = "colour", "pale", "black_white"
REFERENCE_M_PER_PX = 1.6
"""True metres per px at which the widths of streets in a style hold."""


@dataclass(frozen=True, slots=True)
class LayerStyle:
    """The look of one layer or grade; colours as "#RRGGBB", empty where nothing is drawn.

    `width` of a street (one with a casing) is px at 1.6 m to the px and grows with the zoom;
    of a plain line it is px at any zoom. `dash` is on and off in px. `bridge` is the edge of a
    bridge. `ties` are the length of sleepers and their dash, px.
    """

    fill: str = ""
    edge: str = ""
    edge_px: float = 0.0
    casing: str = ""
    line: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()
    bridge: str = ""
    ties: tuple[float, ...] = ()


@dataclass(frozen=True)
class MapStyle:
    """One look of the whole map."""

    id: str
    land: str
    layers: Mapping[str, LayerStyle]
    labels: Mapping[str, str]

    def of(self, layer: str, grade: str = "") -> LayerStyle | None:
        """The look of a grade, else of its layer, else None: then it is not drawn."""
        return self.layers.get(f"{layer}.{grade}") or self.layers.get(layer)

    def label(self, layer: str) -> str:
        """The colour of a layer's names."""
        return self.labels.get(layer, self.labels["street"])


CASING_PX = 0.9
"""A street's casing shows this much on each side, as long as streets are wider than it."""

_THIN_CASING_PX = 0.4
_THIN_FROM_M_PER_PX = 3.2


def casing_px(metres_per_px: float) -> float:
    """What shows of a casing on each side; less from far away, where it would be all one sees."""
    return max(_THIN_CASING_PX, CASING_PX * min(1.0, _THIN_FROM_M_PER_PX / metres_per_px))


THREAD_PX = 1.0
CASED_FROM_PX = 1.4
"""A narrower street is a thread in the colour of its casing."""


def street_px(width: float, metres_per_px: float) -> float:
    """Width in px of a street's fill at this scale; never under 1 px, so that it stays a line."""
    return max(THREAD_PX, width * REFERENCE_M_PER_PX / metres_per_px)


@lru_cache(maxsize=8)
def map_style(name: str) -> MapStyle:
    """The style "colour", "pale" or "black_white"."""
    raw = json.loads(sample_map("styles", f"{name}.json").read_text(encoding="utf-8"))
    layers = {key: _layer(look) for key, look in raw["layers"].items()}
    layers.setdefault("street", layers["street.residential"])
    layers.setdefault("path", layers["path.foot"])
    layers.setdefault("rail", layers["rail.train"])
    return MapStyle(raw["id"], raw["land"], layers, raw["labels"])


def _layer(look: dict[str, Any]) -> LayerStyle:  # Any: parsed JSON, one of our own files
    lists = {key: tuple(look.get(key, ())) for key in ("dash", "ties")}
    return LayerStyle(**{**look, **lists})
