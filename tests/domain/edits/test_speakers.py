"""Who said it, set by hand."""

from __future__ import annotations

import pytest

from tests.domain.builders import LATER, a_note, a_walk
from walkshop.domain.edits.speakers import look_through, name_duo, name_participant
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Lens, LensId, NoteId, Participant, ParticipantId

ONE = NoteId("note 1")
WALKER, P07 = LensId("walker"), ParticipantId("p7")


def a_walk_with_people():
    return a_walk(Lens(id=WALKER, name="Rollator"), Participant(id=P07, code="P07"), a_note(1))


def test_lens_duo_and_participant_are_set_and_taken_away():
    walk = look_through(a_walk_with_people(), ONE, WALKER, LATER)
    walk = name_participant(name_duo(walk, ONE, " d2 ", LATER), ONE, P07, LATER)
    note = walk.note(ONE)
    assert (note.lens, note.duo, note.participant, note.changed) == (WALKER, "d2", P07, LATER.now)
    walk = look_through(name_participant(walk, ONE, None, LATER), ONE, None, LATER)
    assert (walk.note(ONE).lens, walk.note(ONE).participant) == (None, None)


def test_what_does_not_change_leaves_the_very_same_walk():
    walk = a_walk_with_people()
    assert name_duo(walk, ONE, "", LATER) is walk
    assert look_through(walk, ONE, LensId("gone"), LATER) is walk
    assert name_participant(walk, ONE, ParticipantId("gone"), LATER) is walk


def test_a_name_is_no_code_of_a_duo():
    with pytest.raises(WalkshopError, match="short code"):
        name_duo(a_walk_with_people(), ONE, "Mevrouw Jansen en Piet", LATER)


def test_a_withdrawn_note_has_no_speaker_any_more():
    with pytest.raises(WalkshopError, match="withdrawn"):
        name_duo(a_walk(a_note(1, withdrawn=True)), ONE, "d2", LATER)
