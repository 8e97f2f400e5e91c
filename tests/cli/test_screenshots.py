"""`walkshop screenshots`: a picture of each stage at both sizes, and nobody's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.house.source import ROOT
from walkshop.cli.main import main
from walkshop.cli.screenshots import SIZES, STAGES


@pytest.mark.slow
@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_stage_is_painted_at_both_sizes(tmp_path: Path, code: str) -> None:
    home = tmp_path / "home"
    home.mkdir()
    command = [sys.executable, "-m", "walkshop", "screenshots", str(tmp_path / "out")]
    kept = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "STATE", "CACHE", "DATA")}
    run = subprocess.run(
        [*command, "--lang", code],
        cwd=ROOT,
        env=os.environ | kept,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    painted = {file.name: QImage(str(file)) for file in (tmp_path / "out").iterdir()}
    wanted = {
        f"{stage}-{code}-{wide}.png": (wide, high) for stage in STAGES for wide, high in SIZES
    }
    sizes = {name: (image.width(), image.height()) for name, image in painted.items()}
    assert sizes == wanted
    assert len({bytes(image.constBits()) for image in painted.values()}) == len(wanted)
    assert not list(home.rglob("*.json"))


def test_a_folder_that_cannot_be_made_is_said_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["screenshots", str(tmp_path / "file" / "out")]) == 2
    assert capsys.readouterr().err.startswith("walkshop: ")
