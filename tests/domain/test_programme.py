"""The evening in parts and minutes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from walkshop.domain.programme import (
    CLOSING,
    MINUTES,
    PARTS,
    READ_IN,
    SAME_EVENING,
    WELCOME,
    Programme,
    programme_from,
)

EIGHT = datetime(2027, 3, 8, 20, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return EIGHT + timedelta(minutes=minutes)


@pytest.mark.parametrize("length", MINUTES)
def test_the_parts_fill_the_evening(length: int) -> None:
    assert sum(MINUTES[length]) == length
    assert len(MINUTES[length]) == len(PARTS)


def test_before_it_begins_all_of_it_is_left() -> None:
    evening = Programme()
    assert (evening.name, evening.left(EIGHT), evening.left_in_all(EIGHT)) == (WELCOME, 5, 75)


def test_minutes_count_down_and_a_begun_minute_counts_whole() -> None:
    evening = Programme().begun(EIGHT)
    assert [evening.left(at(minute)) for minute in (0, 0.5, 1, 4.9, 5)] == [5, 5, 4, 1, 0]


def test_a_part_that_runs_over_says_by_how_much_and_takes_nothing_from_the_others() -> None:
    evening = Programme().begun(EIGHT)
    assert evening.left(at(8)) == -3
    assert evening.left_in_all(at(8)) == 70


def test_one_step_to_the_next_part_begins_its_own_time() -> None:
    evening = Programme().begun(EIGHT).next(at(7))
    assert (evening.name, evening.left(at(7))) == (READ_IN, 25)
    assert evening.previous(at(9)).name is WELCOME


def test_nothing_comes_after_the_last_part_nor_before_the_first() -> None:
    evening = Programme().begun(EIGHT)
    assert evening.previous(at(1)) is evening
    for _ in PARTS:
        evening = evening.next(at(1))
    assert evening.name is CLOSING
    assert evening.next(at(2)) is evening


def test_the_clock_stands_still_and_goes_on_where_it_stood() -> None:
    evening = Programme().begun(EIGHT).paused(at(2))
    assert evening.left(at(60)) == 3
    assert evening.paused(at(61)) is evening
    assert evening.resumed(at(60)).left(at(61)) == 2
    assert Programme().paused(EIGHT) == Programme()
    assert Programme().resumed(EIGHT) == Programme()


def test_a_clock_that_is_set_back_gives_no_more_time_than_there_was() -> None:
    assert Programme().begun(EIGHT).left(at(-60)) == 5


@pytest.mark.parametrize(
    "evening",
    [
        Programme(120),
        Programme(90).begun(EIGHT).next(at(3)),
        Programme().begun(EIGHT).paused(at(2)),
    ],
    ids=["not begun", "going on", "paused"],
)
def test_an_evening_goes_on_where_it_was_after_the_program_was_closed(evening: Programme) -> None:
    assert programme_from(evening.as_words(), at(9)) == evening


def test_of_another_evening_only_the_length_is_remembered() -> None:
    words = Programme(90).begun(EIGHT).as_words()
    assert programme_from(words, EIGHT + SAME_EVENING) == Programme(90).begun(EIGHT)
    assert programme_from(words, EIGHT + 2 * SAME_EVENING) == Programme(90)
    assert programme_from(words, at(-1)) == Programme(90)


@pytest.mark.parametrize(
    "words",
    ["", "75", "80 0 - -", "75 6 - -", "75 x - -", "75 0 yesterday -", "75 0 2027-03-08T20:00 -",
     "75 0 - 99999999999999999999", "75 -1 - -"],
)  # fmt: skip
def test_what_makes_no_sense_is_an_evening_that_has_not_begun(words: str) -> None:
    assert programme_from(words, EIGHT) == Programme()
