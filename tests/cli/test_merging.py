"""`walkshop merge`: two typists, one walk, nothing twice and nothing lost."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from uuid import uuid4

import pytest

from walkshop.cli.common import clock, editing
from walkshop.cli.main import main
from walkshop.domain.edits.notes import add_note, reword_note, set_kind
from walkshop.domain.records import Kind, Note, NoteId, Photo, PhotoId
from walkshop.i18n import msg
from walkshop.services.gpkg import check, read_walk
from walkshop.services.gpkg.copies import pictures_in

pytestmark = pytest.mark.slow

PICTURE = b"\xff\xd8\xff made for a test \xff\xd9"
MARK = sha256(PICTURE).hexdigest()


def write(path: Path, *words: str) -> None:
    """Type these lines in a walk file."""
    with editing(path) as store:
        for text in words:
            note = Note(id=NoteId(str(uuid4())), nr=0, text=text)
            store.apply(msg("New note"), lambda walk, note=note: add_note(walk, note, clock()))


def ids(path: Path) -> dict[str, NoteId]:
    return {note.text: note.id for note in read_walk(path).notes.values()}


def numbers(path: Path) -> dict[str, int]:
    return {note.text: note.nr for note in read_walk(path).notes.values()}


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """Two copies of a walk with two notes."""
    ours, theirs = tmp_path / "ours.gpkg", tmp_path / "theirs.gpkg"
    assert main(["new", str(ours), "--title", "Oost"]) == 0
    write(ours, "Losse tegels", "Mooi groen")
    shutil.copy(ours, theirs)
    return ours, theirs


def told(capsys: pytest.CaptureFixture[str], *args: object) -> dict[str, object]:
    capsys.readouterr()
    assert main(["merge", *map(str, args), "--json"]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_two_typists_have_one_walk_and_merging_again_brings_nothing(two, capsys):
    ours, theirs = two
    write(ours, "Donker")
    write(theirs, "Nat", "Bankje")
    first = told(capsys, ours, theirs)
    assert (first["added"], first["changed"], first["conflicts"]) == (2, 0, [])
    assert first["renumbered"] == [{"kind": "note", "theirs": 3, "ours": 5}]
    assert numbers(ours) == {"Losse tegels": 1, "Mooi groen": 2, "Donker": 3, "Bankje": 4, "Nat": 5}
    again = told(capsys, ours, theirs)
    assert [again[key] for key in ("added", "changed", "other", "renumbered")] == [0, 0, 0, []]
    assert check(ours).ok


def test_each_side_changes_another_field_and_both_count(two, capsys):
    ours, theirs = two
    note = ids(ours)["Losse tegels"]
    with editing(ours) as store:
        store.apply(msg("Words"), lambda walk: reword_note(walk, note, "Scheve tegels", clock()))
    with editing(theirs) as store:
        store.apply(msg("Kind"), lambda walk: set_kind(walk, note, Kind.CONCERN, clock()))
    assert told(capsys, ours, theirs)["conflicts"] == []
    found = read_walk(ours).note(note)
    assert (found.text, found.kind) == ("Scheve tegels", Kind.CONCERN)


def test_both_change_the_words_and_both_are_kept(two, capsys):
    ours, theirs = two
    note = ids(ours)["Losse tegels"]
    for path, words in ((ours, "Scheve tegels"), (theirs, "Gladde tegels")):
        with editing(path) as store:
            store.apply(msg("Words"), lambda walk, w=words: reword_note(walk, note, w, clock()))
    (conflict,) = told(capsys, ours, theirs)["conflicts"]
    assert (conflict["nr"], conflict["ours"], conflict["theirs"]) == (
        1, "Scheve tegels", "Gladde tegels",
    )  # fmt: skip
    assert ("other text", "Gladde tegels") in read_walk(ours).note(note).extra


def test_pictures_come_along_by_their_checksum(two, capsys):
    ours, theirs = two
    photo = Photo(id=PhotoId("p"), sha256=MARK)
    note = read_walk(theirs).note(ids(theirs)["Mooi groen"])
    with editing(theirs) as store:
        shown = replace(note, photos=(photo.id,))
        store.apply(msg("Photo"), lambda walk: walk.having(photo, shown), blobs={MARK: PICTURE})
    assert told(capsys, ours, theirs)["photos"] == 1
    assert pictures_in(ours, [MARK]) == {MARK: PICTURE}
    assert read_walk(ours).note(note.id).photos == (photo.id,)


def test_one_undo_takes_a_whole_merging_back(two, capsys):
    ours, theirs = two
    before = read_walk(ours)
    write(theirs, "Nat", "Bankje")
    told(capsys, ours, theirs)
    with editing(ours) as store:
        store.undo()
        assert store.walk == before


def refused(capsys: pytest.CaptureFixture[str], *args: object) -> str:
    capsys.readouterr()
    assert main(["merge", *map(str, args)]) == 2
    return capsys.readouterr().err


def test_another_walk_is_refused_and_nothing_changes(two, tmp_path, capsys):
    ours, theirs = two
    write(theirs, "Nat")
    other = tmp_path / "other.gpkg"
    assert main(["new", str(other), "--title", "West"]) == 0
    before = ours.read_bytes()
    assert "another walk" in refused(capsys, ours, theirs, other)
    assert ours.read_bytes() == before


def test_the_walk_itself_under_another_name_is_refused(two, tmp_path, capsys):
    ours, _ = two
    link = tmp_path / "link.gpkg"
    link.symlink_to(ours)
    assert "this walk itself" in refused(capsys, ours, link)


def test_a_file_of_others_and_a_missing_one_are_refused(two, tmp_path, capsys):
    ours, _ = two
    odd = tmp_path / "odd.gpkg"
    odd.write_bytes(b"no walk")
    assert refused(capsys, ours, odd).startswith("walkshop: ")
    assert refused(capsys, ours, tmp_path / "none.gpkg").startswith("walkshop: ")


def test_a_picture_that_is_not_what_it_claims_stays_out(two):
    _, theirs = two
    with editing(theirs) as store:
        photo = Photo(id=PhotoId("p"), sha256="00" * 32)
        store.apply(msg("Photo"), lambda walk: walk.having(photo), blobs={"00" * 32: b"else"})
    assert pictures_in(theirs, ["00" * 32]) == {}
