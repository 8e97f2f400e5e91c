"""A note's number as it is spelled out: with the numbers that it also speaks for."""

from __future__ import annotations

from walkshop.domain.queries.merges import Merges
from walkshop.domain.records import Note, Walk
from walkshop.i18n import Language, msg


def number_of(walk: Walk, note: Note, language: Language, merges: Merges | None = None) -> str:
    """ "14", "14 (also 22)" for a note that leads others, "63 (from 23)" for one split off.

    Args:
        merges: those of this walk, where many numbers are wanted.
    """
    nr = str(note.nr)
    under = (merges or Merges(walk)).under(note.id)
    if under:
        others = ", ".join(str(other.nr) for other in under)
        return language.say(msg("{nr} (also {others})", nr=nr, others=others))
    first = walk.notes.get(note.split_from) if note.split_from else None
    if first:
        return language.say(msg("{nr} (from {first})", nr=nr, first=str(first.nr)))
    return nr
