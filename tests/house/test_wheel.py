"""The wheel brings everything along: an installed Walkshop reads the sample without a checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tests.house.source import ROOT

pytestmark = pytest.mark.slow


def run(*command: str | Path, cwd: Path) -> str:
    """What a command says; outside the checkout, so that nothing is found there by accident."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built with the tools that are installed here."""
    out = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--no-isolation", "--wheel", "--outdir", out, ROOT, cwd=out)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python with the wheel in it, which sees this environment's packages but no checkout."""
    home = tmp_path_factory.mktemp("installed")
    run(sys.executable, "-m", "venv", "--without-pip", home, cwd=home)
    python = home / "bin" / "python"
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = Path(run(python, "-c", ask, cwd=home).strip())
    # A path in a .pth file is not searched for further .pth files: an editable checkout stays out.
    (packages / "tests.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", python]
    run(*pip, "install", "--no-deps", "--no-index", "--quiet", wheel, cwd=home)
    return python


def test_the_wheel_holds_compiled_catalogues_and_the_checkout_none(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for code in ("nl", "en"):
        assert f"walkshop/_data/resources/i18n/{code}/LC_MESSAGES/walkshop.mo" in names
    assert not list((ROOT / "resources").rglob("*.mo"))


def test_the_wheel_holds_every_resource_and_map(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    files = [path for top in ("resources", "maps") for path in (ROOT / top).rglob("*")]
    wanted = [path.relative_to(ROOT).as_posix() for path in files if path.is_file()]
    assert not [name for name in wanted if f"walkshop/_data/{name}" not in names]


def test_an_installed_walkshop_uses_its_own_code_and_data(installed: Path, tmp_path: Path) -> None:
    ask = "import walkshop.files as f; print(f.__file__, f.resource('i18n'), f.sample_map())"
    places = run(installed, "-c", ask, cwd=tmp_path).split()
    assert all(Path(place).is_relative_to(installed.parents[1]) for place in places), places


def test_an_installed_walkshop_speaks_dutch(installed: Path, tmp_path: Path) -> None:
    ask = "from walkshop.i18n import language; print(language('nl')._catalogue.info()['language'])"
    assert run(installed, "-c", ask, cwd=tmp_path).strip() == "nl"


def test_an_installed_walkshop_counts_the_notes_of_the_sample(
    installed: Path, tmp_path: Path
) -> None:
    ask = "from walkshop.files import sample_map; print(sample_map('crooswijk.gpkg'))"
    sample = run(installed, "-c", ask, cwd=tmp_path).strip()
    said = run(installed.parent / "walkshop", "info", sample, "--json", cwd=tmp_path)
    assert json.loads(said)["notes"] == 28
