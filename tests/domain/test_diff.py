"""Differences between two versions of a walk, and the way back."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import LATER, a_note, a_walk
from walkshop.domain.diff import RecordDiff, diff, reverse, undone
from walkshop.domain.records import NoteId, ThemeId, Walk, touched

ONE = NoteId("note 1")


def test_a_version_does_not_differ_from_itself() -> None:
    walk = a_walk(a_note(1))
    assert diff(walk, walk) == ()
    assert diff(walk, a_walk(a_note(1))) == ()


def test_added_changed_and_removed_records_are_found() -> None:
    one, two, three = a_note(1), a_note(2), a_note(3)
    changed = replace(two, text="other")
    found = diff(a_walk(one, two), a_walk(changed, three))
    assert found == (RecordDiff(one, None), RecordDiff(two, changed), RecordDiff(None, three))
    assert [change.table for change in found] == ["notes"] * 3


def test_the_single_records_are_compared_too() -> None:
    walk = a_walk()
    after = walk.having(replace(walk.about, title="Rubroek"))
    assert diff(walk, after) == (RecordDiff(walk.about, after.about),)


def test_a_difference_without_a_record_is_a_bug() -> None:
    with pytest.raises(ValueError, match="before or after"):
        _ = RecordDiff(None, None).record


def test_taking_a_difference_back_gives_the_walk_as_it_was() -> None:
    before, after = a_walk(a_note(1), a_note(2)), a_walk(a_note(2, "other"), a_note(3))
    changes = diff(before, after)
    assert undone(after, changes) == (before, ())
    assert undone(before, reverse(changes)) == (after, ())


def test_nothing_to_take_back_is_the_walk_itself() -> None:
    walk = a_walk(a_note(1))
    assert undone(walk, ())[0] is walk


def test_fields_that_somebody_changed_since_stay() -> None:
    before = a_walk(a_note(1))
    after = a_walk(a_note(1, "mine", theme=ThemeId("natuur")))
    changes = diff(before, after)
    since = after.having(replace(after.note(ONE), text="theirs"))
    back, kept = undone(since, changes)
    assert (back.note(ONE).text, back.note(ONE).theme) == ("theirs", None)
    assert kept == changes


def test_a_field_that_somebody_put_back_already_is_no_hindrance() -> None:
    before, after = a_walk(a_note(1)), a_walk(a_note(1, "mine", theme=ThemeId("natuur")))
    since = after.having(replace(after.note(ONE), theme=None))
    assert undone(since, diff(before, after)) == (before, ())


def test_the_time_of_a_change_alone_never_stands_in_the_way() -> None:
    added = a_walk(a_note(1))
    touched_since = added.having(touched(added.note(ONE), LATER))
    assert undone(touched_since, diff(a_walk(), added)) == (a_walk(), ())
    changed = a_walk(a_note(1, "mine"))
    since = changed.having(touched(changed.note(ONE), LATER))
    back, kept = undone(since, diff(added, changed))
    assert (back.note(ONE).text, kept) == ("What was said 1", ())


def test_an_added_record_that_somebody_changed_since_stays() -> None:
    added = a_walk(a_note(1))
    since = added.having(a_note(1, "theirs"))
    changes = diff(a_walk(), added)
    assert undone(since, changes) == (since, changes)
    assert undone(a_walk(), changes) == (a_walk(), ())


def test_a_removed_record_that_somebody_made_anew_stays() -> None:
    changes = diff(a_walk(a_note(1)), a_walk())
    anew = a_walk(a_note(1, "theirs"))
    assert undone(anew, changes) == (anew, changes)
    assert undone(a_walk(a_note(1)), changes) == (a_walk(a_note(1)), ())


def test_a_changed_record_that_somebody_removed_stays_away() -> None:
    changes = diff(a_walk(a_note(1)), a_walk(a_note(1, "mine")))
    assert undone(a_walk(), changes) == (a_walk(), changes)


def test_several_changes_of_one_record_are_taken_back_in_turn() -> None:
    forms = [a_walk(), a_walk(a_note(1)), a_walk(a_note(1, "b")), a_walk(), a_walk(a_note(1, "c"))]
    changes = sum((diff(a, b) for a, b in pairwise(forms)), ())
    assert undone(forms[-1], changes) == (forms[0], ())


def test_untouched_tables_and_records_stay_the_same_objects() -> None:
    before = a_walk(a_note(1), a_note(2))
    after = before.having(a_note(1, "mine"))
    back, _ = undone(after, diff(before, after))
    assert back.note(NoteId("note 2")) is before.note(NoteId("note 2"))
    assert back.stops is before.stops


notes = st.builds(a_note, st.integers(1, 5), st.sampled_from(["a", "b", "c"]))
walks = st.lists(notes, max_size=5, unique_by=lambda note: note.nr).map(lambda all: a_walk(*all))


@given(walks, walks)
def test_any_difference_can_be_taken_back_and_done_again(before: Walk, after: Walk) -> None:
    changes = diff(before, after)
    assert undone(after, changes) == (before, ())
    assert undone(before, reverse(changes)) == (after, ())
    assert (not changes) == (before == after)
