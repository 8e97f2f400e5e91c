"""What the words in a theme or kind column mean, with everything that was written kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from walkshop.domain.records import Guess, Kind, ThemeId
from walkshop.domain.themes import ThemeSet, plain_words
from walkshop.domain.words import KIND
from walkshop.i18n import msg
from walkshop.services.intake.proposal import Notices, shown
from walkshop.services.intake.words import meaning

MAX_LABEL = 200
"""Characters above which a cell is a story and no label."""

_LONGEST = 5
"""Parts of the longest label: "Schoon, heel en onderhoud" has three."""

_BETWEEN = re.compile(r"(\s+(?:en|and)\s+|\s*[/,;&+|\n]\s*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of one row.

    Args:
        label: every cell as it was written.
        guesses: words that were read as a theme that is called otherwise, or as none.
    """

    theme: ThemeId | None = None
    theme2: ThemeId | None = None
    label: str = ""
    guesses: tuple[Guess, ...] = ()


@dataclass(slots=True)
class ThemeReader:
    """Reads theme cells against one set of themes.

    Args:
        spoken: the language of the walk, for the names of themes in what is said.
    """

    themes: ThemeSet
    spoken: str
    notices: Notices
    _known: Mapping[str, ThemeId] = field(init=False)

    def __post_init__(self) -> None:
        self._known = self.themes.names()

    def read(self, cells: tuple[str, ...], row: int) -> Themes:
        """The themes that the cells of a row name: whole cells first, then their parts."""
        written = [cell for cell in cells if cell and not meaning("none", cell)]
        found: dict[ThemeId, str] = {}
        unknown: list[str] = []
        for cell in written:
            for part in self._parts(cell):
                theme = self._find(part)
                if theme is None:
                    unknown.append(part)
                else:
                    found.setdefault(theme, part)
        chosen = list(found)[:2]
        guesses = [self._named(theme, found[theme], row) for theme in chosen]
        guesses += [self._not_taken(part, row) for part in unknown]
        for theme in list(found)[2:]:
            self.notices.add(
                msg("Theme “{name}”", name=shown(found[theme])),
                msg("kept as a word: a note has two themes at most"),
                row,
            )
        return Themes(
            chosen[0] if chosen else None,
            chosen[1] if len(chosen) > 1 else None,
            " / ".join(written),
            tuple(guess for guess in guesses if guess),
        )

    def _parts(self, cell: str) -> list[str]:
        """The labels in a cell: the longest run of parts that is a label goes first."""
        if len(cell) > MAX_LABEL or self._find(cell):
            return [cell]
        pieces = _BETWEEN.split(cell)  # a label, what stands between, a label, ...
        labels: list[str] = []
        at = 0
        while at < len(pieces):
            most = min(_LONGEST, (len(pieces) - at + 1) // 2)
            runs = ("".join(pieces[at : at + 2 * n - 1]) for n in range(most, 0, -1))
            run = next((run for run in runs if self._find(run)), pieces[at])
            labels.append(run.strip())
            at += 2 if run == pieces[at] else len(_BETWEEN.split(run)) + 1
        return [label for label in labels if label]

    def _find(self, word: str) -> ThemeId | None:
        return self._known.get(plain_words(word))

    def _named(self, theme: ThemeId, word: str, row: int) -> Guess | None:
        """What is said of a word that is not the theme's own name."""
        found = self.themes.theme(theme)
        if word.rstrip().endswith("*"):
            self.notices.add(
                msg("Theme “{name}”", name=shown(word)), msg("a label with a mark after it"), row
            )
        own = [theme, *found.labels.values()] if found else [theme]
        if plain_words(word) in map(plain_words, own):
            return None
        called = found.label(self.spoken) if found else theme
        self.notices.add(
            msg("Theme “{name}”", name=shown(word)), msg("the theme “{name}”", name=called), row
        )
        return Guess(word, theme)

    def _not_taken(self, word: str, row: int) -> Guess:
        self.notices.add(
            msg("Theme “{name}”", name=shown(word)),
            msg("no theme of this walk; the word is kept"),
            row,
        )
        return Guess(shown(word), "")


@dataclass(frozen=True, slots=True)
class KindRead:
    """The kind of one row; `chosen` when its writer chose one, `kept` when it was not read."""

    kind: Kind = Kind.UNKNOWN
    chosen: bool = False
    kept: bool = False
    guess: Guess | None = None


def read_kind(cell: str, row: int, notices: Notices) -> KindRead:
    """The kind that a cell names: an id, a label in either language, or an old label."""
    if not cell:
        return KindRead()
    meant = meaning("kind", cell)
    if meant == "question":
        return KindRead(Kind.UNKNOWN, chosen=True)
    if meant:
        return KindRead(Kind(meant), chosen=meant != Kind.UNKNOWN)
    what = msg("Kind “{name}”", name=shown(cell))
    old = meaning("old_kind", cell)
    if old:
        kind = Kind(old)
        notices.add(what, msg("the kind “{name}”", name=KIND[kind]), row)
        return KindRead(kind, chosen=True, guess=Guess(cell, old))
    notices.add(what, msg("no kind yet; the word is kept"), row)
    return KindRead(kept=True, guess=Guess(shown(cell), ""))
