"""The thread of a note."""

from __future__ import annotations

from tests.domain.builders import a_note, a_walk
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.thread import thread_of
from walkshop.domain.records import (
    Action,
    ActionId,
    Answer,
    AnswerId,
    AnswerKind,
    NoteId,
    Stop,
    StopId,
    Subject,
    Value,
    ValueId,
)

REST = ValueId("rest")
WALK = a_walk(
    Stop(id=StopId("stop"), nr=3, name="Boezemsingel"),
    Value(id=REST, name="Rest on the way"),
    a_note(14, value=REST, stop=StopId("stop")),
    a_note(22, merged_into=NoteId("note 14")),
    Action(id=ActionId("action"), nr=2, what="Place three benches", values=(REST,)),
    Answer(
        id=AnswerId("own"),
        about=Subject.ACTION,
        about_id="action",
        answer=AnswerKind.PARTLY,
    ),
    Answer(id=AnswerId("value"), about=Subject.VALUE, about_id=REST, answer=AnswerKind.TAKEN_UP),
)


def test_a_merged_number_leads_along_the_thread_of_the_note_that_leads():
    thread = thread_of(WALK, WALK.note(NoteId("note 22")))
    assert (thread.asked.nr, thread.note.nr, thread.mentions) == (22, 14, 2)
    assert thread.stop is WALK.stop(StopId("stop"))
    assert thread.value is WALK.value(REST)
    assert [(found.nr, given and given.id) for found, given in thread.actions] == [(2, "own")]
    assert thread.answer is WALK.answers[AnswerId("value")]


def test_a_book_that_is_at_hand_gives_the_same_thread():
    note = WALK.note(NoteId("note 14"))
    assert thread_of(WALK, note, AnswerBook(WALK)) == thread_of(WALK, note)


def test_a_note_that_nothing_came_of_yet_has_an_empty_thread():
    thread = thread_of(WALK, a_note(9))
    assert (thread.stop, thread.value, thread.actions, thread.answer) == (None, None, (), None)
