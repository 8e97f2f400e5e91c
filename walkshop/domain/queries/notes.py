"""Which notes stand, where their pins are, and how many there are of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from walkshop.domain.geo import Bounds, LonLat, bounds_of
from walkshop.domain.records import (
    Area,
    AtStop,
    Kind,
    LensId,
    Line,
    Note,
    Place,
    Point,
    StopId,
    Walk,
    Whole,
)
from walkshop.domain.records.places import halfway, inside
from walkshop.domain.themes import ThemeSet


def standing_notes(walk: Walk) -> list[Note]:
    """The notes that lead and were not withdrawn, by number."""
    return sorted(
        (note for note in walk.notes.values() if not note.merged_into and not note.withdrawn),
        key=lambda note: note.nr,
    )


def note_by_nr(walk: Walk, nr: int) -> Note | None:
    """The note with this number; for a merged one, the note that leads."""
    found = next((note for note in walk.notes.values() if note.nr == nr), None)
    return leading(walk, found) if found else None


def leading(walk: Walk, note: Note) -> Note:
    """The note that speaks for `note`: itself, or the one it was merged into."""
    seen = {note.id}
    while note.merged_into and note.merged_into in walk.notes and note.merged_into not in seen:
        note = walk.notes[note.merged_into]
        seen.add(note.id)
    return note


def pin_at(walk: Walk, place: Place) -> LonLat | None:
    """Where the pin of a place stands (WGS84); None for the whole area and for no place yet."""
    if isinstance(place, Point):
        return place.at
    if isinstance(place, Line):
        return halfway(place.along)
    if isinstance(place, Area):
        return inside(place.outline)
    if isinstance(place, AtStop):
        stop = walk.stops.get(place.stop)
        return stop.at if stop else None
    return None


def is_assumed(place: Place) -> bool:
    """Whether a place is a guess that nobody confirmed."""
    return isinstance(place, Point | Line | Area) and place.assumed


def stop_of(walk: Walk, note: Note) -> StopId | None:
    """The stop at which a note was given or stands."""
    if isinstance(note.place, AtStop) and note.place.stop in walk.stops:
        return note.place.stop
    return note.stop if note.stop in walk.stops else None


def extent(walk: Walk) -> Bounds | None:
    """The box around the area, or around pins and stops where no area was drawn."""
    corners = [corner for ring in walk.area.outlines for corner in ring]
    if not corners:
        pins = (pin_at(walk, note.place) for note in standing_notes(walk))
        stops = (stop.at for stop in walk.stops.values())
        corners = [at for at in (*pins, *stops) if at is not None]
    return bounds_of(corners)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many notes stand, and of what; every count is of standing notes."""

    notes: int
    placed: int
    whole: int
    not_placed: int
    kinds: Mapping[Kind, int]
    themes: Mapping[str, int]
    stops: Mapping[StopId, int]
    lenses: Mapping[LensId, int]


def count_notes(
    walk: Walk, notes: Iterable[Note] | None = None, themes: ThemeSet | None = None
) -> Counts:
    """The counts of `notes`, or of all standing notes.

    A note counts for its first and for its second theme; "" counts notes without a theme.

    Args:
        themes: the set by which themes are counted; None counts each as it was given.
    """
    counted = standing_notes(walk) if notes is None else list(notes)
    kinds = Counter(note.kind for note in counted)
    by_theme: Counter[str] = Counter()
    for note in counted:
        about = (theme for theme in (note.theme, note.theme2) if theme)
        by_theme.update({str(themes.shown_as(one) if themes else one) for one in about} or {""})
    whole = sum(isinstance(note.place, Whole) for note in counted)
    placed = sum(pin_at(walk, note.place) is not None for note in counted)
    return Counts(
        notes=len(counted),
        placed=placed,
        whole=whole,
        not_placed=len(counted) - placed - whole,
        kinds={kind: kinds.get(kind, 0) for kind in Kind},
        themes=dict(sorted(by_theme.items())),
        stops=dict(Counter(stop for note in counted if (stop := stop_of(walk, note)))),
        lenses=dict(Counter(note.lens for note in counted if note.lens)),
    )
