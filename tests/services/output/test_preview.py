"""First pages without a file: what they show, for whom, and how large."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.ui.stages import an_action, nid, small_walk
from walkshop.domain.records import Profile
from walkshop.i18n import language
from walkshop.services.output.pages import pages_of
from walkshop.services.output.preview import (
    CountsPreview,
    MapPreview,
    PagePreview,
    Room,
    TablePreview,
    preview_of,
)
from walkshop.services.output.request import ExportRequest

pytestmark = pytest.mark.slow

ROOM = Room(200, 160, 2.0)


def asked(ending, what="", **fields):
    walk = fields.pop("walk", None) or small_walk(an_action(1))
    return ExportRequest(
        walk=walk, out=Path(f"x{ending}"), what=what, language=language("nl"),
        today=date(2027, 3, 8), **fields,
    )  # fmt: skip


@pytest.mark.parametrize(("ending", "what"), [(".pdf", "agenda"), (".pdf", "map"), (".png", "map")])
def test_a_page_fills_its_room_at_the_pixels_of_the_screen(ending, what):
    made = preview_of(asked(ending, what), ROOM)
    assert isinstance(made, PagePreview)
    assert made.pages >= 1
    pixels = made.pixels
    assert pixels.width == 400 or pixels.height == 320
    assert pixels.width <= 400
    assert pixels.height <= 320
    assert len(pixels.content) == pixels.width * pixels.height * 4
    assert len(set(pixels.content)) > 20


def test_the_paper_decides_the_shape():
    made = preview_of(asked(".pdf", "map", paper="a3"), ROOM)
    assert isinstance(made, PagePreview)
    assert (round(made.sheet.width), round(made.sheet.height)) == (420, 297)


def test_the_map_of_a_page_has_the_room_under_its_title():
    pictures = []

    def paint(picture):
        pictures.append(picture)
        return b"png"

    made = preview_of(asked(".html", paint_png=paint), ROOM)
    assert made == MapPreview("Crooswijk", b"png")
    [picture] = pictures
    assert round(picture.width_px * picture.scale) == 400
    assert round(picture.height_px * picture.scale) == round(160 * 0.88) * 2
    assert preview_of(asked(".html"), ROOM) == MapPreview("Crooswijk", b"")


def test_the_public_does_not_see_hidden_words_in_a_preview():
    walk = small_walk()
    hidden = replace(walk.note(nid(1)), masked=True)
    walk = walk.having(hidden)
    public = preview_of(asked(".csv", walk=walk), ROOM)
    team = preview_of(asked(".csv", walk=walk, profile=Profile.TEAM), ROOM)
    assert isinstance(public, TablePreview)
    assert isinstance(team, TablePreview)
    assert "benches" not in public.rows[0][2]
    assert team.rows[0][2] == "Too few benches"


def test_layers_are_counted():
    notes = preview_of(asked(".geojson"), ROOM)
    assert isinstance(notes, CountsPreview)
    assert [n for n, _words in notes.counts] == [5]
    layers = preview_of(asked(".gpkg"), ROOM)
    assert isinstance(layers, CountsPreview)
    assert [n for n, _words in layers.counts] == [5, 1, 0, 2, 1]


def test_an_empty_walk_has_first_pages_too():
    empty = replace(small_walk(), notes={}, values={}, stops={})
    for ending, what in ((".pdf", "agenda"), (".pdf", "map"), (".png", "map"), (".csv", "")):
        preview_of(asked(ending, what, walk=empty), ROOM)


def test_rows_of_a_page_can_be_asked_for_apart():
    from walkshop.services.output.fonts import fonts
    from walkshop.services.output.typesetter import typeset

    text = b'#set document(title: "x")\n#set page(width: 100mm, height: 100mm)\n#title[x]\n'
    pdf = typeset({"main": text}, fonts(False))[0]
    with pages_of(pdf) as pages:
        whole = pages.pixels(0, 101, 101)
        part = pages.pixels(0, 101, 101, range(10, 30))
    assert part.content == whole.content[10 * 404 : 30 * 404]
