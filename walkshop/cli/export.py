"""`walkshop export`: documents, pages, tables and maps of a walk; the ending decides which."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.cli.common import say, today
from walkshop.cli.window import paint_without_display
from walkshop.domain.records import Profile
from walkshop.i18n import LANGUAGES, language, msg, msgn

if TYPE_CHECKING:
    from walkshop.services.output.request import Made

HELP = msg("write a document, page, table or map; the ending of OUT decides which")

PAPERS = ("a4", "a3", "a2", "a1", "a0")
LOOKS = ("colour", "pale", "black_white")


@dataclass(frozen=True, slots=True)
class Wish:
    """How a document is wanted.

    Args:
        what: which document, "" for the usual one of its ending.
        language: "nl", "en", or "" for that of the walk.
        look: of a printed map: "colour", "pale" or "black_white".
        dots_per_inch: of a picture of the sheet.
    """

    what: str = ""
    language: str = ""
    profile: Profile = Profile.PUBLIC
    paper: str = "a4"
    look: str = "colour"
    dots_per_inch: int = 150


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("outs", type=Path, nargs="+", metavar="OUT")
    profile = parser.add_mutually_exclusive_group()
    profile.add_argument("--public", dest="profile", action="store_const", const=Profile.PUBLIC)
    profile.add_argument("--team", dest="profile", action="store_const", const=Profile.TEAM)
    parser.add_argument("--lang", choices=LANGUAGES, default="")
    parser.add_argument("--paper", choices=PAPERS, default="a4")
    parser.add_argument("--what", default="")
    parser.add_argument("--look", choices=LOOKS, default="colour")
    parser.add_argument("--dpi", type=int, default=150, metavar="N")
    parser.set_defaults(profile=Profile.PUBLIC)


def run(args: argparse.Namespace) -> int:
    """Make each document; what was there is replaced whole, or not at all."""
    paint_without_display()
    for out in args.outs:
        wish = Wish(args.what, args.lang, args.profile, args.paper, args.look, args.dpi)
        made = export_one(args.file, out, wish)
        print(made.path)
        for missing in made.missing:
            say(missing)
        if made.replaced_characters:
            n = made.replaced_characters
            say(msgn("{n} sign printed by its name", "{n} signs printed by their names", n))
    return 0


def export_one(file: Path, out: Path, wish: Wish) -> Made:
    """One document of the walk in `file`, written to `out`.

    Raises:
        WalkshopError: the walk cannot be read, or the document cannot be written.
    """
    from walkshop.services.basemap.data import said
    from walkshop.services.gpkg import read_walk
    from walkshop.services.output import export
    from walkshop.services.output.request import ExportRequest
    from walkshop.ui.map.printing import Painters

    walk = read_walk(file)
    painters = Painters(walk, file)
    spoken_in = language(wish.language or walk.about.language)
    return export(
        ExportRequest(
            walk=walk,
            out=out,
            language=spoken_in,
            today=today(),
            profile=wish.profile,
            paper=wish.paper,
            what=wish.what,
            map_source=said(painters.data.attribution, spoken_in.code) if painters.data else "",
            map_notice=said(painters.data.notice, spoken_in.code) if painters.data else "",
            walk_file=file,
            paint_svg=painters.svg,
            paint_png=painters.png,
            names_on=painters.names,
            map_missing=painters.missing,
            look=wish.look,
            dots_per_inch=wish.dots_per_inch,
        )
    )
