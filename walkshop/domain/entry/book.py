"""What the entry line may refer to: notes, stops, duos, themes and streets, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from walkshop.domain.geo import LonLat
from walkshop.domain.records import ThemeId
from walkshop.domain.themes import ThemeSet

NO_THEMES = ThemeSet("", "", {}, ())


class Street(NamedTuple):
    """A street or square of the map under the walk, and its middle (WGS84)."""

    name: str
    at: LonLat


@dataclass(frozen=True, slots=True)
class EntryBook:
    """What exists, so that a line of words can be read without asking anything else.

    Args:
        themes: the set of this walk.
        called: short names of themes, for a tag with more than one answer; else their ids.
        notes: numbers of the notes that stand.
        stops: the name of each stop by its number.
        duos: codes of the duos ("d2"); empty where none were dealt, then any duo will do.
        participants: codes of the walkers ("P07"); empty likewise.
        streets: names on the map, in the order in which they are offered.
    """

    themes: ThemeSet = NO_THEMES
    called: Mapping[ThemeId, str] = field(default_factory=dict)
    notes: frozenset[int] = frozenset()
    stops: Mapping[int, str] = field(default_factory=dict)
    duos: tuple[str, ...] = ()
    participants: tuple[str, ...] = ()
    streets: tuple[Street, ...] = ()
