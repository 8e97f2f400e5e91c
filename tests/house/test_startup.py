"""What starts without what: a command without Qt, the window without the heavy packages."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.source import ROOT

HEAVY = (
    "geopandas",
    "pandas",
    "folium",
    "sklearn",
    "scipy",
    "typst",
    "pyogrio",
    "pyproj",
    "shapely",
)

# None in sys.modules makes Python say that there is no such package.
WITHOUT_QT = "import sys; sys.modules['PySide6'] = sys.modules['shiboken6'] = None; "


def python(code: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What a fresh Python says when it runs `code` in the checkout."""
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_window_stands_before_any_heavy_package_is_loaded() -> None:
    run = python("import json, sys, walkshop.app; print(json.dumps(sorted(sys.modules)))")
    assert run.returncode == 0, run.stderr
    assert not set(HEAVY) & set(json.loads(run.stdout))


def test_info_runs_where_there_is_no_qt(tmp_path: Path) -> None:
    sample = tmp_path / "walk.gpkg"
    sample.write_bytes((ROOT / "maps" / "crooswijk.gpkg").read_bytes())
    run = python(
        WITHOUT_QT + "from walkshop.cli.main import main; raise SystemExit(main())",
        *("info", str(sample), "--json"),
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["notes"] == 28


def test_python_m_walkshop_is_the_command() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "walkshop", "info", "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "info" in run.stdout


@pytest.mark.slow
def test_the_domain_and_its_tests_run_where_there_is_no_qt() -> None:
    # Without pytest-qt its settings in pyproject.toml are unknown, so none are read here.
    options = ["-q", "-c", os.devnull, "--rootdir=.", "-omarkers=slow", "-pno:cacheprovider"]
    run = python(
        WITHOUT_QT + "import pytest; raise SystemExit(pytest.main(sys.argv[1:]))",
        *(*options, "-pno:pytest-qt", "--import-mode=importlib", "-Werror", "tests/domain"),
    )
    assert run.returncode == 0, run.stdout + run.stderr
