"""The Share stage: what is made, for whom, and what is said about it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.domain.builders import STAMP
from tests.ui.stages import ENGLISH, AtOnce, a_store, nameless, nid, small_walk
from walkshop.domain.edits.place import move_note
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import WHOLE, Profile
from walkshop.i18n import language, msg
from walkshop.services.output import ExportRequest, Made, export
from walkshop.services.output.preview import preview_of
from walkshop.services.settings import SettingsFile
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Filter
from walkshop.ui.jobs import Jobs
from walkshop.ui.selection import Selection
from walkshop.ui.share.asking import documents_folder
from walkshop.ui.share.documents import DOCUMENTS, plain_name
from walkshop.ui.share.panel import SharePanel

LEFT = Qt.MouseButton.LeftButton
TODAY = date(2027, 3, 8)


class Places:
    """Answers where a file goes as a person would who agrees with what is suggested."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.suggested: list[Path] = []

    def file(self, parent, title, suggested, pattern):
        self.suggested.append(suggested)
        return self._folder / suggested.name if self._folder else None

    def folder(self, parent, title, start):
        return self._folder


class RealExporter:
    """Makes documents of a store as the program does, without a map."""

    def __init__(self, store) -> None:
        self._store = store

    def __call__(self, out, what, profile, code, paper):
        return export(self._request(out, what, profile, code, paper))

    def preview(self, document, wish, room):
        out = Path(f"x{document.ending}")
        code = wish.languages[0]
        return preview_of(self._request(out, document.what, wish.profile, code, wish.paper), room)

    def _request(self, out, what, profile, code, paper):
        return ExportRequest(
            walk=self._store.walk, out=out, what=what, language=language(code), profile=profile,
            paper=paper, today=TODAY,
        )  # fmt: skip


def open_share(qtbot, walk, folder, jobs=None, settings=None):
    store = a_store(walk)
    desk = Desk(store, Selection(), Filter(store, store), ENGLISH)
    made = SharePanel(desk, RealExporter(store), jobs or AtOnce(), settings or SettingsFile(None))
    made.store, made.filter = store, desk.filter
    made.outbox.asking = Places(folder)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def panel(qtbot, tmp_path):
    return open_share(qtbot, small_walk(), tmp_path)


def test_one_document_is_saved_where_the_person_says(panel, tmp_path):
    QTest.mouseClick(panel.cards["table"].save, LEFT)
    wanted = panel.outbox.asking.suggested[0].name
    assert (tmp_path / wanted).is_file()
    assert wanted.endswith(".csv")
    assert wanted.startswith("Crooswijk-")
    assert panel.cards["table"].state.text() == "Made"


def test_the_folder_is_remembered_for_the_next_time(qtbot, tmp_path):
    settings = SettingsFile(tmp_path / "settings.json")
    panel = open_share(qtbot, small_walk(), tmp_path, settings=settings)
    panel.save(DOCUMENTS[4])
    again = SettingsFile(tmp_path / "settings.json")
    other = open_share(qtbot, small_walk(), tmp_path, settings=again)
    other.save(DOCUMENTS[5])
    assert other.outbox.asking.suggested[0].parent == tmp_path
    again.keep(replace(again.now, share_folder=str(tmp_path / "gone")))
    assert other.folder == documents_folder()


def test_nothing_is_made_when_the_person_thought_better_of_it(qtbot, tmp_path):
    panel = open_share(qtbot, small_walk(), None)
    panel.save(DOCUMENTS[0])
    QTest.mouseClick(panel.all.button, LEFT)
    assert list(tmp_path.iterdir()) == []
    assert not panel.outcomes.isVisible()


def test_all_documents_are_made_beside_the_window_and_listed(qtbot, tmp_path):
    jobs = Jobs()
    panel = open_share(qtbot, small_walk(), tmp_path, jobs)
    QTest.mouseClick(panel.all.button, LEFT)
    assert not panel.all.button.isEnabled()
    assert panel.cards["page"].state.text() == "Being made"
    qtbot.waitUntil(panel.outcomes.isVisible, timeout=60_000)
    made = {path.suffix for path in tmp_path.iterdir()}
    assert made == {document.ending for document in DOCUMENTS}
    assert len(panel.outcomes.words()) == len(DOCUMENTS)
    assert panel.all.button.isEnabled()
    jobs.close()


def test_the_focus_stays_on_the_card_and_comes_back_to_the_button(qtbot, tmp_path):
    jobs = Jobs()
    panel = open_share(qtbot, small_walk(), tmp_path, jobs)
    panel.activateWindow()
    save = panel.cards["table"].save
    save.setFocus()
    QTest.keyClick(save, Qt.Key.Key_Space)
    assert panel.focusWidget() is panel.cards["table"]
    qtbot.waitUntil(save.isEnabled, timeout=20_000)
    assert panel.focusWidget() is save
    jobs.close()


