"""Merging values and splitting them again, and locking what is finished."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.values import (
    Suggested,
    accept_with,
    group_notes,
    lock_notes,
    lock_value,
    merge_values,
    remove_value,
    split_value,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.values import leading_value, notes_by_value, standing_values
from walkshop.domain.records import (
    Membership,
    NoteId,
    Round,
    RoundId,
    Value,
    ValueId,
    Voice,
    Wording,
)

A, B, C = ValueId("a"), ValueId("b"), ValueId("c")
ONE, TWO, THREE = NoteId("note 1"), NoteId("note 2"), NoteId("note 3")


def a_board(*more):
    """Three values in the order a, b, c, each with the note of its number."""
    values = [Value(id=key, name=key, order=n) for n, key in enumerate((A, B, C), 1)]
    notes = [a_note(n, value=key, membership=Membership.HAND) for n, key in enumerate((A, B, C), 1)]
    return a_walk(*values, *notes, *more)


def unstamped(walk):
    """The values and notes without the time of their last change."""
    return [
        {key: replace(record, changed=None, station="") for key, record in table.items()}
        for table in (walk.values, walk.notes)
    ]


def test_the_first_on_the_board_leads_and_speaks_for_the_notes_of_both():
    after = merge_values(a_board(), [C, A], LATER)
    assert [value.id for value in standing_values(after)] == [A, B]
    assert [note.nr for note in notes_by_value(after)[A]] == [1, 3]
    assert after.note(THREE).value == C
    assert after.values[B].changed is None


def test_merging_keeps_names_words_and_rounds_of_both():
    told = Round(id=RoundId("r"), value=B, group="coffee morning", yes=9)
    worded = Value(id=B, name="Sit", order=2, statement="So", wordings=(Wording("name", "Bench"),))
    before = a_board(told, worded)
    after = merge_values(before, [A, B], LATER)
    kept = after.value(B)
    assert (kept.name, kept.statement, kept.wordings) == ("Sit", "So", worded.wordings)
    assert after.rounds is before.rounds
    assert after.notes is before.notes


def test_values_merged_one_after_the_other_split_in_any_order():
    both = merge_values(merge_values(a_board(), [B, C], STAMP), [A, B], STAMP)
    assert [note.nr for note in notes_by_value(both)[A]] == [1, 2, 3]
    without_b = split_value(both, B, LATER)
    assert [note.nr for note in notes_by_value(without_b)[B]] == [2, 3]
    assert [value.id for value in standing_values(split_value(both, C, LATER))] == [A, C]


def test_a_note_put_in_the_merged_value_stays_with_the_one_that_leads():
    merged = merge_values(a_board(a_note(4)), [A, B], STAMP)
    more = group_notes(merged, [NoteId("note 4"), TWO], B, LATER)
    assert (more.note(NoteId("note 4")).value, more.note(TWO).value) == (A, B)
    apart = split_value(more, B, LATER)
    assert [note.nr for note in notes_by_value(apart)[B]] == [2]


orders = st.lists(st.sampled_from([A, B, C]), min_size=2, max_size=3, unique=True)


@given(steps=st.lists(orders, min_size=1, max_size=4), words=st.text(max_size=9), tables=orders)
def test_merging_then_splitting_gives_back_every_note_value_and_author(steps, words, tables):
    """However values were merged, splitting all of them leaves the walk as it was."""
    voice = Voice(words=words, duo=tables[0])
    before = a_board(a_note(4, words, value=tables[-1], duo="duo 3", voices=(voice,)))
    walk = before
    for chosen in steps:
        if len({leading_value(walk, key).id for key in chosen}) > 1:
            walk = merge_values(walk, chosen, LATER)
    for value in list(walk.values.values()):
        if value.merged_into:
            walk = split_value(walk, value.id, LATER)
    assert unstamped(walk) == unstamped(before)
    assert walk.notes is before.notes


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda walk: merge_values(walk, [A, A], STAMP), "One value cannot be merged"),
        (lambda walk: split_value(walk, A, STAMP), "stands by itself already"),
        (lambda walk: remove_value(merge_values(walk, [A, B], STAMP), A, STAMP), "Other values"),
        (lambda walk: merge_values(walk, [A, ValueId("x")], STAMP), "no longer in the walk"),
        (lambda walk: lock_notes(walk, [NoteId("note 9")], True, STAMP), "stands under no value"),
    ],
)
def test_what_cannot_be_is_refused_in_words(edit, said):
    with pytest.raises(WalkshopError, match=said):
        edit(a_board(a_note(9)))


@pytest.mark.parametrize(
    "edit",
    [
        lambda walk: group_notes(walk, [ONE], B, STAMP),
        lambda walk: group_notes(walk, [ONE], None, STAMP),
        lambda walk: group_notes(walk, [TWO], A, STAMP),
        lambda walk: merge_values(walk, [A, B], STAMP),
        lambda walk: remove_value(walk, A, STAMP),
    ],
)
def test_a_locked_value_neither_gains_nor_loses(edit):
    locked = lock_value(a_board(), A, True, STAMP)
    with pytest.raises(WalkshopError, match="“a” is locked"):
        edit(locked)
    edit(lock_value(locked, A, False, STAMP))


def test_a_value_that_leads_and_is_locked_keeps_what_was_merged_into_it():
    locked = lock_value(merge_values(a_board(), [A, B], STAMP), A, True, STAMP)
    with pytest.raises(WalkshopError, match="locked"):
        split_value(locked, B, STAMP)


def test_notes_are_locked_and_unlocked_where_they_stand():
    walk = a_board()
    locked = lock_notes(walk, [ONE, TWO], True, LATER)
    assert {locked.note(key).membership for key in (ONE, TWO)} == {Membership.LOCKED}
    assert locked.notes[THREE] is walk.notes[THREE]
    assert lock_notes(locked, [ONE], True, LATER) is locked
    assert lock_notes(locked, [ONE], False, LATER).note(ONE).membership is Membership.HAND
    assert lock_value(walk, A, False, LATER) is walk


def test_a_suggestion_is_accepted_with_a_note_put_in_by_hand():
    walk = a_board(a_note(4))
    suggestion = Suggested(Value(id=ValueId("d"), name="Proud"), (NoteId("note 4"),))
    after = accept_with(walk, suggestion, [ONE], STAMP)
    assert [note.nr for note in notes_by_value(after)[ValueId("d")]] == [1, 4]
    assert after.note(ONE).membership is Membership.HAND
    assert after.note(NoteId("note 4")).membership is Membership.SUGGESTED
