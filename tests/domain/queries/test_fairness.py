"""Who and what was hardly heard."""

from __future__ import annotations

from tests.domain.builders import a_note, a_walk
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.fairness import Heard, heard
from walkshop.domain.records import (
    Kind,
    Lens,
    LensId,
    Participant,
    ParticipantId,
    Point,
    Quadrant,
    Stop,
    StopId,
    ThemeId,
    Value,
    ValueId,
    Voice,
)

OLD, YOUNG = Lens(id=LensId("old"), name="Old"), Lens(id=LensId("young"), name="Young", order=1)
GREEN = ThemeId("natuur")


def walker(nr, **fields):
    return Participant(id=ParticipantId(f"p{nr}"), code=f"P{nr}", **fields)


def test_before_the_first_note_nobody_is_missed():
    assert heard(a_walk(OLD, Stop(id=StopId("s"), nr=1))).nothing


def test_duos_that_walked_and_said_nothing_are_named_by_number():
    duos = [walker(nr, duo=f"d{nr}") for nr in (10, 2, 1)]
    away = walker(4, duo="d4", present=False)
    assert heard(a_walk(*duos, away, a_note(1, duo="d1"))).duos == ("d2", "d10")


def test_one_more_voice_is_heard_too():
    voice = Voice(duo="d2", lens=OLD.id)
    walk = a_walk(OLD, walker(2, duo="d2", lens=OLD.id), a_note(1, voices=(voice,)))
    assert heard(walk).nothing


def test_only_lenses_that_somebody_has_are_missed():
    walk = a_walk(OLD, YOUNG, walker(1, lens=YOUNG.id), a_note(1))
    assert heard(walk).lenses == (YOUNG,)
    assert heard(a_walk(OLD, YOUNG, a_note(1, lens=YOUNG.id))).lenses == (OLD,)
    assert heard(a_walk(OLD, YOUNG, a_note(1))).lenses == ()


def test_a_stop_that_was_skipped_is_not_missed():
    passed = Stop(id=StopId("a"), nr=1)
    walk = a_walk(passed, Stop(id=StopId("b"), nr=2, skipped="rain"), a_note(1))
    assert heard(walk).stops == (passed,)


def test_a_note_within_reach_of_a_stop_is_about_it():
    stop = Stop(id=StopId("a"), nr=1, at=LonLat(4.4900, 51.9300), radius_m=75)
    near, far = LonLat(4.4905, 51.9301), LonLat(4.4950, 51.9300)
    assert heard(a_walk(stop, a_note(1, place=Point(near)))).stops == ()
    assert heard(a_walk(stop, a_note(1, place=Point(far)))).stops == (stop,)


def test_only_complaints_are_told_once_much_was_said():
    few = a_walk(*(a_note(nr, kind=Kind.CONCERN) for nr in range(1, 10)))
    assert (heard(few).complaints, heard(few).no_good) == (None, False)
    bad = [a_note(nr, kind=Kind.CONCERN) for nr in range(1, 10)]
    assert heard(a_walk(*bad, a_note(10, kind=Kind.ASSET))).complaints == 90
    mixed = [a_note(nr, kind=Kind.ASSET) for nr in range(11, 21)]
    assert heard(a_walk(*bad, *mixed)) == Heard()
    assert heard(a_walk(*bad, a_note(10, kind=Kind.IDEA))).no_good


def test_themes_without_a_note_are_named_once_much_was_said():
    notes = [a_note(nr, kind=Kind.ASSET) for nr in range(1, 11)]
    assert heard(a_walk(*notes), (GREEN,)).themes == (GREEN,)
    assert heard(a_walk(*notes[:5]), (GREEN,)).themes == ()
    spoken = a_note(11, theme=ThemeId("werk"), theme2=GREEN)
    assert heard(a_walk(*notes, spoken), (GREEN,)).themes == ()


def test_questions_with_few_notes_are_counted_once_values_have_one():
    value = Value(id=ValueId("v"), name="Rest", quadrant=Quadrant.SECURITY)
    notes = [a_note(nr, value=value.id) for nr in (1, 2, 3)]
    assert heard(a_walk(value, *notes)).questions == (
        (Quadrant.COHESION, 0),
        (Quadrant.INCLUSION, 0),
        (Quadrant.EMPOWERMENT, 0),
    )
