"""Themes as data: what a note can be about, and which word leads to which theme."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from walkshop.domain.records import ThemeId


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme of a set.

    Args:
        labels: its name by language code.
        definitions: what it covers, by language code.
        family: the group of themes that share a colour.
        colour: the fill of its pins, "#RRGGBB".
        key: its fixed letter on pins and on the F1 card.
        icon: what its icon shows, in words.
        icon_name: its icon in the program's own set; empty for none.
        kin: ids of the default set that it covers, the nearest first; by these any set is
            mapped to any other.
        synonyms: everyday words that mean it, in any language.
    """

    id: ThemeId
    labels: Mapping[str, str]
    definitions: Mapping[str, str]
    family: str
    colour: str
    key: str
    icon: str = ""
    icon_name: str = ""
    kin: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        """Its name in `language`; English, then Dutch, where that one is missing."""
        return self.labels.get(language) or self.labels.get("en") or self.labels["nl"]

    @property
    def glyph_colour(self) -> str:
        """Ink or white, whichever is read better on its colour (WCAG 2.2 relative luminance)."""
        return "#FFFFFF" if _luminance(self.colour) < 0.18 else "#1C1B1A"


@dataclass(frozen=True, slots=True)
class ThemeSet:
    """A set of themes that a walk uses.

    Args:
        scale: highest score where the set scores from 1; 0 where it does not.
        source: where the set comes from, with its licence.
        aliases: themes of other sets and the theme of this one by which they are shown. A note
            keeps the theme it was given, so that switching sets and back loses nothing.
    """

    id: str
    version: str
    labels: Mapping[str, str]
    themes: tuple[Theme, ...]
    scale: int = 0
    source: str = ""
    aliases: Mapping[ThemeId, ThemeId] = field(default_factory=dict)
    _by_id: Mapping[ThemeId, Theme] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for every note of a walk, several times.
        own = {theme.id: theme for theme in self.themes}
        shown = {other: own[mine] for other, mine in self.aliases.items() if mine in own}
        object.__setattr__(self, "_by_id", {**shown, **own})

    def theme(self, theme: ThemeId | None) -> Theme | None:
        """The theme with this id, or the one by which a theme of another set is shown here.

        None for none, and for a theme of another set that has no kin in this one.
        """
        return self._by_id.get(theme) if theme else None

    def shown_as(self, theme: ThemeId | None) -> ThemeId | None:
        """The id under which a theme counts here: that of its kin, its own where it has none."""
        found = self.theme(theme)
        return found.id if found else theme

    def find(self, word: str) -> Theme | None:
        """The theme that `word` names as a whole: an id, a label, then an everyday word."""
        plain = plain_words(word)
        if not plain:
            return None
        for theme in self.themes:
            if plain == plain_words(theme.id) or plain in map(plain_words, theme.labels.values()):
                return theme
        return next(
            (theme for theme in self.themes if plain in map(plain_words, theme.synonyms)), None
        )

    def names(self) -> dict[str, ThemeId]:
        """Every plain word that names a theme, as `find` reads it; for reading many at once."""
        found: dict[str, ThemeId] = {}
        for theme in self.themes:
            for name in (theme.id, *theme.labels.values()):
                found.setdefault(plain_words(name), theme.id)
        for theme in self.themes:
            for word in theme.synonyms:
                found.setdefault(plain_words(word), theme.id)
        found.pop("", None)
        return found


def plain_words(text: str) -> str:
    """`text` in lower case, without accents, signs and spare blanks, to compare words by."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(c if c.isalnum() else " " for c in decomposed if not unicodedata.combining(c))
    return " ".join(kept.split())


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
