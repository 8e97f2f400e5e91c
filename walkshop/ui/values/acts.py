"""What people do on the board, each as one step that can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from walkshop.domain.edits.values import (
    accept_suggestions,
    accept_with,
    change_value,
    group_notes,
    lock_notes,
    lock_value,
    merge_values,
    split_value,
)
from walkshop.domain.queries.values import value_of
from walkshop.domain.records import Membership, NoteId, ValueId
from walkshop.i18n import msg, msgn
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection
from walkshop.ui.values.suggestions import Offered


class BoardActs:
    """One method for each thing that people do with notes and values."""

    def __init__(self, store: QtStore, selection: Selection) -> None:
        self._store = store
        self._selection = selection

    def chosen(self) -> tuple[NoteId, ...]:
        """The notes in hand."""
        walk = self._store.walk
        return tuple(sorted(key for key in self._selection.in_hand.notes if key in walk.notes))

    def put_in(self, notes: Sequence[NoteId], value: ValueId) -> None:
        """Put notes under a value."""
        name = self._store.walk.value(value).name
        label = msgn(
            "{n} note put in “{value}”", "{n} notes put in “{value}”", len(notes), value=name
        )
        edit = partial(group_notes, notes=notes, value=value, stamp=self._store.stamp())
        if notes:
            self._store.apply(label, edit)

    def take_out(self, notes: Sequence[NoteId]) -> None:
        """Take notes out of their values."""
        inside = tuple(key for key in notes if self._store.walk.note(key).value)
        if inside:
            label = msgn("{n} note taken out", "{n} notes taken out", len(inside))
            edit = partial(group_notes, notes=inside, value=None, stamp=self._store.stamp())
            self._store.apply(label, edit)

    def accept(self, offered: Sequence[Offered]) -> bool:
        """Accept suggestions as one step."""
        label = msgn("{n} suggestion accepted", "{n} suggestions accepted", len(offered))
        if len(offered) == 1:
            label = msg("Suggestion accepted: {name}", name=offered[0].group.name)
        values = tuple(each.as_value() for each in offered)
        edit = partial(accept_suggestions, accepted=values, stamp=self._store.stamp())
        return bool(offered) and self._store.apply(label, edit)

    def accept_with(self, offered: Offered, notes: Sequence[NoteId]) -> None:
        """Accept a suggestion together with notes that were put in it."""
        label = msg("Suggestion accepted: {name}", name=offered.group.name)
        suggestion, stamp = offered.as_value(), self._store.stamp()
        edit = partial(accept_with, suggestion=suggestion, notes=notes, stamp=stamp)
        self._store.apply(label, edit)

    def turn_locks(self, notes: Sequence[NoteId]) -> None:
        """Lock notes where they stand; unlock them when all are locked already."""
        locked = not self.all_locked(notes)
        label = msgn("{n} note locked", "{n} notes locked", len(notes))
        if not locked:
            label = msgn("{n} note unlocked", "{n} notes unlocked", len(notes))
        edit = partial(lock_notes, notes=notes, locked=locked, stamp=self._store.stamp())
        if notes:
            self._store.apply(label, edit)

    def all_locked(self, notes: Sequence[NoteId]) -> bool:
        """Whether every one of these notes is locked."""
        walk = self._store.walk
        return all(walk.note(key).membership is Membership.LOCKED for key in notes)

    def any_placed(self, notes: Sequence[NoteId]) -> bool:
        """Whether any of these notes stands under a value."""
        walk = self._store.walk
        return any(value_of(walk, walk.note(key)) for key in notes)

    def rename(self, key: ValueId, name: str) -> None:
        """Give a value another name; the earlier one stays in its history."""
        value = replace(self._store.walk.value(key), name=name)
        edit = partial(change_value, value=value, stamp=self._store.stamp())
        self._store.apply(msg("Value renamed: {name}", name=name), edit)

    def merge(self, key: ValueId, other: ValueId) -> None:
        """Make two values one; the one that leads is in hand then."""
        walk = self._store.walk
        names = {"one": walk.value(key).name, "other": walk.value(other).name}
        label = msg("Merged: “{one}” and “{other}”. The words of both stay.", **names)
        edit = partial(merge_values, values=(key, other), stamp=self._store.stamp())
        if self._store.apply(label, edit):
            after = self._store.walk
            self._selection.select_value(after.value(key).merged_into or key)

    def split(self, merged: ValueId) -> None:
        """Let a merged value stand by itself again."""
        name = self._store.walk.value(merged).name
        edit = partial(split_value, value=merged, stamp=self._store.stamp())
        self._store.apply(msg("“{name}” stands by itself again", name=name), edit)

    def turn_lock(self, key: ValueId) -> None:
        """Lock a value, or unlock it."""
        value = self._store.walk.value(key)
        label = msg("Value locked: {name}", name=value.name)
        if value.locked:
            label = msg("Value unlocked: {name}", name=value.name)
        edit = partial(lock_value, value=key, locked=not value.locked, stamp=self._store.stamp())
        self._store.apply(label, edit)
