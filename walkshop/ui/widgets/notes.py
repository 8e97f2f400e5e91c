"""How a note looks and is named wherever it is shown small: its pin, its number, its words."""

from __future__ import annotations

from collections.abc import Sequence

from walkshop.domain.queries.notes import is_assumed
from walkshop.domain.records import Membership, Note, ThemeId, Walk
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.domain.words import MEMBERSHIP, kind_of
from walkshop.i18n import Language, msg
from walkshop.services.themes import every_theme, labels_of, themes_of
from walkshop.ui.map.looks import PinLook
from walkshop.ui.widgets.cardmodel import Card


def theme_of(walk: Walk, note: Note) -> Theme | None:
    """The first theme of a note."""
    return themes_of(walk).theme(note.theme)


def kept_name(themes: ThemeSet, theme: ThemeId, language: Language) -> str:
    """A theme of another set: its own name, and the one by which it is shown here."""
    own, shown = every_theme().get(theme), themes.theme(theme)
    name = own.label(language.code) if own else theme
    if shown is None:
        return name
    here = shown.label(language.code)
    return language.say(msg("{own} (here: {theme})", own=name, theme=here))


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
    parts = [str(note.nr), language.say(kind_of(note))]
    parts += labels_of(themes_of(walk), note, language.code)[:1]
    return f"{', '.join(parts)}: {note.text}"


def card_of(walk: Walk, note: Note, language: Language, lines: Sequence[str] = ()) -> Card:
    """A note as a card, with small lines under its words."""
    locked = note.membership is Membership.LOCKED
    held = [language.say(MEMBERSHIP[note.membership])] if locked else []
    name = ". ".join([name_of(walk, note, language), *lines, *held])
    return Card(note.id, look_of(walk, note), note.text, name, tuple(lines), locked)
