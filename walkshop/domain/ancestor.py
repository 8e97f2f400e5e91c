"""The version of a walk that two copies of it grew from, found by the history that both kept."""

from __future__ import annotations

from collections.abc import Sequence

from walkshop.domain.history import Entry
from walkshop.domain.records import Record, Walk

_Key = tuple[int, str, str]


def common_ancestor(
    ours: Walk, our_history: Sequence[Entry], theirs: Walk, their_history: Sequence[Entry]
) -> Walk | None:
    """The last version that both copies had; None where their histories do not reach it.

    Args:
        our_history: the entries that our copy kept, oldest first.
        their_history: those of the other copy.
    """
    known = {_key(entry): at for at, entry in enumerate(our_history)}
    for at in range(len(their_history) - 1, -1, -1):
        if _key(their_history[at]) in known:
            return _rewound(theirs, their_history[at + 1 :])
    if not (_from_the_start(our_history) and _from_the_start(their_history)):
        return None
    start = _rewound(theirs, their_history)
    return start if start == _rewound(ours, our_history) else None


def _key(entry: Entry) -> _Key:
    return entry.n, entry.stamp.now.isoformat(), entry.stamp.station


def _from_the_start(history: Sequence[Entry]) -> bool:
    """Whether nothing came before the first entry that is known, and that one can be read."""
    return not history or (history[0].n == 1 and bool(history[0].changes))


def _rewound(walk: Walk, entries: Sequence[Entry]) -> Walk:
    """The walk before these entries, which are its last ones."""
    before: dict[tuple[str, str], Record | None] = {}
    gone: dict[tuple[str, str], Record] = {}
    for entry in reversed(entries):
        for change in reversed(entry.changes):
            key = (change.table, change.record.id)
            before[key] = change.before
            gone[key] = change.record
    born_since = [gone[key] for key, was in before.items() if was is None]
    earlier = [was for was in before.values() if was is not None]
    return walk.lacking(*born_since).having(*earlier)
