"""Which notes are in view, by words, by number and by what is missing."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.domain.builders import a_note, a_walk
from tests.ui.desks import TestDesk, a_desk, many_notes, some_walk
from walkshop.domain.edits.joining import merge_notes
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.queries.answers import Standing
from walkshop.domain.records import Kind, Lens, LensId, NoteId, StopId, ThemeId
from walkshop.i18n import msg
from walkshop.ui.filtering import Wanted


def shown(made: TestDesk) -> list[int]:
    return [note.nr for note in made.desk.filter.shown]


def test_without_a_wish_all_notes_are_in_view(qtbot: QtBot) -> None:
    made = a_desk()
    assert shown(made) == [1, 2, 3, 4]
    assert not made.desk.filter.narrows


def test_every_word_must_be_there_whatever_its_case_or_accents(qtbot: QtBot) -> None:
    made = a_desk()
    made.desk.filter.want_words("TE  wéinig")
    assert shown(made) == [1]


def test_words_of_theme_and_stop_count_too(qtbot: QtBot) -> None:
    made = a_desk()
    made.desk.filter.want_words("groen en water")
    assert shown(made) == [2]
    made.desk.filter.want_words("boezem")
    assert shown(made) == [4]


def test_a_number_finds_the_note_with_that_number_only(qtbot: QtBot) -> None:
    made = a_desk(many_notes(30))
    made.desk.filter.want_words("3")
    assert shown(made) == [3]


def test_kind_place_and_answer_can_be_asked_for(qtbot: QtBot) -> None:
    made = a_desk()
    made.desk.filter.want(Wanted(kind=Kind.CONCERN))
    assert shown(made) == [1, 4]
    made.desk.filter.want(Wanted(without_place=True))
    assert shown(made) == [4]
    made.desk.filter.want(Wanted(whole=True))
    assert shown(made) == [3]
    made.desk.filter.want(Wanted(standing=Standing.WITHOUT))
    assert shown(made) == [1, 2, 3, 4]
    made.desk.filter.want(Wanted(standing=Standing.WAITING))
    assert shown(made) == []


def test_a_note_that_gets_the_words_comes_into_view(qtbot: QtBot) -> None:
    made = a_desk()
    made.desk.filter.want_words("fiets")
    assert shown(made) == []
    stamp = made.desk.store.stamp()
    with qtbot.waitSignal(made.desk.filter.changed):
        made.desk.store.apply(
            msg("Reword"), lambda walk: reword_note(walk, NoteId("note 3"), "Fietsen", stamp)
        )
    assert shown(made) == [3]


def test_ten_thousand_notes_are_sieved(qtbot: QtBot) -> None:
    made = a_desk(many_notes(10_000))
    made.desk.filter.want_words("bankje 1")
    made.desk.filter.want_words("bankje")
    assert len(made.desk.filter.shown) == 10_000


def test_stop_duo_lens_and_kind_are_found_by_their_words(qtbot: QtBot) -> None:
    old = Lens(id=LensId("old"), name="Fitte senior")
    more = a_note(9, "Ver lopen", duo="d2", lens=old.id, kind=Kind.IDEA, kind_chosen=True)
    made = a_desk(some_walk().having(old, more))
    for words, found in (
        ("stop 2", [4]),
        ("@2 duur", [4]),
        ("d2", [9]),
        ("duo 2", [9]),
        ("senior", [9]),
        ("idee", [9]),
        ("stop 9", []),
    ):
        made.desk.filter.want_words(words)
        assert shown(made) == found, words


def test_a_merged_number_leads_to_the_note_that_speaks_for_it(qtbot: QtBot) -> None:
    made = a_desk()
    stamp = made.desk.store.stamp()
    pair = (NoteId("note 1"), NoteId("note 4"))
    made.desk.store.apply(msg("Merge"), lambda walk: merge_notes(walk, pair, stamp))
    made.desk.filter.want_words("4")
    assert shown(made) == [1]


def test_digits_that_are_no_number_stand_in_the_words(qtbot: QtBot) -> None:
    made = a_desk(a_walk(a_note(1, "Bus 44 rijdt niet"), a_note(2)))
    made.desk.filter.want_words("44")
    assert shown(made) == [1]


def test_facets_narrow_together(qtbot: QtBot) -> None:
    made = a_desk()
    made.desk.filter.want(Wanted(kind=Kind.CONCERN, stop=StopId("stop 2")))
    assert shown(made) == [4]
    made.desk.filter.want(Wanted(theme=ThemeId("natuur")))
    assert shown(made) == [2]
    made.desk.filter.want(Wanted(theme=ThemeId("")))
    assert shown(made) == [1, 3, 4]
