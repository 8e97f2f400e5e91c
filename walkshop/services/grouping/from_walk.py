"""From a walk to suggested values: which notes are compared, and what people see of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from walkshop.domain.edits.values import Suggested
from walkshop.domain.geo import EARTH_RADIUS_M, LonLat
from walkshop.domain.queries.notes import pin_at, standing_notes
from walkshop.domain.queries.values import leading_value, standing_values
from walkshop.domain.records import Note, NoteId, Quadrant, Side, ThemeId, Value, ValueId, Walk
from walkshop.domain.themes import ThemeSet
from walkshop.i18n import Language, msg
from walkshop.services.grouping.items import Group, Item, Proposal
from walkshop.services.grouping.suggest import propose
from walkshop.services.themes import themes_of

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class SuggestedGroup:
    """Notes that may carry one shared value; nothing of it is in the walk until people accept.

    Args:
        name: a name to start from, in the language that was asked for; never empty.
        words: words of these notes that set them apart.
        notes: by number.
        representative: the note that lies nearest to all the others.
        reasons: for each note the words in its own text that made it belong here.
    """

    name: str
    words: tuple[str, ...]
    notes: tuple[NoteId, ...]
    representative: NoteId
    reasons: Mapping[NoteId, tuple[str, ...]]
    quadrant: Quadrant | None = None
    side: Side | None = None

    def as_value(self, key: ValueId, notes: Collection[NoteId] | None = None) -> Suggested:
        """What `edits.values.accept_suggestions` takes, of all its notes or of these only."""
        kept = self.notes if notes is None else tuple(n for n in self.notes if n in notes)
        value = Value(
            id=key,
            name=self.name,
            words=self.words,
            side=self.side,
            quadrant=self.quadrant,
            representative=self.representative if self.representative in kept else None,
        )
        return Suggested(value, kept)


@dataclass(frozen=True, slots=True)
class GroupingResult:
    """A suggestion for the notes of a walk.

    Args:
        groups: greatest first.
        not_placed: notes that gave nothing to go by, by number.
        unsure: notes that nearly belong elsewhere, with the index of that other group.
        too_few: there was too little to compare; the groups are the walkers' own themes.
    """

    groups: tuple[SuggestedGroup, ...] = ()
    not_placed: tuple[NoteId, ...] = ()
    unsure: Mapping[NoteId, int] = field(default_factory=dict)
    too_few: bool = False


def suggest_values(
    walk: Walk,
    language: Language,
    values: int | None = None,
    anew: bool = False,
    report: Report | None = None,
) -> GroupingResult:
    """Values that the notes of a walk may carry; changes nothing.

    Args:
        language: of the names.
        values: how many groups; None lets the notes decide.
        anew: compare all standing notes, also those that stand under a value already.
        report: called with (step, total) after each step.
    """
    notes = open_notes(walk, anew)
    themes = themes_of(walk)
    found = propose(_items(walk, notes), values=values, names=_place_names(walk), report=report)
    return _Reader(walk, themes, language).result(found)


def open_notes(walk: Walk, anew: bool = False) -> list[Note]:
    """The notes that a suggestion is about, by number: those under no value, or all standing."""
    return [
        note
        for note in standing_notes(walk)
        if not note.set_apart and (anew or leading_value(walk, note.value) is None)
    ]


def _items(walk: Walk, notes: Sequence[Note]) -> list[Item]:
    pins = {note.id: pin_at(walk, note.place) for note in notes}
    origin = next((at for at in pins.values() if at), None)
    return [
        Item(
            key=note.id,
            text=note.text,
            themes=tuple(str(theme) for theme in (note.theme, note.theme2) if theme),
            xy_m=_metres(at, origin) if (at := pins[note.id]) and origin else None,
            language=note.language,
        )
        for note in notes
    ]


def _metres(at: LonLat, origin: LonLat) -> tuple[float, float]:
    """East and north of `origin` in m on a plane that touches there: 0.1 % off at 10 km."""
    east = math.radians(at.lon - origin.lon) * math.cos(math.radians(origin.lat))
    return EARTH_RADIUS_M * east, EARTH_RADIUS_M * math.radians(at.lat - origin.lat)


def _place_names(walk: Walk) -> list[str]:
    names = [stop.name for stop in walk.stops.values()]
    names += [walk.area.name, *walk.area.outline_names]
    return sorted({name for name in names if name})


class _Reader:
    """Puts what the grouping found into the words of the walk."""

    def __init__(self, walk: Walk, themes: ThemeSet, language: Language) -> None:
        self._walk = walk
        self._themes = themes
        self._language = language
        self._names = {value.name for value in standing_values(walk)}

    def result(self, found: Proposal) -> GroupingResult:
        """The proposal with notes by number, and a name on each group."""
        return GroupingResult(
            groups=tuple(self._group(n, group) for n, group in enumerate(found.groups, 1)),
            not_placed=self._by_number(found.not_placed),
            unsure={NoteId(key): other for key, other in found.unsure.items()},
            too_few=found.too_few,
        )

    def _group(self, n: int, group: Group) -> SuggestedGroup:
        return SuggestedGroup(
            name=self._name(n, group),
            words=group.words,
            notes=self._by_number(group.members),
            representative=NoteId(group.representative),
            reasons={NoteId(key): words for key, words in group.reasons.items()},
            quadrant=Quadrant(group.quadrant) if group.quadrant else None,
            side=Side(group.side) if group.side else None,
        )

    def _by_number(self, keys: Sequence[str]) -> tuple[NoteId, ...]:
        notes = sorted((self._walk.note(NoteId(key)) for key in keys), key=lambda note: note.nr)
        return tuple(note.id for note in notes)

    def _name(self, n: int, group: Group) -> str:
        """A name that no other value has: what was found, else its theme, else its number."""
        own = group.name_en if self._language.code == "en" else group.name_nl
        theme = self._themes.theme(ThemeId(group.theme))
        name = own or (theme.label(self._language.code) if theme else "")
        if not name:
            name = self._language.say(msg("Group {n}", n=n))
        if name in self._names and group.words:
            name = f"{name}: {group.words[0]}"
        if name in self._names:
            name = f"{name} ({n})"
        self._names.add(name)
        return name
