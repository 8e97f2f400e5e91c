"""What goes wrong is one sentence for people and a report for whoever repairs it."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, language, msg
from walkshop.ui.errors import OUR_MISTAKE, report_file, sentence, watch_for_bugs


@pytest.fixture
def _as_it_was() -> Iterator[None]:
    hook = sys.excepthook
    yield
    sys.excepthook = hook
    log = logging.getLogger("walkshop")
    for handler in list(log.handlers):
        log.removeHandler(handler)
        handler.close()


def test_a_sentence_says_what_happened_and_what_to_do() -> None:
    error = WalkshopError(msg("The disk is full."), msg("Make room."), "errno 28")
    assert sentence(error, language("en")) == "The disk is full. Make room."


@pytest.mark.usefixtures("_as_it_was")
def test_a_bug_is_written_down_and_said_in_one_sentence(tmp_path: Path) -> None:
    said: list[Text] = []
    watch_for_bugs(tmp_path / "logs", said.append)
    bug = ZeroDivisionError("a bug")
    sys.excepthook(type(bug), bug, None)
    assert said == [OUR_MISTAKE]
    assert "ZeroDivisionError" in report_file(tmp_path / "logs").read_text(encoding="utf-8")


@pytest.mark.usefixtures("_as_it_was")
def test_without_a_folder_for_reports_the_sentence_is_said_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file, not a folder")
    said: list[Text] = []
    watch_for_bugs(tmp_path / "logs", said.append)
    sys.excepthook(ValueError, ValueError("a bug"), None)
    assert said == [OUR_MISTAKE]
