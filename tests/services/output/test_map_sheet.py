"""The sheet with the map: map, signs, notes and the index of streets find room together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.services.output.conftest import drawing, edition, request_of
from tests.services.output.reading import pdf_text
from tests.services.output.sample import note_of
from walkshop.domain.geo import LonLat
from walkshop.domain.records import NoteId, Walk
from walkshop.services.output.map_sheet import Drawn, drawn_for, map_paper, sheet_picture
from walkshop.services.output.pages import pages_of
from walkshop.services.output.paper import Paper, to_pdf
from walkshop.services.output.request import PAPERS, MapPicture, WrittenName

pytestmark = pytest.mark.slow


def streets(count: int) -> list[WrittenName]:
    return [WrittenName(f"Straatnaam {n}", LonLat(4.492, 51.93)) for n in range(count)]


def paper_of(walk: Walk, paper: str, names: Sequence[WrittenName], **more: Any) -> Paper:
    made = edition(walk, "en")
    asked = sheet_picture(made, paper)
    assert asked
    drawn = Drawn(replace(asked, squares=(5, 4)), drawing(asked), names)
    return map_paper(made, paper, drawn, **more)


def page_texts(paper: Paper) -> list[str]:
    pdf = to_pdf(paper, system_fonts=False).pages[0]
    with pages_of(pdf) as pages:
        count = len(pages.sheets)
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    texts = []
    for number in range(count):
        page = document[number]
        lines = page.get_textpage()
        texts.append(" ".join(str(lines.get_text_bounded()).split()))
        lines.close()
        page.close()
    document.close()
    return texts


@pytest.mark.parametrize("paper", PAPERS)
def test_a_few_names_stand_on_the_sheet_of_the_map(walk: Walk, paper: str) -> None:
    first = page_texts(paper_of(walk, paper, streets(9)))[0]
    assert "Streets and places on the map" in first
    assert all(f"Straatnaam {n} " in first for n in range(9))


@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_names_without_room_beside_the_map_are_all_on_the_next_page(walk: Walk, paper: str) -> None:
    pages = page_texts(paper_of(walk, paper, streets(150)))
    assert len(pages) >= 2
    assert "Straatnaam" not in pages[0]
    assert all(f"Straatnaam {n} " in " ".join(pages[1:]) for n in range(150))


@pytest.mark.parametrize("paper", ["a3", "a0"])
def test_the_notes_stay_beside_the_map_where_they_fit(walk: Walk, paper: str) -> None:
    first = page_texts(paper_of(walk, paper, streets(150)))[0]
    assert "All notes by number" in first
    assert "Speeltuin" in first or "Playground" in first


def test_the_letters_and_numbers_of_the_squares_are_on_the_page(walk: Walk) -> None:
    words = page_texts(paper_of(walk, "a4", streets(3)))[0].split()
    assert {"A", "B", "C", "D", "E"} <= set(words)


def test_without_names_and_stops_there_is_no_grid(walk: Walk) -> None:
    made = edition(replace(walk, stops={}), "en")
    request = request_of(walk, paint_svg=drawing, names_on=lambda asked: [])
    drawn = drawn_for(request, made, "a4")
    assert drawn is not None
    assert drawn.asked.squares == (0, 0)
    assert "Streets and places" not in " ".join(page_texts(map_paper(made, "a4", drawn)))


def test_the_painter_is_asked_for_the_squares_that_the_index_names(walk: Walk) -> None:
    asked: list[MapPicture] = []

    def remembering(picture: MapPicture) -> bytes:
        asked.append(picture)
        return drawing(picture)

    request = request_of(walk, paint_svg=remembering, names_on=lambda asked: streets(2))
    drawn = drawn_for(request, edition(walk), "a3")
    assert drawn is not None
    assert asked[0].squares == (drawn.grid.across, drawn.grid.down) == (7, 5)


def test_a_wish_for_black_and_white_reaches_the_painter(walk: Walk) -> None:
    drawn = drawn_for(request_of(walk, paint_svg=drawing, look="black_white"), edition(walk), "a4")
    assert drawn is not None
    assert drawn.asked.look == "black_white"


@pytest.mark.parametrize("more", [60, 300])
def test_every_one_of_many_notes_is_on_paper(walk: Walk, more: int) -> None:
    note = note_of(walk, 27)
    many = [replace(note, id=NoteId(f"m{nr}"), nr=nr) for nr in range(101, 101 + more)]
    words = pdf_text(to_pdf(paper_of(walk.having(*many), "a3", streets(9))).pages[0]).split()
    assert {str(nr) for nr in range(101, 101 + more)} <= set(words)
