"""Words of a note: how a text becomes tokens, and compounds become their parts."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import NamedTuple

# Marks that combine with the letter before them belong to the word: a phone may write e + accent.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")

_LEAST_COMPOUND = 8
_LEAST_PART = 4
_LEAST_STEM = 6
_LINKS = ("s", "en", "e", "n")


class Token(NamedTuple):
    """A word: `form` to compare with, and where it stands in the text (offsets in characters)."""

    form: str
    start: int
    end: int


def fold(word: str) -> str:
    """The word in lower case without accents: "Café" and "cafe" are one."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFKD", word.lower())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def tokens(text: str) -> list[Token]:
    """The words of a text in order; digits and signs are no words."""
    return [Token(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


class Compounds:
    """Splits long Dutch words into two known parts; `speelplek` is about `speel` too.

    Args:
        whole: words that may be either part: of this walk and of the lexicon.
        stems: beginnings of words; a last part must be a word that begins with a long one.
        heads: short words that may only be the last part (pad, weg).
    """

    def __init__(
        self, whole: Collection[str], stems: Collection[str], heads: Collection[str]
    ) -> None:
        self._last = {word for word in whole if len(word) >= _LEAST_PART} | set(heads)
        self._stems = {stem for stem in stems if len(stem) >= _LEAST_STEM}
        self._first = self._last | {stem for stem in stems if len(stem) >= _LEAST_PART}

    def parts(self, form: str) -> tuple[str, ...]:
        """Two parts, the last one as long as can be; none when the word is no compound."""
        if len(form) < _LEAST_COMPOUND:
            return ()
        for cut in range(_LEAST_PART, len(form) - 2):
            last = form[cut:]
            if last not in self._last and not self._begins_known(last):
                continue
            first = self._known(form[:cut])
            if first:
                return (first, last)
        return ()

    def _begins_known(self, last: str) -> bool:
        return any(last[:end] in self._stems for end in range(_LEAST_STEM, len(last) + 1))

    def _known(self, first: str) -> str:
        if first in self._first:
            return first
        for link in _LINKS:
            bare = first.removesuffix(link)
            if bare != first and len(bare) >= _LEAST_PART and bare in self._first:
                return bare
        return ""
