"""What the room can look at, one thing at a time, and what comes after what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.records import Note, NoteId, Stop, StopId, Value, Walk
from walkshop.ui.selection import InHand


class Sort(StrEnum):
    """The sorts of things that the room looks at."""

    QUESTION = "question"
    MAP = "map"
    STOP = "stop"
    NOTE = "note"
    GROUP = "group"
    VALUE = "value"
    FOUR = "four"  # the four questions with the values under them
    CHECK = "check"  # a value, and whether people recognise it
    ACTION = "action"
    CLOSING = "closing"


OF_THE_WALK = frozenset({Sort.QUESTION, Sort.MAP, Sort.STOP, Sort.FOUR, Sort.CLOSING})
"""What is shown when nothing is in hand."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing; `keys` are the ids of its record or records."""

    sort: Sort
    keys: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The id of its one record; empty for none."""
        return self.keys[0] if self.keys else ""


QUESTION, MAP, CLOSING = Thing(Sort.QUESTION), Thing(Sort.MAP), Thing(Sort.CLOSING)
FOUR = Thing(Sort.FOUR)


def stop_thing(stop: StopId) -> Thing:
    """A stop as a thing for the room."""
    return Thing(Sort.STOP, (str(stop),))


def may_be_seen(note: Note) -> bool:
    """Whether a room of people may see a note at all."""
    return not (note.masked or note.withdrawn or note.merged_into)


def notes_in_room(walk: Walk) -> list[Note]:
    """The notes that a room may see, by number."""
    return [note for note in standing_notes(walk) if may_be_seen(note)]


def stops_in_order(walk: Walk) -> list[Stop]:
    """The stops in walking order, without those that were skipped."""
    stops = (stop for stop in walk.stops.values() if not stop.skipped)
    return sorted(stops, key=lambda stop: (stop.order, stop.nr))


def values_in_order(walk: Walk) -> list[Value]:
    """The values as they stand on the board; the rest is no value."""
    values = (value for value in walk.values.values() if not value.merged_into and not value.rest)
    return sorted(values, key=lambda value: value.order)


def in_hand_as_thing(walk: Walk, in_hand: InHand) -> Thing | None:
    """What the main window has in hand, as far as a room may see it; None for nothing."""
    if in_hand.action in walk.actions:
        return Thing(Sort.ACTION, (str(in_hand.action),))
    if in_hand.value in walk.values:
        return Thing(Sort.VALUE, (str(in_hand.value),))
    chosen = [note for note in notes_in_room(walk) if note.id in in_hand.notes]
    if not chosen:
        return None
    sort = Sort.NOTE if len(chosen) == 1 else Sort.GROUP
    return Thing(sort, tuple(str(note.id) for note in chosen))


def is_there(walk: Walk, thing: Thing) -> bool:
    """Whether all of a thing is still in the walk and may be seen."""
    if thing.sort in (Sort.VALUE, Sort.CHECK):
        return thing.key in walk.values
    if thing.sort is Sort.STOP:
        return thing.key in walk.stops
    if thing.sort is Sort.ACTION:
        return thing.key in walk.actions
    notes = (walk.notes.get(NoteId(key)) for key in thing.keys)
    return all(note is not None and may_be_seen(note) for note in notes)


def things_in_order(walk: Walk, now: Thing) -> list[Thing]:
    """Everything in the order of an evening.

    A note or group is in it only when it is in hand `now`, and the four questions only when a
    value stands under one of them. While people are asked what they recognise, it is the values
    that follow each other.
    """
    values = values_in_order(walk)
    if now.sort is Sort.CHECK:
        return [*(Thing(Sort.CHECK, (str(value.id),)) for value in values), CLOSING]
    actions = sorted(
        walk.actions.values(), key=lambda act: (act.top is None, act.top or 0, act.order, act.nr)
    )
    held = [now] if now.sort in (Sort.NOTE, Sort.GROUP) else []
    four = now == FOUR or any(value.quadrant for value in values)
    return [
        QUESTION,
        MAP,
        *(stop_thing(stop.id) for stop in stops_in_order(walk)),
        *held,
        *(Thing(Sort.VALUE, (str(value.id),)) for value in values),
        *([FOUR] if four else []),
        *(Thing(Sort.ACTION, (str(act.id),)) for act in actions),
        CLOSING,
    ]


def next_note(walk: Walk, now: NoteId | None, step: int) -> NoteId | None:
    """The note `step` numbers further on, or back; None when there is none."""
    keys = [note.id for note in notes_in_room(walk)]
    if not keys:
        return None
    if now not in keys:
        return keys[0 if step > 0 else -1]
    return keys[max(0, min(len(keys) - 1, keys.index(now) + step))]
