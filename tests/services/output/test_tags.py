"""Every PDF can be read aloud: its tag tree is whole (PDF/UA-1, ISO 14289-1)."""

from __future__ import annotations

import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pytest

from tests.services.output.conftest import drawing, edition
from tests.services.output.sample import bare
from tests.services.output.tags import Tag, tree_of
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Walk
from walkshop.services.output.agenda import agenda_paper, agenda_picture
from walkshop.services.output.map_sheet import Drawn, map_paper, sheet_picture
from walkshop.services.output.paper import to_pdf
from walkshop.services.output.request import WrittenName

pytestmark = pytest.mark.slow

DOCUMENTS = ("agenda", "map a4", "map a3", "map a0")
NAMES = tuple(WrittenName(f"Straat {n}", LonLat(4.492, 51.93)) for n in range(12))
TEXT_STANDS_IN = {"P", "H1", "H2", "H3", "LI", "Lbl", "LBody", "TH", "TD", "Caption", "Figure"}


def printed(walk: Walk, document: str, code: str) -> bytes:
    made = edition(walk, code)
    if document == "agenda":
        asked = agenda_picture(made)
        paper = agenda_paper(made, drawing(asked) if asked else None)
    else:
        size = document.split()[1]
        asked = sheet_picture(made, size)
        asked = replace(asked, squares=(5, 4)) if asked else None
        paper = map_paper(made, size, Drawn(asked, drawing(asked), NAMES) if asked else None)
    return to_pdf(paper, system_fonts=False).pages[0]


@pytest.fixture(scope="module", params=DOCUMENTS)
def pdf(request: pytest.FixtureRequest, walk: Walk) -> bytes:
    return printed(walk, request.param, "nl")


@pytest.fixture(scope="module")
def tags(pdf: bytes) -> list[Tag]:
    return tree_of(pdf)


def test_the_first_heading_is_the_title_and_no_level_is_skipped(tags: list[Tag]) -> None:
    levels = [int(tag.name[1]) for tag in tags if tag.name in {"H1", "H2", "H3", "H4"}]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_says_what_its_columns_are(tags: list[Tag]) -> None:
    tables = [tag for tag in tags if tag.name == "Table"]
    heads = [tag for tag in tags if tag.name == "TH"]
    assert all("Table" in tag.parents and "THead" in tag.parents for tag in heads)
    assert len([tag for tag in tags if tag.name == "THead"]) == len(tables)
    assert bool(heads) == bool(tables)


def test_every_figure_has_an_alternative_text(tags: list[Tag]) -> None:
    figures = [tag for tag in tags if tag.name == "Figure"]
    assert figures
    assert all(tag.alt.strip() for tag in figures)


def test_text_stands_only_where_a_reader_expects_it(tags: list[Tag]) -> None:
    holders = [tag.parents[-1] if tag.name == "Span" else tag.name for tag in tags if tag.has_text]
    assert set(holders) <= TEXT_STANDS_IN


def test_language_title_and_the_mark_of_the_standard_are_there(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        meta = document.Root.Metadata.read_bytes().decode()
        assert str(document.Root.Lang) == "nl"
        assert "Walkshop Crooswijk en Rubroek" in str(document.docinfo["/Title"])
        assert bool(document.Root.MarkInfo.Marked)
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
    assert "pdfuaid:part" in meta


def test_only_our_own_fonts_are_in_it(pdf: bytes) -> None:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = {str(one.get("/BaseFont")) for one in document.objects if _is_font(one)}
    assert fonts
    assert all("NotoSans" in font or "FiraGO" in font for font in fonts)


def _is_font(thing: object) -> bool:
    return isinstance(thing, pikepdf.Dictionary) and str(thing.get("/Type", "")) == "/Font"


@pytest.mark.parametrize("document", DOCUMENTS)
def test_a_walk_of_one_note_without_a_place_is_whole_too(document: str) -> None:
    tags = tree_of(printed(bare(), document, "en"))
    assert next(tag.name for tag in tags if tag.name.startswith("H")) == "H1"
