"""Settings: kept whole or not at all, and never a reason not to start."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from walkshop.services.settings import (
    RECENT_KEPT,
    Known,
    Settings,
    SettingsFile,
    Tally,
    read_settings,
    settings_path,
)

WALKS = (Known("/a/walk.gpkg", "Een wandeling", Tally(28, 7, 7, 2)), Known("/b.gpkg", "Oost"))
CHOSEN = Settings("nl", 130, WALKS, "AAAA", True, "contrast")


def test_what_was_kept_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "settings.json"
    SettingsFile(path).keep(CHOSEN)
    assert SettingsFile(path).now == CHOSEN
    assert [item.name for item in path.parent.iterdir()] == ["settings.json"]


def test_without_a_file_nothing_is_kept_and_all_works() -> None:
    kept = SettingsFile(None)
    kept.keep(CHOSEN)
    assert kept.now == CHOSEN


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "null", '{"language": 3}'])
def test_a_file_that_makes_no_sense_is_as_no_file(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    assert read_settings(path) == Settings()


def test_what_makes_no_sense_is_left_aside_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    walks = [["/a", "A"], ["/b"], 3, ["/c", "C", ["x"]], ["/d", "D", [1, 2, 3, 4], 5]]
    raw = {
        "language": "fr",
        "text_size": 7,
        "recent": walks,
        "later": 1,
        "colours": "pink",
        "map_style": "neon",
    }
    path.write_text(json.dumps({**raw, "list_folded": True}), encoding="utf-8")
    left = (Known("/a", "A"), Known("/c", "C"))
    assert read_settings(path) == Settings(recent=left, list_folded=True)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file where a folder should be")
    kept = SettingsFile(tmp_path / "settings" / "settings.json")
    kept.keep(CHOSEN)
    assert kept.now == CHOSEN


def test_the_walk_opened_last_stands_first_and_once(tmp_path: Path) -> None:
    settings = Settings()
    for nr in range(RECENT_KEPT + 3):
        settings = settings.opened(tmp_path / f"{nr}.gpkg", f"Walk {nr}")
    settings = settings.opened(tmp_path / "9.gpkg", "Walk 9 again")
    assert len(settings.recent) == RECENT_KEPT
    assert [known.title for known in settings.recent[:2]] == ["Walk 9 again", "Walk 10"]
    assert settings.forgotten(tmp_path / "9.gpkg").recent[0].title == "Walk 10"


def test_settings_lie_in_the_persons_own_folder() -> None:
    assert settings_path().name == "settings.json"
    assert "walkshop" in settings_path().parts
