"""`walkshop new`: a walk in a file of its own."""

from __future__ import annotations

import argparse
from pathlib import Path

from walkshop.cli.common import clock, new_id, say, spoken
from walkshop.domain.beginning import new_walk
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import About, AboutId, AreaId
from walkshop.i18n import LANGUAGES, msg

HELP = msg("make a new walk")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--title", required=True)
    parser.add_argument("--area", type=Path, metavar="GEOFILE")
    parser.add_argument("--themes", default="walkshop-17", metavar="SET")
    parser.add_argument("--lang", choices=LANGUAGES, default=None)


def run(args: argparse.Namespace) -> int:
    """Make the file; an existing one is never replaced."""
    from walkshop.services.geometry.outline import read_outline
    from walkshop.services.gpkg import create
    from walkshop.services.themes import theme_set

    if args.file.suffix.lower() != ".gpkg":
        raise WalkshopError(
            msg("The name of a walk file ends in .gpkg."),
            msg("For example: {name}.", name=f"{args.file.name}.gpkg"),
        )
    themes = theme_set(args.themes)
    language = args.lang or spoken().code
    about = About(id=AboutId(new_id()), title=args.title, language=language, theme_set=themes.id)
    walk = new_walk(about, AreaId(new_id()), clock())
    if args.area:
        walk = walk.having(read_outline(args.area, walk.area))
    create(args.file, walk)
    say(msg("Made: {file}", file=str(args.file)))
    return 0
