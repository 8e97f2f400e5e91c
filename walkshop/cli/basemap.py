"""`walkshop basemap`: put a map under a walk, or take one along from the web for its area."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
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
    """Fetch the pictures into a file of their own first, so that half a map is never laid."""
    from walkshop.services.basemap.laying import area_of_map, lay_map_file
    from walkshop.services.basemap.takealong import take_along
    from walkshop.services.basemap.websources import source_of, web_sources

    source = source_of(args.online)
    area = area_of_map(walk)
    if source is None:
        raise WalkshopError(
            msg("There is no web map “{name}”.", name=args.online),
            msg("Choose one of: {names}.", names=", ".join(one.id for one in web_sources())),
        )
    if area is None:
        raise WalkshopError(
            msg("This walk has no place yet."), msg("Give it an area, a stop or a note first.")
        )
    with TemporaryDirectory() as folder:
        fetched = Path(folder) / "fetched.map.gpkg"
        take_along(source, area, fetched, _said_on_terminal())
        return lay_map_file(walk, args.file, fetched, lambda _step, _total: None)


def _said_on_terminal() -> Callable[[int, int], None]:
    """Says how far the work is where a person looks on."""
    watched = sys.stderr.isatty()

    def report(step: int, total: int) -> None:
        if watched and total and (step % _STEPS_SAID == 0 or step == total):
            print(f"{step} / {total}", file=sys.stderr)

    return report
