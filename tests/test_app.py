"""The program as a whole: files open and close, languages change, nothing is lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.programs import Answers, a_program, notes_of, with_sample
from tests.ui.desks import ENTER, type_line
from walkshop.app import Program, open_desk
from walkshop.domain.edits.setting import lay_map
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import BasemapLink, NoteId
from walkshop.i18n import msg
from walkshop.services.gpkg import read_walk
from walkshop.services.settings import Settings, SettingsFile
from walkshop.ui.frame.new_walk import Wish
from walkshop.ui.prepare.about import WalkSection
from walkshop.ui.prepare.model import set_about
from walkshop.ui.prepare.panel import PreparePanel

pytestmark = pytest.mark.slow


def note_27(program: Program) -> NoteId:
    assert program.walk is not None
    return next(note.id for note in program.walk.store.walk.notes.values() if note.nr == 27)


def test_what_was_typed_is_in_the_file_when_the_window_is_closed(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = with_sample(qtbot, tmp_path)
    type_line(notes_of(program).line, "Nog een bankje")
    assert program.window.close()
    texts = [note.text for note in read_walk(tmp_path / "walk.gpkg").notes.values()]
    assert texts[-1] == "Nog een bankje"
    assert [path.name for path in tmp_path.iterdir()] == ["walk.gpkg"]


def test_another_language_keeps_file_stage_selection_filter_and_typed_words(
    qtbot: QtBot, tmp_path: Path
) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.walk is not None
    program.walk.selection.select_note(note_27(program))
    program.walk.filter.want_words("bank")
    QTest.keyClicks(notes_of(program).line, "half een zin")
    store = program.walk.store
    program.speak("nl")
    assert program.language.code == "nl"
    assert program.walk.store is store
    assert program.frame is not None
    assert program.frame.stage == "notes"
    assert notes_of(program).line.text() == "half een zin"
    rows = notes_of(program).list_side.view.selectionModel().selectedIndexes()
    assert len(rows) == 1
    assert program.frame.top.search.text() == "bank"
    assert program.settings.now.language == "nl"


def test_the_window_is_built_anew_without_leaving_the_old_one(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    first = program.frame
    assert first is not None
    gone: list[bool] = []
    first.destroyed.connect(lambda: gone.append(True))
    program.settle(Settings("en", 130))
    qtbot.waitUntil(lambda: bool(gone))
    assert program.frame is not first
    type_line(notes_of(program).line, "Daarna")
    program.settle(Settings("en"))


def test_every_stage_opens_by_its_key(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.frame is not None
    for stage in ("prepare", "values", "agenda", "share", "settings", "notes"):
        program.frame.open_stage(stage)
        assert program.frame.panel(stage).isVisible()


def test_a_new_walk_is_made_and_opened(qtbot: QtBot, tmp_path: Path) -> None:
    program = a_program(qtbot)
    assert program.start_page is not None
    path = tmp_path / "nieuw.gpkg"
    program.start_page.new_walk.begun.emit(Wish("Oost", "Hoe is het hier?", path))
    assert program.walk is not None
    assert program.window.windowTitle() == "Oost – Walkshop"
    type_line(notes_of(program).line, "Eerste")
    assert program.window.close()
    assert read_walk(path).about.question == "Hoe is het hier?"


def test_the_sample_is_copied_to_where_the_person_wants_it(qtbot: QtBot, tmp_path: Path) -> None:
    program = Program(SettingsFile(None), Answers(to_save=tmp_path / "voorbeeld.gpkg"), "nl")
    qtbot.addWidget(program.window)
    program.show_start()
    program.window.show()
    program.beginning.ask_sample()
    assert (tmp_path / "voorbeeld.gpkg").is_file()
    assert notes_of(program).list_side.view.notes.rowCount() == 28


def test_a_file_of_others_is_refused_on_the_start_page(qtbot: QtBot, tmp_path: Path) -> None:
    program = a_program(qtbot)
    (tmp_path / "letter.gpkg").write_text("not a walk")
    program.try_open(tmp_path / "letter.gpkg")
    assert program.walk is None
    assert program.start_page is not None
    assert program.start_page.refusal.text()
    assert (tmp_path / "letter.gpkg").read_text() == "not a walk"


def test_a_walk_that_is_gone_leaves_the_list_of_recent_ones(qtbot: QtBot, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    settings.keep(Settings().opened(tmp_path / "gone.gpkg", "Weg"))
    program = a_program(qtbot, settings)
    program.try_open(tmp_path / "gone.gpkg")
    assert settings.now.recent == ()


def test_opening_by_path_refuses_before_a_window_is_shown(tmp_path: Path, qtbot: QtBot) -> None:
    with pytest.raises(WalkshopError):
        open_desk(tmp_path / "missing.gpkg", SettingsFile(None), "en", Answers())


def test_back_on_the_start_page_the_walk_stands_first(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    program.show_start()
    assert program.walk is None
    assert program.start_page is not None
    assert "Crooswijk" in program.start_page.recent[0].text()


def test_the_window_stands_where_it_stood(qtbot: QtBot, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / "settings.json")
    program = a_program(qtbot, settings)
    program.window.resize(700, 600)
    assert program.window.close()
    again = Program(SettingsFile(tmp_path / "settings.json"), Answers(), "en")
    qtbot.addWidget(again.window)
    assert (again.window.width(), again.window.height()) == (700, 600)
    again.window.stand_at("no place at all")


def test_closing_asks_first_when_the_disk_does_not_take_what_was_typed(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("walkshop.ui.opening.CLOSE_WITHIN_S", 0.2)
    program = with_sample(qtbot, tmp_path)
    asking = Answers(closes_unsaved=False)
    program._asking = asking
    assert program.frame is not None
    saved = program.frame.status.saved
    other = sqlite3.connect(tmp_path / "walk.gpkg", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    type_line(notes_of(program).line, "Nog niet veilig")
    qtbot.waitUntil(lambda: saved.words == "Not saved yet. Trying again.", timeout=15_000)
    assert not program.window.close()
    assert asking.asked == 1
    other.execute("ROLLBACK")
    other.close()
    qtbot.waitUntil(lambda: saved.words.startswith("Saved"), timeout=15_000)
    assert program.window.close()
    texts = [note.text for note in read_walk(tmp_path / "walk.gpkg").notes.values()]
    assert "Nog niet veilig" in texts


def test_the_window_is_called_by_the_title_of_the_walk(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.walk is not None
    store = program.walk.store
    store.apply(msg("Title changed"), set_about("title", "Oost", store.stamp()))
    assert program.window.windowTitle() == "Oost – Walkshop"


def test_words_in_the_line_are_not_lost_by_closing(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    asking = Answers(closes_unsaved=False)
    program._asking = asking
    QTest.keyClicks(notes_of(program).line, "nog niet af")
    assert not program.window.close()
    assert asking.asked == 1
    QTest.keyClick(notes_of(program).line, ENTER)
    assert program.window.close()
    assert asking.asked == 1


def test_a_form_that_is_being_filled_in_is_kept_on_closing(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.frame is not None
    program.frame.open_stage("prepare")
    panel = program.frame.panel("prepare")
    assert isinstance(panel, PreparePanel)
    part = panel.section("walk")
    assert isinstance(part, WalkSection)
    title = part.fields["title"]
    qtbot.waitUntil(title.hasFocus)
    title.selectAll()
    QTest.keyClicks(title, "Nieuwe titel")
    assert program.window.close()
    assert read_walk(tmp_path / "walk.gpkg").about.title == "Nieuwe titel"


def test_a_walk_whose_map_is_not_here_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    program = with_sample(qtbot, tmp_path)
    assert program.walk is not None
    store = program.walk.store
    store.apply(msg("Map"), lambda walk: lay_map(walk, BasemapLink("elders.gpkg"), store.stamp()))
    program.open(tmp_path / "walk.gpkg")
    assert program.frame is not None
    assert program.frame.status.notice.words.startswith("The map under this walk is not here")
