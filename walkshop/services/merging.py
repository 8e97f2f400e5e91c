"""Merging a walk file with another copy of it: read both, find where they parted, join them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from walkshop.domain.ancestor import common_ancestor
from walkshop.domain.edits.joining_records import Chosen
from walkshop.domain.edits.merging import Merged, merge_walks
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stamp, Walk
from walkshop.i18n import msg
from walkshop.services.gpkg import is_walk
from walkshop.services.gpkg.copies import Copy, pictures_in, read_copy


@dataclass(frozen=True, slots=True)
class OtherCopy:
    """Another copy of a walk, read and ready to be merged.

    Args:
        name: of its file, for sentences.
        base: the version that both grew from, where their histories tell.
        pictures: the bytes of the pictures that it brings, by checksum.
    """

    name: str
    theirs: Walk
    base: Walk | None = None
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    def merged(self, walk: Walk, stamp: Stamp, chosen: Chosen = frozenset()) -> Merged:
        """`walk` with this copy; see `merge_walks`."""
        return merge_walks(walk, self.theirs, self.base, stamp, chosen)


def other_copy(ours: Copy, path: Path, stamp: Stamp) -> OtherCopy:
    """The copy in the file at `path`, which may be a stranger's.

    Raises:
        WalkshopError: it cannot be read, or is of another walk.
    """
    found = read_copy(path)
    base = common_ancestor(ours.walk, ours.history, found.walk, found.history)
    merged = merge_walks(ours.walk, found.walk, base, stamp)
    return OtherCopy(path.name, found.walk, base, pictures_in(path, merged.pictures))


def is_copy(file: Path, other: Path) -> bool:
    """Whether `other` is a walk, or the open walk `file` itself, which is not opened again."""
    return other.suffix.lower() == ".gpkg" and (_is_same(file, other) or is_walk(other))


def refuse_itself(file: Path, other: Path) -> None:
    """Merging needs two files, and the one that is open must not be opened again.

    Raises:
        WalkshopError: both are one file, under whatever name.
    """
    if _is_same(file, other):
        raise WalkshopError(
            msg("“{name}” is this walk itself.", name=other.name),
            msg("Choose the copy that somebody else worked in."),
        )


def _is_same(file: Path, other: Path) -> bool:
    try:
        return file.samefile(other)
    except OSError:
        return file.resolve() == other.resolve()


__all__ = ["OtherCopy", "is_copy", "other_copy", "refuse_itself"]
