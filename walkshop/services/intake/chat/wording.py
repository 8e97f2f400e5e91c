"""The words of messages without those who sent them: tags of people, and messages quoted again."""

from __future__ import annotations

import re
from collections.abc import Iterable

from walkshop.domain.themes import plain_words

_QUOTE = ">"
_NOBODY = "@…"
_LEAST_QUOTE = 12
"""Signs of a cut-off quote by which the message is still known."""

_PHONE = re.compile(r"@\+?\d[\d ]{7,16}\d")
"""A tag of somebody who is in no address book."""


class Wording:
    """Reads the words of messages in their order.

    Args:
        names: of everybody who wrote in this chat.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = sorted(names, key=lambda name: (-len(name), name))
        self._tags = [_tag_of(name) for name in self._names]
        self._said: set[str] = set()
        self._begun: set[str] = set()

    def remember(self, words: str) -> None:
        """These words were sent: whoever repeats them later quotes them."""
        plain = plain_words(words)
        if plain:
            self._said.add(plain)
            self._begun.add(plain[:_LEAST_QUOTE])

    def of(self, words: str) -> tuple[str, bool]:
        """The words as they are kept, and whether a quoted message was taken off their front."""
        kept, quoted = self._unquoted(words)
        return self._untagged(kept).strip(), quoted

    def _unquoted(self, words: str) -> tuple[str, bool]:
        """Without lines that begin with ">" and repeat an earlier message; others are words."""
        lines = words.split("\n")
        count = 0
        while count < len(lines) and lines[count].lstrip().startswith(_QUOTE):
            count += 1
        quote = [line.lstrip().removeprefix(_QUOTE).strip() for line in lines[:count]]
        if quote and self._was_said(self._without_sender(quote)):
            return "\n".join(lines[count:]), True
        return words, False

    def _without_sender(self, quote: list[str]) -> str:
        """The quoted words without the name that stands above them or in front of them."""
        first = quote[0]
        for name in self._names:
            if first.rstrip(":") == name:
                return " ".join(quote[1:])
            if first.startswith(f"{name}:"):
                return " ".join((first[len(name) + 1 :], *quote[1:]))
        return " ".join(quote)

    def _was_said(self, words: str) -> bool:
        plain = plain_words(words)
        if not plain or plain in self._said:
            return bool(plain)
        cut = words.rstrip().endswith(("…", "..."))
        known = cut and plain[:_LEAST_QUOTE] in self._begun and len(plain) >= _LEAST_QUOTE
        return known and any(said.startswith(plain) for said in self._said)

    def _untagged(self, words: str) -> str:
        """A tag is a link to a person, not a word that was said."""
        if "@" not in words:
            return words
        for tag in self._tags:
            words = tag.sub(_NOBODY, words)
        return _PHONE.sub(_NOBODY, words)


def _tag_of(name: str) -> re.Pattern[str]:
    """How a sender is tagged: by name, or by number without its blanks and its plus."""
    forms = [re.escape(name.removeprefix("~").strip())]
    if name.startswith("+"):
        forms.append(r"\+?" + re.sub(r"\D", "", name))
    return re.compile(rf"@~?\s?(?:{'|'.join(forms)})(?!\w)")
