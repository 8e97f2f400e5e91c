"""Days as people type them, in both languages."""

from __future__ import annotations

from datetime import date

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.ui.widgets.dates import NO_DAY, UNCLEAR_DAY, read_day

TODAY = date(2027, 3, 8)


@pytest.mark.parametrize(
    "typed",
    [
        "20-4-2027", "20/4/2027", "20.4.27", "20 4 2027", "2027-04-20", "20 april 2027",
        "20 APR 2027", "dinsdag 20 april", "Tuesday 20 April 2027", "20th of April 2027",
        "April 20, 2027", "20 apr", "20-4",
    ],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(typed):
    assert read_day(typed, TODAY) == date(2027, 4, 20)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("vandaag", TODAY),
        ("tomorrow", date(2027, 3, 9)),
        ("7 maart", date(2028, 3, 7)),
        ("8 maart", TODAY),
        ("3 mrt", date(2028, 3, 3)),
        ("29 februari", date(2028, 2, 29)),
        ("week 16", date(2027, 4, 19)),
        ("week 2", date(2028, 1, 10)),
        ("wk 16 2028", date(2028, 4, 17)),
    ],
)
def test_without_a_year_it_is_the_first_such_day_from_today_on(typed, day):
    assert read_day(typed, TODAY) == day


def test_nothing_typed_is_no_day():
    assert read_day("  ", TODAY) is None


@pytest.mark.parametrize("typed", ["zo snel mogelijk", "Z.S.M.", "asap", "As soon as possible"])
def test_as_soon_as_possible_is_refused_with_its_own_sentence(typed):
    with pytest.raises(WalkshopError) as refusal:
        read_day(typed, TODAY)
    assert refusal.value.message == NO_DAY


@pytest.mark.parametrize(
    "typed", ["31-2-2027", "week 60", "20 xyz", "0-0-2027", "na de zomer", "4"]
)
def test_what_is_no_day_is_refused_with_an_example(typed):
    with pytest.raises(WalkshopError) as refusal:
        read_day(typed, TODAY)
    assert refusal.value.message == UNCLEAR_DAY
    assert refusal.value.hint is not None
