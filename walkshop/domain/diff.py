"""What differs between two versions of a walk, record by record, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from walkshop.domain.records import TABLES, Record, Walk, table_of

STAMPS = frozenset({"changed", "minute", "station"})
"""Fields that say when and where a record was touched; they never stand in the way of undo."""


@dataclass(frozen=True, slots=True)
class RecordDiff:
    """One record before and after: None before is an addition, None after a removal."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The record in its latest known form."""
        found = self.after if self.after is not None else self.before
        if found is None:
            raise ValueError("a difference needs a record before or after")
        return found

    @property
    def table(self) -> str:
        """The table in which the record hangs."""
        return table_of(self.record)

    @property
    def reversed(self) -> RecordDiff:
        """The same difference, the other way round."""
        return RecordDiff(self.after, self.before)


Diff = tuple[RecordDiff, ...]


def diff(before: Walk, after: Walk) -> Diff:
    """The records added, removed or changed; unchanged tables are skipped by identity."""
    found: list[RecordDiff] = []
    for name in TABLES.values():
        if getattr(before, name) is getattr(after, name):
            continue
        old, new = before.table(name), after.table(name)
        found += [RecordDiff(record, None) for key, record in old.items() if key not in new]
        for key, record in new.items():
            earlier = old.get(key)
            if earlier is not record and earlier != record:
                found.append(RecordDiff(earlier, record))
    return tuple(found)


def reverse(changes: Diff) -> Diff:
    """The way back, in the opposite order."""
    return tuple(change.reversed for change in reversed(changes))


def undone(walk: Walk, changes: Diff) -> tuple[Walk, Diff]:
    """The walk with `changes` taken back, and those of them that could not be.

    What somebody changed since stays as it is: field by field for a changed record, as a whole
    for an added or removed one. On a walk that nobody touched since, this is the earlier walk.
    """
    kept: list[RecordDiff] = []
    for change in reversed(changes):
        table = walk.table(change.table)
        current = table.get(change.record.id)
        if change.before is None:
            if current is not None and _same(current, change.after):
                walk = walk.lacking(current)
            elif current is not None:
                kept.append(change)
        elif change.after is None:
            if current is None:
                walk = walk.having(change.before)
            elif not _same(current, change.before):
                kept.append(change)
        elif current is None:
            kept.append(change)
        else:
            record, whole = _put_back(current, change.before, change.after)
            walk = walk.having(record) if record is not current else walk
            if not whole:
                kept.append(change)
    return walk, tuple(kept)


def _put_back(current: Record, before: Record, after: Record) -> tuple[Record, bool]:
    """`current` with the fields of this change as they were; whether that was all of them."""
    if current == after:
        return before, True
    back: dict[str, object] = {}
    whole = True
    for field in fields(before):
        old, new = getattr(before, field.name), getattr(after, field.name)
        now = getattr(current, field.name)
        if old in (new, now):
            continue
        if now == new:
            back[field.name] = old
        elif field.name not in STAMPS:
            whole = False
    return (replace(current, **back) if back else current), whole  # type: ignore[arg-type]


def _same(one: Record, other: Record | None) -> bool:
    """Whether two forms of a record differ in their stamps at most."""
    if other is None or type(one) is not type(other):
        return False
    return all(
        getattr(one, field.name) == getattr(other, field.name)
        for field in fields(one)
        if field.name not in STAMPS
    )


__all__ = ["Diff", "RecordDiff", "diff", "reverse", "undone"]
