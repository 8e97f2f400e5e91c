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
    of a plain line it is px at any zoom. `dash` is on and off in px.
    """

    fill: str = ""
    edge: str = ""
    edge_px: float = 0.0
    casing: str = ""
    line: str = ""
    width: float = 0.0
    dash: tuple[float, ...] = ()


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
"""A street's casing shows this much on each side, at any zoom."""


def street_px(width: float, metres_per_px: float) -> float:
    """Width in px of a street's fill at this scale; never under 1 px, so that it stays a line."""
    return max(1.0, width * REFERENCE_M_PER_PX / metres_per_px)


@lru_cache(maxsize=8)
def map_style(name: str) -> MapStyle:
    """The style "colour", "pale" or "black_white"."""
    raw = json.loads(sample_map("styles", f"{name}.json").read_text(encoding="utf-8"))
    layers = {key: _layer(look) for key, look in raw["layers"].items()}
    layers.setdefault("street", layers["street.residential"])
    layers.setdefault("path", layers["path.foot"])
    return MapStyle(raw["id"], raw["land"], layers, raw["labels"])


def _layer(look: dict[str, Any]) -> LayerStyle:  # Any: parsed JSON, one of our own files
    return LayerStyle(**{**look, "dash": tuple(look.get("dash", ()))})
