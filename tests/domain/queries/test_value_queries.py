"""Which values stand, and which notes stand under them."""

from __future__ import annotations

from datetime import date

from tests.domain.builders import a_note, a_walk
from walkshop.domain.queries.values import (
    leading_value,
    notes_by_value,
    rounds_of,
    standing_values,
    value_of,
)
from walkshop.domain.records import NoteId, Round, RoundId, Value, ValueId

REST, GREEN, OLD = ValueId("rest"), ValueId("green"), ValueId("old")


def a_value(key: ValueId, order: float = 0, into: ValueId | None = None) -> Value:
    return Value(id=key, name=key, order=order, merged_into=into)


def test_values_that_lead_stand_in_the_order_of_the_board_then_by_name():
    walk = a_walk(a_value(REST, 2), a_value(GREEN, 1), a_value(OLD, into=REST))
    assert [value.id for value in standing_values(walk)] == [GREEN, REST]
    alike = a_walk(a_value(REST), a_value(GREEN))
    assert [value.id for value in standing_values(alike)] == [GREEN, REST]


def test_a_merged_value_is_spoken_for_by_the_one_that_leads():
    walk = a_walk(a_value(REST), a_value(OLD, into=REST))
    found = leading_value(walk, OLD)
    assert found is walk.value(REST)
    assert leading_value(walk, None) is None
    assert leading_value(walk, ValueId("gone")) is None


def test_a_merge_of_values_that_goes_round_ends():
    walk = a_walk(a_value(REST, into=GREEN), a_value(GREEN, into=REST))
    found = leading_value(walk, REST)
    assert found is not None
    assert found.id == REST


def test_a_merged_note_stands_where_its_leader_does():
    walk = a_walk(a_value(REST), a_note(1, value=REST), a_note(2, merged_into=NoteId("note 1")))
    assert value_of(walk, walk.note(NoteId("note 2"))) is walk.value(REST)
    assert value_of(walk, a_note(3)) is None


def test_every_standing_note_is_under_one_value_or_under_none():
    walk = a_walk(
        a_value(REST),
        a_value(OLD, into=REST),
        a_note(3, value=OLD),
        a_note(1, value=REST),
        a_note(2),
        a_note(4, value=REST, withdrawn=True),
    )
    found = {key: [note.nr for note in notes] for key, notes in notes_by_value(walk).items()}
    assert found == {REST: [1, 3], None: [2]}


def test_rounds_of_a_value_go_by_date_those_without_one_last():
    walk = a_walk(
        Round(id=RoundId("undated"), value=REST),
        Round(id=RoundId("late"), value=REST, on=date(2027, 4, 1)),
        Round(id=RoundId("b"), value=REST, on=date(2027, 3, 1), group="parents"),
        Round(id=RoundId("a"), value=REST, on=date(2027, 3, 1), group="children"),
        Round(id=RoundId("other"), value=GREEN),
    )
    assert [asked.id for asked in rounds_of(walk, REST)] == ["a", "b", "late", "undated"]
