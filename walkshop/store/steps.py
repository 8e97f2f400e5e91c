"""The undo and redo stacks as immutable values, beside the walk that they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from walkshop.domain.diff import Diff
from walkshop.domain.forgetting import without_picture
from walkshop.domain.history import Entry
from walkshop.domain.records import Walk
from walkshop.i18n import Text

DEPTH = 1_000
"""Steps that can be taken back."""


@dataclass(frozen=True, slots=True)
class Step:
    """What one undo takes back: the edits of one gesture."""

    label: Text
    entries: tuple[int, ...]
    changes: Diff
    gesture: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """A version of the walk with the steps that lead back from it and forward again."""

    walk: Walk
    undo: tuple[Step, ...] = ()
    redo: tuple[Step, ...] = ()

    def after_edit(self, walk: Walk, entry: Entry) -> State:
        """The state after a fresh edit: one step more, joined to its gesture; no redo."""
        return State(walk, _pushed(self.undo, entry), ())

    def taken(self, entry: Entry) -> tuple[Step, ...]:
        """The steps that an undo or redo takes back, oldest first; none when they are gone.

        An undo of one gesture may meet it in two parts, when a change of another program came
        between them.
        """
        if entry.undoes:
            numbers = set(entry.undoes)
            return tuple(step for step in self.undo if numbers.issuperset(step.entries))
        return tuple(step for step in self.redo if step.entries == (entry.redoes,))

    def after_undo(self, walk: Walk, entry: Entry) -> State:
        """The state after a step was taken back."""
        taken = self.taken(entry)
        left = tuple(step for step in self.undo if step not in taken)
        back = Step(taken[-1].label if taken else entry.label, (entry.n,), entry.changes)
        return State(walk, left, (*self.redo, back))

    def after_redo(self, walk: Walk, entry: Entry) -> State:
        """The state after an undo was taken back."""
        taken = self.taken(entry)
        left = tuple(step for step in self.redo if step not in taken)
        label = taken[-1].label if taken else entry.label
        return State(walk, _pushed(self.undo, replace(entry, label=label)), left)

    def without_picture(self, old: str, new: str) -> State:
        """The same state, whose steps lead to the picture `new` wherever they led to `old`."""

        def swapped(step: Step) -> Step:
            return replace(step, changes=without_picture(step.changes, old, new))

        return State(self.walk, tuple(map(swapped, self.undo)), tuple(map(swapped, self.redo)))

    def after(self, walk: Walk, entry: Entry) -> State:
        """The state after any entry."""
        if entry.undoes:
            return self.after_undo(walk, entry)
        if entry.redoes:
            return self.after_redo(walk, entry)
        return self.after_edit(walk, entry)


def renumbered(entry: Entry, numbers: Mapping[int, int]) -> Entry:
    """`entry` with what it takes back by new numbers; 0 stands for an edit that is gone."""
    undoes = (numbers.get(n, n) for n in entry.undoes)
    redoes = numbers.get(entry.redoes, entry.redoes)
    return replace(entry, undoes=tuple(n for n in undoes if n), redoes=redoes)


def from_history(walk: Walk, history: Iterable[Entry]) -> State:
    """The stacks as they were when the file was closed, from the entries it kept (oldest first)."""
    state = State(walk)
    for entry in history:
        state = state.after(walk, entry)
    return state


def _pushed(steps: tuple[Step, ...], entry: Entry) -> tuple[Step, ...]:
    if not entry.changes:
        return steps
    last = steps[-1] if steps else None
    if last is not None and entry.gesture and last.gesture == entry.gesture:
        joined = Step(
            last.label, (*last.entries, entry.n), (*last.changes, *entry.changes), entry.gesture
        )
        return (*steps[:-1], joined)
    fresh = Step(entry.label, (entry.n,), entry.changes, entry.gesture)
    return (*steps[-(DEPTH - 1) :], fresh)
