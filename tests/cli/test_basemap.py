"""`walkshop basemap`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.services.basemap.mapfiles import HOUSE, STREET, frame, write
from walkshop.cli.main import main
from walkshop.services.gpkg import read_walk
from walkshop.services.sample import copy_sample


@pytest.fixture
def walk_file(tmp_path: Path) -> Path:
    copy_sample(tmp_path / "walk.gpkg")
    return tmp_path / "walk.gpkg"


@pytest.fixture
def town(tmp_path: Path) -> Path:
    write(tmp_path / "town.gpkg", frame([HOUSE], building=["yes"]), "buildings")
    return write(tmp_path / "town.gpkg", frame([STREET], name=["Dorpsstraat"]), "roads")


def test_a_map_is_laid_and_the_walk_stays_valid(
    walk_file: Path, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["basemap", str(walk_file), str(town), "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["file"], printed["layers"]) == ("walk.map.gpkg", ["building", "street"])
    assert main(["info", str(walk_file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["basemap"] == ["building", "street"]
    assert main(["check", str(walk_file)]) == 0
    link = read_walk(walk_file).area.basemap
    assert link is not None
    assert link.source == "Bron: town.gpkg"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Name a map file"),
        (["--online", "nobody"], "There is no web map"),
        (["--online", "osm"], "may not be taken along"),
        (["nothing.gpkg"], "There is no file"),
    ],
)
def test_what_cannot_be_laid_is_one_sentence_and_changes_nothing(
    walk_file: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = read_walk(walk_file)
    assert main(["basemap", str(walk_file), *words]) == 2
    assert said in capsys.readouterr().err
    assert read_walk(walk_file) == before
    assert [path.name for path in walk_file.parent.glob("*.map.gpkg")] == []
