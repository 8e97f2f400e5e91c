"""`walkshop merge`: other copies of the same walk into this one, as one step."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.cli.common import clock, editing, print_json, spoken
from walkshop.domain.edits.merging import Merged, both_changed
from walkshop.domain.records import Note, Stamp, Walk
from walkshop.i18n import msg, msgn

if TYPE_CHECKING:
    from walkshop.services.merging import OtherCopy

HELP = msg("bring other copies of the same walk in")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("others", type=Path, nargs="+", metavar="OTHER")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Merge the copies one after the other; all of them or none."""
    from walkshop.services.gpkg.copies import read_copy
    from walkshop.services.merging import other_copy, refuse_itself

    stamp = clock()
    for path in args.others:
        refuse_itself(args.file, path)
    ours = read_copy(args.file)
    others = [other_copy(ours, path, stamp) for path in args.others]
    with editing(args.file) as store:
        came = _merged(store.walk, others, stamp)
        blobs = {mark: data for other in others for mark, data in other.pictures.items()}
        names = ", ".join(other.name for other in others)
        store.apply(
            msg("Merged with {file}", file=names),
            lambda walk: _merged(walk, others, stamp)[-1].walk,
            blobs=blobs,
        )
    _print(came, blobs, args.json)
    return 0


def _merged(walk: Walk, others: list[OtherCopy], stamp: Stamp) -> list[Merged]:
    came = []
    for other in others:
        came.append(other.merged(walk, stamp))
        walk = came[-1].walk
    return came


def _print(came: list[Merged], blobs: dict[str, bytes], as_json: bool) -> None:
    if as_json:
        print_json(_report(came, len(blobs)))
    else:
        print("\n".join(_lines(came, len(blobs))))


def _report(came: list[Merged], photos: int) -> dict[str, object]:
    """Notes are counted apart from other records, of which `other` were added or changed."""
    notes = [note for one in came for note in (*one.added_notes, *one.changed_notes)]
    return {
        "added": sum(len(one.added_notes) for one in came),
        "changed": sum(len(one.changed_notes) for one in came),
        "other": sum(len(one.added) + len(one.changed) for one in came) - len(notes),
        "conflicts": [
            {
                "nr": getattr(conflict.record, "nr", None),
                "id": conflict.record.id,
                "field": conflict.field,
                "ours": str(conflict.ours),
                "theirs": str(conflict.theirs),
            }
            for one in came
            for conflict in one.conflicts
        ],
        "renumbered": [
            {"kind": type(moved.record).__name__.lower(), "theirs": moved.was, "ours": moved.nr}
            for one in came
            for moved in one.renumbered
        ],
        "photos": photos,
    }


def _lines(came: list[Merged], photos: int) -> list[str]:
    say = spoken().say
    added = sum(len(one.added_notes) for one in came)
    changed = sum(len(one.changed_notes) for one in came)
    lines = [
        say(msgn("{n} note read in", "{n} notes read in", added)),
        say(msgn("{n} note completed", "{n} notes completed", changed)),
    ]
    if photos:
        lines.append(say(msgn("{n} photo read in", "{n} photos read in", photos)))
    for one in came:
        lines += [
            say(msg("their {was} is {nr} here", was=moved.was, nr=moved.nr))
            for moved in one.renumbered
            if isinstance(moved.record, Note)
        ]
    clashes = sum(len(one.conflicts) for one in came)
    if clashes:
        lines.append(say(both_changed(clashes)))
    return lines
