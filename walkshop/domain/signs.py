"""The signs of the kinds, as geometry: one shape for screen, page and paper.

Each stands in a box of 32 units, x to the right and y down; the place on the map is the middle of
the box. Whoever draws scales the box and keeps line widths in px.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from walkshop.domain.records import Kind

UNITS = 32.0
"""Width and height of the box."""

GUESS_DASH = (4.2, 2.6)
"""On and off of the outline of a guessed place, in px."""

WIDE_LETTERS = frozenset("WM")
_WIDE_SMALLER = 1.5

Corner = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Sign:
    """The outline of a kind with the place of its letter.

    Args:
        corners: of a polygon; a circle has none.
        radius: of the circle around the middle of the box, or of a polygon's rounded corners.
        letter: size of the theme's letter, in units.
        baseline: y of the line on which the letter stands.
        centre_y: y of the point to which the filled shape shrinks when its place is a guess.
    """

    corners: tuple[Corner, ...] = ()
    radius: float = 0.0
    letter: float = 17.0
    baseline: float = 22.0
    centre_y: float = 16.0

    def letter_size(self, letter: str) -> float:
        """Size of this letter: the wide ones are a little smaller."""
        return self.letter - (_WIDE_SMALLER if letter in WIDE_LETTERS else 0.0)


SIGNS: Mapping[Kind, Sign] = MappingProxyType(
    {
        Kind.ASSET: Sign(radius=13.6),
        Kind.CONCERN: Sign(
            ((16, 2), (31.2, 28.5), (0.8, 28.5)),
            letter=15,
            baseline=25.9,
            centre_y=2 + 26.5 * 2 / 3,
        ),
        Kind.OPPORTUNITY: Sign(
            ((16, 0.6), (31.4, 16), (16, 31.4), (0.6, 16)), letter=15, baseline=21.4
        ),
        Kind.IDEA: Sign(((4, 4), (28, 4), (28, 28), (4, 28)), radius=2),
        Kind.UNKNOWN: Sign(
            (
                (9.6, 2.5),
                (22.4, 2.5),
                (29.5, 9.6),
                (29.5, 22.4),
                (22.4, 29.5),
                (9.6, 29.5),
                (2.5, 22.4),
                (2.5, 9.6),
            )
        ),
    }
)
"""The sign of each kind."""


def shrunk(outline: float) -> float:
    """How much a filled shape shrinks inside the dashed outline of a guess.

    Args:
        outline: width of the outline, in units of the box.
    """
    return 1 - 2.1 * outline / 26
