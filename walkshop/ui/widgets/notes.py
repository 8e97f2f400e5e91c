"""How a note looks and is named wherever it is shown small: its pin, its number, its words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import is_assumed
from walkshop.domain.records import Membership, Note, Walk
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.domain.words import MEMBERSHIP, kind_of
from walkshop.i18n import Language
from walkshop.services.themes import DEFAULT_SET, theme_set
from walkshop.ui.map.looks import PinLook
from walkshop.ui.widgets.cardmodel import Card


@lru_cache(maxsize=16)
def themes_named(set_id: str) -> ThemeSet:
    """The theme set with this id; the usual one where a walk names a set that is not here."""
    try:
        return theme_set(set_id)
    except WalkshopError:
        return theme_set(DEFAULT_SET)


def themes_of(walk: Walk) -> ThemeSet:
    """The themes that a walk uses."""
    return themes_named(walk.about.theme_set)


def theme_of(walk: Walk, note: Note) -> Theme | None:
    """The first theme of a note."""
    return themes_of(walk).theme(note.theme)


def look_of(walk: Walk, note: Note, with_place: bool = False) -> PinLook:
    """How the pin of a note looks; on cards and lists without the sign for a guessed place."""
    theme = theme_of(walk, note)
    return PinLook(
        kind=str(note.kind),
        colour=theme.colour if theme else "",
        glyph=theme.glyph_colour if theme else "#000000",
        letter=theme.key if theme else "",
        nr=note.nr,
        assumed=with_place and is_assumed(note.place),
        masked=note.masked,
    )


def name_of(walk: Walk, note: Note, language: Language) -> str:
    """A note as a screen reader says it: number, kind, theme, words."""
    theme = theme_of(walk, note)
    parts = [str(note.nr), language.say(kind_of(note))]
    if theme:
        parts.append(theme.label(language.code))
    return f"{', '.join(parts)}: {note.text}"


def card_of(walk: Walk, note: Note, language: Language, lines: Sequence[str] = ()) -> Card:
    """A note as a card, with small lines under its words."""
    locked = note.membership is Membership.LOCKED
    held = [language.say(MEMBERSHIP[note.membership])] if locked else []
    name = ". ".join([name_of(walk, note, language), *lines, *held])
    return Card(note.id, look_of(walk, note), note.text, name, tuple(lines), locked)
