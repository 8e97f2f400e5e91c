"""The same chat twice brings nothing twice, also when its notes were reworded meanwhile."""

from __future__ import annotations

from tests.domain.builders import LATER, STAMP
from tests.services.intake.chat.chats import ANDROID, photo, proposed, read, the_walk, zipped
from walkshop.domain.edits.bringing import AllIn, bring_all_in
from walkshop.domain.edits.notes import reword_note
from walkshop.services.intake import Wish, offer_of


def brought(walk, proposal) -> AllIn:
    return bring_all_in(walk, offer_of(proposal, Wish()), STAMP)


def test_the_same_chat_twice_brings_nothing_twice(tmp_path):
    path = zipped(tmp_path / "chat.zip", ANDROID, IMG_20270308_WA0001__jpg=photo())
    once = brought(the_walk(), proposed(path))
    again = brought(once.walk, proposed(path))
    assert (len(once.done.added), len(once.photos)) == (4, 1)
    assert again.walk.notes == once.walk.notes
    assert (again.done.added, again.photos, again.done.duplicates) == ((), (), 4)


def test_a_message_that_was_reworded_is_known_again(tmp_path):
    walk = brought(the_walk(), read(tmp_path, ANDROID)).walk
    first = min(walk.notes.values(), key=lambda note: note.nr)
    walk = reword_note(walk, first.id, "Losse tegels bij de Crooswijkseschool", LATER)
    again = brought(walk, read(tmp_path, ANDROID))
    assert again.walk.notes == walk.notes


def test_the_same_words_at_another_time_are_another_note(tmp_path):
    lines = "8-3-2027 10:06 - A: Donker\n8-3-2027 10:09 - B: Donker\n"
    once = brought(the_walk(), read(tmp_path, lines))
    assert len(once.done.added) == 2
    assert brought(once.walk, read(tmp_path, lines)).done.added == ()


def test_a_chat_with_its_photos_completes_one_that_came_without(tmp_path):
    walk = brought(the_walk(), read(tmp_path, ANDROID)).walk
    path = zipped(tmp_path / "chat.zip", ANDROID, IMG_20270308_WA0001__jpg=photo())
    after = brought(walk, proposed(path))
    assert after.done.added == ()
    assert [len(note.photos) for note in after.walk.notes.values()] == [0, 1, 0, 0]
