"""Where the note of a row belongs: at its coordinates, at its stop, or in the whole area."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from walkshop.domain.geo import Bounds, LonLat, haversine_m
from walkshop.domain.queries.notes import extent, pin_at
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AtStop,
    Line,
    Place,
    Point,
    Stop,
    StopId,
    Walk,
)
from walkshop.i18n import Text, msg
from walkshop.services.intake.columns import Columns
from walkshop.services.intake.coordinates import FAR_M, read_coordinates
from walkshop.services.intake.numbers import decimal
from walkshop.services.intake.proposal import Notices, shown
from walkshop.services.intake.shapes import Located
from walkshop.services.intake.table import Row
from walkshop.services.intake.words import key, meaning

AT_STOP_M = 25.0
"""Metres within which the coordinates of a note at a stop only repeat where the stop is."""

_PAIRS = (("lon", "lat"), ("x", "y"))
_COORDINATES = tuple(name for pair in _PAIRS for name in pair)
_ABOUT_POINT = ("accuracy_m", "assumed", "place_type")
_PARTS = re.compile(r"[/,;()|]+")
_METRES = re.compile(r"\s*(?:m|meter|metres?)\.?$", re.IGNORECASE)
_STOP_NR = re.compile(r"(?:(?:stop|stopplek|plek|nr) )?(\d{1,6})(?: .*)?")
_SMALL = frozenset({"yes", "ja", "true", "waar", "1", "no", "nee", "false", "onwaar", "0"})
"""Words that answer by themselves and mean anything within a sentence."""

_NOT = frozenset({"not", "niet", "geen"})
_IN_FRONT = frozenset({"in", "door", "over", "overal", "de", "het", "the", "all", "throughout"})


@dataclass(frozen=True, slots=True)
class Placed:
    """What a row says about where.

    Args:
        words: about the place, as they stand in the row.
        stop: at which it was given.
        kept: fields that say more than the place can hold; their cells stay with the note.
    """

    place: Place = NOT_YET
    words: str = ""
    stop: StopId | None = None
    kept: tuple[str, ...] = ()


@dataclass(slots=True)
class Placer:
    """Places rows on one walk.

    Args:
        located: the places that a map file draws, by row number; they go before coordinates.
    """

    walk: Walk
    columns: Columns
    notices: Notices
    located: Mapping[int, Located] = field(default_factory=dict)
    _near: Bounds | None = field(init=False)
    _stops: dict[str, Stop] = field(init=False)

    def __post_init__(self) -> None:
        around = extent(self.walk)
        self._near = around.grown(FAR_M) if around else None
        stops = sorted(self.walk.stops.values(), key=lambda stop: -stop.nr)
        self._stops = {key(stop.name): stop for stop in stops if key(stop.name)}
        self._stops |= {str(stop.nr): stop for stop in stops}

    def placed(self, row: Row) -> Placed:
        """Where the note of `row` belongs: what it is called goes first, then where it is drawn."""
        hint, asked = self._cell(row, "place_words"), self._cell(row, "stop")
        stop = self._stop(asked, row)
        words = " / ".join(part for part in (hint, "" if stop else asked) if part)
        shape = self._shape(row)
        drawn = self._drawn(row)
        at = pin_at(self.walk, drawn) if drawn else self._at(row)
        here = stop.id if stop else None
        if shape == "whole":
            return Placed(WHOLE, words, here, (*_COORDINATES, "accuracy_m", "assumed"))
        if stop and (shape == "stop" or at is None):
            repeated = at and stop.at and haversine_m(at, stop.at) <= AT_STOP_M
            kept = _ABOUT_POINT[:2] if repeated else (*_COORDINATES, *_ABOUT_POINT[:2])
            return Placed(AtStop(stop.id), words, here, kept)
        if at is not None:
            point, kept = self._point(at, row)
            return Placed(_as_drawn(drawn, point), words, here, kept)
        place = WHOLE if says_whole(hint, self.walk.area.word) else NOT_YET
        said = _ABOUT_POINT[:2] if shape == "none" else _ABOUT_POINT
        return Placed(place, words, None, (*_COORDINATES, *said))

    def _cell(self, row: Row, name: str) -> str:
        return row.cell(self.columns.of.get(name))

    def _shape(self, row: Row) -> str:
        """What the place is called: point, line, route, area, stop, whole, none, or empty."""
        cell = self._cell(row, "place_type")
        whole = says_whole(cell, self.walk.area.word)
        return "whole" if whole else meaning("place_type", cell)

    def _stop(self, asked: str, row: Row) -> Stop | None:
        if not asked:
            return None
        number = _STOP_NR.fullmatch(key(asked))
        found = self._stops.get(key(asked)) or self._stops.get(number.group(1) if number else "")
        if found is None:
            self.notices.add(
                msg("Stop “{name}”", name=shown(asked)),
                msg("no stop of this walk; it stays in the words about the place"),
                row.number,
            )
        return found

    def _drawn(self, row: Row) -> Point | Line | Area | None:
        """What a map file draws for a row; what was lost of it, or why there is none, is said."""
        found = self.located.get(row.number)
        if found is None:
            return None
        what = msg("The place on the map")
        for remark in (*found.remarks, *([found.why_not] if found.why_not else [])):
            self.notices.add(what, remark, row.number)
        if found.in_rd:
            self.notices.add(what, _rd())
        return found.place

    def _at(self, row: Row) -> LonLat | None:
        """The coordinates of a row, from the first pair of columns that holds anything."""
        for pair in _PAIRS:
            east, north = (self._cell(row, name) for name in pair)
            if not east and not north:
                continue
            found = read_coordinates(east, north, self._near)
            if found.why_not:
                written = (east, north) if pair == ("x", "y") else (north, east)
                self.notices.add(
                    msg("Place “{place}”", place="; ".join(map(shown, written))),
                    found.why_not,
                    row.number,
                )
            elif found.in_rd:
                self._say(pair, in_rd=True)
            elif pair == ("x", "y"):
                self._say(pair, in_rd=False)
            return found.at
        return None

    def _say(self, pair: tuple[str, str], in_rd: bool) -> None:
        degrees = msg("longitude and latitude, degrees (WGS84)")
        what = msg("The numbers in {names}", names=", ".join(pair))
        self.notices.add(what, _rd() if in_rd else degrees)

    def _point(self, at: LonLat, row: Row) -> tuple[Point, tuple[str, ...]]:
        """The point with its accuracy (metres), the word for its shape, and whether it is a guess.

        A cell that says whether it is one decides; without, a place with an accuracy is a guess.
        """
        kept = []
        cell = self._cell(row, "accuracy_m")
        accuracy = decimal(_METRES.sub("", cell))
        if cell and (accuracy is None or accuracy < 0):
            accuracy = None
            kept.append("accuracy_m")
            self.notices.add(
                msg("Accuracy “{cell}”", cell=shown(cell)), msg("no number of metres"), row.number
            )
        typed, said = self._cell(row, "place_type"), self._cell(row, "assumed")
        word = meaning("place_type", typed)
        if typed and not word:
            word = shown(typed)
        if said and not meaning("assumed", said):
            kept.append("assumed")
        guess = says_assumed(said)
        assumed = bool(accuracy) if guess is None else guess
        shaped = "" if word in {"none", "stop"} else word
        return Point(at, assumed=assumed, accuracy_m=accuracy, word=shaped), tuple(kept)


def _rd() -> Text:
    return msg("RD New, metres (EPSG:28992)")


def _as_drawn(drawn: Point | Line | Area | None, point: Point) -> Point | Line | Area:
    """A line or area as it is drawn, with what its row says about it."""
    if isinstance(drawn, Point) and point.accuracy_m is None:
        assumed = drawn.assumed or point.assumed
        return replace(point, accuracy_m=drawn.accuracy_m, assumed=assumed)
    if drawn is None or isinstance(drawn, Point):
        return point
    return replace(drawn, assumed=point.assumed, accuracy_m=point.accuracy_m)


def says_whole(hint: str, area_word: str = "") -> bool:
    """Whether every part of `hint` says the whole area ("Hele wijk / whole neighbourhood")."""
    parts = [words for part in _PARTS.split(hint) if (words := key(part).split())]
    return bool(parts) and all(_is_whole(words, key(area_word)) for words in parts)


def _is_whole(words: list[str], area_word: str) -> bool:
    while words and words[0] in _IN_FRONT:
        words = words[1:]
    if len(words) != 2 or not meaning("whole", words[0]):
        return False
    return bool(meaning("whole_area", words[1])) or words[1] == area_word


def says_assumed(cell: str) -> bool | None:
    """Whether a cell says that a place is a guess; None when it says nothing about it."""
    said = {meaning("assumed", cell)} - {""}
    if not said:
        words = set(key(cell).split()) - _SMALL
        said = set() if words & _NOT else {meaning("assumed", word) for word in words} - {""}
    return {"yes": True, "no": False}[said.pop()] if len(said) == 1 else None
