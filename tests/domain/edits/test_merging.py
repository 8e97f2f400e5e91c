"""Merging copies of one walk: nothing twice, nothing lost, and never the wrong walk."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.merging import Merged, merge_walks
from walkshop.domain.edits.notes import add_note
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import (
    About,
    AboutId,
    Faces,
    Kind,
    Note,
    NoteId,
    Photo,
    PhotoId,
    Value,
    ValueId,
    Voice,
    Walk,
)

BASE = a_walk(a_note(1), a_note(2, kind=Kind.IDEA, lens="lens a"))


def typed(walk: Walk, *words: str) -> Walk:
    """The walk with these lines typed, each with an id of its own and the next number."""
    for text in words:
        walk = add_note(walk, Note(id=NoteId(f"typed {text}"), nr=0, text=text), STAMP)
    return walk


def reworded(walk: Walk, nr: int, text: str, **fields: object) -> Walk:
    note = walk.note(NoteId(f"note {nr}"))
    return walk.having(replace(note, text=text, **fields))  # type: ignore[arg-type]  # by the record


def said(walk: Walk) -> set[tuple[str, str]]:
    """Everything that notes say, with the note that says it, the words beside it too."""
    texts = {(note.id, note.text) for note in walk.notes.values()}
    beside = ((note.id, *pair) for note in walk.notes.values() for pair in note.extra)
    return texts | {(note, words) for note, name, words in beside if name == "other text"}


def test_only_theirs_comes_in_and_a_number_in_use_gives_way() -> None:
    merged = merge_walks(typed(BASE, "a", "b"), typed(BASE, "c", "d", "e"), BASE, LATER)
    numbers = {note.text: note.nr for note in merged.walk.notes.values()}
    assert (numbers["a"], numbers["b"], numbers["e"]) == (3, 4, 5)
    assert sorted(numbers.values()) == [1, 2, 3, 4, 5, 6, 7]
    assert [(one.was, one.nr) for one in merged.renumbered] == [(3, 6), (4, 7)]
    assert merged.walk.marks.note == 8


def test_a_number_that_was_given_and_undone_is_not_given_again() -> None:
    undone = replace(BASE, marks=replace(BASE.marks, note=4))
    merged = merge_walks(undone, typed(BASE, "c"), BASE, LATER)
    assert merged.added_notes[0].nr == 4


def test_copies_alike_give_the_very_same_walk() -> None:
    merged = merge_walks(BASE, replace(BASE), BASE, LATER)
    assert merged.walk is BASE
    assert merged == Merged(BASE)


def test_fields_that_one_side_changed_are_both_taken() -> None:
    ours = reworded(BASE, 1, "Ours")
    note = BASE.note(NoteId("note 1"))
    theirs = BASE.having(replace(note, kind=Kind.ASSET, kind_chosen=True))
    merged = merge_walks(ours, theirs, BASE, LATER)
    found = merged.walk.note(note.id)
    assert (found.text, found.kind, merged.conflicts) == ("Ours", Kind.ASSET, ())


def test_both_changed_the_same_words_ours_stays_and_theirs_is_kept_beside_it() -> None:
    merged = merge_walks(reworded(BASE, 1, "Ours"), reworded(BASE, 1, "Theirs"), BASE, LATER)
    found = merged.walk.note(NoteId("note 1"))
    assert (found.text, found.extra) == ("Ours", (("other text", "Theirs"),))
    assert [(one.field, one.ours, one.theirs) for one in merged.conflicts] == [
        ("text", "Ours", "Theirs")
    ]


def test_a_person_may_choose_the_other_wording_and_ours_is_kept_then() -> None:
    ours, theirs = reworded(BASE, 1, "Ours"), reworded(BASE, 1, "Theirs")
    merged = merge_walks(ours, theirs, BASE, LATER, frozenset({("note 1", "text")}))
    found = merged.walk.note(NoteId("note 1"))
    assert (found.text, found.extra) == ("Theirs", (("other text", "Ours"),))


def test_without_a_base_the_side_that_was_never_touched_gives_way() -> None:
    note = replace(a_note(1), created=STAMP.now, changed=STAMP.now)
    theirs = replace(note, text="Theirs", changed=LATER.now)
    merged = merge_walks(a_walk(note), a_walk(theirs), None, LATER)
    assert merged.walk.note(note.id).text == "Theirs"
    assert not merged.conflicts


def test_without_a_base_what_is_empty_here_is_filled() -> None:
    merged = merge_walks(a_walk(a_note(1)), a_walk(a_note(1, duo="d3")), None, LATER)
    assert merged.walk.note(NoteId("note 1")).duo == "d3"


@pytest.mark.parametrize("ours_is_withdrawn", [True, False])
def test_withdrawn_on_either_side_wins_and_no_word_comes_back(ours_is_withdrawn: bool) -> None:
    gone = BASE.having(Note(id=NoteId("note 1"), nr=1, withdrawn=True))
    talks = reworded(BASE, 1, "New words")
    sides = (gone, talks) if ours_is_withdrawn else (talks, gone)
    found = merge_walks(*sides, BASE, LATER).walk.note(NoteId("note 1"))
    assert (found.withdrawn, found.text, found.extra) == (True, "", ())


def test_care_for_a_person_is_never_taken_back() -> None:
    ours = reworded(BASE, 1, "x", masked=True, quote_consent=False)
    theirs = reworded(BASE, 1, "x", quote_consent=True)
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merge_walks(one, other, None, LATER).walk.note(NoteId("note 1"))
        assert (found.masked, found.quote_consent) == (True, False)


def test_voices_of_both_sides_stay() -> None:
    ours = reworded(BASE, 1, "x", voices=(Voice(words="me too"),))
    theirs = reworded(BASE, 1, "x", voices=(Voice(words="so do we"),))
    found = merge_walks(ours, theirs, BASE, LATER).walk.note(NoteId("note 1"))
    assert [voice.words for voice in found.voices] == ["me too", "so do we"]


def test_deletions_never_go_by_merging() -> None:
    merged = merge_walks(BASE, BASE.lacking(BASE.note(NoteId("note 1"))), BASE, LATER)
    assert merged.walk is BASE
    back = merge_walks(BASE.lacking(BASE.note(NoteId("note 1"))), BASE, BASE, LATER)
    assert back.added_notes[0].nr == 1


def test_a_value_keeps_the_other_sentence_among_its_wordings() -> None:
    value = Value(id=ValueId("v"), name="Rest")
    base = BASE.having(value)
    ours = base.having(replace(value, name="Calm"))
    theirs = base.having(replace(value, name="Quiet"))
    found = merge_walks(ours, theirs, base, LATER).walk.value(value.id)
    assert (found.name, [one.words for one in found.wordings]) == ("Calm", ["Quiet"])


def test_a_picture_withdrawn_or_blurred_on_either_side_stays_so() -> None:
    plain = Photo(id=PhotoId("p"), sha256="aa", origin="oo")
    blurred = replace(plain, sha256="bb", faces=Faces.BLURRED)
    gone = replace(plain, sha256="", faces=Faces.UNCHECKED)
    for careful in (blurred, gone):
        for ours, theirs in ((plain, careful), (careful, plain)):
            merged = merge_walks(a_walk(ours), a_walk(theirs), a_walk(plain), LATER)
            assert merged.walk.photos[plain.id].sha256 == careful.sha256
    merged = merge_walks(a_walk(), a_walk(plain), None, LATER)
    assert merged.pictures == {"aa"}


def test_another_walk_is_refused() -> None:
    other = replace(BASE, about=About(id=AboutId("elsewhere")))
    with pytest.raises(WalkshopError, match="another walk"):
        merge_walks(BASE, other, None, LATER)


WORDS = st.lists(st.sampled_from("abcdefgh"), unique=True, max_size=4)


@st.composite
def copies(draw: st.DrawFn) -> Walk:
    """A copy of BASE in which somebody typed, reworded, chose kinds and changed who spoke."""
    walk = typed(BASE, *draw(WORDS))
    for nr in (1, 2):
        if draw(st.booleans()):
            text, lens = draw(st.sampled_from("xyz")), draw(st.sampled_from(["lens b", "lens c"]))
            walk = reworded(walk, nr, text, lens=lens, kind=draw(st.sampled_from(list(Kind))))
    return walk


BASES = st.sampled_from([BASE, None])


@given(copies(), copies(), BASES)
def test_merging_twice_changes_nothing(ours: Walk, theirs: Walk, base: Walk | None) -> None:
    once = merge_walks(ours, theirs, base, LATER).walk
    again = merge_walks(once, theirs, base, LATER)
    assert again.walk is once
    assert again == Merged(once)


@given(copies(), copies(), BASES)
def test_no_note_word_or_author_of_either_side_is_lost(
    ours: Walk, theirs: Walk, base: Walk | None
) -> None:
    walk = merge_walks(ours, theirs, base, LATER).walk
    before = {("note 1", "What was said 1"), ("note 2", "What was said 2")}
    assert said(walk) >= (said(ours) | said(theirs)) - before
    for side in (ours, theirs):
        for note in side.notes.values():
            kept = walk.note(note.id)
            lenses = {kept.lens, *(words for name, words in kept.extra if name == "other lens")}
            assert note.lens in {*lenses, None, "lens a"}
    numbers = [note.nr for note in walk.notes.values()]
    assert len(numbers) == len(set(numbers))
    assert walk.marks.note > max(numbers)


@given(copies(), copies(), copies())
def test_the_order_of_two_others_does_not_change_what_is_there(a: Walk, b: Walk, c: Walk) -> None:
    one = merge_walks(merge_walks(a, b, BASE, LATER).walk, c, BASE, LATER).walk
    other = merge_walks(merge_walks(a, c, BASE, LATER).walk, b, BASE, LATER).walk
    assert one.notes.keys() == other.notes.keys()
    assert said(one) == said(other)
