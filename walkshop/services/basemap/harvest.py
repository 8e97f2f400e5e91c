"""Gathers what the layers of a file give, within the limits of a map, with what was lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from walkshop.i18n import Text, msg, msgn
from walkshop.services.basemap.data import Box, Feature, Shape
from walkshop.services.basemap.layers import Columns, Look, looks_of
from walkshop.services.basemap.shaping import (
    Geometries,
    Losses,
    Pieces,
    features_of,
    pieces_of,
    within,
)
from walkshop.services.basemap.whereabouts import Whereabouts

MOST_THINGS = 100_000
MOST_CORNERS = 1_000_000
"""What a map may hold: about 0.4 GB of memory and five seconds of reading, both measured."""


@dataclass(slots=True)
class Harvest:
    """What the layers gave so far.

    Args:
        features: to be drawn.
        unreadable: layers that gave an error.
        lost: rows that were left out.
        points: rows that are points without a name that stands on a map.
        cut: whether the file holds more than a map may.
        attribution: what the file says.
        guesses: what was guessed, each once, in order.
    """

    features: list[Feature] = field(default_factory=list)
    unreadable: int = 0
    lost: Losses = field(default_factory=Losses)
    points: int = 0
    cut: bool = False
    attribution: str = ""
    guesses: dict[Text, None] = field(default_factory=dict)
    _corners: int = 0

    @property
    def room(self) -> int:
        """How many things the map may still get."""
        return max(0, MOST_THINGS - len(self.features))

    def say(self, remark: Text) -> None:
        """Keep a remark, once."""
        self.guesses[remark] = None

    def add(
        self, layer: str, wkb: Geometries, columns: Columns, place: Whereabouts, box: Box | None
    ) -> None:
        """Add the rows of a layer; `box` (EPSG:3857) limits what is drawn."""
        if len(wkb) > self.room:
            self.cut = True
            wkb = wkb[: self.room]
        pieces, lost = pieces_of(wkb, place.crs)
        self.lost.add(lost)
        pieces = self._with_room(within(pieces, box) if box else pieces)
        own = {name: [values[row] for row in pieces.rows] for name, values in columns.items()}
        looks = list(looks_of(layer, own, pieces.shapes))
        self.features += features_of(pieces, looks)
        self._note(layer, looks, pieces.shapes)

    def remarks(self) -> Iterator[Text]:
        """What was guessed and left out, as sentences."""
        yield from self.guesses
        if self.lost.broken:
            yield msgn(
                "{n} thing was left out: its shape is broken.",
                "{n} things were left out: their shape is broken.",
                self.lost.broken,
            )
        if self.lost.off_world:
            yield msgn(
                "{n} thing was left out: it lies outside the world.",
                "{n} things were left out: they lie outside the world.",
                self.lost.off_world,
            )
        if self.points:
            yield msgn(
                "{n} point was left out: the map draws lines and areas.",
                "{n} points were left out: the map draws lines and areas.",
                self.points,
            )
        if self.cut:
            yield msg("The map is too large. A part of it was left out.")

    def _with_room(self, pieces: Pieces) -> Pieces:
        """As many pieces as the map has room for."""
        import shapely

        sums = np.cumsum(shapely.get_num_coordinates(pieces.geometries)) + self._corners
        fits = int(np.searchsorted(sums, MOST_CORNERS, side="right"))
        if fits < len(sums):
            self.cut = True
            pieces = Pieces(pieces.geometries[:fits], pieces.rows[:fits], pieces.shapes[:fits])
        self._corners = int(sums[fits - 1]) if fits else self._corners
        return pieces

    def _note(self, layer: str, looks: Sequence[Look], shapes: Sequence[Shape]) -> None:
        """Keep in mind what was guessed, and the points that are not drawn."""
        guessed = {shape for look, shape in zip(looks, shapes, strict=True) if not look.known}
        if Shape.AREA in guessed:
            self.say(msg("Layer “{layer}” is drawn as outlines: its kind is unknown.", layer=layer))
        if Shape.LINE in guessed:
            self.say(msg("Layer “{layer}” is drawn as paths: its kind is unknown.", layer=layer))
        self.points += sum(
            shape is Shape.POINT and not look.kind.layer
            for look, shape in zip(looks, shapes, strict=True)
        )
