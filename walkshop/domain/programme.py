"""The evening in parts and minutes, so that the facilitator sees how much of it is left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from walkshop.i18n import Text, msg

WELCOME = msg("welcome")
READ_IN = msg("read in")
TOGETHER = msg("put together")
WHY = msg("why it matters")
NOW = msg("what now")
CLOSING = msg("closing")

PARTS: tuple[Text, ...] = (WELCOME, READ_IN, TOGETHER, WHY, NOW, CLOSING)

MINUTES: Mapping[int, tuple[int, ...]] = {
    75: (5, 25, 12, 15, 10, 8),
    90: (8, 27, 15, 17, 13, 10),
    120: (10, 35, 20, 25, 18, 12),
}
"""The minutes of each part by the length of the evening; 75 is tried, the others keep its shape."""

SAME_EVENING = timedelta(hours=6)
"""A part that began longer ago than this was of another evening."""


@dataclass(frozen=True, slots=True)
class Programme:
    """Where an evening is.

    Args:
        length: minutes in all, a key of `MINUTES`.
        part: which part is on, from 0.
        began: the aware moment at which this part began; None while the evening has not begun.
        held: the time that this part has run already, where the clock stands still.
    """

    length: int = 75
    part: int = 0
    began: datetime | None = None
    held: timedelta | None = None

    @property
    def name(self) -> Text:
        """The part that is on."""
        return PARTS[self.part]

    @property
    def planned(self) -> timedelta:
        """How long this part may take."""
        return timedelta(minutes=MINUTES[self.length][self.part])

    @property
    def is_last(self) -> bool:
        """Whether nothing comes after this part."""
        return self.part == len(PARTS) - 1

    def begun(self, now: datetime) -> Programme:
        """The evening with its first part begun."""
        return replace(self, part=0, began=now, held=None)

    def next(self, now: datetime) -> Programme:
        """The evening in its next part; the last one stays on."""
        return self if self.is_last else replace(self, part=self.part + 1, began=now, held=None)

    def previous(self, now: datetime) -> Programme:
        """The evening in the part before, begun anew; the first one stays on."""
        return self if self.part == 0 else replace(self, part=self.part - 1, began=now, held=None)

    def paused(self, now: datetime) -> Programme:
        """The evening with its clock standing still."""
        running = self.began is not None and self.held is None
        return replace(self, held=self.passed(now)) if running else self

    def resumed(self, now: datetime) -> Programme:
        """The evening going on where the clock stood still."""
        return self if self.held is None else replace(self, began=now - self.held, held=None)

    def passed(self, now: datetime) -> timedelta:
        """How long this part has run; never less than nothing, clocks are set back."""
        if self.held is not None:
            return self.held
        return max(now - self.began, timedelta()) if self.began else timedelta()

    def left(self, now: datetime) -> int:
        """Minutes left of this part, begun ones counted whole; negative when it runs over."""
        rest = (self.planned - self.passed(now)).total_seconds() / 60
        return int(-(-rest // 1))

    def left_in_all(self, now: datetime) -> int:
        """Minutes left of the evening if each part to come takes its time."""
        return max(self.left(now), 0) + sum(MINUTES[self.length][self.part + 1 :])

    def as_words(self) -> str:
        """The evening as a line of text, for `programme_from`."""
        began = self.began.isoformat() if self.began else "-"
        held = "-" if self.held is None else str(round(self.held.total_seconds()))
        return f"{self.length} {self.part} {began} {held}"


def programme_from(words: str, now: datetime) -> Programme:
    """The evening in a line of `as_words`; of another evening only its length, else a fresh one."""
    try:
        length, part, began, held = words.split()
        made = Programme(
            int(length),
            int(part),
            None if began == "-" else datetime.fromisoformat(began),
            None if held == "-" else timedelta(seconds=int(held)),
        )
        if made.length not in MINUTES or made.part not in range(len(PARTS)):
            return Programme()
        ago = now - made.began if made.began else timedelta()
    except (ValueError, TypeError, OverflowError):
        return Programme()
    return made if timedelta() <= ago <= SAME_EVENING else Programme(made.length)
