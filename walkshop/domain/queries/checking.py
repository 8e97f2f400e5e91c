"""What to look at once more before it is printed: note by note, each with a reason.

What a person found good as it is does not come back: `Note.checked` keeps the reasons.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from walkshop.domain.queries.notes import is_assumed, standing_notes
from walkshop.domain.records import Faces, Kind, Note, NoteId, NotYet, Walk
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


def to_check(walk: Walk, private: Private) -> list[Reason]:
    """Everything to look at, by number of the note, without what was found good already."""
    notes = standing_notes(walk)
    doubles = _doubles(notes)
    found = (
        reason for note in notes for reason in _reasons(walk, note, private, doubles.get(note.id))
    )
    return [reason for reason in found if reason.key not in walk.note(reason.note).checked]


def _reasons(walk: Walk, note: Note, private: Private, double: NoteId | None) -> Iterator[Reason]:
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
    if any(_unseen(walk, photo) for photo in note.photos):
        yield Reason(note.id, Look.PHOTO)
    for words in dict.fromkeys(private(note.public_text or note.text)):
        yield Reason(note.id, Look.PRIVATE, words)


def _unseen(walk: Walk, photo: str) -> bool:
    found = next((one for one in walk.photos.values() if one.id == photo), None)
    return found is not None and found.faces is Faces.UNCHECKED


def _doubles(notes: list[Note]) -> Mapping[NoteId, NoteId]:
    """The earlier note that each is probably a double of, by the share of words in common.

    The share is that of Jaccard: words in both to words in either. Only notes that share their
    rarest word are compared, which keeps ten thousand notes quick.
    """
    words = {note.id: frozenset(plain_words(note.text).split()) for note in notes}
    often: dict[str, int] = {}
    for bag in words.values():
        for word in bag:
            often[word] = often.get(word, 0) + 1
    by_word: dict[str, list[NoteId]] = {}
    found: dict[NoteId, NoteId] = {}
    for note in notes:
        bag = words[note.id]
        if len(bag) < _LEAST_WORDS:
            continue
        # Two bags this alike share one of these: by the pigeonhole, |bag| - ceil(a |bag|) + 1.
        rare = sorted(bag, key=lambda word: (often[word], word))
        rare = rare[: len(bag) - -int(-ALIKE * len(bag) // 1) + 1]
        near = (other for word in rare for other in by_word.get(word, ()))
        best = next((other for other in near if _alike(bag, words[other]) >= ALIKE), None)
        if best:
            found[note.id] = best
        for word in rare:
            by_word.setdefault(word, []).append(note.id)
    return found


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
