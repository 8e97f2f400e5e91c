"""What people type is printed as typed, whatever it looks like, and never runs."""

from __future__ import annotations

import csv
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.output.conftest import drawing, edition, request_of
from tests.services.output.payloads import PAYLOADS, laden
from tests.services.output.reading import pdf_text
from tests.services.output.tags import tree_of
from walkshop.domain.geo import LonLat
from walkshop.files import resource
from walkshop.services.output import DOCUMENTS, export
from walkshop.services.output.agenda import agenda_paper, agenda_picture
from walkshop.services.output.map_sheet import Drawn, map_paper, sheet_picture
from walkshop.services.output.paper import Paper, to_pdf
from walkshop.services.output.request import WrittenName

pytestmark = pytest.mark.slow


HERE = LonLat(4.492, 51.93)
TYPED = pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
NOT_AS_TYPED = ("emoji", "separator", "no letter", "nothing but space")
NOT_AS_READ = ("right to left", "long")  # read back in another order, or over several pages


def papers(payload: str) -> list[Paper]:
    made = edition(laden(payload))
    small, large = agenda_picture(made), sheet_picture(made, "a4")
    assert small
    assert large
    drawn = Drawn(replace(large, squares=(5, 4)), drawing(large), [WrittenName(payload, HERE)])
    return [agenda_paper(made, drawing(small)), map_paper(made, "a4", drawn)]


@TYPED
def test_every_document_prints_and_can_be_read_aloud(payload: str) -> None:
    for paper in papers(payload):
        assert tree_of(to_pdf(paper, system_fonts=False).pages[0])


@pytest.mark.parametrize(
    "name",
    [name for name in PAYLOADS if name not in (*NOT_AS_TYPED, *NOT_AS_READ)],
)
def test_what_is_typed_stands_on_paper_as_typed(name: str) -> None:
    typed = _letters(PAYLOADS[name])
    for paper in papers(PAYLOADS[name]):
        assert typed in _letters(pdf_text(to_pdf(paper, system_fonts=False).pages[0]))


def _letters(text: str) -> str:
    """Words without blanks and the hyphens that a narrow column adds."""
    return re.sub(r"[\s\u200b\ufffe\ufffd-]", "", text)


def test_a_word_without_end_is_there_to_its_last_letter_in_every_place() -> None:
    for paper in papers(PAYLOADS["long"]):
        letters = _letters(pdf_text(to_pdf(paper, system_fonts=False).pages[0]))
        assert letters.count("x") > 5000 * 8


def test_an_emoji_prints_by_its_name_and_is_counted() -> None:
    printed = to_pdf(papers(PAYLOADS["emoji"])[0], system_fonts=False)
    assert "[deciduous tree]" in " ".join(pdf_text(printed.pages[0]).split())
    assert printed.replaced > 4


@TYPED
@pytest.mark.parametrize("ending", list(DOCUMENTS))
def test_every_kind_of_file_is_made(tmp_path: Path, ending: str, payload: str) -> None:
    out = tmp_path / f"out{ending}"
    assert export(request_of(laden(payload), out, paint_svg=drawing)).path == out
    assert out.stat().st_size > 200


@TYPED
def test_no_cell_of_a_table_is_a_formula_and_each_holds_what_was_typed(
    tmp_path: Path, payload: str
) -> None:
    out = tmp_path / "notes.csv"
    export(request_of(laden(payload), out))
    with out.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert [row["nr"] for row in rows] == ["1", "2", "3"]
    assert not [cell for row in rows for cell in row.values() if cell.lstrip()[:1] in set("=+-@")]
    typed = payload.replace("\ud800", "?")
    assert {row["text"].removeprefix("'") for row in rows} == {typed}


@TYPED
def test_geojson_and_geopackage_hold_what_was_typed(tmp_path: Path, payload: str) -> None:
    geojson, gpkg = tmp_path / "notes.geojson", tmp_path / "walk.gpkg"
    export(request_of(laden(payload), geojson))
    export(request_of(laden(payload), gpkg))
    features = json.loads(geojson.read_text(encoding="utf-8"))["features"]
    assert {feature["properties"]["text"] for feature in features} == {
        payload.replace("\ud800", "?")
    }
    file = sqlite3.connect(gpkg)
    typed = payload.replace("\ud800", "?").replace("\0", "\ufffd")
    assert file.execute("SELECT DISTINCT text FROM notes").fetchall() == [(typed,)]
    file.close()


def test_no_template_fetches_a_package() -> None:
    for template in resource("templates").glob("*.typ"):
        assert "@preview" not in template.read_text(encoding="utf-8")
        assert "@local" not in template.read_text(encoding="utf-8")
