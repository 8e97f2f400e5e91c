"""Forgetting the picture that a blurred one took the place of: no way back leads to it any more."""

from __future__ import annotations

from dataclasses import replace

from walkshop.domain.diff import Diff, RecordDiff
from walkshop.domain.records import Photo, Record


def without_picture(changes: Diff, old: str, new: str) -> Diff:
    """The same changes, in which photos have the picture `new` wherever it was `old`.

    Args:
        old: checksum of the picture that is forgotten.
        new: checksum of the one that took its place.
    """
    if not any(_shows(one, old) for change in changes for one in (change.before, change.after)):
        return changes
    return tuple(_swapped(change, old, new) for change in changes)


def _swapped(change: RecordDiff, old: str, new: str) -> RecordDiff:
    before, after = change.before, change.after
    if isinstance(before, Photo) and _shows(before, old):
        before = replace(before, sha256=new)
    if isinstance(after, Photo) and _shows(after, old):
        after = replace(after, sha256=new)
    return RecordDiff(before, after)


def _shows(record: Record | None, picture: str) -> bool:
    return isinstance(record, Photo) and record.sha256 == picture
