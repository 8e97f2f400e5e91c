"""The command line: finds the command, and puts a failure into one sentence."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from walkshop import __version__
from walkshop.cli.common import spoken
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg

COMMANDS = {
    "demo": "demo",
    "new": "new",
    "info": "info",
    "import": "importing",
    "group": "group",
    "trace": "trace",
    "export": "export",
    "merge": "merging",
    "basemap": "basemap",
    "check": "check",
    "screenshots": "screenshots",
}
"""Each command and its module in this folder."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 well, 1 a finding, 2 a failure said in one sentence."""
    args = list(sys.argv[1:] if argv is None else argv)
    try:
        if not args or (args[0] not in COMMANDS and not args[0].startswith("-")):
            return _open(args)
        parsed = _parser().parse_args(args)
        return int(parsed.run(parsed))
    except WalkshopError as refusal:
        language = spoken()
        hint = f" {language.say(refusal.hint)}" if refusal.hint else ""
        print(f"walkshop: {language.say(refusal.message)}{hint}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0


def _open(args: list[str]) -> int:
    from walkshop.cli.window import run

    if len(args) > 1:
        raise WalkshopError(
            msg("There is no command “{words}”.", words=args[0]),
            msg("walkshop --help lists them."),
        )
    return run(Path(args[0]) if args else None)


class _Parser(argparse.ArgumentParser):
    """Says in one sentence what it does not understand."""

    def error(self, message: str) -> NoReturn:
        """Refuse the words of a command; `message` is argparse's own, in English."""
        raise WalkshopError(
            msg("This was not understood: {words}.", words=message),
            msg("{command} --help shows how.", command=self.prog),
        )


def _parser() -> argparse.ArgumentParser:
    say = spoken().say
    parser = _Parser(
        prog="walkshop",
        usage="walkshop [FILE] | walkshop COMMAND ...",
        description=say(
            msg("From what people saw on a neighbourhood walk to an agenda with answers.")
        ),
        epilog=say(msg("walkshop FILE opens the window with that walk.")),
    )
    parser.add_argument("--version", action="version", version=f"walkshop {__version__}")
    commands = parser.add_subparsers(prog="walkshop", required=True, metavar="COMMAND")
    for name, module_name in COMMANDS.items():
        module = importlib.import_module(f"walkshop.cli.{module_name}")
        command = commands.add_parser(name, help=say(module.HELP), description=say(module.HELP))
        module.add(command)
        command.set_defaults(run=module.run)
    return parser
