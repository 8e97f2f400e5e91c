"""The page works without a network, calls nobody, and runs nothing that people typed."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.output.browser import Seen, open_page
from tests.services.output.conftest import edition, request_of
from tests.services.output.payloads import PAYLOADS, filled, laden
from tests.services.output.sample import bare, note_of
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Note, NoteId, Point, Walk
from walkshop.services.output import MapPicture, export
from walkshop.services.output.map_page import page_of

pytestmark = pytest.mark.slow


CALLS = re.compile(r"""(?:src|href|action|data)\s*=\s*\\?["']?\s*(?:https?:)?//[^\s"'>\\]*""")
LEAFLET_SIGNS_ITSELF = 'href="https://leafletjs.com'


def painted(asked: MapPicture) -> bytes:
    """A picture that weighs what a WebP of its size weighs: a tenth of a byte for each point."""
    assert (asked.notes, asked.stops, asked.words, asked.webp) == (False, False, False, True)
    head = b"RIFF\x00\x00\x00\x00WEBP"
    return head + b"\x00" * int(asked.width_px * asked.height_px * 0.11)


@pytest.fixture(scope="module")
def page(walk: Walk, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page") / "map.html"
    return export(request_of(walk, out, paint_png=painted)).path


@pytest.fixture(scope="module")
def seen(page: Path, chromium: str) -> Seen:
    return open_page(chromium, page)


def test_a_pin_stands_for_every_note_with_a_place(seen: Seen) -> None:
    assert seen.classes("walk-pin") == 25
    assert seen.classes("walk-stop") == 7
    assert seen.classes("note") == 28


def test_no_script_fails_and_nothing_is_refused(seen: Seen) -> None:
    assert seen.console == []


def test_no_address_is_called(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    assert [call for call in CALLS.findall(html) if call != LEAFLET_SIGNS_ITSELF] == []
    assert not re.findall(r"url\((?!data:|#)", html)
    assert "sourceMappingURL" not in html
    assert "@import" not in html


def test_only_our_own_scripts_may_run(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert "default-src 'none'" in policy[1]
    assert policy[1].count("sha256-") == html.count("<script>")
    assert "unsafe-eval" not in policy[1]


def test_all_is_read_without_scripts(page: Path, walk: Walk) -> None:
    body = page.read_text(encoding="utf-8").partition("<body>")[2].partition("<script>")[0]
    for note in walk.notes.values():
        assert f'id="n{note.nr}"' in body
        assert note.text.replace("'", "&#x27;") in body
    assert "Hele wijk" in body
    assert "Antwoord volgt op zaterdag 1 mei 2027" in body


def test_the_language_title_and_notices_stand_on_it(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    assert '<html lang="nl">' in html
    assert "<title>Walkshop Crooswijk en Rubroek</title>" in html
    assert "Voorbeeld: alles behalve de 28 opmerkingen is verzonnen." in html
    assert "Schets, niet op schaal. Schets van Walkshop." in html


def test_each_sign_is_drawn_once(page: Path) -> None:
    html = page.read_text(encoding="utf-8")
    names = re.findall(r'<symbol id="([^"]*)"', html)
    assert len(names) == len(set(names))
    assert set(re.findall(r'<use href="#([^"]*)"', html)) == set(names)


def test_two_hundred_notes_stay_under_450_kb(walk: Walk) -> None:
    note = note_of(walk, 27)
    more = [
        replace(note, id=NoteId(f"more-{nr}"), nr=nr, text=f"{note.text} {nr}", place=_at(nr))
        for nr in range(29, 201)
    ]
    html = page_of(edition(walk.having(*more)), painted)
    assert b"data:image/webp" in html
    assert len(html) < 450_000


def _at(nr: int) -> Point:
    return Point(LonLat(4.486 + nr % 13 / 1200, 51.926 + nr % 17 / 2000), assumed=True)


def test_without_a_map_the_outline_lies_under_the_pins(
    walk: Walk, tmp_path: Path, chromium: str
) -> None:
    out = tmp_path / "map.html"
    export(request_of(walk, out))
    assert "data:image/webp" not in out.read_text(encoding="utf-8")
    assert "Schets van Walkshop" not in out.read_text(encoding="utf-8")
    bare_map = open_page(chromium, out)
    assert bare_map.classes("walk-pin") == 25
    assert 'stroke="#86827A"' in bare_map.dom
    assert 'stroke="#3E3A98" stroke-opacity="1" stroke-width="2"' in bare_map.dom


def test_a_walk_without_any_place_is_a_page_too(tmp_path: Path, chromium: str) -> None:
    out = tmp_path / "map.html"
    export(request_of(bare(), out))
    empty = open_page(chromium, out)
    assert (empty.classes("walk-pin"), empty.classes("note"), empty.console) == (0, 1, [])


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page on which every payload stands in every place at once."""
    walk = laden("".join(text for name, text in PAYLOADS.items() if name != "long"))
    notes = [
        filled(Note(id=NoteId(f"p{nr}"), nr=nr, place=Point(LonLat(4.49 + nr / 2000, 51.93))), text)
        for nr, text in enumerate(PAYLOADS.values(), start=10)
    ]
    out = tmp_path_factory.mktemp("hostile") / "map.html"
    return export(request_of(walk.having(*notes), out)).path


def test_nothing_that_people_typed_runs(hostile: Path, chromium: str) -> None:
    seen = open_page(chromium, hostile)
    assert seen.console == []
    assert "<title>RAN" not in seen.dom
    assert seen.classes("walk-pin") == 1 + len(PAYLOADS)


def test_every_word_is_shown_as_it_was_typed(hostile: Path, chromium: str) -> None:
    shown = open_page(chromium, hostile).texts("words")
    for name, typed in PAYLOADS.items():
        if name not in ("nothing but space", "no letter"):
            assert typed.strip() in shown, name


def test_no_sign_that_a_template_or_script_could_run_stands_in_the_words(hostile: Path) -> None:
    html = hostile.read_text(encoding="utf-8")
    body = html.partition("<body>")[2].partition("<script>")[0]
    assert not set(body) & set("`$\\{}")
    scripts = "".join(html.partition("<body>")[2].split("<script>")[1:])
    assert "'RAN'" not in scripts
