"""The index of streets and places beside a printed map: every name on it, with its square."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.i18n import msg
from walkshop.services.output.edition import Edition
from walkshop.services.output.fonts import Printable
from walkshop.services.output.request import WrittenName

SQUARE_PX = 130.0
"""Side of a square, as near as whole squares allow: some 35 mm on A4."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NOT_APART = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"}
)
"""Letters that Dutch and English sort as plain ones, and that Unicode does not take apart."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Squares over a picture: letters from the west, numbers from the north.

    Args:
        bounds: what the picture shows (WGS84).
        across, down: how many squares.
    """

    bounds: Bounds
    across: int
    down: int

    @classmethod
    def over(cls, bounds: Bounds, width_px: float, height_px: float) -> Grid:
        """Squares of about SQUARE_PX on a picture of this size in logical px."""
        most = len(_LETTERS)
        across = max(2, min(most, round(width_px / SQUARE_PX)))
        return cls(bounds, across, max(2, min(most, round(height_px / SQUARE_PX))))

    @property
    def columns(self) -> list[str]:
        """The letters from west to east."""
        return list(_LETTERS[: self.across])

    @property
    def rows(self) -> list[str]:
        """The numbers from north to south."""
        return [str(row) for row in range(1, self.down + 1)]

    def square(self, at: LonLat) -> str:
        """The square of a place, "B3"; what lies outside is in the nearest one."""
        low = to_mercator(LonLat(self.bounds.west, self.bounds.south))
        high = to_mercator(LonLat(self.bounds.east, self.bounds.north))
        here = to_mercator(at)
        column = _part((here.x - low.x) / (high.x - low.x), self.across)
        row = _part((high.y - here.y) / (high.y - low.y), self.down)
        return f"{_LETTERS[column]}{row + 1}"


def index_rows(edition: Edition, names: Iterable[WrittenName], grid: Grid) -> list[Printable]:
    """The rows of the index in the order of the alphabet: a name and the squares it stands in."""
    squares: dict[str, set[str]] = {}
    for name in (*names, *_stops(edition)):
        squares.setdefault(" ".join(name.text.split()), set()).add(grid.square(name.at))
    order = sorted((name for name in squares if name), key=sorting_key)
    return [{"name": name, "squares": ", ".join(_in_order(squares[name]))} for name in order]


def sorting_key(name: str) -> tuple[list[tuple[bool, int, str]], str]:
    """Where a name stands in a Dutch or English index.

    Accents, capitals, apostrophes and hyphens do not count, but among names that are alike
    otherwise; "ij" is an i and a j, as the Dutch Language Union prescribes; numbers go by size,
    before letters.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_NOT_APART))
    bare = "".join(sign for sign in plain if sign.isalnum() or sign.isspace())
    # Digits of any script are digits to isdecimal, and int reads them.
    parts = re.findall(r"\d+|\D+", bare)
    return [(not p.isdecimal(), int(p) if p.isdecimal() else 0, p) for p in parts], name


def _stops(edition: Edition) -> list[WrittenName]:
    found = []
    for stop in edition.walk.stops.values():
        if stop.at is not None:
            name, nr = edition.of(stop, "name"), str(stop.nr)
            words = msg("{name} (stop {nr})", name=name, nr=nr) if name else msg("stop {nr}", nr=nr)
            said = edition.say(words)
            found.append(WrittenName(said[:1].upper() + said[1:], stop.at))
    return found


def _in_order(squares: Iterable[str]) -> Sequence[str]:
    return sorted(squares, key=lambda square: (square[0], int(square[1:])))


def _part(share: float, count: int) -> int:
    return max(0, min(count - 1, int(share * count)))
