"""Takes the text of an exported chat apart into messages, each with its moment and its sender."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.chat.forms import (
    LEFT_TO_RIGHT,
    MARKS,
    DayOrder,
    Head,
    head_of,
    order_of,
    without_marks,
)
from walkshop.services.intake.chat.words import ATTACHED, DELETED, EDITED, OMITTED, SYSTEM

MOST_LINES = 300_000
"""Of a whole chat: an app group of many years."""

_LOOKED_AT = 40
"""First lines in which a chat shows that it is one."""

_BLANK = f" \t\r{MARKS}"
_LONGEST_NAME = 60
_SAID = re.compile(rf"(?P<who>[^:\n]{{1,{_LONGEST_NAME}}}):(?:\s(?P<words>.*))?$", re.DOTALL)
_AMID_WORDS = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Message:
    """One message.

    Args:
        line: in which it begins, the first being 1.
        when: it was sent, in the zone of this machine.
        who: sent it, as the chat names that person; never kept.
        words: what was written; without names of files and without marks of the program.
        files: that came with it, by name.
        omitted: something was with it that was not exported.
        deleted: its sender took it back.
    """

    line: int
    when: datetime
    who: str = field(repr=False)
    words: str = ""
    files: tuple[str, ...] = ()
    omitted: bool = False
    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """The messages of a chat in their order; `system` counts lines about the group itself."""

    messages: tuple[Message, ...]
    order: DayOrder
    system: int


@dataclass(slots=True)
class _Raw:
    """One message while its lines are gathered."""

    line: int
    head: Head
    more: list[str] = field(default_factory=list)


def looks_like_chat(text: str) -> bool:
    """Whether a text is an exported chat: its first line begins a message, and people write."""
    lines = [line for line in text.split("\n", _LOOKED_AT)[:_LOOKED_AT] if line.strip(_BLANK)]
    if not lines or head_of(lines[0]) is None:
        return False
    heads = [head for line in lines if (head := head_of(line))]
    return any(_who(head) for head in heads) or len(heads) > 1


def read_messages(text: str, walked_on: date | None) -> Conversation:
    """The messages in `text`; `walked_on` decides between orders of day and month.

    Raises:
        WalkshopError: it is no chat, too long, or has days that do not exist.
    """
    found = _gathered(text)
    order = order_of([raw.head for raw in found], walked_on) if found else None
    if order is None:
        raise WalkshopError(
            msg("The days in this chat cannot be read."), msg("Export the chat once more.")
        )
    messages = tuple(_messages(found, order))
    return Conversation(messages, order, len(found) - len(messages))


def _gathered(text: str) -> list[_Raw]:
    lines = text.replace("\r\n", "\n").split("\n")
    if len(lines) > MOST_LINES:
        raise WalkshopError(
            msg("This chat has more than {n} lines.", n=MOST_LINES),
            msg("Export the chat of the walk alone."),
        )
    found: list[_Raw] = []
    for number, line in enumerate(lines, start=1):
        head = head_of(line)
        if head is not None:
            found.append(_Raw(number, head))
        elif found:
            found[-1].more.append(line)
    return found


def _messages(found: list[_Raw], order: DayOrder) -> Iterator[Message]:
    for raw in found:
        who = _who(raw.head)
        said = _SAID.match("\n".join((raw.head.rest, *raw.more)))
        if not who or said is None:
            continue
        message = _message(raw, who, said["words"] or "", order)
        if message is not None:
            yield message


def _who(head: Head) -> str:
    """The sender of a message; empty for a line about the group itself."""
    said = _SAID.match(head.rest)
    if said is None or _AMID_WORDS.search(said["who"]) or SYSTEM.search(said["who"]):
        return ""
    return without_marks(said["who"])


def _message(raw: _Raw, who: str, words: str, order: DayOrder) -> Message | None:
    """The message; None for words of the program itself that bear somebody's name."""
    own = raw.head.iphone and words.lstrip(" ").startswith(LEFT_TO_RIGHT)
    plain = words.translate({ord(mark): None for mark in MARKS}).strip()
    plain = EDITED.sub("", plain)
    when = order.moment(raw.head)
    if DELETED.fullmatch(plain):
        return Message(raw.line, when, who, deleted=True)
    files = tuple(_name(found) for found in ATTACHED.finditer(plain))
    lines = ATTACHED.sub("", plain).split("\n")
    left = [line for line in lines if not OMITTED.fullmatch(line.strip())]
    omitted = len(left) < len(lines)
    if own and not files and not omitted:
        return None
    return Message(raw.line, when, who, "\n".join(left).strip(), files, omitted)


def _name(found: re.Match[str]) -> str:
    return str(found["name"] or found["bare"]).strip()


__all__ = ["Conversation", "Message", "looks_like_chat", "read_messages"]
