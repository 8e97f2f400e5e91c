"""Workbooks: the sheet with words, values of formulas, dates, and rows that repeat."""

from __future__ import annotations

import zipfile
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

import openpyxl
import pytest

from tests.domain.builders import a_walk
from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Point
from walkshop.services.intake import Proposal, propose
from walkshop.services.intake.sheets import in_words

NIGHT = datetime.combine(date(2027, 3, 8), time())
Rows = Sequence[Sequence[object]]
ODS = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" ' \
      'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" ' \
      'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # fmt: skip


def xlsx(path: Path, **sheets: Rows) -> Path:
    """A workbook with these sheets."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


def ods(path: Path, *rows: str, name: str = "Blad1") -> Path:
    """A workbook with one sheet of these rows (XML of their cells)."""
    body = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    sheet = f'<table:table table:name="{name}">{body}</table:table>'
    content = f"<office:document-content {ODS}>{sheet}</office:document-content>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def cell(words: str, more: str = "") -> str:
    """A cell with words."""
    of = 'office:value-type="string"'
    return f"<table:table-cell {of} {more}><text:p>{escape(words)}</text:p></table:table-cell>"


def proposed(path: Path, **columns: str) -> Proposal:
    numbers = count(1)
    return propose(path, a_walk(), columns, lambda: f"id {next(numbers)}")


def test_the_cells_of_a_sheet_are_read_as_a_person_sees_them(tmp_path):
    path = xlsx(
        tmp_path / "a.xlsx",
        Blad1=[
            ["nr", "opmerking", "lat", "lon", "gezien op"],
            [7, "Te weinig bankjes", 51.93, 4.49, date(2027, 3, 8)],
        ],
    )
    (note,) = proposed(path).rows
    assert (note.nr, note.text, note.place) == (7, "Te weinig bankjes", Point((4.49, 51.93)))
    assert note.extra == (("gezien op", "2027-03-08"),)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""), (True, "true"), (7.0, "7"), (0.1 + 0.2, "0.3"), (51.92812345, "51.92812345"),
        (NIGHT, "2027-03-08"), (NIGHT + timedelta(minutes=845), "2027-03-08 14:05"),
        (time(9, 5), "09:05"), (timedelta(hours=26, minutes=5), "26:05"), ("=1+1", "=1+1"),
    ],
)  # fmt: skip
def test_values_become_words(value, words):
    assert in_words(value) == words


def test_a_formula_is_never_computed(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", Blad1=[["opmerking", "nr"], ["x", "=1+1"], ["=1+1", 2]])
    proposal = proposed(path)
    assert [(note.text, note.nr) for note in proposal.rows] == [("x", 0)]
    assert [out.row for out in proposal.left_out] == [3]


def test_a_formula_that_went_wrong_is_an_empty_cell_and_said(tmp_path):
    proposal = proposed(xlsx(tmp_path / "a.xlsx", Blad1=[["tekst", "stop"], ["x", "#REF!"]]))
    assert proposal.rows[0].place_words == ""
    assert "1 formula that went wrong: an empty cell" in said(proposal)


def test_the_sheet_with_words_is_read_and_the_others_are_named(tmp_path):
    path = xlsx(tmp_path / "a.xlsx", Leeg=[], Lijst=[["code"], [1]], Notes=[["tekst"], ["x"]])
    proposal = proposed(path)
    assert [note.text for note in proposal.rows] == ["x"]
    assert said(proposal)[:2] == ["The notes: sheet “Notes”", "Sheet Lijst: not read"]


def repeats(path: Path) -> Path:
    """A form whose walkers filled in their duo once and a note several times."""
    return xlsx(
        path,
        Wandeling=[["start", "duo", "_index"], ["t", "d1", 1], ["t", "d2", 2], ["t", "d3", 3]],
        notes=[
            ["opmerking", "_index", "_parent_table_name", "_parent_index"],
            ["a", 1, "Wandeling", 1],
            ["b", 2, "Wandeling", 1],
            ["c", 3, "Wandeling", 2],
        ],
    )


def test_rows_that_repeat_keep_what_was_said_once(tmp_path):
    proposal = proposed(repeats(tmp_path / "a.xlsx"))
    assert [(note.text, note.duo) for note in proposal.rows] == [
        ("a", "d1"), ("b", "d1"), ("c", "d2"),
    ]  # fmt: skip
    assert len(proposal.left_out) == 1  # the third duo wrote no note
    assert "Rows of sheet “notes”: each with its row of “Wandeling”" in said(proposal)


def test_an_open_document_is_read_alike(tmp_path):
    number = '<table:table-cell office:value-type="float" office:value="51.93"/>'
    day = '<table:table-cell office:value-type="date" office:date-value="2027-03-08T00:00:00"/>'
    remark = "<office:annotation><text:p>geheim</text:p></office:annotation>"
    words = 'Te<text:s text:c="2"/>weinig</text:p><text:p>licht'
    twice = f'<table:table-cell office:value-type="string">{remark}<text:p>{words}</text:p>'
    path = ods(
        tmp_path / "a.ods",
        cell("opmerking") + cell("lat") + cell("lon") + cell("dag"),
        twice + "</table:table-cell>" + number + number.replace("51.93", "4.49") + day,
        '<table:table-cell table:number-columns-repeated="16384"/>',
    )
    (note,) = proposed(path).rows
    assert (note.text, note.place) == ("Te  weinig\nlicht", Point((4.49, 51.93)))
    assert note.extra == (("dag", "2027-03-08"),)


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_what_is_no_workbook_is_refused(tmp_path, name):
    for content in (b"hello", b"", b"PK\x03\x04 and nothing", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(WalkshopError) as failure:
            proposed(tmp_path / name)
        assert failure.value.hint


def test_an_empty_workbook_is_said_to_be_empty(tmp_path):
    with pytest.raises(WalkshopError, match="is empty"):
        proposed(xlsx(tmp_path / "a.xlsx", Blad1=[]))
