"""What to look at once more before it is printed: note by note, each with a reason.

What a person found good as it is does not come back: `Note.checked` keeps the reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from walkshop.domain.queries.notes import is_assumed, standing_notes
from walkshop.domain.records import Faces, Kind, Note, NoteId, NotYet, PhotoId, Walk
from walkshop.domain.themes import plain_words


class Look(StrEnum):
    """Why a note is to be looked at."""

    KIND = "kind"
    THEME = "theme"
    PLACE = "place"
    NOT_UNDERSTOOD = "not understood"
    GUESS = "guess"
    DOUBLE = "double"
    QUOTE = "quote"
    PHOTO = "photo"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing about one note.

    Args:
        words: the tag, the guess, or what may tell who somebody is; empty where there is none.
        other: the note of which it is probably a double.
    """

    note: NoteId
    look: Look
    words: str = ""
    other: NoteId | None = None

    @property
    def key(self) -> str:
        """How it is written into `Note.checked`; other words are another thing to look at."""
        about = self.words or (self.other or "")
        return f"{self.look}: {about}" if about else str(self.look)


Private = Callable[[str], tuple[str, ...]]
"""The pieces of a text that may tell who somebody is."""

ALIKE = 0.75
"""Share of words that two notes have in common from which they are probably the same."""

_LEAST_WORDS = 3
"""Fewer words than this are alike by chance."""

_MOST_COMPARED = 64
"""Notes with one word in common that a note is compared with."""


def to_check(walk: Walk, private: Private) -> list[Reason]:
    """Everything to look at, by number of the note, without what was found good already."""
    return [reason for some in checking(walk, private) for reason in some]


def checking(walk: Walk, private: Private) -> Iterator[tuple[Reason, ...]]:
    """The same in small steps, so that a window can do something else between them.

    Empty steps come first, while words are counted; then one step for each note, by number.
    """
    notes = standing_notes(walk)
    doubles = _Doubles()
    for note in notes:
        doubles.count(note)
        yield ()
    unseen = {photo.id for photo in walk.photos.values() if photo.faces is Faces.UNCHECKED}
    for note in notes:
        found = _reasons(note, private, doubles.earlier(note), unseen)
        yield tuple(reason for reason in found if reason.key not in note.checked)


def _reasons(
    note: Note, private: Private, double: NoteId | None, unseen: Collection[PhotoId]
) -> Iterator[Reason]:
    if note.kind is Kind.UNKNOWN and not note.kind_chosen:
        yield Reason(note.id, Look.KIND)
    if not note.theme:
        yield Reason(note.id, Look.THEME, note.theme_label)
    if isinstance(note.place, NotYet):
        yield Reason(note.id, Look.PLACE)
    for guess in note.guesses:
        look = Look.GUESS if guess.taken_as else Look.NOT_UNDERSTOOD
        yield Reason(note.id, look, guess.what)
    if is_assumed(note.place):
        yield Reason(note.id, Look.GUESS, note.place_words)
    if double:
        yield Reason(note.id, Look.DOUBLE, other=double)
    if note.quotes and note.quote_consent is None:
        yield Reason(note.id, Look.QUOTE)
    if any(photo in unseen for photo in note.photos):
        yield Reason(note.id, Look.PHOTO)
    for words in dict.fromkeys(private(note.public_text or note.text)):
        yield Reason(note.id, Look.PRIVATE, words)


class _Doubles:
    """Finds the earlier note that a note is probably a double of, by the words in common.

    The share is that of Jaccard: words in both to words in either. Only notes that share one of
    their rarest words are compared, and where a word is in very many only with the last of those,
    which keeps ten thousand notes quick. Every note is counted before the first is asked about.
    """

    def __init__(self) -> None:
        self._same: dict[frozenset[str], NoteId] = {}
        self._often: dict[str, int] = {}
        self._by_word: dict[str, list[tuple[NoteId, frozenset[str]]]] = {}

    def count(self, note: Note) -> None:
        """Take the words of a note into account."""
        for word in _bag(note.text):
            self._often[word] = self._often.get(word, 0) + 1

    def earlier(self, note: Note) -> NoteId | None:
        """The note among those asked about before that is probably the same."""
        bag = _bag(note.text)
        if len(bag) < _LEAST_WORDS:
            return None
        # Two bags this alike share one of these: by the pigeonhole, |bag| - ceil(a |bag|) + 1.
        rare = sorted(bag, key=lambda word: (self._often[word], word))
        rare = rare[: len(bag) - -int(-ALIKE * len(bag) // 1) + 1]
        near = (one for word in rare for one in self._by_word.get(word, ())[-_MOST_COMPARED:])
        best = self._same.get(bag) or next(
            (key for key, other in near if _alike(bag, other) >= ALIKE), None
        )
        self._same.setdefault(bag, note.id)
        for word in rare:
            self._by_word.setdefault(word, []).append((note.id, bag))
        return best


@lru_cache(maxsize=16_384)
def _bag(text: str) -> frozenset[str]:
    return frozenset(plain_words(text).split())


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
