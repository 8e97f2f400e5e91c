"""Two copies of one record as one: what only one side changed is taken, field by field."""

from __future__ import annotations

from dataclasses import MISSING, Field, dataclass, fields, replace

from walkshop.domain.diff import STAMPS
from walkshop.domain.records import Faces, Note, Photo, Point, Record, Value
from walkshop.domain.records.values import Wording

KEPT_WORDS = "other {field}"
"""The name under which a note keeps what another copy says of one of its fields."""

_OURS_ALONE = frozenset({"id", "nr", "created"}) | STAMPS
"""Numbers are given once by each copy, and stay as this copy gave them."""

_GATHERED = frozenset(
    {"voices", "photos", "checked", "wordings", "rounds", "extra", "translations", "dots",
     "guesses", "copy_holders", "missing_groups", "known_issues"}
)  # fmt: skip
"""Lists in which nothing of either side may be lost."""

_CAREFUL: dict[str, object] = {
    "withdrawn": True, "masked": True, "quote_consent": False, "photo_consent": False,
    "contact_consent": False, "consent": False,
}  # fmt: skip
"""What holds when either side says it: care for a person is never taken back by merging."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both copies changed, each in its own way.

    Args:
        ours: what stays, unless somebody chooses otherwise.
        theirs: what the other copy says.
    """

    record: Record
    field: str
    ours: object
    theirs: object

    @property
    def key(self) -> tuple[str, str]:
        """What names it: the record and the field."""
        return self.record.id, self.field


Chosen = frozenset[tuple[str, str]]
"""Conflicts, by their key, in which the other copy is right."""


def join_records(
    ours: Record, theirs: Record, base: Record | None, chosen: Chosen
) -> tuple[Record, list[Conflict]]:
    """Our record with what the other copy knows, and what both changed.

    Without `base`, a side that was not touched since it was made counts as the base, and what is
    empty on one side only is filled from the other.

    Raises:
        TypeError: the two are not of one kind.
    """
    if type(ours) is not type(theirs):
        raise TypeError("one id, two kinds of record")
    withdrawn = _withdrawn(ours, theirs)
    if withdrawn is not None:
        return withdrawn, []
    base = base or _untouched(ours, theirs)
    taken: dict[str, object] = {}
    open_: list[Conflict] = []
    for field in fields(ours):
        name = field.name
        mine, other = getattr(ours, name), getattr(theirs, name)
        if name in _OURS_ALONE or mine == other:
            continue
        was = getattr(base, name) if base is not None else _zero(field)
        if name in _GATHERED:
            taken[name] = (*mine, *(one for one in other if one not in mine))
        elif name in _CAREFUL and _CAREFUL[name] in (mine, other):
            taken[name] = _CAREFUL[name]
        elif mine == was:
            taken[name] = other
        elif other != was:
            open_.append(Conflict(ours, name, mine, other))
    joined = replace(ours, **taken)  # type: ignore[arg-type]  # fields of the same record
    return _settled(joined, open_, chosen)


def _withdrawn(ours: Record, theirs: Record) -> Record | None:
    """The copy in which the words or the picture were taken back; it brings nothing back."""
    if isinstance(ours, Note) and isinstance(theirs, Note):
        if ours.withdrawn:
            return ours
        if theirs.withdrawn:
            return replace(theirs, nr=ours.nr)
    if isinstance(ours, Photo) and isinstance(theirs, Photo):
        if not ours.sha256 or not theirs.sha256:
            return theirs if ours.sha256 else ours
        if ours.sha256 != theirs.sha256:  # one of them was blurred
            return theirs if theirs.faces is Faces.BLURRED is not ours.faces else ours
    return None


def _untouched(ours: Record, theirs: Record) -> Record | None:
    """The side that is still as it was made, where the times say so."""
    if ours.created is None or ours.created != theirs.created:
        return None
    if ours.changed == ours.created:
        return ours
    return theirs if theirs.changed == theirs.created else None


def _settled(
    joined: Record, open_: list[Conflict], chosen: Chosen
) -> tuple[Record, list[Conflict]]:
    """The record with choices made, the other wording kept, and conflicts nobody saw before."""
    left = []
    for one in open_:
        wins, loses = one.ours, one.theirs
        if one.key in chosen:
            wins, loses = loses, wins
            joined = replace(joined, **{one.field: wins})  # type: ignore[arg-type]  # its own field
        kept = _keeping(joined, one.field, _words(loses))
        if kept is not None:
            left.append(one)
            joined = kept
    return joined, left


def _words(loses: object) -> str:
    """What is kept of it in words; "" for what words do not hold."""
    if isinstance(loses, Point):
        return f"{loses.at.lat:.6f}, {loses.at.lon:.6f}"
    return loses if isinstance(loses, str) else ""


def _keeping(record: Record, field: str, words: str) -> Record | None:
    """A note or a value with what another copy says beside it; None where it has that already."""
    if words and isinstance(record, Note):
        pair = (KEPT_WORDS.format(field=field), str(words))
        return None if pair in record.extra else replace(record, extra=(*record.extra, pair))
    if words and isinstance(record, Value) and field in ("name", "statement"):
        if any((one.field, one.words) == (field, words) for one in record.wordings):
            return None
        return replace(record, wordings=(*record.wordings, Wording(field, words)))
    return record


def _zero(field: Field[object]) -> object:
    """What the field says of a record of which nobody said anything."""
    return None if field.default is MISSING else field.default
