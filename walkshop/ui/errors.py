"""One place for what goes wrong: a sentence for people, a report for whoever repairs it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Language, Text, msg

REPORT_BYTES = 500_000
REPORTS_KEPT = 3

OUR_MISTAKE = msg("This did not work, and that is our mistake. What was saved is still safe.")


def sentence(error: WalkshopError, language: Language) -> str:
    """What happened and what to do, in words."""
    parts = [language.say(error.message)]
    if error.hint:
        parts.append(language.say(error.hint))
    return " ".join(parts)


def report_file(folder: Path) -> Path:
    """The file in `folder` to which bugs are written."""
    return folder / "walkshop.log"


def watch_for_bugs(folder: Path, show: Callable[[Text], None]) -> None:
    """From now on a bug is written to a rotating file in `folder` and shown as one sentence.

    Without a folder that can be written to, the report goes to stderr.
    """
    log = logging.getLogger("walkshop")
    log.addHandler(_handler(folder))

    def caught(kind: type[BaseException], bug: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, bug, trace)
            return
        log.error("a bug", exc_info=(kind, bug, trace))
        show(OUR_MISTAKE)

    sys.excepthook = caught


def _handler(folder: Path) -> logging.Handler:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            report_file(folder), maxBytes=REPORT_BYTES, backupCount=REPORTS_KEPT, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler
