"""Messages of an app group that come in again are the notes that they became."""

from __future__ import annotations

from dataclasses import replace

from tests.domain.builders import LATER, STAMP, a_note, a_walk, new_id
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.records import Note, NoteId, Source

AT = "2027-03-08 10:15 (1)"


def a_message(words: str = "Losse tegels", ref: str = AT, **fields: object) -> Note:
    row = a_note(0, words, typed=words, source=Source.APP_GROUP, source_ref=ref, **fields)
    return replace(row, id=NoteId(new_id()))


def test_a_reworded_message_is_known_by_its_moment_and_what_it_said_first():
    walk = bring_in(a_walk(), [a_message()], STAMP).walk
    (note,) = walk.notes
    walk = reword_note(walk, note, "Losse tegels bij de school", LATER)
    again = bring_in(walk, [a_message()], LATER)
    assert (again.added, again.duplicates) == ((), 1)


def test_another_message_of_the_same_moment_is_another_note():
    walk = bring_in(a_walk(), [a_message()], STAMP).walk
    assert len(bring_in(walk, [a_message("Donker")], LATER).added) == 1


def test_a_note_stands_for_one_message_only():
    walk = bring_in(a_walk(), [a_message()], STAMP).walk
    twice = bring_in(walk, [a_message(), a_message()], LATER)
    assert (len(twice.added), twice.duplicates) == (1, 1)


def test_notes_of_other_origins_are_not_known_by_such_a_moment():
    other = a_note(1, "Anders", typed="Losse tegels", source_ref=AT)
    assert len(bring_in(a_walk(other), [a_message()], STAMP).added) == 1


def test_a_message_that_another_row_became_already_is_not_handed_out_twice():
    walk = bring_in(a_walk(), [a_message()], STAMP).walk
    (note,) = walk.notes.values()
    rows = [replace(a_message(), nr=note.nr), a_message()]
    assert len(bring_in(walk, rows, LATER).added) == 1
