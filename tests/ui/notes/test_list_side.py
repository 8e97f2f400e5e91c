"""The left of Notes: narrowing, what is to be checked, who is not heard, and conversations."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import HERE, TestDesk, a_desk
from walkshop.domain.edits import care
from walkshop.domain.edits.setting import add_stops
from walkshop.domain.geo import LonLat
from walkshop.domain.records import AtStop, Kind, NoteId, Point, Source, Stop, StopId
from walkshop.i18n import msg
from walkshop.ui.filtering import Wanted
from walkshop.ui.notes.facets import chosen, groups
from walkshop.ui.notes.list_side import ListSide


@pytest.fixture
def made() -> TestDesk:
    return a_desk()


@pytest.fixture
def side(qtbot: QtBot, made: TestDesk) -> ListSide:
    shown = ListSide(made.desk)
    qtbot.addWidget(shown)
    shown.fold_wanted.connect(shown.set_folded)
    shown.resize(300, 700)
    shown.show()
    qtbot.waitUntil(lambda: bool(made.desk.filter.checks.reasons))
    return shown


def numbers(side: ListSide) -> list[int]:
    return [side.view.notes.row_at(at).note.nr for at in range(side.view.notes.rowCount())]


def test_the_menu_counts_what_there_is_and_narrows(side: ListSide, made: TestDesk) -> None:
    facets = {title: {one.words: one.n for one in some} for title, some in groups(made.desk)}
    assert facets["Kind"] == {"Good": 1, "Must improve": 2, "Question": 1}
    assert facets["Stop"] == {"1 Goudseplein": 0, "2 Boezemsingel": 1}
    assert facets["Answer"]["Without an answer"] == 4
    kinds = dict(groups(made.desk))["Kind"]
    made.desk.filter.want(next(one.asks for one in kinds if one.words == "Must improve"))
    stops = dict(groups(made.desk))["Stop"]
    made.desk.filter.want(stops[1].asks)
    assert numbers(side) == [4]
    assert [chip.text() for chip in side.narrowing.chips] == ["Must improve", "2 Boezemsingel"]


def test_a_chip_lets_go_of_one_thing(side: ListSide, made: TestDesk) -> None:
    made.desk.filter.want(Wanted(kind=Kind.CONCERN, stop=StopId("stop 2")))
    side.narrowing.chips[1].click()
    assert numbers(side) == [1, 4]
    assert chosen(made.desk) == [("Must improve", Wanted())]
    side.narrowing.menu.fill()
    assert side.narrowing.menu.menu().actions()[-1].text() == "Show all notes"


def test_the_switch_shows_what_is_to_be_checked_with_the_reason(
    side: ListSide, made: TestDesk
) -> None:
    assert side.narrowing.switch.button("check").text() == "To check 4"
    side.narrowing.switch.choose("check")
    assert made.desk.filter.wanted.to_check
    assert side.view.notes.row_at(3).third == "theme, place"
    made.desk.filter.clear()
    assert side.narrowing.switch.key == "all"


def test_what_was_settled_leaves_the_list_and_the_next_is_in_hand(
    side: ListSide, made: TestDesk, qtbot: QtBot
) -> None:
    side.narrowing.switch.choose("check")
    made.desk.selection.select_note(NoteId("note 2"))
    reasons = made.desk.filter.checks.reasons[NoteId("note 2")]
    for reason in reasons:
        find_good(made, reason.key)
    assert numbers(side) == [1, 3, 4]
    assert made.desk.selection.in_hand.current == NoteId("note 3")


def find_good(made: TestDesk, key: str) -> None:
    stamp = made.desk.store.stamp()
    made.desk.store.apply(
        msg("Good"), lambda walk: care.find_good(walk, NoteId("note 2"), key, stamp)
    )


def test_who_is_not_heard_is_told_when_asked(side: ListSide, made: TestDesk) -> None:
    assert side.foot.box.isHidden()
    side.foot.heard.click()
    assert side.foot.box.words == ("Every duo, lens and stop was heard.",)
    far = Stop(id=StopId("far"), nr=3)
    stamp = made.desk.store.stamp()
    made.desk.store.apply(msg("Stop"), lambda walk: add_stops(walk, [far], stamp))
    assert side.foot.box.words == ("No note yet at stop 3",)
    side.foot.heard.click()
    assert side.foot.box.isHidden()


def test_a_conversation_asks_for_consent_first(side: ListSide, made: TestDesk) -> None:
    side.foot.talk.click()
    side.talk.good.setPlainText("Veel groen")
    side.talk.keep.click()
    assert side.talk.form.refused()[0] == "consent"
    assert len(made.notes) == 4
    assert not side.view.isVisible()


def test_a_conversation_becomes_notes_that_are_in_hand(side: ListSide, made: TestDesk) -> None:
    side.set_folded(True)
    side.open_talk()
    talk = side.talk
    talk.consent.click()
    talk.place.choose(AtStop(StopId("stop 1")))
    talk.minutes.setText("10")
    talk.good.setPlainText("Veel groen")
    talk.better.setPlainText("De stoep is scheef")
    talk.quote.setPlainText("scheef")
    talk.keep.click()
    fifth, sixth = made.notes[4:]
    assert [note.kind for note in (fifth, sixth)] == [Kind.ASSET, Kind.CONCERN]
    assert (sixth.quotes, sixth.quote_consent, sixth.source) == (
        ("scheef",),
        True,
        Source.INTERVIEW,
    )
    assert made.desk.selection.in_hand.notes == {fifth.id, sixth.id}
    assert next(iter(made.walk.interviews.values())).minutes == 10
    assert side.view.isVisible()
    assert (talk.good.text(), talk.consent.isChecked()) == ("", False)


def test_a_conversation_stands_where_somebody_clicked(side: ListSide, made: TestDesk) -> None:
    side.open_talk()
    talk = side.talk
    talk.consent.click()
    talk.good.setPlainText("Veel groen")
    talk.place.choose(None)
    talk.keep.click()
    assert talk.form.refused()[0] == "place"
    ring: LonLat = HERE
    talk.ring = lambda: ring
    talk.keep.click()
    assert made.notes[-1].place == Point(HERE)
