"""`walkshop demo` where no window can be seen: it says so, does all the rest and ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from walkshop.cli.main import main
from walkshop.cli.window import can_be_seen
from walkshop.services.gpkg import read_walk

pytestmark = pytest.mark.slow


ENDINGS = [".html", ".pdf", ".png"]


def made(folder: Path) -> list[str]:
    return sorted(path.suffix for path in folder.iterdir() if path.suffix != ".gpkg")


def test_the_demo_writes_its_documents_and_names_them(tmp_path, capsys):
    assert main(["demo", str(tmp_path / "demo")]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert made(tmp_path / "demo") == ENDINGS
    assert [Path(line).exists() for line in printed[:4]] == [True] * 4
    assert "window" in printed[4]


def test_the_copy_goes_where_it_is_asked(tmp_path):
    target = tmp_path / "mine" / "walk.gpkg"
    assert main(["demo", "--copy-to", str(target), "--no-window"]) == 0
    assert len(read_walk(target).notes) == 28
    assert made(target.parent) == ENDINGS


def test_a_copy_that_was_worked_in_stays(tmp_path):
    main(["demo", str(tmp_path), "--no-window"])
    walk = tmp_path / "crooswijk.gpkg"
    table = tmp_path / "more.csv"
    table.write_text("text\nOne more\n", "utf-8")
    main(["import", str(walk), str(table)])
    assert main(["demo", str(tmp_path), "--no-window"]) == 0
    assert len(read_walk(walk).notes) == 29


def test_a_folder_that_cannot_be_made_is_said(tmp_path, capsys):
    (tmp_path / "file").write_text("", "utf-8")
    assert main(["demo", str(tmp_path / "file" / "demo")]) == 2
    assert len(capsys.readouterr().err.strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("name", "value"), [("CI", "true"), ("QT_QPA_PLATFORM", "offscreen"), ("DISPLAY", "")]
)
def test_no_window_is_seen_in_ci_offscreen_or_without_a_display(name, value, monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    for variable in ("CI", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    assert can_be_seen()
    monkeypatch.setenv(name, value)
    assert not can_be_seen()
