"""Numbers as they are spelled out."""

from __future__ import annotations

from tests.domain.builders import LATER, a_note, a_walk
from walkshop.domain.edits.joining import merge_notes, split_note
from walkshop.domain.queries.merges import Merges
from walkshop.domain.queries.numbers import number_of
from walkshop.domain.records import NoteId
from walkshop.i18n import language

ENGLISH = language("en")


def test_a_note_of_its_own_is_its_number():
    walk = a_walk(a_note(14))
    assert number_of(walk, walk.note(NoteId("note 14")), ENGLISH) == "14"


def test_a_note_that_leads_names_the_others():
    walk = a_walk(a_note(14), a_note(22), a_note(9))
    keys = [NoteId("note 22"), NoteId("note 14")]
    walk = merge_notes(walk, keys, LATER)
    lead = walk.note(NoteId("note 14"))
    assert number_of(walk, lead, ENGLISH, Merges(walk)) == "14 (also 22)"


def test_a_second_half_names_the_first():
    walk = a_walk(a_note(1, "Mooi maar vies"))
    walk = split_note(walk, NoteId("note 1"), 5, NoteId("new"), LATER)
    assert number_of(walk, walk.note(NoteId("new")), ENGLISH) == "2 (from 1)"
