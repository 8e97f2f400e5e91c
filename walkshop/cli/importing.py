"""`walkshop import`: notes from a table into a walk, as one step that undo takes back."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.cli.common import clock, editing, new_id, print_json, spoken
from walkshop.domain.edits.bringing import AllIn, Offer, bring_all_in
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import RouteId, Stamp, Walk
from walkshop.i18n import Text, msg, msgn

if TYPE_CHECKING:
    from walkshop.services.intake.proposal import Proposal, Reported

HELP = msg("read notes into a walk")

ANSWERS = "answers"
"""The kind of a list of answers, which changes what is there and brings no notes."""


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("sources", type=Path, nargs="+", metavar="SOURCE")
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD")
    parser.add_argument("--as", dest="kind", default="", metavar="KIND")
    parser.add_argument("--route", action="store_true")
    parser.add_argument("--stops", action="store_true")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Bring the sources in one after the other; all of them or none."""
    if args.kind == ANSWERS:
        raise WalkshopError(
            msg("Lists of answers cannot be read yet."), msg("Type the answers in the walk.")
        )
    columns = _columns(args.map)
    stamp = clock()
    if args.dry_run:
        from walkshop.services.gpkg import read_walk

        walk = read_walk(args.file)
        proposals = _proposals(walk, args, columns)
        came = _bring_in(walk, _offers(proposals, args), stamp)
    else:
        with editing(args.file) as store:
            proposals = _proposals(store.walk, args, columns)
            offers = _offers(proposals, args)
            came = _bring_in(store.walk, offers, stamp)
            names = ", ".join(map(_kept_as, args.sources, proposals))
            store.apply(
                msg("Read in: {file}", file=names),
                lambda walk: _bring_in(walk, offers, stamp)[-1].walk,
                blobs=_blobs(proposals, came),
            )
    _print(proposals, came, args.json)
    return 0


def _proposals(walk: Walk, args: argparse.Namespace, columns: Mapping[str, str]) -> list[Proposal]:
    from walkshop.services.intake import propose

    return [propose(source, walk, columns, new_id, args.kind) for source in args.sources]


def _kept_as(source: Path, proposal: Proposal) -> str:
    """What history calls a file; the name of a chat may be that of a person."""
    return spoken().say(proposal.kept_as) if proposal.kept_as else source.name


def _offers(proposals: list[Proposal], args: argparse.Namespace) -> list[Offer]:
    """What is asked for of each file; the longest track of the last file that has one leads."""
    from walkshop.services.intake import Wish, offer_of

    wish = Wish(stops=args.stops, route=RouteId(new_id()) if args.route else None)
    return [offer_of(proposal, wish) for proposal in proposals]


def _bring_in(walk: Walk, offers: list[Offer], stamp: Stamp) -> list[AllIn]:
    came = []
    for offer in offers:
        came.append(bring_all_in(walk, offer, stamp))
        walk = came[-1].walk
    return came


def _blobs(proposals: list[Proposal], came: list[AllIn]) -> dict[str, bytes]:
    """The bytes of the pictures that are new, by checksum."""
    from walkshop.services.intake import blobs_of

    blobs: dict[str, bytes] = {}
    for proposal, done in zip(proposals, came, strict=True):
        blobs |= blobs_of(proposal, done)
    return blobs


def _print(proposals: list[Proposal], came: list[AllIn], as_json: bool) -> None:
    from walkshop.services.intake import report_all

    report = report_all(list(zip(proposals, came, strict=True)), spoken())
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
        *_if_any(report, say),
        *(f"  {guess['what']}: {guess['as']}" for guess in report["guessed"]),
        *(
            say(msg("  row {n} left out: {why}", n=row["row"], why=row["why"]))
            for row in report["left_out"]
        ),
    ]


def _if_any(report: Reported, say: Callable[[Text], str]) -> list[str]:
    """Lines about what few files have."""
    found = []
    if report["photos"]:
        found.append(say(msgn("{n} photo read in", "{n} photos read in", report["photos"])))
    if report["tracks"]:
        found.append(say(msgn("{n} track in the file", "{n} tracks in the file", report["tracks"])))
    return found
