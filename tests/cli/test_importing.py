"""`walkshop import`: kinds of files, and what of them becomes part of the walk."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.services.intake.chat.chats import ANDROID, FATIMA, NAMES, photo, zipped
from tests.services.intake.test_workbooks import xlsx
from walkshop.cli.main import main
from walkshop.services.gpkg import read_walk

pytestmark = pytest.mark.slow

GPX = """<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">
<trk><name>Rondje</name><trkseg><trkpt lat="51.93" lon="4.49"/><trkpt lat="51.931" lon="4.491"/>
<trkpt lat="51.932" lon="4.492"/></trkseg></trk></gpx>"""


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    path = tmp_path / "walk.gpkg"
    assert main(["new", str(path), "--title", "Oost"]) == 0
    return path


def run(capsys: pytest.CaptureFixture[str], *args: object) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main([str(arg) for arg in args])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_a_workbook_is_read_in_and_twice_brings_nothing_twice(walk, tmp_path, capsys):
    table = xlsx(tmp_path / "a.xlsx", Blad1=[["opmerking", "soort"], ["Banken", "Idee"], ["Los"]])
    told = [json.loads(run(capsys, "import", walk, table, "--json")[1]) for _ in range(2)]
    assert [(one["notes"], one["duplicates"]) for one in told] == [(2, 0), (0, 2)]
    assert [note.text for note in read_walk(walk).notes.values()] == ["Banken", "Los"]


def test_columns_that_a_person_names_are_read(walk, tmp_path, capsys):
    table = xlsx(tmp_path / "a.xlsx", Blad1=[["wie", "wat"], ["jan", "Banken"]])
    code, _, err = run(capsys, "import", walk, table)
    assert code == 2
    assert "wie, wat" in err
    said = ("--map", "wat=text", "--map", "wie=leave_out")
    assert run(capsys, "import", walk, table, *said)[0] == 0
    (note,) = read_walk(walk).notes.values()
    assert (note.text, note.extra) == ("Banken", ())


def test_a_kind_that_is_named_goes_before_the_ending(walk, tmp_path, capsys):
    path = tmp_path / "a.csv"
    path.write_text("- Banken, bomen\n- Groen\n", encoding="utf-8")
    assert run(capsys, "import", walk, path, "--as", "lines")[0] == 0
    assert [note.text for note in read_walk(walk).notes.values()] == ["Banken, bomen", "Groen"]
    code, _, err = run(capsys, "import", walk, path, "--as", "poem")
    assert (code, "There is no kind of file “poem”" in err) == (2, True)


def test_lists_of_answers_are_refused_in_a_sentence(walk, tmp_path, capsys):
    code, _, err = run(capsys, "import", walk, tmp_path / "a.xlsx", "--as", "answers")
    assert code == 2
    assert "Lists of answers cannot be read yet." in err


def test_a_track_is_counted_and_becomes_the_route_only_when_asked(walk, tmp_path, capsys):
    path = tmp_path / "a.gpx"
    path.write_text(GPX, encoding="utf-8")
    assert json.loads(run(capsys, "import", walk, path, "--json")[1])["tracks"] == 1
    assert not read_walk(walk).routes
    told = json.loads(run(capsys, "import", walk, path, "--route", "--json")[1])
    (route,) = read_walk(walk).routes.values()
    assert (len(route.along), told["duplicates"]) == (3, 0)
    told = json.loads(run(capsys, "import", walk, path, "--route", "--json")[1])
    assert told["duplicates"] == 1


def test_no_sender_of_an_app_group_lies_in_the_saved_file_by_name_or_number(walk, tmp_path, capsys):
    name = f"Chat met {FATIMA}.zip"
    chat = zipped(tmp_path / name, ANDROID, IMG_20270308_WA0001__jpg=photo())
    options = ["--map", "date=2027-03-08", "--map", "from=10:00", "--map", "sender 1=d2"]
    told = [json.loads(run(capsys, "import", walk, chat, *options, "--json")[1]) for _ in range(2)]
    assert [(one["notes"], one["photos"], one["duplicates"]) for one in told] == \
        [(5, 1, 0), (0, 0, 6)]  # fmt: skip
    assert {note.duo for note in read_walk(walk).notes.values()} == {"d2", ""}
    raw = walk.read_bytes()
    assert b"Losse tegels" in raw
    assert not [word for word in NAMES if word.encode() in raw]
