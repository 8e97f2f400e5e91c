"""Which values stand, and which notes stand under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from walkshop.domain.queries.notes import leading, standing_notes
from walkshop.domain.records import Note, Round, Value, ValueId, Walk


def standing_values(walk: Walk) -> list[Value]:
    """The values that lead, in the order of the board."""
    return sorted(
        (value for value in walk.values.values() if not value.merged_into),
        key=lambda value: (value.order, value.name),
    )


def leading_value(walk: Walk, value: ValueId | None) -> Value | None:
    """The value that speaks for `value`: itself, or the one it was merged into."""
    found = walk.values.get(value) if value else None
    seen: set[ValueId] = set()
    while found and found.merged_into and found.id not in seen:
        seen.add(found.id)
        found = walk.values.get(found.merged_into)
    return found


def value_of(walk: Walk, note: Note) -> Value | None:
    """The value under which a note stands; a merged note stands where its leader does."""
    return leading_value(walk, leading(walk, note).value)


def notes_by_value(walk: Walk) -> Mapping[ValueId | None, list[Note]]:
    """The standing notes under each standing value, by number; None holds those under none."""
    found: dict[ValueId | None, list[Note]] = defaultdict(list)
    for note in standing_notes(walk):
        value = leading_value(walk, note.value)
        found[value.id if value else None].append(note)
    return found


def merged_values(walk: Walk, value: ValueId) -> list[Value]:
    """The values that were merged into `value` itself, in the order of the board."""
    return sorted(
        (other for other in walk.values.values() if other.merged_into == value),
        key=lambda other: (other.order, other.name),
    )


def rounds_of(walk: Walk, value: ValueId) -> list[Round]:
    """The rounds of talks about a value, by date."""
    return sorted(
        (asked for asked in walk.rounds.values() if asked.value == value),
        key=lambda asked: (asked.on is None, str(asked.on), asked.group),
    )
