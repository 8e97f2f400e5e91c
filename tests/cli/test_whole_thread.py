"""The commands one after the other on the real notes, as a person at a desk would run them."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from walkshop.cli.main import main

pytestmark = pytest.mark.slow


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]):  # type: ignore[no-untyped-def]
    """Run a command and give its exit code and what it printed."""

    def run_command(*args: object) -> tuple[int, str, str]:
        code = main([str(arg) for arg in args])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run_command


@pytest.fixture
def walk_file(tmp_path: Path, shared_data: Path, run) -> Path:  # type: ignore[no-untyped-def]
    """A walk with both Crooswijk tables in it."""
    file = tmp_path / "crooswijk.gpkg"
    assert run("new", file, "--title", "Crooswijk")[0] == 0
    for table in ("crooswijk_notes_geo.csv", "crooswijk_notes.csv"):
        assert run("import", file, shared_data / "walk" / table)[0] == 0
    return file


def test_both_tables_give_28_notes_with_25_pins_and_3_for_the_whole_area(run, walk_file):
    code, out, _ = run("info", walk_file, "--json")
    facts = json.loads(out)
    assert code == 0
    assert (facts["notes"], facts["placed"], facts["whole"], facts["not_placed"]) == (28, 25, 3, 0)
    assert facts["kinds"] == {
        "asset": 6,
        "concern": 13,
        "opportunity": 3,
        "idea": 6,
        "unknown": 0,
    }


def test_a_second_time_the_same_table_brings_nothing(run, walk_file, shared_data):
    table = shared_data / "walk" / "crooswijk_notes.csv"
    code, out, _ = run("import", walk_file, table, "--json")
    report = json.loads(out)
    assert code == 0
    assert (report["notes"], report["duplicates"]) == (0, 28)


def test_a_dry_run_reports_and_writes_nothing(run, tmp_path, shared_data):
    file = tmp_path / "empty.gpkg"
    run("new", file, "--title", "Empty")
    before = file.read_bytes()
    table = shared_data / "walk" / "crooswijk_notes.csv"
    code, out, _ = run("import", file, table, "--dry-run", "--json")
    assert code == 0
    assert json.loads(out)["notes"] == 28
    assert file.read_bytes() == before


def test_groups_become_values_with_every_note_in_one_place(run, walk_file):
    code, out, _ = run("group", walk_file, "--apply", "--json")
    proposal = json.loads(out)
    grouped = [nr for value in proposal["values"] for nr in value["notes"]]
    assert code == 0
    assert sorted(grouped + proposal["not_placed"]) == list(range(1, 29))
    facts = json.loads(run("info", walk_file, "--json")[1])
    assert facts["values"] == len(proposal["values"])


def test_every_number_is_the_same_in_all_exports(run, walk_file, tmp_path):
    for name in ("map.html", "agenda.pdf", "notes.csv", "notes.geojson", "notes.gpkg", "map.png"):
        code, _, err = run("export", walk_file, tmp_path / name)
        assert (code, err) == (0, "")
    with (tmp_path / "notes.csv").open(encoding="utf-8-sig", newline="") as rows:
        table = {int(row["nr"]): row["text"] for row in csv.DictReader(rows)}
    features = json.loads((tmp_path / "notes.geojson").read_text("utf-8"))["features"]
    points = {f["properties"]["nr"]: f["properties"]["text"] for f in features}
    page = (tmp_path / "map.html").read_text("utf-8")
    on_page = {int(nr) for nr in re.findall(r'id="n(\d+)"', page)}
    assert len(table) == 28
    assert table == points
    assert on_page == set(table)


def test_the_trace_of_a_note_names_its_value(run, walk_file):
    run("group", walk_file, "--apply")
    code, out, _ = run("trace", walk_file, 27, "--json")
    thread = json.loads(out)
    assert code == 0
    assert thread["nr"] == 27
    assert "zitbanken" in thread["text"]
    assert len(thread["values"]) == 1
    assert thread["answer"] is None


def test_the_file_is_whole_and_valid(run, walk_file):
    code, out, _ = run("check", walk_file, "--json")
    assert (code, json.loads(out)["ok"]) == (0, True)


@pytest.mark.parametrize("name", ["a.html", "a.pdf", "a.png", "a.csv", "a.geojson", "a.gpkg"])
def test_a_walk_with_nothing_in_it_gives_every_document(run, tmp_path, name):
    file = tmp_path / "empty.gpkg"
    run("new", file, "--title", "Empty")
    code, _, err = run("export", file, tmp_path / name)
    assert (code, err) == (0, "")
    assert (tmp_path / name).stat().st_size > 0
