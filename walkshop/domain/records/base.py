"""What every record of a walk has: an identity, its times, and words in a second language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar


@dataclass(frozen=True, slots=True)
class Stamp:
    """When and at which station an act was done; made by the program's edge, never in here.

    Args:
        now: an aware moment.
        station: the laptop or table where it was typed, never a person.
    """

    now: datetime
    station: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The words of one field in another language; the speaker's own words stay in the field."""

    field: str
    language: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A thing in a walk that has an identity of its own.

    Args:
        id: a UUID as text.
        created: when it was made; None for a record that came from a bare table.
        changed: when it was last changed.
        minute: minutes since the session began, where a session was running.
        station: where it was typed.
        translations: words of its text fields in a second language.
    """

    id: str
    created: datetime | None = None
    changed: datetime | None = None
    minute: int | None = None
    station: str = ""
    translations: tuple[Translation, ...] = ()

    def in_language(self, field: str, language: str) -> str:
        """The text of `field` in `language` where there is one, else as it was said."""
        for translation in self.translations:
            if translation.field == field and translation.language == language:
                return translation.words
        return str(getattr(self, field))


RecordT = TypeVar("RecordT", bound=Record)


def born(record: RecordT, stamp: Stamp) -> RecordT:
    """`record` with its time and place of birth set."""
    return replace(record, created=stamp.now, changed=stamp.now, station=stamp.station)


def touched(record: RecordT, stamp: Stamp) -> RecordT:
    """`record` with the time and place of its last change set."""
    return replace(record, changed=stamp.now, station=stamp.station)
