"""What goes into a suggestion and what comes out: plain values, no walk needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Item:
    """One note as the grouping sees it.

    Args:
        key: its identity; ties are broken by it.
        text: what was said, as it was said.
        themes: ids of the walker's own themes, none to two.
        xy_m: easting and northing in metres in the local CRS; None without a place.
        language: "nl", "en", or "" when nobody said so.
    """

    key: str
    text: str
    themes: tuple[str, ...]
    xy_m: tuple[float, float] | None
    language: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Notes that may carry one shared value, and why; people decide.

    Args:
        name_nl, name_en: a name to start from; empty when the notes gave none.
        words: words of these notes that set them apart, as people wrote them.
        members: keys in order.
        representative: key of the note that lies nearest to all the others.
        reasons: for each member the words that stand in its own text and made it belong here;
            none when only its theme or its letters did.
        quadrant: "security", "cohesion", "inclusion", "empowerment" or "".
        side: "physical", "social", "both" or "".
        theme: id of the theme most members carry; "" without themes.
    """

    name_nl: str
    name_en: str
    words: tuple[str, ...]
    members: tuple[str, ...]
    representative: str
    reasons: Mapping[str, tuple[str, ...]]
    quadrant: str = ""
    side: str = ""
    theme: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A suggestion for the whole walk.

    Args:
        groups: greatest first.
        not_placed: keys of notes that gave nothing to go by.
        unsure: keys of notes that nearly belong elsewhere, with the index of that other group.
        too_few: there was too little to compare; the groups are then the walkers' own themes.
    """

    groups: tuple[Group, ...] = ()
    not_placed: tuple[str, ...] = ()
    unsure: Mapping[str, int] = field(default_factory=dict)
    too_few: bool = False
