"""`walkshop demo`: a copy of the sample walk with its documents, then the window."""

from __future__ import annotations

import argparse
from pathlib import Path

from walkshop.cli.common import say, spoken
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.sample import SAMPLE, copy_sample

HELP = msg("copy the sample walk, write its documents and open it")

DOCUMENTS = (
    ("{name}-kaart.html", "{name}-map.html", ""),
    ("{name}-kaart.png", "{name}-map.png", ""),
    ("{name}-actieagenda.pdf", "{name}-agenda.pdf", "agenda"),
)
"""What the demo writes: its name in Dutch and English, and what it shows."""


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("dir", type=Path, nargs="?", default=None, metavar="DIR")
    parser.add_argument("--copy-to", type=Path, default=None, metavar="FILE")
    parser.add_argument("--no-window", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Copy the sample, write its documents, print where they are, and open the window."""
    from walkshop.cli.export import Wish, export_one
    from walkshop.cli.window import can_be_seen, paint_without_display
    from walkshop.cli.window import run as open_window

    folder = args.dir or (args.copy_to.parent if args.copy_to else Path("walkshop-demo"))
    walk_file = args.copy_to or folder / SAMPLE
    for made in (folder, walk_file.parent):
        _make_folder(made)
    if not walk_file.exists():  # somebody may have worked in an earlier copy
        copy_sample(walk_file)
    print(walk_file)
    seen = can_be_seen() and not args.no_window
    if not seen:
        paint_without_display()
    language = spoken()
    for dutch, english, what in DOCUMENTS:
        name = (dutch if language.code == "nl" else english).format(name=walk_file.stem)
        print(export_one(walk_file, folder / name, Wish(what, language.code)).path)
    if not seen:
        say(msg("No window is opened here; the files are ready."))
        return 0
    return open_window(walk_file)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise WalkshopError(
            msg("The sample cannot be put in {folder}.", folder=str(folder)),
            msg("Choose a folder in which you may write."),
            str(reason),
        ) from reason
