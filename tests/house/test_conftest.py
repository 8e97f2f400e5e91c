"""The safety net of the tests catches: skips, windows, threads and Qt's complaints."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

WINDOW = """
def test_it(qtbot):
    from PySide6.QtWidgets import QWidget
    global window
    window = QWidget()
    window.show()
"""
THREAD = """
def test_it(qapp):
    import threading
    threading.Thread(target=threading.Event().wait, args=(9,), daemon=True).start()
"""
ANIMATION = """
def test_it(qapp):
    from PySide6.QtCore import QVariantAnimation
    global turning
    turning = QVariantAnimation(duration=60000, startValue=0, endValue=1)
    turning.start()
"""
COMPLAINT = """
def test_it(qapp):
    from PySide6.QtCore import qWarning
    qWarning("a signal has no such slot")
"""
SKIP = "import pytest\ndef test_it():\n    pytest.skip('no strict tool')\n"
SKIPPED_FILE = "import pytest\npytest.skip('no strict tool', allow_module_level=True)\n"


def outcome(code: str, folder: Path, **environment: str) -> tuple[int, str]:
    """How a run ends whose only test is `code`, under this project's settings."""
    (folder / "tests").mkdir()
    shutil.copy(ROOT / "tests" / "conftest.py", folder / "tests")
    shutil.copy(ROOT / "pyproject.toml", folder)
    (folder / "tests" / "test_one.py").write_text(code, encoding="utf-8")
    kept = {name: value for name, value in os.environ.items() if name != "WALKSHOP_NO_SKIP"}
    run = subprocess.run(
        [sys.executable, "-m", "pytest"],
        cwd=folder,
        env=kept | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return run.returncode, run.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("code", "said"),
    [
        (WINDOW, "left over"),
        (THREAD, "left over"),
        (ANIMATION, "left over"),
        (COMPLAINT, "no such slot"),
        ("def test_it():\n    import warnings\n    warnings.warn('odd')\n", "odd"),
    ],
    ids=["window", "thread", "animation", "complaint of Qt", "warning"],
)
def test_nothing_odd_passes(code: str, said: str, tmp_path: Path) -> None:
    ended, words = outcome(code, tmp_path)
    assert ended == 1
    assert said in words


@pytest.mark.slow
@pytest.mark.parametrize("code", [SKIP, SKIPPED_FILE], ids=["test", "file"])
def test_a_skip_is_a_failure_with_its_reason_when_nothing_may_be_skipped(
    code: str, tmp_path: Path
) -> None:
    ended, words = outcome(code, tmp_path, WALKSHOP_NO_SKIP="1")
    assert ended in (1, 2)
    assert "no strict tool" in words


@pytest.mark.slow
def test_a_skip_is_a_skip_at_a_desk(tmp_path: Path) -> None:
    assert outcome(SKIP, tmp_path)[0] == 0


def test_the_home_of_the_person_at_this_machine_is_out_of_reach(tmp_path: Path) -> None:
    import platformdirs

    places = platformdirs.PlatformDirs("walkshop")
    mine = tmp_path.parent
    for place in (places.user_config_path, places.user_cache_path, places.user_data_path):
        assert place.is_relative_to(mine), place
