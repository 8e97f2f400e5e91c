"""The numbers of the status line: how many there are of what, and which notes each stands for."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.queries.notes import count_notes
from walkshop.domain.queries.values import value_of
from walkshop.domain.records import Kind
from walkshop.domain.words import KIND, area_of
from walkshop.i18n import Text, msg, msgn
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted

UNKNOWN_WORDS = msg("Question, or no kind yet")


@dataclass(frozen=True, slots=True)
class Count:
    """One number: its words, and what a click on it asks for.

    Args:
        rare: it only has a place when it is not nought.
    """

    key: str
    n: int
    words: Text
    asks: Wanted
    rare: bool = False


def counts_of(desk: Desk) -> list[Count]:
    """The numbers as they are now, in their order; the first is of all notes."""
    n = len(desk.filter.standing)
    every = Count("notes", n, msgn("{n} note", "{n} notes", n), Wanted())
    return [every, *_kinds(desk), *_gaps(desk)]


def _kinds(desk: Desk) -> list[Count]:
    counted = count_notes(desk.store.walk, desk.filter.standing).kinds
    rare = (Kind.UNKNOWN, Kind.OPPORTUNITY)
    return [
        Count(
            kind.value,
            counted[kind],
            UNKNOWN_WORDS if kind is Kind.UNKNOWN else KIND[kind],
            Wanted(kind=kind),
            rare=kind in rare,
        )
        for kind in Kind
    ]


def _gaps(desk: Desk) -> list[Count]:
    """What is not placed, has no value, no answer or waits for one."""
    walk, notes = desk.store.walk, desk.filter.standing
    counted = count_notes(walk, notes)
    book, today = AnswerBook(walk), desk.store.stamp().now.astimezone().date()
    standing = [book.standing_of(note, today) for note in notes]
    without, waiting = standing.count(Standing.WITHOUT), standing.count(Standing.WAITING)
    # Before anything was grouped every note is without a value, and that is no news.
    loose = sum(value_of(walk, note) is None for note in notes) if walk.values else 0
    placed, whole = counted.not_placed, counted.whole
    area = msg("{n} for whole {area}", n=whole, area=area_of(walk))
    return [
        Count("not_placed", placed, _words("not_placed", placed), Wanted(without_place=True), True),
        Count("whole", whole, area, Wanted(whole=True), True),
        Count("loose", loose, _words("loose", loose), Wanted(without_value=True), True),
        Count("without", without, _words("without", without), Wanted(standing=Standing.WITHOUT)),
        Count(
            "waiting", waiting, _words("waiting", waiting), Wanted(standing=Standing.WAITING), True
        ),
    ]


def _words(key: str, n: int) -> Text:
    return {
        "not_placed": msg("{n} not placed yet", n=n),
        "loose": msg("{n} without value", n=n),
        "without": msg("{n} without answer", n=n),
        "waiting": msg("{n} waiting for an answer", n=n),
    }[key]
