"""What a person may mean by a few words in the search field; nobody has to know this language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from walkshop.domain.themes import plain_words

_STOP = re.compile(r"(?:@\s?|\bstop(?:plek)?\s+)(\d{1,4})\b", re.IGNORECASE)
_DUO = re.compile(r"\bduo\s+d?(\d{1,3})\b", re.IGNORECASE)
_NUMBER = re.compile(r"(?:nr\.?|nummer|number|no\.)\s+(\d)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sought:
    """What was asked for; every part must hold.

    Args:
        terms: plain words that stand in the note or in what is known of it.
        numbers: of the note, or of one that was merged into it; where no note has that number,
            the digits stand in its words.
        stops: numbers of stops, one of which is the note's.
        duos: codes of duos, one of which is the note's.
    """

    terms: tuple[str, ...] = ()
    numbers: tuple[int, ...] = ()
    stops: tuple[int, ...] = ()
    duos: tuple[str, ...] = ()


def sought(words: str) -> Sought:
    """ "27", "stop 3", "@3", "duo 2" and words, in any order, as what they ask for."""
    stops = tuple(int(nr) for nr in _STOP.findall(words))
    left = _STOP.sub(" ", words)
    duos = tuple(f"d{nr}" for nr in _DUO.findall(left))
    left = _NUMBER.sub(r"\1", _DUO.sub(" ", left))
    terms = plain_words(left).split()
    numbers = tuple(int(term) for term in terms if term.isdecimal())
    return Sought(tuple(t for t in terms if not t.isdecimal()), numbers, stops, duos)
