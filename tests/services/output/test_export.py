"""One door to all documents: what is asked is made whole, or refused in a sentence."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.services.output.conftest import drawing, request_of
from tests.services.output.reading import text_of
from tests.services.output.sample import bare, note_of
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NoteId, Profile, Walk
from walkshop.i18n import language, msg
from walkshop.services.output import DOCUMENTS, PAPERS, MapPicture, export

pytestmark = pytest.mark.slow

PNG = b"\x89PNG\r\n\x1a\n"


def test_every_number_is_the_same_in_all_exports(walk: Walk, tmp_path: Path) -> None:
    import geopandas

    made = {name: tmp_path / name for name in ("n.csv", "n.geojson", "n.gpkg", "n.html", "n.pdf")}
    for out in made.values():
        export(request_of(walk, out, what="map" if out.suffix == ".pdf" else ""))
    said = {note.nr: note.text for note in walk.notes.values()}
    features = json.loads(made["n.geojson"].read_text(encoding="utf-8"))["features"]
    assert {one["properties"]["nr"]: one["properties"]["text"] for one in features} == said
    notes = geopandas.read_file(made["n.gpkg"], layer="notes")
    assert dict(zip(notes.nr, notes.text, strict=True)) == said
    page, sheet, table = (text_of(made[name]) for name in ("n.html", "n.pdf", "n.csv"))
    for nr, text in said.items():
        assert re.search(rf"{nr}</span> <span [^>]*>{re.escape(text)}<", page)
        assert _letters(f"{nr} {text}") in _letters(sheet)
        assert f"{nr},{text}," in table or f'{nr},"{text}",' in table


def _letters(text: str) -> str:
    """Words without blanks and hyphens, at which a line may end."""
    return re.sub(r"[\s\ufffe\x02-]", "", text)


def test_the_agenda_uses_the_numbers_of_notes_and_actions(walk: Walk, tmp_path: Path) -> None:
    agenda = text_of(export(request_of(walk, tmp_path / "agenda.pdf", "en")).path)
    for action in walk.actions.values():
        assert f"{action.nr} {action.in_language('what', 'en')}" in agenda
    assert "7 Many shared entrances have steps up to the door" in agenda


@pytest.mark.parametrize("paper", PAPERS)
def test_a_picture_is_the_sheet_at_150_dots_per_inch(
    walk: Walk, tmp_path: Path, paper: str
) -> None:
    if paper in ("a1", "a0"):
        return
    out = export(request_of(walk, tmp_path / "map.png", paper=paper, paint_svg=drawing)).path
    head = out.read_bytes()[:24]
    width, height = PAPERS[paper]
    assert head.startswith(PNG)
    size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    assert size == pytest.approx((width / 25.4 * 150, height / 25.4 * 150), abs=1)


def test_the_painter_is_asked_for_the_shape_of_the_frame(walk: Walk, tmp_path: Path) -> None:
    asked: list[MapPicture] = []

    def remembering(picture: MapPicture) -> bytes:
        asked.append(picture)
        return drawing(picture)

    export(request_of(walk, tmp_path / "map.pdf", what="map", paint_svg=remembering))
    (picture,) = asked
    low, high = picture.bounds.south, picture.bounds.north
    across = (picture.bounds.east - picture.bounds.west) * 0.6166  # cosine of 51.93 degrees
    assert picture.width_px / picture.height_px == pytest.approx(across / (high - low), rel=0.01)
    assert picture.language == "nl"


@pytest.mark.parametrize(
    ("name", "what", "sentence"),
    [
        ("walk.docm", "", "is of a kind that cannot be made"),
        ("walk", "", "is of a kind that cannot be made"),
        ("walk.pdf", "poster", "“poster” cannot be made as “.pdf”"),
        ("walk.csv", "agenda", "“agenda” cannot be made as “.csv”"),
        ("walk.html", "letter", "“letter” cannot be made as “.html”"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    tmp_path: Path, name: str, what: str, sentence: str
) -> None:
    with pytest.raises(WalkshopError, match=re.escape(sentence)):
        export(request_of(bare(), tmp_path / name, what=what))
    assert list(tmp_path.iterdir()) == []


def test_a_paper_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="There is no paper “a9”"):
        export(request_of(bare(), tmp_path / "map.pdf", paper="a9"))


def test_an_ending_in_capitals_is_understood(tmp_path: Path) -> None:
    assert export(request_of(bare(), tmp_path / "NOTES.CSV")).path.exists()


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    english = language("en")
    agenda = export(request_of(bare(), tmp_path / "agenda.pdf"))
    sheet = export(request_of(bare(), tmp_path / "map.pdf", what="map"))
    team = export(request_of(bare(), tmp_path / "notes.csv", profile=Profile.TEAM))
    assert [english.say(one) for one in agenda.missing] == ["Draft: 1 note has no answer yet."]
    assert [english.say(one) for one in sheet.missing] == ["There is no map in it."]
    assert "do not forward" in english.say(team.missing[0])


def test_a_picture_says_when_not_everything_fits_in_it(walk: Walk, tmp_path: Path) -> None:
    note = note_of(walk, 27)
    more = [replace(note, id=NoteId(f"more-{nr}"), nr=nr) for nr in range(29, 200)]
    english, out = language("en"), tmp_path / "map.png"
    few = export(request_of(walk, out, paint_svg=drawing))
    many = export(request_of(walk.having(*more), out, paint_svg=drawing))
    assert few.missing == ()
    assert english.say(many.missing[0]).startswith("Not everything fits in the picture.")


@pytest.mark.parametrize(("paper", "dots"), [("a4", 49), ("a0", 300), ("a4", 0)])
def test_a_picture_too_coarse_or_too_large_is_refused(
    tmp_path: Path, paper: str, dots: int
) -> None:
    with pytest.raises(WalkshopError, match=f"{dots} dots per inch") as refused:
        export(request_of(bare(), tmp_path / "map.png", paper=paper, dots_per_inch=dots))
    assert "Choose from 50 to" in language("en").say(refused.value.hint)
    assert list(tmp_path.iterdir()) == []


def test_a_picture_has_the_dots_that_are_asked_for(walk: Walk, tmp_path: Path) -> None:
    out = export(request_of(walk, tmp_path / "map.png", paint_svg=drawing, dots_per_inch=72)).path
    head = out.read_bytes()[:24]
    size = int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")
    assert size == pytest.approx((297 / 25.4 * 72, 210 / 25.4 * 72), abs=1)


def test_why_there_is_only_an_outline_is_said_with_the_documents_that_show_it(
    tmp_path: Path,
) -> None:
    lost = msg("The map was not found: only the outline is shown.")
    page = export(request_of(bare(), tmp_path / "map.html", map_missing=lost))
    table = export(request_of(bare(), tmp_path / "notes.csv", map_missing=lost))
    assert lost in page.missing
    assert lost not in table.missing


def test_characters_printed_by_name_are_counted(tmp_path: Path) -> None:
    made = export(request_of(bare("Een \ue000 hier"), tmp_path / "map.pdf", what="map"))
    assert made.replaced_characters == 1
    assert "Een [U+E000] hier" in text_of(made.path)


@pytest.mark.parametrize("ending", list(DOCUMENTS))
def test_the_same_walk_gives_a_document_again(tmp_path: Path, ending: str) -> None:
    out = tmp_path / f"out{ending}"
    out.write_bytes(b"old")
    export(request_of(bare(), out))
    assert out.read_bytes() != b"old"
