"""Files made to fill a machine are refused before they do."""

from __future__ import annotations

import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.domain.builders import a_walk
from tests.services.intake.test_workbooks import ODS, cell, ods
from walkshop.domain.errors import WalkshopError
from walkshop.services.intake import archives, propose

pytestmark = pytest.mark.slow

SHEET = "xl/worksheets/sheet1.xml"


def refused(path: Path) -> str:
    with pytest.raises(WalkshopError) as failure:
        propose(path, a_walk(), {}, lambda: "id")
    assert failure.value.hint
    return str(failure.value)


def doctored(path: Path, sheet: bytes) -> Path:
    """A good workbook whose sheet is replaced by this one."""
    good = path.with_name("good.xlsx")
    openpyxl.Workbook().save(good)
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.namelist():
            new.writestr(entry, sheet if entry == SHEET else old.read(entry))
    return path


def sheet_of(rows: str) -> bytes:
    of = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{of}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def test_a_cell_of_a_billion_signs_is_not_unpacked(tmp_path):
    text = b'<worksheet><sheetData><row><c t="str"><v>' + b"x" * 50_000_000
    assert "unpacks to more" in refused(doctored(tmp_path / "a.xlsx", text))


def test_a_workbook_that_says_less_than_it_holds_is_refused(tmp_path):
    path = tmp_path / "a.ods"
    ods(path, cell("tekst"), cell("x" * 5_000))
    raw = path.read_bytes()
    with zipfile.ZipFile(path) as archive:
        size = archive.getinfo("content.xml").file_size
    path.write_bytes(raw.replace(size.to_bytes(4, "little"), (200).to_bytes(4, "little")))
    assert "is not a workbook" in refused(path)


def test_thousands_of_entries_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.xlsx", "w") as archive:
        for number in range(archives.MAX_ENTRIES + 1):
            archive.writestr(str(number), b"")
    assert "unpacks to more" in refused(tmp_path / "a.xlsx")


@pytest.mark.parametrize("rows", ['<row r="999999999"><c r="A999999999"><v>1</v></c></row>'])
def test_a_row_that_says_it_is_the_billionth_does_not_count_to_there(tmp_path, rows):
    assert "is empty" in refused(doctored(tmp_path / "a.xlsx", sheet_of(rows)))


def test_rows_as_wide_as_a_sheet_can_be_are_refused(tmp_path):
    rows = "".join(f'<row r="{n}"><c r="XFD{n}"><v>{n}</v></c></row>' for n in range(1, 400))
    assert "has too many cells" in refused(doctored(tmp_path / "a.xlsx", sheet_of(rows)))


def test_rows_and_cells_that_say_they_repeat_for_ever_are_refused(tmp_path):
    many = 'table:number-columns-repeated="999999999"'
    assert "too many cells" in refused(ods(tmp_path / "a.ods", *[cell("x", many)] * 400))
    body = f'<table:table-row table:number-rows-repeated="10000000">{cell("x")}</table:table-row>'
    sheet = f"<office:document-content {ODS}><table:table>{body}</table:table>"
    with zipfile.ZipFile(tmp_path / "b.ods", "w") as archive:
        archive.writestr("content.xml", f"{sheet}</office:document-content>")
    assert "has more than 100000 rows" in refused(tmp_path / "b.ods").replace(",", "")


def test_more_elements_than_can_be_taken_apart_in_seconds_are_refused(tmp_path, monkeypatch):
    path = doctored(tmp_path / "a.xlsx", sheet_of('<row r="1"><c><v>1</v></c></row>' * 200))
    monkeypatch.setattr(archives, "MAX_TAGS", 1_000)
    assert "unpacks to more" in refused(path)


LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
DOCTYPE = f'<!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>'.encode()


def test_entities_in_a_workbook_are_refused(tmp_path):
    sheet = sheet_of('<row><c t="inlineStr"><is><t>&a9;</t></is></c></row>')
    assert "is not a workbook" in refused(doctored(tmp_path / "a.xlsx", DOCTYPE + sheet))
    with zipfile.ZipFile(tmp_path / "b.ods", "w") as archive:
        archive.writestr("content.xml", DOCTYPE + b"<x>&a9;</x>")
    assert "is not a workbook" in refused(tmp_path / "b.ods")


@pytest.mark.slow
@pytest.mark.timeout(10)
def test_ten_million_rows_are_refused_in_seconds(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"text\n" + b"abcdefg\n" * 10_000_000)
    assert "has more than 100000 rows" in refused(path).replace(",", "")
