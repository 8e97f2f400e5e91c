"""The store, case by case: gestures, listeners, saving, and the changes of other programs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.store.shelf import EMPTY, LABEL, Shelf, adding, clock, note, removing, saying
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NoteId, Walk
from walkshop.i18n import Text, msg
from walkshop.store.journal import NoJournal
from walkshop.store.store import Change, Notice, Store

ONE = NoteId("note 1")


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(replace(EMPTY.having(note(1), note(2)), marks=replace(EMPTY.marks, note=3)))


def words(store: Store) -> list[str]:
    return [one.text for one in store.walk.notes.values()]


def test_edits_of_one_gesture_are_undone_as_one(shelf: Shelf) -> None:
    for text in ("a", "ab", "abc"):
        shelf.store.apply(LABEL, saying("note 1", text), merge="typing")
    shelf.save(2)
    shelf.store.undo()
    assert words(shelf.store) == ["said", "said"]
    shelf.store.redo()
    assert words(shelf.store) == ["abc", "said"]


def test_gestures_with_an_edit_between_them_stay_apart(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, saying("note 1", "a"), merge="typing")
    shelf.store.apply(LABEL, saying("note 2", "x"))
    shelf.store.apply(LABEL, saying("note 1", "b"), merge="typing")
    shelf.store.undo()
    assert words(shelf.store) == ["a", "x"]


def test_an_edit_that_changes_nothing_is_no_step(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, saying("note 1", "said"))
    assert shelf.store.undo_label is None
    assert shelf.store.undo() is None
    assert shelf.store.redo() is None
    assert shelf.waiting == []


def test_a_fresh_edit_ends_redo(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, saying("note 1", "a"))
    shelf.store.undo()
    assert shelf.store.redo_label == LABEL
    shelf.store.apply(LABEL, saying("note 2", "b"))
    assert shelf.store.redo_label is None


def test_a_redone_note_has_its_own_number_back(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, adding("mine"))
    shelf.store.undo()
    shelf.store.apply(LABEL, adding("other"))
    assert shelf.store.walk.note(NoteId("other")).nr == 4
    shelf.store.undo()
    assert shelf.store.walk.marks.note == 5


def test_a_listener_that_changes_the_walk_is_refused(shelf: Shelf) -> None:
    def meddle(change: Change) -> None:
        shelf.store.apply(LABEL, saying("note 1", f"{len(change.after.notes)}"))

    shelf.store.subscribe(meddle)
    with pytest.raises(RuntimeError, match="listener"):
        shelf.store.apply(LABEL, saying("note 2", "x"))
    assert words(shelf.store) == ["said", "x"]
    assert len(shelf.waiting) == 1


def test_what_is_saved_and_what_is_not_is_told(shelf: Shelf) -> None:
    told: list[tuple[int, bool]] = []
    store = shelf.store
    store.subscribe_saved(lambda: told.append((store.pending, store.trouble is not None)))
    store.apply(LABEL, saying("note 1", "a"))
    shelf.refuse(WalkshopError(msg("The disk is full.")))
    shelf.save()
    assert told == [(1, True), (0, False)]
    assert store.saved_at is not None


def test_blobs_travel_with_their_edit_and_again_after_a_foreign_change(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, saying("note 1", "a"), blobs={"sum": b"photo"})
    shelf.meddle(saying("note 2", "theirs"))
    assert [dict(commit.blobs) for commit in shelf.waiting] == [{}, {"sum": b"photo"}]


def test_pending_edits_are_done_again_with_the_numbers_that_were_shown(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, adding("mine"))
    shelf.meddle(saying("note 1", "theirs"))
    assert words(shelf.store) == ["theirs", "said", "said"]
    assert shelf.store.walk.note(NoteId("mine")).nr == 3
    shelf.meddle(lambda walk: walk.having(replace(note(3), id=NoteId("their 3"))))
    assert shelf.store.walk.note(NoteId("mine")).nr == 4


def test_an_edit_that_refuses_after_a_foreign_change_is_a_notice(shelf: Shelf) -> None:
    said: list[Notice] = []
    shelf.store.subscribe_notices(said.append)
    shelf.store.apply(LABEL, saying("note 1", "mine"))
    shelf.store.undo()
    shelf.meddle(removing("note 1"))
    assert [(one.text, one.label) for one in said] == [
        (msg("This is no longer in the walk."), LABEL)
    ]
    assert shelf.store.redo_label is None
    assert len(shelf.waiting) == 1


def test_an_undo_that_waits_takes_back_its_edit_again(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, saying("note 1", "a"), merge="typing")
    shelf.save()
    shelf.store.apply(LABEL, saying("note 1", "b"), merge="typing")
    shelf.store.undo()
    assert words(shelf.store) == ["said", "said"]
    shelf.meddle(saying("note 2", "theirs"))
    assert words(shelf.store) == ["said", "theirs"]
    shelf.store.redo()
    assert words(shelf.store) == ["b", "theirs"]


def test_a_redo_that_waits_is_done_again(shelf: Shelf) -> None:
    shelf.store.apply(LABEL, saying("note 1", "a"))
    shelf.store.undo()
    shelf.store.redo()
    shelf.meddle(saying("note 2", "theirs"))
    assert words(shelf.store) == ["a", "theirs"]
    shelf.store.undo()
    assert words(shelf.store) == ["said", "theirs"]


def test_a_second_foreign_change_does_not_bring_the_first_back(shelf: Shelf) -> None:
    shelf.meddle(saying("note 1", "first"))
    shelf.meddle(saying("note 1", "second"))
    assert words(shelf.store) == ["second", "said"]
    shelf.save()
    assert words(shelf.store) == ["second", "said"]
    shelf.store.undo()
    assert words(shelf.store) == ["said", "said"]


def test_a_foreign_change_is_one_step_that_can_be_undone(shelf: Shelf) -> None:
    shelf.meddle(removing("note 1"))
    assert shelf.store.undo() == msg("Changed in another program")
    assert len(shelf.store.walk.notes) == 2


def test_undo_leaves_what_another_program_changed_since(shelf: Shelf) -> None:
    said: list[Text] = []
    shelf.store.subscribe_notices(lambda notice: said.append(notice.text))
    shelf.store.apply(LABEL, saying("note 1", "mine"))
    shelf.save()
    shelf.meddle(saying("note 1", "theirs"))
    shelf.save()
    shelf.store.undo()
    shelf.store.undo()
    assert words(shelf.store) == ["said", "said"]
    shelf.store.redo()
    shelf.store.redo()
    assert words(shelf.store) == ["theirs", "said"]
    assert said == []


def test_numbers_of_the_history_in_the_file_are_not_given_again(shelf: Shelf) -> None:
    shelf.store.foreign(shelf.walk, last=40, remarks=(msg("Something to say"),))
    shelf.store.apply(LABEL, saying("note 1", "a"))
    assert [commit.entry.n for commit in shelf.waiting] == [41]


def test_a_walk_without_a_file_claims_nothing_to_be_saved() -> None:
    store = Store(EMPTY, clock, NoJournal())
    store.apply(LABEL, adding("a"))
    assert (store.pending, store.saved_at) == (1, None)


def test_an_edit_is_given_the_walk_as_it_is(shelf: Shelf) -> None:
    given: list[Walk] = []

    def look(walk: Walk) -> Walk:
        given.append(walk)
        return walk

    assert shelf.store.apply(LABEL, look) is shelf.store.walk
    assert given == [shelf.store.walk]
