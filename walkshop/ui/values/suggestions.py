"""What was suggested and is still open: accepted, dismissed and overtaken groups are left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from walkshop.domain.edits.values import Suggested
from walkshop.domain.records import NoteId, ValueId, Walk
from walkshop.services.grouping.from_walk import GroupingResult, SuggestedGroup, open_notes


@dataclass(frozen=True, slots=True)
class Offered:
    """A suggested group as it stands now.

    Args:
        key: the id that its value gets when it is accepted.
        notes: those of its notes that nobody placed since, by number.
    """

    key: ValueId
    group: SuggestedGroup
    notes: tuple[NoteId, ...]

    def as_value(self) -> Suggested:
        """What `accept_suggestions` takes."""
        return self.group.as_value(self.key, self.notes)


class Suggestions:
    """Holds the last suggestion; it is no part of the walk.

    A group that was accepted comes back when the accepting is undone: it is left out only for as
    long as its value is in the walk.
    """

    def __init__(self) -> None:
        self._groups: list[tuple[ValueId, SuggestedGroup]] = []
        self._left_out: set[NoteId] = set()
        self.too_few = False

    def take(self, result: GroupingResult, new_id: Callable[[], str]) -> None:
        """Hold another suggestion."""
        self._groups = [(ValueId(new_id()), group) for group in result.groups]
        self._left_out.clear()
        self.too_few = result.too_few

    def dismiss(self, key: ValueId | None = None) -> None:
        """Let go of one group, or of all."""
        self._groups = [pair for pair in self._groups if key is not None and pair[0] != key]
        if key is None:
            self.too_few = False

    def leave_out(self, notes: Iterable[NoteId]) -> None:
        """Take notes out of the suggestion; they stand under no value as they did."""
        self._left_out.update(notes)

    def offered(self, walk: Walk) -> list[Offered]:
        """The groups that can still be accepted, greatest first."""
        if not self._groups:
            return []
        free = {note.id for note in open_notes(walk)} - self._left_out
        found = [
            Offered(key, group, tuple(note for note in group.notes if note in free))
            for key, group in self._groups
            if key not in walk.values
        ]
        return [offered for offered in found if offered.notes]
