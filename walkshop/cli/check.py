"""`walkshop check`: whether a walk file is whole, valid and ours."""

from __future__ import annotations

import argparse
from pathlib import Path

from walkshop.cli.common import print_json, say, spoken
from walkshop.i18n import msg

HELP = msg("is the file whole, valid and ours")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print what is wrong; 1 when anything is."""
    from walkshop.services.gpkg import check

    found = check(args.file)
    if args.json:
        problems = [spoken().say(problem) for problem in found.problems]
        print_json({"ok": found.ok, "problems": problems, "version": found.version})
    elif found.ok:
        say(msg("The file is whole and valid."))
    else:
        for problem in found.problems:
            say(problem)
    return 0 if found.ok else 1