def test_whoever_went_elsewhere_meanwhile_stays_there(qtbot, tmp_path):
    jobs = Jobs()
    panel = open_share(qtbot, small_walk(), tmp_path, jobs)
    panel.cards["table"].save.setFocus()
    panel.save(DOCUMENTS[-1])
    elsewhere = panel.wish.language.button("en")
    elsewhere.setFocus()
    qtbot.waitUntil(panel.cards["table"].save.isEnabled, timeout=20_000)
    assert panel.focusWidget() is elsewhere
    jobs.close()


def test_one_that_cannot_be_made_does_not_stop_the_others(panel, tmp_path):
    real = panel.outbox.exporter

    def full(out, what, profile, code, paper):
        if out.suffix == ".png":
            raise WalkshopError(msg("“{name}” could not be saved.", name=out.name))
        return Made(out) if out.suffix != ".csv" else real(out, what, profile, code, paper)

    panel.outbox.exporter = full
    panel.save_all()
    assert panel.cards["picture"].state.text() == "Not made"
    assert panel.cards["table"].state.text() == "Made"
    assert any("could not be saved" in words for words in panel.outcomes.words())


def test_public_comes_first_and_a_team_copy_says_so_in_its_name(panel):
    assert panel.wish.wish.profile is Profile.PUBLIC
    QTest.mouseClick(panel.wish.profile.button("team"), LEFT)
    panel.save(DOCUMENTS[4])
    assert panel.outbox.asking.suggested[0].stem.endswith("-TEAM")
    assert any("do not forward" in words for words in panel.outcomes.words())


def test_language_and_paper_hold_for_what_is_made(panel):
    asked = []

    def asking(out, what, profile, code, paper):
        asked.append((what, code, paper))
        return Made(out)

    panel.outbox.exporter = asking
    panel.wish.language.choose("en")
    panel.wish.paper.choose("a3")
    assert panel.cards["map"].kind.text() == "PDF, A3"
    assert panel.cards["agenda"].kind.text() == "PDF, A4"
    panel.save(DOCUMENTS[1])
    assert asked == [("map", "en", "a3")]
    assert panel.outbox.asking.suggested[0].name == "Crooswijk-Map-on-paper.pdf"


def test_red_words_stand_only_where_something_is_missing(panel):
    assert panel.lacking.answers.what.text() == "5 notes have no answer yet."
    assert panel.lacking.places.what.text() == "4 notes have no place yet."
    assert panel.cards["agenda"].missing.text() == "Draft"
    assert panel.cards["map"].missing.text() == "4 notes without a place"
    assert not panel.cards["table"].missing.isVisible()
    for nr in (2, 3, 4, 5):
        panel.store.apply(msg("x"), lambda walk, nr=nr: move_note(walk, nid(nr), WHOLE, STAMP))
    assert not panel.cards["map"].missing.isVisible()
    assert not panel.lacking.places.isVisible()


def test_the_red_line_brings_its_notes_in_view(panel, qtbot):
    assert panel.lacking.places.link.accessibleName() == "Show 2, 3, 4 and 5"
    with qtbot.waitSignal(panel.notes_wanted):
        QTest.mouseClick(panel.lacking.places.link, LEFT)
    assert [note.nr for note in panel.filter.shown] == [2, 3, 4, 5]


def test_both_languages_are_saved_beside_each_other(panel, tmp_path):
    panel.wish.language.choose("both")
    QTest.mouseClick(panel.wish.profile.button("team"), LEFT)
    panel.save(next(one for one in DOCUMENTS if one.key == "table"))
    names = {path.name for path in tmp_path.iterdir()}
    assert len(names) == 2
    assert {name.rsplit("-", 2)[1] for name in names} == {"nl", "en"}
    assert all(name.endswith("-TEAM.csv") for name in names)
    assert panel.all._words.text().startswith("14 documents.")


def test_a_title_of_any_signs_gives_a_name_for_a_file():
    walk = small_walk()
    odd = replace(walk, about=replace(walk.about, title="a/b\\c: *?<>| " + "x" * 500))
    name = DOCUMENTS[0].file_name(odd, Profile.PUBLIC, ENGLISH)
    assert len(name) < 160
    assert not set(name) & set('/\\:*?"<>|')
    assert plain_name("Wandeling «Örü» 2027!") == "Wandeling-Örü-2027"
    assert plain_name("🌳🌳") == ""


def test_every_control_has_a_name(panel):
    assert nameless(panel) == []
