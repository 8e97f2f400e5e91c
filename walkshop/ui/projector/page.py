"""What stands on a page for the room, as words and pins: no names, no codes, nothing hidden."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from walkshop.domain.geo import haversine_m
from walkshop.domain.queries.notes import pin_at, stop_of
from walkshop.domain.records import (
    Action,
    ActionId,
    Note,
    NoteId,
    Stop,
    StopId,
    ValueId,
    Walk,
    Whole,
)
from walkshop.domain.words import QUADRANT, QUADRANT_NR, STATUS, kind_of, place_of
from walkshop.i18n import Language, Text, msg, msgn
from walkshop.ui.map.looks import PinLook
from walkshop.ui.projector.thing import Sort, Thing, notes_in_room, values_in_order
from walkshop.ui.widgets.notes import look_of
from walkshop.ui.widgets.text import capital

WORDS_AT_MOST = 40
"""What thirty people read from their chairs."""


@dataclass(frozen=True, slots=True)
class Quarter:
    """One of the four questions: its number, its words, and what stands under it."""

    nr: int
    question: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class RoomPage:
    """One page.

    Args:
        lead: what this is, small and soft at the top.
        name: its name, large and bold.
        words: what is said about it, each on lines of its own.
        small: what else counts, smaller.
        looks: pins with their numbers at the foot.
        foot: words beside a single pin.
        four: the four questions, in a page that has nothing else.
    """

    lead: str = ""
    name: str = ""
    words: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    looks: tuple[PinLook, ...] = ()
    foot: str = ""
    four: tuple[Quarter, ...] = ()

    @property
    def spoken(self) -> str:
        """The page as a screen reader says it."""
        numbers = ", ".join(look.number for look in self.looks)
        four = (f"{one.nr}. {one.question} {one.below}" for one in self.four)
        parts = (self.lead, self.name, *self.words, *self.small, *four, numbers, self.foot)
        return ". ".join(part for part in parts if part)


def page_of(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    """The page of a thing; the map has its head, an empty place, the walk its title."""
    return _PAGES[thing.sort](walk, thing, language)


def words_for_room(note: Note, language: Language) -> str:
    """What was said, or the general wording where somebody made one."""
    field = "public_text" if note.public_text.strip() else "text"
    return " ".join(note.in_language(field, language.code).split())


def head_of_map(walk: Walk, thing: Thing, language: Language) -> tuple[StopId | None, str]:
    """What stands over the map: the stop of the note in hand, else the area."""
    if thing.sort is Sort.STOP and (there := walk.stops.get(StopId(thing.key))):
        return there.id, there.name
    note = walk.notes.get(NoteId(thing.key)) if thing.sort is Sort.NOTE else None
    stop = _stop_at(walk, note) if note is not None else None
    if stop is not None:
        return stop.id, stop.name
    return None, walk.area.name or walk.about.in_language("title", language.code)


def _stop_at(walk: Walk, note: Note) -> Stop | None:
    """The stop at which a note was given, or the nearest one whose surroundings it stands in."""
    given = stop_of(walk, note)
    if given is not None:
        return walk.stops[given]
    at = pin_at(walk, note.place)
    if at is None:
        return None
    near = [
        (away, stop)
        for stop in walk.stops.values()
        if stop.at is not None and (away := haversine_m(at, stop.at)) <= stop.radius_m
    ]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _question(walk: Walk, _thing: Thing, language: Language) -> RoomPage:
    title, question, second = (
        walk.about.in_language(field, language.code)
        for field in ("title", "question", "second_question")
    )
    if not question:
        return RoomPage(name=title)
    return RoomPage(lead=title, name=question, words=(second,) if second else ())


def _map(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    return RoomPage(name=head_of_map(walk, thing, language)[1])


def _stop(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    stop = walk.stops[StopId(thing.key)]
    here = [note for note in notes_in_room(walk) if stop_of(walk, note) == stop.id]
    return RoomPage(
        lead=language.say(msg("Stop {nr}", nr=stop.nr)), name=stop.name, looks=_looks(walk, here)
    )


def _note(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    note = walk.notes[NoteId(thing.key)]
    stop = _stop_at(walk, note)
    if stop is not None:
        place = language.say(msg("Stop {nr}, {name}", nr=stop.nr, name=stop.name))
    elif isinstance(note.place, Whole):
        place = capital(language.say(place_of(walk, note.place)))
    else:
        place = note.place_words or walk.area.name or walk.about.title
    return RoomPage(
        lead=place,
        words=(words_for_room(note, language),),
        looks=(look_of(walk, note),),
        foot=capital(language.say(kind_of(note))),
    )


def _group(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    notes = [walk.notes[NoteId(key)] for key in thing.keys]
    said = [f"{note.nr}  {words_for_room(note, language)}" for note in notes]
    short = sum(len(words.split()) for words in said) <= WORDS_AT_MOST
    return RoomPage(
        lead=language.say(msgn("{n} note", "{n} notes", len(notes))),
        small=tuple(said) if short else (),
        looks=_looks(walk, notes),
    )


def _value(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    value = walk.values[ValueId(thing.key)]
    lead = QUADRANT[value.quadrant] if value.quadrant else _IMPORTANT
    statement = value.in_language("statement", language.code)
    notes = [note for note in notes_in_room(walk) if note.value == value.id]
    return RoomPage(
        lead=language.say(lead),
        name=value.in_language("name", language.code),
        words=(statement,) if statement else (),
        looks=_looks(walk, notes),
    )


def _four(walk: Walk, _thing: Thing, language: Language) -> RoomPage:
    """The four questions with the names of their values, or how many those are."""
    values = values_in_order(walk)
    under = {
        quadrant: [v.in_language("name", language.code) for v in values if v.quadrant is quadrant]
        for quadrant in QUADRANT
    }
    asked = {quadrant: language.say(words) for quadrant, words in QUADRANT.items()}
    said = [*asked.values(), *(name for names in under.values() for name in names)]
    short = sum(len(words.split()) for words in said) <= WORDS_AT_MOST

    def below(names: list[str]) -> str:
        if not names:
            return language.say(msg("No value yet"))
        many = language.say(msgn("{n} value", "{n} values", len(names)))
        return ", ".join(names) if short else many

    return RoomPage(
        four=tuple(Quarter(QUADRANT_NR[q], asked[q], below(under[q])) for q in QUADRANT)
    )


def _check(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    """A value as it is put to people who did not walk along."""
    value = walk.values[ValueId(thing.key)]
    statement = value.in_language("statement", language.code)
    return RoomPage(
        lead=language.say(msg("Do you recognise this?")),
        name=value.in_language("name", language.code),
        words=(statement,) if statement else (),
        small=(language.say(msg("Yes, partly, no, or do not know?")),),
    )


def _action(walk: Walk, thing: Thing, language: Language) -> RoomPage:
    action = walk.actions[ActionId(thing.key)]
    notes = [note for note in notes_in_room(walk) if note.id in action.notes]
    head = msg("Action {nr}: {status}", nr=action.nr, status=STATUS[action.status])
    return RoomPage(
        lead=language.say(head),
        name=action.in_language("what", language.code),
        words=tuple(_lines_of(action, language)),
        looks=_looks(walk, notes),
    )


def _lines_of(action: Action, language: Language) -> Iterable[str]:
    leader = action.in_language("leader", language.code)
    if leader:
        yield language.say(msg("Who leads? {who}", who=leader))
    step = action.in_language("first_step", language.code)
    if action.first_date:
        day = language.day(action.first_date)
        yield language.say(msg("First step: {day}", day=f"{day}, {step}" if step else day))
    elif step:
        yield language.say(msg("First step: {day}", day=step))


def _closing(walk: Walk, _thing: Thing, language: Language) -> RoomPage:
    about = walk.about
    answer = (
        (language.say(msg("You get an answer before {date}.", date=about.answer_before)),)
        if about.answer_before
        else ()
    )
    if about.next_meeting is None:
        thanks = msg("Thank you for walking with us.")
        return RoomPage(
            name=language.say(msg("Thank you")), words=(language.say(thanks),), small=answer
        )
    return RoomPage(
        lead=language.say(msg("We meet again on")),
        name=capital(language.day(about.next_meeting)),
        words=(when,) if (when := about.in_language("next_meeting_words", language.code)) else (),
        small=answer,
    )


def _looks(walk: Walk, notes: Iterable[Note]) -> tuple[PinLook, ...]:
    return tuple(look_of(walk, note) for note in notes)


_IMPORTANT: Text = msg("We find this important")
_PAGES: Mapping[Sort, Callable[[Walk, Thing, Language], RoomPage]] = {
    Sort.QUESTION: _question,
    Sort.MAP: _map,
    Sort.STOP: _stop,
    Sort.NOTE: _note,
    Sort.GROUP: _group,
    Sort.VALUE: _value,
    Sort.FOUR: _four,
    Sort.CHECK: _check,
    Sort.ACTION: _action,
    Sort.CLOSING: _closing,
}
