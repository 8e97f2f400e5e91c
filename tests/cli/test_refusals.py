"""What the commands say to bad input: one sentence, exit 2, and nothing written."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from walkshop.cli.main import main


@pytest.fixture
def walk_file(tmp_path: Path) -> Path:
    file = tmp_path / "walk.gpkg"
    assert main(["new", str(file), "--title", "A walk"]) == 0
    return file


def refused(capsys: pytest.CaptureFixture[str], *args: object) -> str:
    """Run a command that must be refused; the one line it says."""
    capsys.readouterr()
    assert main([str(arg) for arg in args]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err
    return said.err


@pytest.mark.parametrize("command", ["info", "check", "group"])
def test_a_missing_file_is_said(command, tmp_path, capsys):
    assert "no file" in refused(capsys, command, tmp_path / "gone.gpkg")


def test_a_foreign_file_is_said_and_left_alone(tmp_path, capsys):
    foreign = tmp_path / "other.gpkg"
    with sqlite3.connect(foreign) as other:
        other.execute("CREATE TABLE things (a)")
    other.close()
    before = foreign.read_bytes()
    assert "not from Walkshop" in refused(capsys, "info", foreign)
    assert foreign.read_bytes() == before


def test_new_never_replaces_a_file(walk_file, capsys):
    before = walk_file.read_bytes()
    refused(capsys, "new", walk_file, "--title", "Another")
    assert walk_file.read_bytes() == before


def test_a_walk_needs_a_title(tmp_path, capsys):
    refused(capsys, "new", tmp_path / "walk2.gpkg", "--title", " ")
    assert not (tmp_path / "walk2.gpkg").exists()


def test_a_table_without_a_usable_column_names_what_was_seen(walk_file, tmp_path, capsys):
    table = tmp_path / "table.csv"
    table.write_text("foo,bar\n1,2\n", "utf-8")
    before = walk_file.read_bytes()
    said = refused(capsys, "import", walk_file, table)
    assert "foo" in said
    assert "text" in said
    assert walk_file.read_bytes() == before


def test_of_two_sources_both_come_in_or_none(walk_file, tmp_path, capsys):
    table = tmp_path / "table.csv"
    table.write_text("text\nA bench\n", "utf-8")
    before = walk_file.read_bytes()
    refused(capsys, "import", walk_file, table, tmp_path / "gone.csv")
    assert walk_file.read_bytes() == before


def test_an_unknown_ending_names_the_known_ones(walk_file, tmp_path, capsys):
    said = refused(capsys, "export", walk_file, tmp_path / "walk.xyz")
    assert ".pdf" in said
    assert not (tmp_path / "walk.xyz").exists()


def test_an_export_into_a_missing_folder_is_said(walk_file, tmp_path, capsys):
    refused(capsys, "export", walk_file, tmp_path / "no" / "folder" / "notes.csv")


def test_a_number_that_is_not_there_is_said(walk_file, capsys):
    assert "27" in refused(capsys, "trace", walk_file, 27)


def test_an_unknown_theme_set_names_the_known_ones(tmp_path, capsys):
    said = refused(capsys, "new", tmp_path / "w.gpkg", "--title", "W", "--themes", "moon-3")
    assert "walkshop-17" in said
    assert not (tmp_path / "w.gpkg").exists()


def test_an_unknown_command_is_said(capsys):
    assert "--help" in refused(capsys, "fly", "away")


def test_an_export_never_takes_the_place_of_a_walk(walk_file, tmp_path, capsys):
    other = tmp_path / "other.gpkg"
    main(["new", str(other), "--title", "Another"])
    for target in (walk_file, other):
        before = target.read_bytes()
        assert "a walk" in refused(capsys, "export", walk_file, target)
        assert target.read_bytes() == before


def test_an_export_replaces_an_earlier_export(walk_file, tmp_path):
    copy = tmp_path / "copy.gpkg"
    for _ in range(2):
        assert main(["export", str(walk_file), str(copy)]) == 0


def test_a_walk_file_has_its_ending(tmp_path, capsys):
    assert ".gpkg" in refused(capsys, "new", tmp_path / "walk", "--title", "W")
    assert not (tmp_path / "walk").exists()


@pytest.mark.parametrize("words", [["trace", "w.gpkg", "x"], ["info"], ["group", "w", "--values"]])
def test_words_that_are_not_understood_are_said_in_one_sentence(words, capsys):
    assert f"walkshop {words[0]} --help" in refused(capsys, *words)
