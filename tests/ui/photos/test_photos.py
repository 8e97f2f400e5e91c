"""Photos in the inspector under hands: added, looked at, painted over, and cared for."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from tests.domain.builders import STAMP, a_note, a_walk
from tests.services.photos.camera import new_id, picture, shot
from tests.ui.stages import ENGLISH, AtOnce, a_store, nameless
from walkshop.domain.edits.photos import attach_photo
from walkshop.domain.records import Faces, NoteId
from walkshop.i18n import msg
from walkshop.services.photos.preparing import Prepared, prepare_photo
from walkshop.ui.photos.shelf import PhotoShelf
from walkshop.ui.photos.strip import PhotoStrip
from walkshop.ui.photos.window import PhotoWindow
from walkshop.ui.selection import Selection

pytestmark = pytest.mark.slow

LEFT = Qt.MouseButton.LeftButton
ONE = NoteId("note 1")


class Pictures:
    """Pictures in memory, as a walk file keeps them."""

    def __init__(self) -> None:
        self.held: dict[str, bytes] = {}
        self.forgotten: list[str] = []

    def blob(self, sha256: str) -> bytes | None:
        return self.held.get(sha256)

    def forget_picture(self, old: str, new: str) -> bool:
        self.forgotten.append(old)
        return self.held.pop(old, None) is not None


def prepared(wide: int = 400) -> Prepared:
    return prepare_photo(shot(picture((wide, 300))), f"bench {wide}.jpg", new_id)


class Bench:
    """A strip over a note with one photo, in a window of its own."""

    def __init__(self, qtbot) -> None:
        photo = prepared()
        walk = attach_photo(a_walk(a_note(1), a_note(2)), ONE, photo.photo, STAMP)
        self.store, self.selection, self.pictures = a_store(walk), Selection(), Pictures()
        self.pictures.held[photo.photo.sha256] = photo.data
        self.chosen: list[Path] = []
        self.id = photo.photo.id
        shelf = PhotoShelf(self.pictures, AtOnce(), self.store)
        self.strip = PhotoStrip(
            self.store, self.selection, ENGLISH, shelf, lambda parent, language: self.chosen
        )
        qtbot.addWidget(self.strip)
        self.strip.resize(340, 700)
        self.selection.select_note(ONE)
        self.strip.show()
        self.apply = self.store.apply
        self.store.apply = self.kept  # type: ignore[method-assign]  # keeps the bytes, as a file does

    def kept(self, label, edit, merge="", blobs=None) -> bool:
        self.pictures.held |= blobs or {}
        return self.apply(label, edit, merge, blobs)

    @property
    def photo(self):
        return self.store.walk.photos[self.id]

    def open(self, qtbot) -> PhotoWindow:
        QTest.mouseClick(self.strip.cards[0].thumb, LEFT)
        window = self.strip.window().findChild(PhotoWindow)
        assert isinstance(window, PhotoWindow)
        window.resize(640, 600)
        return window


@pytest.fixture
def bench(qtbot):
    return Bench(qtbot)


def paint(window: PhotoWindow, *points: tuple[int, int]) -> None:
    """Paint over these points of the photo with the mouse."""
    canvas = window.canvas
    at = [canvas.to_widget(x, y).toPoint() for x, y in points]
    QTest.mousePress(canvas, LEFT, pos=at[0])
    for point in at[1:]:
        QTest.mouseMove(canvas, point)
    QTest.mouseRelease(canvas, LEFT, pos=at[-1])


def test_a_photo_shows_its_picture_its_words_and_that_nobody_looked(bench):
    (card,) = bench.strip.cards_shown
    assert card.thumb.shows_picture
    assert card.faces.currentText() == "Not looked at yet"
    assert card.warning.isVisible()
    assert not nameless(bench.strip)


def test_words_and_who_is_on_it_are_kept_at_once(bench):
    (card,) = bench.strip.cards_shown
    QTest.keyClicks(card.caption, "Too high a step")
    QTest.keyClick(card.caption, Qt.Key.Key_Return)
    card.faces.choose(Faces.CONSENT)
    assert (bench.photo.caption, bench.photo.faces) == ("Too high a step", Faces.CONSENT)
    assert not card.warning.isVisible()
    bench.store.undo()
    assert card.warning.isVisible()


def test_words_that_do_not_fit_a_print_are_counted(bench):
    (card,) = bench.strip.cards_shown
    card.caption.setText("x" * 83)
    assert card.long.text() == "3 characters too long for a print"


def test_files_become_photos_of_the_note_in_one_step(bench, tmp_path):
    for wide in (410, 420):
        (tmp_path / f"{wide}.jpg").write_bytes(shot(picture((wide, 300))))
    bench.chosen = sorted(tmp_path.iterdir())
    QTest.mouseClick(bench.strip.add, LEFT)
    assert len(bench.store.walk.note(ONE).photos) == 3
    assert len(bench.strip.cards_shown) == 3
    assert not bench.strip.add.isVisible()
    bench.store.undo()
    assert len(bench.strip.cards_shown) == 1


def test_a_file_that_is_no_photo_is_refused_where_it_was_asked_for(bench, tmp_path):
    (tmp_path / "a.jpg").write_text("no photo")
    bench.strip.take([tmp_path / "a.jpg"])
    assert bench.strip.refusal.text().startswith("“a.jpg” is no photo that can be read.")


def test_photos_are_dropped_on_the_note_and_other_files_are_not(bench, tmp_path):
    files = [tmp_path / "b.jpg", tmp_path / "b.txt"]
    files[0].write_bytes(shot(picture((430, 300))))
    files[1].write_text("words")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT,
                      Qt.KeyboardModifier.NoModifier)  # fmt: skip
    bench.strip.dropEvent(drop)
    assert len(bench.strip.cards_shown) == 2


def test_a_note_without_photos_says_how_they_come_and_several_notes_show_none(bench):
    bench.selection.select_note(NoteId("note 2"))
    assert not bench.strip.cards_shown
    assert bench.strip.hint.isVisible()
    bench.selection.select_notes([ONE, NoteId("note 2")])
    assert not bench.strip.isVisible()


def test_the_menu_puts_photos_in_order_and_takes_them_off(bench, tmp_path):
    (tmp_path / "c.jpg").write_bytes(shot(picture((440, 300))))
    bench.strip.take([tmp_path / "c.jpg"])
    later, off = bench.strip.cards[0].menu.actions()[1:3]
    later.trigger()
    assert bench.store.walk.note(ONE).photos[1] == bench.id
    off.trigger()
    assert bench.store.walk.note(ONE).photos == (bench.id,)


def test_a_stroke_is_taken_back_and_nothing_is_saved_before_the_button(bench, qtbot):
    window = bench.open(qtbot)
    assert not window.save.isEnabled()
    paint(window, (60, 60), (90, 90))
    paint(window, (200, 60), (230, 90))
    QTest.mouseClick(window.back, LEFT)
    assert len(window.canvas.strokes) == 1
    assert window.canvas.strokes[0].path[0] == pytest.approx((60, 60), abs=2)
    window.close()
    assert bench.photo.faces is Faces.UNCHECKED


def test_what_was_painted_is_blurred_and_the_old_picture_forgotten(bench, qtbot):
    was = bench.photo.sha256
    window = bench.open(qtbot)
    paint(window, (180, 60), (220, 200))
    QTest.mouseClick(window.save, LEFT)
    assert bench.photo.faces is Faces.BLURRED
    assert bench.photo.sha256 != was
    assert bench.pictures.forgotten == [was]
    assert (window.canvas.strokes, window.save.isEnabled()) == ([], False)
    bench.store.undo()
    assert bench.photo.sha256 != was
    window.close()


def test_a_photo_is_turned_by_a_button_and_back_by_undo(bench, qtbot):
    window = bench.open(qtbot)
    QTest.mouseClick(window.turn, LEFT)
    assert (bench.photo.width_px, bench.photo.height_px) == (300, 400)
    assert bench.photo.faces is Faces.UNCHECKED
    bench.store.undo()
    assert bench.photo.width_px == 400
    window.close()


def test_the_brush_keeps_to_its_bounds_and_the_wheel_is_a_slider(bench, qtbot):
    window = bench.open(qtbot)
    window.canvas.set_radius(9_999)
    assert window.brush.value() == window.canvas.radius == 250
    window.brush.setValue(12)
    assert window.canvas.radius == 12
    window.close()


def test_a_window_closes_when_its_photo_goes(bench, qtbot):
    window = bench.open(qtbot)
    photo = replace(bench.photo, sha256="")
    bench.store.apply(msg("Withdrawn"), lambda walk: walk.having(photo))
    assert not window.isVisible()


def test_a_picture_that_is_not_in_the_file_leaves_an_empty_box(bench):
    bench.pictures.held.clear()
    shelf = PhotoShelf(bench.pictures, AtOnce())
    assert shelf.small(bench.photo.sha256) is None
    came = []
    shelf.loaded.connect(lambda sha, longest, image: came.append(image))
    shelf.fetch(bench.photo.sha256, 100)
    assert came == [None]


def test_points_go_from_the_screen_to_the_photo_and_back(bench, qtbot):
    window = bench.open(qtbot)
    for point in (QPoint(100, 90), QPoint(300, 200)):
        there = window.canvas.to_photo(QPointF(point))
        assert window.canvas.to_widget(*there).toPoint() == point
    window.close()
