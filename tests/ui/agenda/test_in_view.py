"""Which actions are in view: by the search field, and by leader."""

from __future__ import annotations

import pytest

from tests.ui.stages import ENGLISH, a_store, an_action, nid, small_walk
from walkshop.domain.records import Kind
from walkshop.i18n import language
from walkshop.ui.agenda.columns import columns_for
from walkshop.ui.agenda.panel import AgendaPanel
from walkshop.ui.agenda.rows import Cell
from walkshop.ui.filtering import Filter, Wanted
from walkshop.ui.selection import Selection

pytestmark = pytest.mark.slow


@pytest.fixture
def panel(qtbot):
    actions = (
        an_action(1, what="Place seats", notes=(nid(1),), leader="Parks"),
        an_action(2, what="Count the bins", notes=(nid(3), nid(4)), leader="parks"),
        an_action(3, what="Tell the story"),
    )
    store = a_store(small_walk(*actions))
    narrowing = Filter(store, store)
    made = AgendaPanel(store, Selection(), ENGLISH, narrowing)
    made.store, made.narrowing = store, narrowing
    qtbot.addWidget(made)
    made.resize(1400, 900)
    made.show()
    return made


def shown(panel):
    return [row.words[Cell.NR] for row in panel.table.rows.rows if row.action]


def test_an_action_is_in_view_for_one_of_its_notes(panel):
    panel.narrowing.want(Wanted(kind=Kind.ASSET))
    assert shown(panel) == ["2"]
    assert panel.bar.words.text() == "1 of 3 actions"
    panel.narrowing.clear()
    assert shown(panel) == ["1", "2", "3"]
    assert panel.bar.words.text() == "3 actions"


def test_an_action_is_in_view_for_its_own_words_and_its_number(panel):
    panel.narrowing.want_words("story")
    assert shown(panel) == ["3"]
    panel.narrowing.want_words("bench")
    assert shown(panel) == ["1"]
    panel.narrowing.want_words("2")
    assert "2" in shown(panel)


def test_without_any_in_view_it_says_so_and_the_top_stays(panel):
    panel.narrowing.want_words("nothing has this")
    assert panel.empty.text() == "No action fits what you look for."
    assert not panel.table.isVisible()
    assert panel.bar.words.text() == "0 of 3 actions"


def test_the_actions_of_one_leader(panel):
    offered = [panel.bar.leader.itemText(n) for n in range(panel.bar.leader.count())]
    assert offered == ["All leaders", "Parks", "Nobody leads it yet"]
    panel.bar.leader.choose("Parks")
    assert shown(panel) == ["1", "2"]
    panel.bar.leader.choose("")
    assert shown(panel) == ["3"]


def test_an_action_in_hand_that_goes_out_of_view_stays_in_the_form(panel):
    panel._selection.select_action(an_action(3).id)
    panel.bar.leader.choose("Parks")
    assert panel.page.form.action.what == "Tell the story"
    assert not panel.table.selectionModel().hasSelection()


@pytest.mark.parametrize("room", [300, 420, 520, 700, 900, 1200])
@pytest.mark.parametrize("code", ["en", "nl"])
def test_the_columns_fill_the_room_and_the_pins_are_always_there(panel, code, room):
    language(code)
    columns = columns_for(room, panel.table.rows.rows, panel.table.rows.heads)
    assert sum(columns.widths.values()) == room
    assert {Cell.NR, Cell.WHAT, Cell.NOTES} <= set(columns.widths)
    assert set(columns.widths) | set(columns.under) == set(Cell)
