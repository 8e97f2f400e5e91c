"""From notes to values: what people do with groups and their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    Membership,
    NoteId,
    Stamp,
    Value,
    ValueId,
    Walk,
    Wording,
    born,
    touched,
)
from walkshop.i18n import msg


@dataclass(frozen=True, slots=True)
class Suggested:
    """A suggested value with the notes that would stand under it."""

    value: Value
    notes: tuple[NoteId, ...]


def add_value(walk: Walk, value: Value, notes: Iterable[NoteId], stamp: Stamp) -> Walk:
    """The walk with a value made by people, with these notes under it.

    Raises:
        WalkshopError: it has no name.
    """
    if not value.name.strip():
        raise WalkshopError(msg("A value needs a name."), msg("Use words of the room."))
    last = max((known.order for known in walk.values.values()), default=0.0)
    walk = walk.having(born(replace(value, order=last + 1), stamp))
    return group_notes(walk, notes, value.id, stamp)


def accept_suggestions(walk: Walk, accepted: Iterable[Suggested], stamp: Stamp) -> Walk:
    """The walk with suggested values taken over, as one step.

    A note that people placed or locked stays where they put it.
    """
    for suggestion in accepted:
        last = max((known.order for known in walk.values.values()), default=0.0)
        value = born(replace(suggestion.value, order=last + 1, by_people=False), stamp)
        joined = [
            replace(walk.note(note), value=value.id, membership=Membership.SUGGESTED)
            for note in suggestion.notes
            if walk.note(note).membership not in (Membership.HAND, Membership.LOCKED)
        ]
        walk = walk.having(value, *(touched(note, stamp) for note in joined))
    return walk


def group_notes(walk: Walk, notes: Iterable[NoteId], value: ValueId | None, stamp: Stamp) -> Walk:
    """The walk with these notes under `value`, placed by hand; None takes them out.

    Raises:
        WalkshopError: a note is locked in its value, or the value is gone.
    """
    if value is not None:
        walk.value(value)
    how = Membership.HAND if value is not None else Membership.NONE
    moved = []
    for key in notes:
        note = standing(walk, key)
        if note.membership is Membership.LOCKED and note.value != value:
            raise WalkshopError(
                msg("Note {nr} is locked in its value.", nr=note.nr), msg("Unlock it first.")
            )
        if note.value != value:
            moved.append(touched(replace(note, value=value, membership=how), stamp))
    return walk.having(*moved) if moved else walk


def change_value(walk: Walk, value: Value, stamp: Stamp, asked_by: str = "") -> Walk:
    """The walk with a value as it now reads; earlier names and sentences go into its history.

    Raises:
        WalkshopError: it lost its name.
    """
    if not value.name.strip():
        raise WalkshopError(msg("A value needs a name."), msg("Use words of the room."))
    before = walk.value(value.id)
    earlier = tuple(
        Wording(field, words, asked_by, stamp.now)
        for field, words, now in (
            ("name", before.name, value.name),
            ("statement", before.statement, value.statement),
        )
        if words and words != now
    )
    changed = replace(value, wordings=(*before.wordings, *earlier))
    return walk if changed == before else walk.having(touched(changed, stamp))


def remove_value(walk: Walk, value: ValueId, stamp: Stamp) -> Walk:
    """The walk without a value; its notes are not placed any more, and nothing of them is lost.

    Raises:
        WalkshopError: an action is done for this value, or it was checked with people.
    """
    found = walk.value(value)
    if any(value in action.values for action in walk.actions.values()):
        raise WalkshopError(
            msg("An action is done for this value."), msg("Change the action first.")
        )
    if any(asked.value == value for asked in walk.rounds.values()):
        raise WalkshopError(
            msg("People were asked about this value."), msg("Merge it with another value.")
        )
    freed = [
        touched(replace(note, value=None, membership=Membership.NONE), stamp)
        for note in walk.notes.values()
        if note.value == value
    ]
    answers = [answer for answer in walk.answers.values() if answer.about_id == value]
    return walk.having(*freed).lacking(found, *answers)
