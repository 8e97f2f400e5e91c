"""What a person chose of a chat: the day, the hours, who is which duo, when which stop began."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import msg
from walkshop.services.intake.chat.messages import Message
from walkshop.services.intake.columns import LEAVE_OUT

DATE, BEGIN, END = "date", "from", "to"
SENDER, STOP = "sender", "stop"

_FIRST, _LAST = time(0, 0), time(23, 59)
_NUMBERED = re.compile(rf"({SENDER}|{STOP}) (\d{{1,4}})")
_DUO = re.compile(r"d\d{1,3}")


@dataclass(frozen=True, slots=True)
class Choices:
    """What counts for a chat.

    Args:
        begin, end: hours of the day, both inside.
        duos: the duo of a sender by key, `LEAVE_OUT` for one whose messages stay outside.
        stops: numbers of stops, each with the time from which on people were there, in order.
        guessed_day: nobody said the day: it is that with the most messages.
    """

    day: date
    begin: time
    end: time
    duos: Mapping[str, str]
    stops: tuple[tuple[int, time], ...] = ()
    guessed_day: bool = False

    def holds(self, when: datetime) -> bool:
        """Whether a moment lies within the hours; the last minute counts in full."""
        minute = when.time().replace(second=0, microsecond=0)
        return when.date() == self.day and self.begin <= minute <= self.end


def choices_of(said: Mapping[str, str], walk: Walk, messages: Sequence[Message]) -> Choices:
    """What a person said, and for the rest the day and the times of the walk.

    Raises:
        WalkshopError: something was said that a chat does not have, or that makes no sense.
    """
    for name, words in said.items():
        if name not in (DATE, BEGIN, END) and not _NUMBERED.fullmatch(name):
            raise WalkshopError(
                msg("A chat has no “{name}”.", name=name),
                msg("Choose date, from, to, sender 1 or stop 1."),
                words,
            )
    begin, end = _hours(said, walk)
    day = _day(said[DATE]) if said.get(DATE) else walk.about.walked_on
    stops = {int(name[len(STOP) :]): read_time(words) for name, words in said.items()
             if name.startswith(STOP) and words}  # fmt: skip
    return Choices(
        day or _busiest(messages),
        begin,
        end,
        {name: _duo(words) for name, words in said.items() if name.startswith(SENDER)},
        tuple(sorted(stops.items(), key=lambda one: (one[1], one[0]))),
        guessed_day=day is None,
    )


def _hours(said: Mapping[str, str], walk: Walk) -> tuple[time, time]:
    begin = read_time(said[BEGIN]) if said.get(BEGIN) else walk.about.starts_at or _FIRST
    end = read_time(said[END]) if said.get(END) else walk.about.ends_at or _LAST
    if begin > end and (said.get(BEGIN) or said.get(END)):
        raise WalkshopError(msg("These hours end before they begin."), msg("Choose a later end."))
    return (begin, end) if begin <= end else (begin, _LAST)


def _busiest(messages: Sequence[Message]) -> date:
    """The day with the most messages, the latest of those that have as many."""
    counts = Counter(message.when.date() for message in messages)
    return max(counts, key=lambda day: (counts[day], day), default=date.min)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as reason:
        raise WalkshopError(
            msg("“{words}” is no day.", words=words), msg("Write it as 2027-03-08.")
        ) from reason


def read_time(words: str) -> time:
    """The time of day in words such as "14:30"; raises WalkshopError where there is none."""
    hour, _, minute = words.strip().replace(".", ":").partition(":")
    try:
        return time(int(hour), int(minute or 0))
    except ValueError as reason:
        raise WalkshopError(
            msg("“{words}” is no time.", words=words), msg("Write it as 14:30.")
        ) from reason


def _duo(words: str) -> str:
    code = words.strip().lower()
    if code and code != LEAVE_OUT and not _DUO.fullmatch(code):
        raise WalkshopError(
            msg("“{words}” is no duo.", words=words), msg("A duo is called d1, d2 and so on.")
        )
    return code


__all__ = ["BEGIN", "DATE", "END", "SENDER", "STOP", "Choices", "choices_of", "read_time"]
