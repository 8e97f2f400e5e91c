"""What cannot be read is refused in one sentence that says what and what to do."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.domain.builders import a_walk
from walkshop.domain.errors import WalkshopError
from walkshop.services.intake import AS_NAMED, propose, table
from walkshop.services.intake.textfile import read_bytes


def refused(path: Path) -> str:
    with pytest.raises(WalkshopError) as failure:
        propose(path, a_walk(), AS_NAMED, lambda: "id")
    assert failure.value.hint
    return str(failure.value)


def test_a_file_that_is_not_there_is_said_so(tmp_path):
    assert refused(tmp_path / "no.csv").startswith("There is no file “no.csv”.")


def test_a_folder_is_no_table(tmp_path):
    folder = tmp_path / "walk.csv"
    folder.mkdir()
    assert "There is nothing in “walk.csv” that can be read" in refused(folder)
    with pytest.raises(WalkshopError, match="is a folder"):
        propose(folder, a_walk(), AS_NAMED, lambda: "id", "table")


def test_a_thing_that_is_no_file_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.csv")
    assert "is not a table with text" in refused(tmp_path / "pipe.csv")


def test_a_name_that_no_disk_can_hold_is_refused(tmp_path):
    assert "cannot be read" in refused(tmp_path / ("x" * 5000 + ".csv"))


@pytest.mark.parametrize("content", [b"", b" \n\r\n", b"\xef\xbb\xbf", b";;\n;;\n", b"sep=;\n"])
def test_an_empty_file_is_said_to_be_empty(read, content):
    with pytest.raises(WalkshopError, match=r"“notes.csv” is empty"):
        read(content)


@pytest.mark.parametrize(
    "content",
    [
        b"nr,text\n1,a\x00b\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"SQLite format 3\x00" + bytes(84),
        b"\xff\xfea",
        "nr,text\n1,a\n".encode("utf-16-le"),
        b"\x7fELF\x02\x01\x01\nx",
    ],
)
def test_what_is_no_text_is_no_table(read, content):
    with pytest.raises(WalkshopError, match="is not a table with text"):
        read(content)


def test_a_workbook_under_another_name_is_no_table(tmp_path):
    path = tmp_path / "book.csv"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/workbook.xml", "<workbook/>")
    assert "is not a table with text" in refused(path)


def test_a_kind_that_cannot_be_read_yet_says_what_can(tmp_path):
    path = tmp_path / "drawing.dwg"
    path.write_text("<gpx/>", encoding="utf-8")
    said = refused(path)
    assert said.startswith("“drawing.dwg” is of a kind that cannot be read. What can be read: .csv")
    assert ".gpx, .kml, .kmz, .geojson" in said


def test_a_file_without_an_ending_is_taken_for_a_table(read):
    assert len(read("text\na\n", name="notes").rows) == 1


def test_a_table_without_words_says_what_it_saw_and_what_it_understands(read):
    with pytest.raises(WalkshopError) as failure:
        read("straat;huis\nPlein;4\n")
    words = str(failure.value)
    assert "Columns in the table: straat, huis." in words
    assert "Columns that are understood: text, nr, theme," in words


def test_a_page_of_the_web_is_no_table_and_its_words_are_not_all_repeated(read):
    with pytest.raises(WalkshopError, match="No column says what was said") as failure:
        read("<html>" + "lorem ipsum, " * 500 + "\n<p>x</p>\n")
    assert len(str(failure.value)) < 1500


def test_a_column_or_field_that_is_not_there_is_refused(read):
    with pytest.raises(WalkshopError, match=r"There is no column “b”.*Columns in the table: a"):
        read("a\nx\n", columns={"b": "text"})
    with pytest.raises(WalkshopError, match=r"There is no field “colour”.*Fields: text, nr"):
        read("a\nx\n", columns={"a": "colour"})


def test_a_file_that_is_too_large_is_not_read_whole(tmp_path):
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(100_000_001)
    assert "is larger than 100 MB" in refused(path)


def test_a_table_with_too_many_rows_is_refused(read, monkeypatch):
    monkeypatch.setattr(table, "MAX_ROWS", 3)
    assert len(read("text\na\nb\nc\n").rows) == 3
    with pytest.raises(WalkshopError, match="has more than 3 rows"):
        read("text\na\nb\nc\nd\n")


@pytest.mark.parametrize("length", [100_001, 200_000])
def test_a_cell_that_no_person_wrote_is_refused_with_its_row(read, length):
    with pytest.raises(WalkshopError, match=r"A cell in row 3 of “notes.csv” is too long"):
        read("nr,text\n1,a\n2," + "x" * length + "\n")


def test_a_file_that_may_not_be_opened_is_refused(tmp_path, monkeypatch):
    path = tmp_path / "locked.csv"
    path.write_text("text\na\n", encoding="utf-8")

    def locked(*_: object) -> object:
        raise PermissionError

    monkeypatch.setattr(Path, "open", locked)  # root may open anything
    with pytest.raises(WalkshopError, match="cannot be read"):
        read_bytes(path)


def test_a_table_of_any_reader_without_a_word_in_it_is_empty():
    with pytest.raises(WalkshopError, match=r"“book.xlsx” is empty"):
        table.table_of("book.xlsx", [["", " "], []])
