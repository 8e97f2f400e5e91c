"""Suggestions on the board: shown as ghosts, accepted or not, and nothing done unasked."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from tests.domain.builders import a_note, a_walk
from tests.ui.stages import ENGLISH, AtOnce, a_desk, a_store
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.records import Membership, ThemeId
from walkshop.i18n import msg
from walkshop.ui.jobs import Jobs
from walkshop.ui.values.columns import GhostColumn
from walkshop.ui.values.panel import ValuesPanel
from walkshop.ui.widgets.cardmodel import CardModel
from walkshop.ui.widgets.notes import card_of

LEFT = Qt.MouseButton.LeftButton
WARNING = QAbstractItemModelTester.FailureReportingMode.Warning
SAID = (
    ("verkeer", "Auto's rijen te hard in de straat"),
    ("verkeer", "Geen plek om auto's te parkeren"),
    ("verkeer", "Te veel auto's op de stoep"),
    ("verkeer", "Auto's maken lawaai"),
    ("natuur", "Meer bomen in het park"),
    ("natuur", "De bomen zijn gekapt"),
    ("natuur", "Mooie bomen en bloemen"),
    ("natuur", "Te weinig bomen en groen"),
    ("wonen", "De huur van het huis is hoog"),
    ("wonen", "Vocht in het huis"),
    ("wonen", "Geen huis voor ouderen"),
    ("wonen", "Kleine huizen, hoge huur"),
)


@pytest.fixture
def panel(qtbot):
    notes = [a_note(nr, words, theme=ThemeId(theme)) for nr, (theme, words) in enumerate(SAID, 1)]
    store = a_store(a_walk(*notes))
    made = ValuesPanel(a_desk(store), AtOnce())
    made.store, made.selection = store, made._selection
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def ghosts(panel):
    return [column for column in panel.board.columns() if isinstance(column, GhostColumn)]


def suggest(panel):
    QTest.mouseClick(panel.suggest.suggest, LEFT)
    return ghosts(panel)


def test_a_suggestion_changes_nothing_until_it_is_accepted(panel):
    before = panel.store.walk
    assert len(suggest(panel)) >= 2
    assert panel.store.walk is before
    shown = [card.note for column in panel.board.columns() for card in column.list.cards.cards]
    assert sorted(shown) == sorted(before.notes)


def test_ghosts_say_why_and_who_speaks_for_the_group(panel):
    lines = [
        line for ghost in suggest(panel) for card in ghost.list.cards.cards for line in card.lines
    ]
    assert any(line.startswith("because of: ") for line in lines)
    assert lines.count("speaks for the group") == len(ghosts(panel))


def test_one_is_accepted_and_comes_back_when_that_is_undone(panel):
    first, *others = suggest(panel)
    notes = {card.note for card in first.list.cards.cards}
    QTest.mouseClick(first.offer.accept, LEFT)
    (value,) = panel.store.walk.values.values()
    assert panel.selection.in_hand.value == value.id
    assert {n.id for n in panel.store.walk.notes.values() if n.value == value.id} == notes
    assert {panel.store.walk.note(n).membership for n in notes} == {Membership.SUGGESTED}
    assert len(ghosts(panel)) == len(others)
    panel.store.undo()
    assert panel.store.walk.values == {}
    assert len(ghosts(panel)) == len(others) + 1


def test_all_are_accepted_as_one_step(panel):
    count = len(suggest(panel))
    QTest.mouseClick(panel.suggest.accept, LEFT)
    assert len(panel.store.walk.values) == count
    assert ghosts(panel) == []
    panel.store.undo()
    assert panel.store.walk.values == {}


def test_one_or_all_are_let_go_and_the_walk_stays(panel):
    before = panel.store.walk
    count = len(suggest(panel))
    QTest.mouseClick(ghosts(panel)[0].offer.dismiss, LEFT)
    assert len(ghosts(panel)) == count - 1
    QTest.mouseClick(panel.suggest.dismiss, LEFT)
    assert ghosts(panel) == []
    assert panel.suggest.suggest.isVisible()
    assert panel.store.walk is before


def test_a_note_that_people_placed_leaves_its_suggestion(panel):
    first = suggest(panel)[0]
    placed = first.list.cards.cards[0].note
    panel.selection.select_note(placed)
    panel.chosen.name.setText("Ours")
    panel.chosen.make()
    assert placed not in [c.note for g in ghosts(panel) for c in g.list.cards.cards]


def test_the_real_runner_brings_the_suggestion_to_the_window(panel, qtbot):
    jobs = Jobs()
    panel._jobs = jobs
    panel.make_suggestion()
    assert not panel.suggest.suggest.isEnabled()
    qtbot.waitUntil(lambda: len(ghosts(panel)) >= 2, timeout=20_000)
    jobs.close()


def test_without_notes_there_is_nothing_to_suggest(qtbot):
    panel = ValuesPanel(a_desk(a_store(a_walk())), AtOnce())
    qtbot.addWidget(panel)
    assert not panel.suggest.suggest.isEnabled()
    assert panel.board.not_placed.empty.text() == "No notes yet. Take them down at Notes."


def test_the_cards_are_a_sound_model_while_notes_come_change_and_go(qapp):
    walk = a_walk(a_note(1), a_note(2), a_note(3))
    model = CardModel()
    tester = QAbstractItemModelTester(model, WARNING)
    cards = [card_of(walk, note, ENGLISH) for note in walk.notes.values()]
    assert model.show_cards(cards)
    assert not model.show_cards(cards)
    assert model.show_cards(
        [card_of(walk, walk.note(cards[0].note), ENGLISH, ["a line"]), *cards[1:]]
    )
    assert model.show_cards(cards[2:])
    assert model.row_of(cards[2].note) == 0
    assert model.row_of(cards[0].note) == -1
    tester.deleteLater()


def test_new_words_of_a_note_stand_on_its_card(panel):
    stamp = panel.store.stamp()
    panel.store.apply(
        msg("Words"), lambda walk: reword_note(walk, next(iter(walk.notes)), "New", stamp)
    )
    assert panel.board.not_placed.list.cards.cards[0].words == "New"


def test_a_card_put_in_a_suggestion_accepts_it_together_as_one_step(panel):
    first, second, *_more = suggest(panel)
    key = next(o.key for o in panel._offered() if o.notes[0] == first.list.cards.cards[0].note)
    own = {card.note for card in first.list.cards.cards}
    other = second.list.cards.cards[0].note
    panel.drop(key, [other])
    assert {n.id for n in panel.store.walk.notes.values() if n.value == key} == own | {other}
    assert panel.store.walk.note(other).membership is Membership.HAND
    panel.store.undo()
    assert panel.store.walk.values == {}


def test_a_card_can_be_taken_out_of_a_suggestion(panel):
    before = panel.store.walk
    first = suggest(panel)[0]
    out = first.list.cards.cards[0].note
    panel.drop("", [out])
    assert out in [card.note for card in panel.board.not_placed.list.cards.cards]
    assert out not in [card.note for each in ghosts(panel) for card in each.list.cards.cards]
    assert panel.store.walk is before
