"""From a walk to suggested values: which notes, whose names, and what can be accepted."""

from __future__ import annotations

from functools import partial

import pytest

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.values import accept_suggestions
from walkshop.domain.geo import LonLat, haversine_m
from walkshop.domain.records import Membership, Point, Stop, StopId, ThemeId, Value, ValueId, Walk
from walkshop.i18n import language
from walkshop.services.grouping.from_walk import (
    GroupingResult,
    _metres,
    open_notes,
    suggest_values,
)

WORDS = {
    "verkeer": ("Auto's rijen te hard", "Geen plek om te parkeren", "Veel fietsen op de stoep"),
    "natuur": ("Meer bomen in de straat", "De plantenbakken zijn leeg", "Mooi groen park"),
    "wonen": ("De huur is te hoog", "Vocht in de huizen", "Te weinig seniorenwoningen"),
    "ontmoeten": ("Een buurthuis voor iedereen", "Bankjes om te praten", "Koffie met de buren"),
}


def a_told_walk(**fields: object) -> Walk:
    themed = [(theme, words) for theme, said in WORDS.items() for words in said]
    notes = [
        a_note(
            nr, words, theme=ThemeId(theme), place=Point(LonLat(4.48 + nr / 1000, 51.93)), **fields
        )
        for nr, (theme, words) in enumerate(themed, 1)
    ]
    return a_walk(Stop(id=StopId("s"), nr=1, name="Goudseplein"), *notes)


@pytest.fixture(scope="module")
def result() -> GroupingResult:
    return suggest_values(a_told_walk(), language("nl"), values=4)


def test_every_note_is_suggested_once_or_not_placed(result):
    notes = [note for group in result.groups for note in group.notes]
    assert sorted([*notes, *result.not_placed]) == sorted(a_told_walk().notes)


def test_each_group_has_a_name_of_its_own_and_a_note_that_speaks_for_it(result):
    names = [group.name for group in result.groups]
    assert all(names)
    assert len(set(names)) == len(names)
    assert all(group.representative in group.notes for group in result.groups)


def test_reasons_stand_in_the_words_of_the_note_itself(result):
    walk = a_told_walk()
    for group in result.groups:
        for note, words in group.reasons.items():
            assert all(word in walk.note(note).text for word in words)


def test_only_notes_under_no_value_are_compared_unless_asked():
    placed = a_note(13, "Meer bomen", value=ValueId("v"), membership=Membership.HAND)
    walk = a_told_walk().having(Value(id=ValueId("v"), name="Groen"), placed)
    assert placed.id not in {note.id for note in open_notes(walk)}
    assert placed.id in {note.id for note in open_notes(walk, anew=True)}


def test_a_note_set_aside_waits_outside():
    walk = a_walk(a_note(1, "Bomen", set_apart=True), a_note(2, "Bomen", withdrawn=True))
    assert open_notes(walk, anew=True) == []
    assert suggest_values(walk, language("nl")) == GroupingResult(too_few=True)


def test_what_is_accepted_stands_under_its_value(result):
    walk = a_told_walk()
    accepted = [group.as_value(ValueId(f"v{n}")) for n, group in enumerate(result.groups)]
    after = partial(accept_suggestions, accepted=accepted, stamp=STAMP)(walk)
    first = result.groups[0]
    assert {key for key, note in after.notes.items() if note.value == "v0"} == set(first.notes)
    assert after.value(ValueId("v0")).name == first.name


def test_a_part_of_a_group_keeps_its_speaker_only_when_it_is_in_it(result):
    group = result.groups[0]
    others = [note for note in group.notes if note != group.representative]
    assert group.as_value(ValueId("v"), others).value.representative is None
    assert group.as_value(ValueId("v"), others).notes == tuple(others)


def test_a_name_that_a_value_has_already_is_not_given_again(result):
    name = result.groups[0].name
    walk = a_told_walk().having(Value(id=ValueId("v"), name=name))
    again = suggest_values(walk, language("nl"), values=4)
    assert name not in [group.name for group in again.groups]


def test_too_few_notes_are_grouped_by_the_walkers_own_themes():
    walk = a_walk(
        a_note(1, "Boom", theme=ThemeId("natuur")), a_note(2, "Tak", theme=ThemeId("natuur"))
    )
    found = suggest_values(walk, language("en"))
    assert found.too_few
    assert [group.name for group in found.groups] == ["Green and water"]


def test_places_are_compared_in_metres():
    origin, other = LonLat(4.49, 51.93), LonLat(4.55, 51.97)
    east, north = _metres(other, origin)
    assert (east**2 + north**2) ** 0.5 == pytest.approx(haversine_m(origin, other), rel=1e-3)
