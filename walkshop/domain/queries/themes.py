"""What becomes of the themes of notes when a walk uses another set of themes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.records import ThemeId, Walk
from walkshop.domain.themes import Theme, ThemeSet


@dataclass(frozen=True, slots=True)
class ShownAs:
    """A theme that notes have, and the theme of another set by which it would be shown.

    Args:
        notes: how many standing notes have it, as their first or second theme.
        shown: None where that set has no kin of it.
    """

    theme: ThemeId
    notes: int
    shown: Theme | None


def shown_in(walk: Walk, themes: ThemeSet) -> list[ShownAs]:
    """Every theme that standing notes have and `themes` does not, with what stands for it.

    Those that nothing stands for come first, then those of most notes.
    """
    used: Counter[ThemeId] = Counter()
    for note in standing_notes(walk):
        used.update({theme for theme in (note.theme, note.theme2) if theme})
    own = {theme.id for theme in themes.themes}
    found = [ShownAs(key, n, themes.theme(key)) for key, n in used.items() if key not in own]
    return sorted(found, key=lambda one: (one.shown is not None, -one.notes, one.theme))
