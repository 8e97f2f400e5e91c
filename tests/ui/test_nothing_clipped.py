"""No word is cut off in any stage: both languages, larger text, and a screen at 200 %."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.house.source import ROOT

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize(
    ("percent", "size", "factor"),
    [
        (100, "1280x720", "1"),
        (150, "1280x720", "1"),
        (100, "1280x720", "1.25"),
        (100, "960x540", "2"),
        (100, "1024x768", "1"),
    ],
)
def test_words_fit_or_stand_in_a_tooltip(code: str, percent: int, size: str, factor: str) -> None:
    assert look(code, percent, size, factor) == []


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize(("size", "factor"), [("512x384", "2"), ("640x480", "1")])
def test_every_stage_fits_the_smallest_screens(code: str, size: str, factor: str) -> None:
    assert look(code, 100, size, factor) == []


def look(code: str, percent: int, size: str, factor: str) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-m", "tests.ui.clipping", code, str(percent), size],
        cwd=ROOT,
        env=os.environ | {"QT_SCALE_FACTOR": factor},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return [line for line in run.stdout.splitlines() if line]
