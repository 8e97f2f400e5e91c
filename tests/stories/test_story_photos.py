"""Privacy walk-through: a face is not printed until it is blurred, or its owner agreed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.programs import a_program
from tests.services.photos.camera import gps, new_id, picture, shot
from tests.stories.hands import click, walk_of
from walkshop.app import Program
from walkshop.domain.edits.notes import add_note
from walkshop.domain.records import Faces, Note, NoteId, Photo, Profile
from walkshop.i18n import msg
from walkshop.services.output.public import as_shown
from walkshop.services.photos.preparing import prepare_photo
from walkshop.ui.frame.new_walk import Wish
from walkshop.ui.photos.strip import PhotoStrip
from walkshop.ui.photos.window import PhotoWindow

pytestmark = pytest.mark.slow

LEFT = Qt.MouseButton.LeftButton
SAID = NoteId("said")


def begin(qtbot: QtBot, folder: Path) -> Program:
    """A walk with one note in hand, and a photo of a child with it that says where it was taken."""
    program = a_program(qtbot)
    assert program.start_page is not None
    program.start_page.new_walk.begun.emit(Wish("Walk", "", folder / "walk.gpkg"))
    assert program.walk is not None
    store = program.walk.store
    note = Note(id=SAID, nr=0, text="Nice playground")
    store.apply(msg("New note"), lambda walk: add_note(walk, note, store.stamp()))
    program.walk.selection.select_note(SAID)
    near = gps((51.0, 55.8, 0.0), (4.0, 29.4, 0.0))
    (folder / "child.jpg").write_bytes(shot(picture((640, 480)), where=near))
    strip_of(program).take([folder / "child.jpg"])
    qtbot.waitUntil(lambda: bool(walk_of(program).photos), timeout=10_000)
    return program


def strip_of(program: Program) -> PhotoStrip:
    found = program.window.findChild(PhotoStrip)
    assert isinstance(found, PhotoStrip)
    return found


def photo_of(program: Program) -> Photo:
    (photo,) = walk_of(program).photos.values()
    return photo


def printable(program: Program) -> bool:
    """Whether a public document may show it."""
    return bool(as_shown(walk_of(program), Profile.PUBLIC).photos)


def test_a_face_is_not_printed_until_it_is_blurred_and_then_lies_nowhere(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = begin(qtbot, tmp_path)
    assert program.walk is not None
    program.walk.save()
    child = prepare_photo((tmp_path / "child.jpg").read_bytes(), "child.jpg", new_id).data
    assert child[600:1200] in program.walk.path.read_bytes()
    assert not printable(program)
    click(program, "Photo 1")
    window = program.window.findChild(PhotoWindow)
    assert isinstance(window, PhotoWindow)
    qtbot.waitUntil(window.canvas.isEnabled, timeout=10_000)
    QTest.mouseClick(window.canvas, LEFT, pos=window.canvas.rect().center())
    QTest.mouseClick(window.save, LEFT)
    qtbot.waitUntil(lambda: photo_of(program).faces is Faces.BLURRED, timeout=10_000)
    qtbot.waitUntil(lambda: not program.jobs.busy, timeout=10_000)
    window.close()
    assert printable(program)
    path = program.walk.path
    program.window.close()
    left = path.read_bytes()
    assert child[600:1200] not in left
    assert b"Exif" not in left


def test_a_face_is_printed_when_its_owner_agreed_and_no_more_when_that_is_taken_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = begin(qtbot, tmp_path)
    (card,) = strip_of(program).cards_shown
    card.faces.choose(Faces.CONSENT)
    assert printable(program)
    card.faces.choose(Faces.UNCHECKED)
    assert not printable(program)
    program.window.close()
