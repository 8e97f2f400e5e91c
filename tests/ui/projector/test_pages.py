"""What the room reads: words that may be seen by anyone, one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.domain.builders import a_note, a_walk
from tests.ui.stages import REST, an_action, nid, small_walk
from walkshop.domain.records import (
    WHOLE,
    ActionStatus,
    Note,
    Quadrant,
    Stop,
    StopId,
    Translation,
    Walk,
)
from walkshop.i18n import language
from walkshop.ui.projector.page import RoomPage, page_of
from walkshop.ui.projector.thing import (
    CLOSING,
    FOUR,
    MAP,
    QUESTION,
    Sort,
    Thing,
    in_hand_as_thing,
    is_there,
    next_note,
    stop_thing,
    things_in_order,
)
from walkshop.ui.selection import InHand

ENGLISH = language("en")


def page(walk: Walk, thing: Thing) -> RoomPage:
    return page_of(walk, thing, ENGLISH)


def note_page(note: Note) -> RoomPage:
    return page(small_walk(note), Thing(Sort.NOTE, (note.id,)))


def about(walk: Walk, **fields: object) -> Walk:
    changed = replace(walk.about, **fields)  # type: ignore[arg-type]  # checked by the record
    return replace(walk, about=changed)


def test_the_question_stands_large_under_the_title() -> None:
    walk = about(a_walk(), question="What is good here?", second_question="And then?")
    assert page(walk, QUESTION) == RoomPage("Crooswijk", "What is good here?", ("And then?",))
    assert page(a_walk(), QUESTION).name == "Crooswijk"


def test_a_note_shows_its_stop_words_number_and_kind() -> None:
    shown = note_page(replace(small_walk().notes[nid(1)], stop=StopId("stop")))
    assert shown.lead == "Stop 3, Boezemsingel"
    assert shown.words == ("Too few benches",)
    assert [look.number for look in shown.looks] == ["1"]
    assert shown.foot == "Must improve"


def test_a_note_near_a_stop_says_which() -> None:
    assert page(small_walk(), Thing(Sort.NOTE, (nid(1),))).lead == "Stop 3, Boezemsingel"
    assert note_page(a_note(9, place=WHOLE)).lead == "Whole neighbourhood"
    assert note_page(a_note(9)).lead == "Crooswijk"


def test_the_general_wording_stands_in_the_place_of_what_was_said() -> None:
    shown = note_page(a_note(9, "Mrs Jansen at 12 is noisy", public_text="Noise at night"))
    assert shown.words == ("Noise at night",)
    assert "Jansen" not in shown.spoken


def test_no_duo_and_no_walker_is_ever_read() -> None:
    shown = note_page(a_note(9, "Nice", duo="d7", source_ref="P07", typed="+ Nice @d7"))
    assert "d7" not in shown.spoken.lower()
    assert "p07" not in shown.spoken.lower()


def test_a_value_shows_its_question_name_sentence_and_notes_that_may_be_seen() -> None:
    walk = small_walk()
    value = replace(
        walk.values[REST], statement="We find it important", quadrant=Quadrant.INCLUSION
    )
    walk = walk.having(value, replace(walk.notes[nid(2)], masked=True))
    shown = page(walk, Thing(Sort.VALUE, (REST,)))
    assert shown.lead == "Can everyone take part and get everywhere?"
    assert (shown.name, shown.words) == ("Rest on the way", ("We find it important",))
    assert [look.nr for look in shown.looks] == [1]


def test_a_page_is_in_the_language_of_the_window_where_somebody_translated() -> None:
    translated = (Translation("name", "nl", "Onderweg uitrusten"),)
    walk = small_walk()
    walk = walk.having(replace(walk.values[REST], translations=translated))
    assert page_of(walk, Thing(Sort.VALUE, (REST,)), language("nl")).name == "Onderweg uitrusten"
    assert page(walk, Thing(Sort.VALUE, (REST,))).name == "Rest on the way"


def test_an_action_says_who_leads_and_when_it_begins() -> None:
    action = an_action(
        2,
        leader="Parks department",
        status=ActionStatus.AGREED,
        first_date=date(2027, 4, 20),
        first_step="walk the route",
        notes=(nid(1),),
    )
    shown = page(small_walk(action), Thing(Sort.ACTION, (action.id,)))
    assert (shown.lead, shown.name) == ("Action 2: agreed", "Do thing 2")
    assert shown.words[0] == "Who leads? Parks department"
    assert shown.words[1] == "First step: Tuesday 20 April 2027, walk the route"
    assert [look.nr for look in shown.looks] == [1]


def test_the_closing_says_when_people_meet_again_or_thanks_them() -> None:
    walk = about(a_walk(), next_meeting=date(2027, 6, 12), answer_before=date(2027, 5, 1))
    shown = page(walk, CLOSING)
    assert (shown.lead, shown.name) == ("We meet again on", "Saturday 12 June 2027")
    assert shown.small == ("You get an answer before Saturday 1 May 2027.",)
    assert page(a_walk(), CLOSING).name == "Thank you"


def test_several_notes_are_read_when_they_are_short_and_only_counted_when_long() -> None:
    group = Thing(Sort.GROUP, (nid(1), nid(2)))
    assert page(small_walk(), group).small == ("1  Too few benches", "2  A chance for benches")
    long = small_walk().having(a_note(2, "word " * 50))
    assert page(long, group).small == ()
    assert [look.nr for look in page(long, group).looks] == [1, 2]


@pytest.mark.parametrize("hidden", [a_note(9, masked=True), a_note(9, withdrawn=True)])
def test_a_hidden_note_is_no_thing_for_the_room(hidden: Note) -> None:
    walk = small_walk(hidden)
    assert in_hand_as_thing(walk, InHand(frozenset({nid(9)}), nid(9))) is None
    assert not is_there(walk, Thing(Sort.NOTE, (nid(9),)))
    assert next_note(walk, nid(5), 1) == nid(5)


def test_an_evening_goes_from_question_to_closing() -> None:
    walk = small_walk(an_action(1), an_action(2, top=1))
    sorts = [thing.sort for thing in things_in_order(walk, MAP)]
    assert sorts == ["question", "map", "stop", "value", "value", "action", "action", "closing"]
    assert things_in_order(walk, MAP)[5].key == "action 2"
    held = Thing(Sort.NOTE, (nid(1),))
    assert things_in_order(walk, held)[3] == held


def test_a_stop_that_was_skipped_is_passed_over_and_the_others_come_as_they_were_walked() -> None:
    later = Stop(id=StopId("later"), nr=1, name="Goudseplein", order=9)
    never = Stop(id=StopId("never"), nr=9, name="Station", order=0, skipped="rain")
    things = things_in_order(small_walk(later, never), MAP)
    assert [thing.key for thing in things if thing.sort is Sort.STOP] == ["stop", "later"]


def test_the_four_questions_come_once_a_value_stands_under_one_of_them() -> None:
    walk = small_walk()
    assert FOUR not in things_in_order(walk, MAP)
    assert FOUR in things_in_order(walk, FOUR)
    placed = walk.having(replace(walk.values[REST], quadrant=Quadrant.SECURITY))
    assert FOUR in things_in_order(placed, MAP)


def test_the_four_questions_have_their_values_under_them_in_at_most_forty_words() -> None:
    walk = small_walk()
    walk = walk.having(replace(walk.values[REST], quadrant=Quadrant.INCLUSION))
    four = page(walk, FOUR).four
    assert [quarter.nr for quarter in four] == [1, 2, 3, 4]
    assert four[2].question == "Can everyone take part and get everywhere?"
    assert [quarter.below for quarter in four][1:3] == ["No value yet", "Rest on the way"]
    long = walk.having(replace(walk.values[REST], name="word " * 40, quadrant=Quadrant.SECURITY))
    assert page(long, FOUR).four[0].below == "1 value"


def test_a_value_is_put_to_people_who_were_not_there() -> None:
    check = Thing(Sort.CHECK, (REST,))
    shown = page(small_walk(), check)
    assert (shown.lead, shown.name) == ("Do you recognise this?", "Rest on the way")
    assert shown.small == ("Yes, partly, no, or do not know?",)
    assert shown.looks == ()
    sorts = [thing.sort for thing in things_in_order(small_walk(), check)]
    assert sorts == ["check", "check", "closing"]


def test_a_stop_without_a_place_is_read_as_words() -> None:
    walk = small_walk(Stop(id=StopId("inside"), nr=7, name="De Nieuwe Branding"))
    shown = page(walk.having(a_note(9, stop=StopId("inside"))), stop_thing(StopId("inside")))
    assert (shown.lead, shown.name) == ("Stop 7", "De Nieuwe Branding")
    assert [look.nr for look in shown.looks] == [9]


def test_what_is_in_hand_becomes_one_thing() -> None:
    walk = small_walk(an_action(1))
    assert in_hand_as_thing(walk, InHand(value=REST)) == Thing(Sort.VALUE, (REST,))
    both = in_hand_as_thing(walk, InHand(frozenset({nid(2), nid(1)}), nid(1)))
    assert both == Thing(Sort.GROUP, (nid(1), nid(2)))
    assert in_hand_as_thing(walk, InHand()) is None
