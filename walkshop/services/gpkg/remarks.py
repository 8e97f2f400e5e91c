"""What must be said about the changes of another program."""

from __future__ import annotations

from walkshop.domain.records import Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.gpkg.reader import Reading


def remarks_on(before: Walk, reading: Reading) -> tuple[Text, ...]:
    """Notes that are gone and still needed, and rows that say nothing we can use."""
    walk = reading.walk
    gone = [note for uuid, note in before.notes.items() if uuid not in walk.notes]
    needed = needed_notes(walk)
    said = [
        msg("Note {nr} was taken out in another program, and is still needed here.", nr=note.nr)
        for note in gone
        if note.id in needed
    ]
    return (*said, *left_out(reading))


def left_out(reading: Reading) -> tuple[Text, ...]:
    """How many rows were left out; they stay in the file."""
    n = len(reading.left_out)
    if not n:
        return ()
    return (
        msgn(
            "{n} row of another program says too little and was left out.",
            "{n} rows of another program say too little and were left out.",
            n,
        ),
    )


def needed_notes(walk: Walk) -> frozenset[str]:
    """The notes that values, actions and answers refer to."""
    return frozenset(
        (
            *(note for action in walk.actions.values() for note in action.notes),
            *(action.exists_note or "" for action in walk.actions.values()),
            *(value.representative or "" for value in walk.values.values()),
            *(answer.about_id for answer in walk.answers.values()),
        )
    )


__all__ = ["left_out", "needed_notes", "remarks_on"]
