"""What every test stands on: no screen, a home of its own, and nothing odd that passes unseen."""

from __future__ import annotations

import os
import threading
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import Any, TypeVar

import pytest
from hypothesis import settings

# Before anything imports Qt: a test never needs a screen. A person may name another platform.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

ROOT = Path(__file__).resolve().parents[1]
NO_SKIP = os.environ.get("WALKSHOP_NO_SKIP") == "1"

# A slow machine is no failure. Where no person looks on, the same examples are tried each time.
settings.register_profile("at_desk", deadline=None)
settings.register_profile("steady", deadline=None, derandomize=True, database=None)
settings.load_profile("steady" if NO_SKIP or os.environ.get("CI") else "at_desk")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under WALKSHOP_NO_SKIP=1 a skipped test has failed."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Under WALKSHOP_NO_SKIP=1 a file that skips itself has failed."""
    return _unskipped((yield))


Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)


def _unskipped(report: Report) -> Report:
    if NO_SKIP and report.skipped and not hasattr(report, "wasxfail"):
        where = report.longrepr
        reason = where[2] if isinstance(where, tuple) else str(where)
        report.outcome = "failed"
        report.longrepr = f"{reason}\nWALKSHOP_NO_SKIP=1: a skip is a failure."
    return report


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout, or the one that WALKSHOP_TEST_DATA names."""
    folder = Path(os.environ.get("WALKSHOP_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("no real data: neither ../shared/data nor WALKSHOP_TEST_DATA is a folder")
    return folder


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Settings, cache and data of the person at this machine are neither read nor changed."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        for name in ("CONFIG_HOME", "CACHE_HOME", "DATA_HOME", "STATE_HOME", "RUNTIME_DIR"):
            folder = home / name.lower()
            folder.mkdir(mode=0o700)
            patch.setenv(f"XDG_{name}", str(folder))
        yield


@pytest.fixture(autouse=True)
def _nothing_left_over(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test with Qt closes its windows and ends its threads and animations."""
    if not {"qapp", "qtbot"} & set(request.fixturenames):
        yield
        return
    before = set(threading.enumerate())
    yield
    left = _left_threads(before) + _left_in_qt()
    assert not left, f"left over after the test: {left}"


def _left_threads(before: set[threading.Thread]) -> list[Any]:
    """Threads that still run after two seconds of patience; Qt's own have no Thread to join."""
    started = [thread for thread in threading.enumerate() if thread not in before]
    ours = [thread for thread in started if not isinstance(thread, threading._DummyThread)]
    for thread in ours:
        thread.join(timeout=2)
    return [thread for thread in ours if thread.is_alive()]


def _left_in_qt() -> list[Any]:
    """Visible windows, running threads and animations; pytest-qt has closed what it was given."""
    import shiboken6
    from PySide6.QtCore import QAbstractAnimation, QThread, QThreadPool
    from PySide6.QtWidgets import QApplication

    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    pool_is_idle = QThreadPool.globalInstance().waitForDone(2000)
    alive = shiboken6.getAllValidWrappers()
    threads = [thing for thing in alive if isinstance(thing, QThread) and _runs(thing)]
    animations = [
        thing
        for thing in alive
        if isinstance(thing, QAbstractAnimation)
        and thing.state() == QAbstractAnimation.State.Running
    ]
    return [*windows, *threads, *animations, *([] if pool_is_idle else ["Qt's thread pool"])]


def _runs(thread: Any) -> bool:
    """Whether a thread other than this one still runs after two seconds of patience."""
    from PySide6.QtCore import QThread

    return thread is not QThread.currentThread() and not thread.wait(2000)
