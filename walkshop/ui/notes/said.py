"""What was said, with everything that goes with it, on its way to becoming a note."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.entry import Entry
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AtStop,
    Guess,
    Kind,
    LensId,
    Line,
    Note,
    NoteId,
    Place,
    Point,
    Stop,
    ThemeId,
    Walk,
)


@dataclass(frozen=True, slots=True)
class Around:
    """What is set while a line is typed.

    Args:
        stop: where people stand.
        duo: who speaks; "" for nobody in particular.
        at: what was pointed at or drew (WGS84); it goes before all else.
        kind, theme: chosen by key or taken from the suggestion.
        breath: the note whose second half this is.
    """

    stop: Stop | None = None
    duo: str = ""
    at: LonLat | Line | Area | None = None
    kind: Kind | None = None
    theme: ThemeId | None = None
    breath: NoteId | None = None


def note_of(entry: Entry, typed: str, around: Around, walk: Walk, key: NoteId) -> Note:
    """The note that a line makes; its number is given when it is added."""
    kind = entry.kind or around.kind
    themes = entry.themes or ((around.theme,) if around.theme else ())
    duo = entry.duo or around.duo
    stop = None if entry.no_place else around.stop
    walker = next((p for p in walk.participants.values() if p.code == entry.participant), None)
    return Note(
        id=key,
        nr=0,
        text=entry.text,
        typed=typed,
        quotes=entry.quotes,
        kind=kind or Kind.UNKNOWN,
        kind_chosen=kind is not None,
        theme=themes[0] if themes else None,
        theme2=themes[1] if len(themes) > 1 else None,
        theme_set=walk.about.theme_set,
        place=_place(entry, around),
        place_words=entry.street.name if entry.street and around.at is None else "",
        stop=stop.id if stop else None,
        duo=duo,
        lens=lens_of(walk, duo) or (walker.lens if walker else None),
        participant=walker.id if walker else None,
        same_breath=around.breath,
        guesses=tuple(Guess(tag, "") for tag in entry.unread),
    )


def lens_of(walk: Walk, duo: str) -> LensId | None:
    """The eyes that a duo looks with, where they were dealt."""
    walkers = (one for one in walk.participants.values() if duo and one.duo == duo)
    return next((one.lens for one in walkers if one.lens), None)


def duo_nr(duo: str) -> str:
    """How people call a duo: "2" for the code "d2"; another code as it is."""
    number = duo.removeprefix("d")
    return number if number.isdecimal() else duo


def _place(entry: Entry, around: Around) -> Place:
    """Where it is: what was pointed at, then what the line says, then the stop that is set."""
    if isinstance(around.at, Line | Area):
        return around.at
    if around.at is not None:
        return Point(around.at)
    if entry.no_place:
        return NOT_YET
    if entry.street is not None:
        return Point(entry.street.at, assumed=True)
    if entry.whole:
        return WHOLE
    return AtStop(around.stop.id) if around.stop else NOT_YET
