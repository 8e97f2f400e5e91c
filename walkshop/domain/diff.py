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
    now: dict[tuple[str, str], Record | None] = {}
    for change in reversed(changes):
        key = (change.table, change.record.id)
        current = now[key] if key in now else walk.table(change.table).get(change.record.id)
        now[key], whole = _taken_back(change, current)
        if not whole:
            kept.append(change)
    found = {key: walk.table(key[0]).get(key[1]) for key in now}
    gone = [was for key, was in found.items() if was is not None and now[key] is None]
    back = [new for key, new in reversed(now.items()) if new is not None and new is not found[key]]
    return walk.lacking(*gone).having(*back) if gone or back else walk, tuple(kept)


def _taken_back(change: RecordDiff, current: Record | None) -> tuple[Record | None, bool]:
    """The record without this change, and whether all of the change could be taken back."""
    before, after = change.before, change.after
    if before is None:
        untouched = current is None or _same(current, after)
        return (None, True) if untouched else (current, False)
    if after is None:
        return (before, True) if current is None else (current, _same(current, before))
    return (None, False) if current is None else _put_back(current, before, after)


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
