"""`walkshop basemap`: put a map under a walk, or take one along from the web for its area."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.cli.common import editing, print_json, say, spoken
from walkshop.domain.edits.setting import lay_map
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import msg

if TYPE_CHECKING:
    from walkshop.services.basemap.laying import Laid

HELP = msg("put a map under a walk")
FIRST_SOURCE = "brt"
_STEPS_SAID = 200
"""On a terminal the count of pictures is said after so many."""


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("source", type=Path, nargs="?", metavar="SOURCE")
    parser.add_argument("--online", nargs="?", const=FIRST_SOURCE, metavar="ID")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Lay the map; the walk names it once its file is whole."""
    if (args.source is None) == (args.online is None):
        raise WalkshopError(
            msg("Name a map file, or give --online."), msg("walkshop basemap --help shows how.")
        )
    with editing(args.file) as store:
        laid = _laid(store.walk, args)
        stamp = store.stamp()
        store.apply(msg("Map laid under the walk"), lambda walk: lay_map(walk, laid.link, stamp))
    for remark in laid.remarks:
        print(spoken().say(remark), file=sys.stderr)
    if args.json:
        remarks = [spoken().say(remark) for remark in laid.remarks]
        print_json(
            {
                "file": laid.link.name,
                "source": laid.link.source,
                "layers": laid.layers,
                "remarks": remarks,
            }
        )
    else:
        say(msg("{file} lies under the walk now.", file=laid.link.name))
    return 0


def _laid(walk: Walk, args: argparse.Namespace) -> Laid:
    from walkshop.services.basemap.laying import lay_map_file

    if args.source is not None:
        return lay_map_file(walk, args.file, args.source, _said_on_terminal())
    return _taken_along(walk, args)


def _taken_along(walk: Walk, args: argparse.Namespace) -> Laid:
    from walkshop.services.basemap.along import lay_along
    from walkshop.services.basemap.websources import source_of, web_sources

    source = source_of(args.online)
    if source is None:
        raise WalkshopError(
            msg("There is no web map “{name}”.", name=args.online),
            msg("Choose one of: {names}.", names=", ".join(one.id for one in web_sources())),
        )
    return lay_along(walk, args.file, source, _said_on_terminal())


def _said_on_terminal() -> Callable[[int, int], None]:
    """Says how far the work is where a person looks on."""
    watched = sys.stderr.isatty()

    def report(step: int, total: int) -> None:
        if watched and total and (step % _STEPS_SAID == 0 or step == total):
            print(f"{step} / {total}", file=sys.stderr)

    return report
