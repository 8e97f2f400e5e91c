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
from walkshop.ui.jobs import Jobs
from walkshop.ui.selection import Selection
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


def open_share(qtbot, walk, folder, jobs=None):
    store = a_store(walk)

    def exporter(out: Path, what: str, profile: Profile, code: str, paper: str) -> Made:
        request = ExportRequest(
            walk=store.walk, out=out, what=what, language=language(code), profile=profile,
            paper=paper, today=TODAY,
        )  # fmt: skip
        return export(request)

    made = SharePanel(store, Selection(), ENGLISH, exporter, jobs or AtOnce())
    made.store, made.asking = store, Places(folder)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


@pytest.fixture
def panel(qtbot, tmp_path):
    return open_share(qtbot, small_walk(), tmp_path)


def test_one_document_is_saved_where_the_person_says(panel, tmp_path):
    QTest.mouseClick(panel.cards["table"].save, LEFT)
    saved = tmp_path / "Crooswijk-Tabel-met-opmerkingen.csv"
    wanted = panel.asking.suggested[0].name
    assert (tmp_path / wanted).is_file()
    assert wanted.endswith(".csv")
    assert wanted.startswith("Crooswijk-")
    assert panel.cards["table"].state.text() == "Saved"
    assert saved.suffix == ".csv"


def test_the_folder_is_remembered_for_the_next_time(panel, tmp_path, qtbot):
    with qtbot.waitSignal(panel.folder_chosen) as told:
        panel.save(DOCUMENTS[4])
    assert told.args == [str(tmp_path)]
    panel.save(DOCUMENTS[5])
    assert panel.asking.suggested[1].parent == tmp_path


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


def test_one_that_cannot_be_made_does_not_stop_the_others(panel, tmp_path):
    real = panel._exporter

    def full(out, what, profile, code, paper):
        if out.suffix == ".png":
            raise WalkshopError(msg("“{name}” could not be saved.", name=out.name))
        return Made(out) if out.suffix != ".csv" else real(out, what, profile, code, paper)

    panel._exporter = full
    panel.save_all()
    assert panel.cards["picture"].state.text() == "Not saved"
    assert panel.cards["table"].state.text() == "Saved"
    assert any("could not be saved" in words for words in panel.outcomes.words())


def test_public_comes_first_and_a_team_copy_says_so_in_its_name(panel):
    assert panel.wish.wish.profile is Profile.PUBLIC
    QTest.mouseClick(panel.wish.profile.button("team"), LEFT)
    panel.save(DOCUMENTS[4])
    assert panel.asking.suggested[0].stem.endswith("-TEAM")
    assert any("do not forward" in words for words in panel.outcomes.words())


def test_language_and_paper_hold_for_what_is_made(panel):
    asked = []

    def asking(out, what, profile, code, paper):
        asked.append((what, code, paper))
        return Made(out)

    panel._exporter = asking
    panel.wish.language.choose("en")
    panel.wish.paper.choose("a3")
    assert panel.cards["map"].kind.text() == "PDF, A3"
    assert panel.cards["agenda"].kind.text() == "PDF, A4"
    panel.save(DOCUMENTS[2])
    assert asked == [("map", "en", "a3")]
    assert panel.asking.suggested[0].name == "Crooswijk-Map-on-paper.pdf"


def test_red_words_stand_only_where_something_is_missing(panel):
    assert panel.cards["agenda"].missing.text() == "5 notes have no answer: 1, 2, 3, 4 and 5."
    assert panel.cards["map"].missing.text() == "4 notes have no place yet: 2, 3, 4 and 5."
    assert not panel.cards["table"].missing.isVisible()
    for nr in (2, 3, 4, 5):
        panel.store.apply(msg("x"), lambda walk, nr=nr: move_note(walk, nid(nr), WHOLE, STAMP))
    assert not panel.cards["map"].missing.isVisible()


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
