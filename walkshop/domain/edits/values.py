"""From notes to values: what people do with groups and their names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from walkshop.domain.edits.notes import standing
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.values import leading_value, merged_values, standing_values
from walkshop.domain.records import (
    Membership,
    Note,
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

    A note that stands there already, perhaps by a value that was merged into it, stays as it is.

    Raises:
        WalkshopError: a note or a value is locked, or the value is gone.
    """
    target = None
    if value is not None:
        walk.value(value)
        target = leading_value(walk, value)
    how = Membership.NONE if target is None else Membership.HAND
    moved = []
    for key in notes:
        note = standing(walk, key)
        here = leading_value(walk, note.value)
        if here == target and (here or note.value is None):
            continue
        _refuse_locked(note, here, target)
        to = target.id if target else None
        moved.append(touched(replace(note, value=to, membership=how), stamp))
    return walk.having(*moved) if moved else walk


def accept_with(walk: Walk, suggestion: Suggested, notes: Iterable[NoteId], stamp: Stamp) -> Walk:
    """The walk with a suggested value taken over, and these notes put under it by hand.

    Raises:
        WalkshopError: one of the notes, or the value where it stands, is locked.
    """
    accepted = accept_suggestions(walk, (suggestion,), stamp)
    return group_notes(accepted, notes, suggestion.value.id, stamp)


def lock_notes(walk: Walk, notes: Iterable[NoteId], locked: bool, stamp: Stamp) -> Walk:
    """The walk with these notes locked where they stand, or unlocked: then they count as placed.

    Raises:
        WalkshopError: a note stands under no value.
    """
    how = Membership.LOCKED if locked else Membership.HAND
    found = [standing(walk, key) for key in notes]
    for note in found:
        if leading_value(walk, note.value) is None:
            raise WalkshopError(
                msg("Note {nr} stands under no value.", nr=note.nr), msg("Put it in a value first.")
            )
    turned = [
        touched(replace(note, membership=how), stamp)
        for note in found
        if (note.membership is Membership.LOCKED) is not locked
    ]
    return walk.having(*turned) if turned else walk


def lock_value(walk: Walk, value: ValueId, locked: bool, stamp: Stamp) -> Walk:
    """The walk with a value that neither gains nor loses notes, or with one that does again."""
    found = walk.value(value)
    if found.locked is locked:
        return walk
    return walk.having(touched(replace(found, locked=locked), stamp))


def merge_values(walk: Walk, values: Iterable[ValueId], stamp: Stamp) -> Walk:
    """The walk with these values as one: the first on the board leads, the others point at it.

    All of them keep their names, words and rounds, and their notes keep pointing at them, so that
    `split_value` brings each back as it was.

    Raises:
        WalkshopError: they are fewer than two, or one of them is locked or gone.
    """
    named = {leading.id for key in values if (leading := leading_value(walk, walk.value(key).id))}
    found = [value for value in standing_values(walk) if value.id in named]
    if len(found) < 2:
        raise WalkshopError(
            msg("One value cannot be merged."), msg("Choose another value to merge it with.")
        )
    for value in found:
        _refuse_locked_value(value)
    leader, *others = found
    return walk.having(*(touched(replace(o, merged_into=leader.id), stamp) for o in others))


def split_value(walk: Walk, value: ValueId, stamp: Stamp) -> Walk:
    """The walk in which a merged value stands by itself again, with its notes.

    What was put in the value that led since then stays there.

    Raises:
        WalkshopError: it was not merged, or the value that leads is locked.
    """
    found = walk.value(value)
    if not found.merged_into:
        raise WalkshopError(
            msg("“{name}” stands by itself already.", name=found.name), msg("Nothing was changed.")
        )
    leader = leading_value(walk, value)
    if leader is not None:
        _refuse_locked_value(leader)
    return walk.having(touched(replace(found, merged_into=None), stamp))


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
        WalkshopError: an action is done for this value, it was checked with people, others were
            merged into it, or it is locked.
    """
    found = walk.value(value)
    _refuse_locked_value(found)
    if merged_values(walk, value):
        raise WalkshopError(
            msg("Other values were merged into this one."), msg("Split them off first.")
        )
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


def _refuse_locked(note: Note, here: Value | None, target: Value | None) -> None:
    """Refuse to move a note that is locked, or out of or into a value that is."""
    if note.membership is Membership.LOCKED and here is not None:
        raise WalkshopError(
            msg("Note {nr} is locked in its value.", nr=note.nr), msg("Unlock it first.")
        )
    for value in (here, target):
        if value is not None:
            _refuse_locked_value(value)


def _refuse_locked_value(value: Value) -> None:
    if value.locked:
        raise WalkshopError(
            msg("“{name}” is locked.", name=value.name), msg("Unlock the value first.")
        )
