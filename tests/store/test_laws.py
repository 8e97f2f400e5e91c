"""The laws of the store, whatever people, disks and other programs do in whatever order."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.store.shelf import EMPTY, LABEL, Shelf, adding, removing, saying
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Note, NoteId, Walk
from walkshop.store.steps import from_history
from walkshop.store.store import Change

words = st.sampled_from(["a", "b", "c", "d"])
gestures = st.sampled_from(["", "", "drag 1", "drag 2"])


class Laws(RuleBasedStateMachine):
    """Edits, undos, redos, saves, and changes of another program, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf()
        self.store = self.shelf.store
        self.marks = self.store.walk.marks
        self.seen = self.store.walk
        self.made = 0
        self.store.subscribe(self._hear)

    def _hear(self, change: Change) -> None:
        assert change.before == self.seen
        assert change.after is self.store.walk
        self.seen = change.after

    def _key(self, data: st.DataObject) -> str:
        return data.draw(st.sampled_from(list(self.store.walk.notes)))

    @rule(text=words, gesture=gestures)
    def add(self, text: str, gesture: str) -> None:
        self.made += 1
        self.store.apply(LABEL, adding(f"note {self.made}", text), gesture)

    @precondition(lambda self: self.store.walk.notes)
    @rule(data=st.data(), text=words, gesture=gestures)
    def say(self, data: st.DataObject, text: str, gesture: str) -> None:
        self.store.apply(LABEL, saying(self._key(data), text), gesture)

    @precondition(lambda self: self.store.walk.notes)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        self.store.apply(LABEL, removing(self._key(data)))

    @rule()
    def refuse(self) -> None:
        before, pending = self.store._state, self.store.pending
        with pytest.raises(WalkshopError):
            self.store.apply(LABEL, saying("nobody", "x"))
        assert self.store._state is before
        assert self.store.pending == pending

    @rule()
    def undo(self) -> None:
        self.store.undo()

    @rule()
    def redo(self) -> None:
        self.store.redo()

    @rule(times=st.integers(1, 4))
    def go_back_and_forth(self, times: int) -> None:
        passed = []
        for _ in range(times):
            before = self.store.walk
            if self.store.undo():
                passed.append(before)
        while passed:
            assert self.store.redo()
            assert self.store.walk == passed.pop()

    @rule(most=st.integers(1, 5))
    def save(self, most: int) -> None:
        self.shelf.save(most)

    @precondition(lambda self: self.shelf.walk.notes)
    @rule(data=st.data(), text=words)
    def another_program_says(self, data: st.DataObject, text: str) -> None:
        self.shelf.meddle(saying(data.draw(st.sampled_from(list(self.shelf.walk.notes))), text))

    @precondition(lambda self: self.shelf.walk.notes)
    @rule(data=st.data())
    def another_program_removes(self, data: st.DataObject) -> None:
        self.shelf.meddle(removing(data.draw(st.sampled_from(list(self.shelf.walk.notes)))))

    @rule(high=st.booleans())
    def another_program_adds(self, high: bool) -> None:
        self.made += 1
        free = self.store.walk.marks.note if high else self.shelf.walk.marks.note
        made = Note(id=NoteId(f"note {self.made}"), nr=free, text="theirs")

        def edit(walk: Walk) -> Walk:
            marks = replace(walk.marks, note=max(walk.marks.note, free + 1))
            return replace(walk.having(made), marks=marks)

        self.shelf.meddle(edit)

    @invariant()
    def numbers_are_given_once_and_never_again(self) -> None:
        walk = self.store.walk
        numbers = [note.nr for note in walk.notes.values()]
        assert len(set(numbers)) == len(numbers)
        assert walk.marks.note > max(numbers, default=0)
        assert walk.marks == walk.marks.highest(self.marks)
        self.marks = walk.marks

    @invariant()
    def what_is_shown_is_what_was_told(self) -> None:
        assert self.store.walk == self.seen
        assert self.store.pending == len(self.shelf.waiting)

    @invariant()
    def the_file_tells_the_same_when_all_is_saved(self) -> None:
        if self.shelf.waiting:
            return
        assert self.shelf.walk == self.store.walk
        assert from_history(self.store.walk, self.shelf.entries) == self.store._state
        assert self.shelf.walk.marks == self.store.walk.marks


TestLaws = Laws.TestCase
TestLaws.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)


def test_undoing_everything_gives_the_walk_of_the_beginning() -> None:
    shelf = Shelf()
    for key in "abc":
        shelf.store.apply(LABEL, adding(key))
        shelf.store.apply(LABEL, saying(key, "words"))
    shelf.store.apply(LABEL, removing("b"))
    with suppress(WalkshopError):
        shelf.store.apply(LABEL, removing("b"))
    while shelf.store.undo():
        pass
    assert shelf.store.walk == EMPTY
    assert shelf.store.walk.marks.note == 4
