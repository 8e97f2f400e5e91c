"""Heads of messages in the forms of many phones, and which number of a day is its month."""

from __future__ import annotations

from datetime import date, time

import pytest

from walkshop.services.intake.chat.forms import DAY_FIRST, MONTH_FIRST, head_of, order_of

WALKED = date(2027, 3, 8)

FORMS = [
    "08-03-2027 10:15 - Jan: Los",
    "08-03-2027, 10:15 - Jan: Los",
    "08/03/2027, 10:15 - Jan: Los",
    "08.03.27, 10:15 - Jan: Los",
    "8-3-2027 10:15 a.m. - Jan: Los",
    "08/03/2027, 10:15\u202fam - Jan: Los",
    "08-03-2027 om 10:15 - Jan: Los",
    "2027-03-08, 10:15 - Jan: Los",
    "[08-03-2027, 10:15:00] Jan: Los",
    "\u200e[08/03/2027, 10:15:00\u202fAM] Jan: Los",
    "[8.3.27, 10.15.00] Jan: Los",
    "\ufeff[2027-03-08 10:15:00] Jan: Los",
]


@pytest.mark.parametrize("line", FORMS)
def test_every_form_gives_the_same_day_and_time(line):
    head = head_of(line)
    order = order_of([head], WALKED)
    assert (order.day(head.numbers), head.at, head.rest) == (WALKED, time(10, 15), "Jan: Los")


@pytest.mark.parametrize(
    ("words", "at"),
    [("12:05 AM", time(0, 5)), ("12:05 PM", time(12, 5)), ("3:07 p.m.", time(15, 7))],
)
def test_a_clock_of_twelve_hours_is_read(words, at):
    assert head_of(f"3/8/27, {words} - Jan: Los").at == at


@pytest.mark.parametrize(
    "line", ["Los", "10:15 - Jan: Los", "08-03-2027 25:99 - Jan: Los", "8-3: het was om 10:15"]
)
def test_other_lines_run_on(line):
    assert head_of(line) is None


def order(*days: str, walked: date | None = None):
    return order_of([head_of(f"{day}, 10:15 - Jan: Los") for day in days], walked)


def test_a_number_above_twelve_tells_the_order():
    assert order("03/08/27", "03/20/27").places == MONTH_FIRST
    assert order("08/03/27", "20/03/27").places == DAY_FIRST
    assert order("08/03/27", "20/03/27").certain


def test_days_that_would_run_back_tell_the_order():
    assert order("09/03/27", "08/04/27", "07/05/27").places == DAY_FIRST


def test_else_the_day_of_the_walk_tells_and_it_is_said_to_be_a_guess():
    found = order("03/08/27", walked=WALKED)
    assert (found.places, found.certain) == (MONTH_FIRST, False)
    assert order("03/08/27").places == DAY_FIRST


def test_strokes_and_a_clock_of_twelve_hours_are_american():
    heads = [head_of("3/8/27, 10:15 AM - Jan: Los")]
    assert order_of(heads, None).places == MONTH_FIRST


def test_days_that_do_not_exist_have_no_order():
    assert order("31/31/27") is None
    assert order("2027-13-40") is None
