"""What a window shows of a chat, so that a person can choose; nothing of it is kept in a walk."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, time

from walkshop.domain.records import NoteId


@dataclass(frozen=True, slots=True)
class Sender:
    """One person of the chat: `key` names the sender in choices, `name` stands on screen alone.

    Args:
        messages: how many were sent in the chosen hours.
        duo: the code that stands with the notes instead; empty for none.
        left_out: whether these messages stay outside.
    """

    key: str
    name: str = field(repr=False)
    messages: int = 0
    duo: str = ""
    left_out: bool = False


@dataclass(frozen=True, slots=True)
class Chat:
    """What was chosen of a chat, and what its notes must know to be chosen for otherwise.

    Args:
        begin, end: hours of the day, both inside.
        senders: those who wrote in these hours.
        stops: the keys of stops with the time from which on people were there.
        moments: when each note without a place of its own was sent.
        by: the key of the sender of each note.
    """

    day: date
    begin: time
    end: time
    senders: tuple[Sender, ...] = ()
    stops: tuple[tuple[str, time], ...] = ()
    moments: tuple[tuple[NoteId, datetime], ...] = ()
    by: tuple[tuple[NoteId, str], ...] = ()
