"""`walkshop import`: notes from a table into a walk, as one step that undo takes back."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.cli.common import clock, editing, new_id, print_json, spoken
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stamp, Walk
from walkshop.i18n import msg, msgn

if TYPE_CHECKING:
    from walkshop.services.intake.proposal import Part, Proposal, Reported

HELP = msg("read notes into a walk")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("sources", type=Path, nargs="+", metavar="SOURCE")
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Bring the sources in one after the other; all of them or none."""
    columns = _columns(args.map)
    stamp = clock()
    if args.dry_run:
        from walkshop.services.gpkg import read_walk

        proposals = _proposals(read_walk(args.file), args.sources, columns)
        parts = _bring_in(read_walk(args.file), proposals, stamp)
    else:
        with editing(args.file) as store:
            proposals = _proposals(store.walk, args.sources, columns)
            parts = _bring_in(store.walk, proposals, stamp)
            names = ", ".join(source.name for source in args.sources)
            store.apply(
                msg("Read in: {file}", file=names),
                lambda walk: _bring_in(walk, proposals, stamp)[-1][1].walk,
            )
    _print(parts, args.json)
    return 0


def _proposals(walk: Walk, sources: list[Path], columns: Mapping[str, str]) -> list[Proposal]:
    from walkshop.services.intake import propose

    return [propose(source, walk, columns, new_id) for source in sources]


def _bring_in(walk: Walk, proposals: list[Proposal], stamp: Stamp) -> list[Part]:
    parts = []
    for proposal in proposals:
        done = bring_in(walk, proposal.rows, stamp)
        parts.append((proposal, done))
        walk = done.walk
    return parts


def _print(parts: list[Part], as_json: bool) -> None:
    from walkshop.services.intake import report_all

    report = report_all(parts, spoken())
    if as_json:
        print_json(report)
    else:
        print("\n".join(_lines(report)))


def _columns(pairs: list[str]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        column, found, field = pair.partition("=")
        if not found or not column or not field:
            raise WalkshopError(
                msg("“{words}” names no column and field.", words=pair),
                msg("Write it as column=field."),
            )
        columns[column] = field
    return columns


def _lines(report: Reported) -> list[str]:
    say = spoken().say
    return [
        say(msgn("{n} note read in", "{n} notes read in", report["notes"])),
        say(msgn("{n} note completed", "{n} notes completed", report["changed"])),
        say(msgn("{n} note there already", "{n} notes there already", report["duplicates"])),
        say(msg("{n} not placed", n=report["not_placed"])),
        *(f"  {guess['what']}: {guess['as']}" for guess in report["guessed"]),
        *(
            say(msg("  row {n} left out: {why}", n=row["row"], why=row["why"]))
            for row in report["left_out"]
        ),
    ]
