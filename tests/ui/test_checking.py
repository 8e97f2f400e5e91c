"""The reasons to look at notes, kept up to date beside the typing."""

from __future__ import annotations

import time
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import a_desk, many_notes
from walkshop.domain.edits.care import find_good
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.records import NoteId, Stop, StopId
from walkshop.i18n import msg
from walkshop.ui.filtering import Wanted

ONE = NoteId("note 1")


def test_nothing_is_looked_at_before_somebody_asks(qtbot: QtBot) -> None:
    made = a_desk()
    with qtbot.assertNotEmitted(made.desk.filter.checks.changed, wait=100):
        pass
    with qtbot.waitSignal(made.desk.filter.checks.changed):
        made.desk.filter.checks.wake()
    assert set(made.desk.filter.checks.reasons) == {note.id for note in made.notes}


def test_what_was_found_good_leaves_the_view_until_the_words_change(qtbot: QtBot) -> None:
    made = a_desk(a_walk(a_note(1, "Vraag mevrouw Jansen")))
    desk, checks = made.desk, made.desk.filter.checks
    with qtbot.waitSignal(checks.changed):
        checks.wake()
    desk.filter.want(Wanted(to_check=True))
    for reason in checks.reasons[ONE]:
        edit = partial(find_good, note=ONE, what=reason.key, stamp=desk.store.stamp())
        desk.store.apply(msg("Good"), edit)
    assert not list(desk.filter.shown)
    stamp = desk.store.stamp()
    with qtbot.waitSignal(checks.changed):
        desk.store.apply(msg("Reword"), lambda walk: reword_note(walk, ONE, "Bij Fatima", stamp))
    qtbot.waitUntil(lambda: [r.words for r in checks.of(made.walk.note(ONE))] == ["Fatima"])
    assert list(desk.filter.shown) == [made.walk.note(ONE)]


def test_the_name_of_a_stop_names_nobody(qtbot: QtBot) -> None:
    stop = Stop(id=StopId("s"), nr=1, name="Annaplein")
    made = a_desk(a_walk(stop, a_note(1, "Bij het Annaplein is het vies")))
    with qtbot.waitSignal(made.desk.filter.checks.changed):
        made.desk.filter.checks.wake()
    assert "private" not in {r.look for r in made.desk.filter.checks.reasons[ONE]}


@pytest.mark.slow
def test_looking_at_ten_thousand_notes_never_holds_the_window_up(qtbot: QtBot) -> None:
    made = a_desk(many_notes(10_000))
    checks = made.desk.filter.checks
    turns: list[float] = []
    work = checks._work

    def timed() -> None:
        started = time.perf_counter()
        work()
        turns.append(time.perf_counter() - started)

    checks._turn.timeout.disconnect()
    checks._turn.timeout.connect(timed)
    with qtbot.waitSignal(checks.changed, timeout=20_000):
        checks.wake()
    turns.sort()
    assert turns[len(turns) * 9 // 10] < 0.03
