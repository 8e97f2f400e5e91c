"""Nobody outside the team reads what was hidden, whatever document they open."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.services.output.conftest import drawing, edition, request_of
from tests.services.output.hidden import secretive
from tests.services.output.reading import text_of
from walkshop.domain.records import Profile
from walkshop.i18n import msg
from walkshop.services.output import DOCUMENTS, MapPicture, export

FILES = [
    (ending, what) for ending, known in DOCUMENTS.items() for what in known if ending != ".png"
]


@pytest.mark.parametrize("code", ["nl", "en"])
@pytest.mark.parametrize(("ending", "what"), FILES)
def test_no_hidden_word_is_in_a_public_file(
    tmp_path: Path, ending: str, what: str, code: str
) -> None:
    out = tmp_path / f"public{ending}"
    export(request_of(secretive(), out, code, what=what, paint_svg=drawing))
    assert b"SECRET" not in out.read_bytes()
    assert "SECRET" not in text_of(out)
    assert ("neighbour is ill" if code == "en" and ending != ".csv" else "buur is ziek") in (
        text_of(out)
    )


@pytest.mark.parametrize(("ending", "what"), FILES)
def test_the_team_reads_the_words_themselves(tmp_path: Path, ending: str, what: str) -> None:
    out = tmp_path / f"team{ending}"
    export(request_of(secretive(), out, what=what, profile=Profile.TEAM, paint_svg=drawing))
    assert "SECRET original" in text_of(out)


def test_a_hidden_note_keeps_its_number_and_a_withdrawn_one_is_gone() -> None:
    public = edition(secretive())
    assert [note.nr for note in public.notes] == [1, 2, 3]
    assert public.words_of(public.notes[1]) == public.say(
        msg("These words are hidden from others.")
    )


def test_the_painter_gets_the_walk_without_what_is_hidden(tmp_path: Path) -> None:
    asked: list[MapPicture] = []

    def remembering(picture: MapPicture) -> bytes:
        asked.append(picture)
        return drawing(picture)

    out = tmp_path / "map.pdf"
    export(request_of(secretive(), out, what="map", paint_svg=remembering))
    assert "SECRET" not in repr(asked[0].walk)


def test_the_live_file_is_never_copied_for_the_public(tmp_path: Path) -> None:
    def copied(to: Path) -> None:
        to.write_bytes(b"SECRET")

    out = tmp_path / "walk.gpkg"
    export(request_of(secretive(), out, copy_live=copied))
    with sqlite3.connect(out) as file:
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    export(request_of(secretive(), out, copy_live=copied, profile=Profile.TEAM))
    assert out.read_bytes() == b"SECRET"


def test_money_is_for_the_team_only(tmp_path: Path) -> None:
    out = tmp_path / "agenda.pdf"
    export(request_of(secretive(), out, "en", profile=Profile.TEAM))
    assert "More than 10,000 euro" in text_of(out)
    export(request_of(secretive(), out, "en"))
    assert "euro" not in text_of(out)
