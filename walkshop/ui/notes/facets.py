"""Narrowing the notes without typing: a menu of what there is with counts, and a chip for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from walkshop.domain.queries.answers import AnswerBook, Standing
from walkshop.domain.queries.notes import Counts, count_notes
from walkshop.domain.records import ThemeId
from walkshop.domain.words import KIND
from walkshop.i18n import Text, msg
from walkshop.services.themes import label_of
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
from walkshop.ui.frame.chip import Chip
from walkshop.ui.icons import icon
from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.widgets.type import px

STANDING: dict[Standing, Text] = {
    Standing.ANSWERED: msg("With an answer"),
    Standing.WAITING: msg("Waiting for an answer"),
    Standing.WITHOUT: msg("Without an answer"),
}

_WIDEST = 262
"""px of a chip in the list at the left."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow: its words, how many notes that leaves, and what it asks for."""

    words: str
    n: int
    asks: Wanted


class FilterButton(QToolButton):
    """Opens the menu of all ways to narrow; what is asked for already stays asked."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.setProperty("role", "quiet")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow after the word
        self.setIcon(icon("down", tokens.ACCENT))
        self.setText(desk.say(msg("Filter")))
        self.setAccessibleName(desk.say(msg("Show only some notes")))
        self.setToolTip(plain_tip(desk.say(msg("Show only some notes"))))
        menu = QMenu(self)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.aboutToShow.connect(self.fill)
        self.setMenu(menu)

    def fill(self) -> None:
        """Count anew what there is to choose from."""
        menu = self.menu()
        menu.clear()
        for title, facets in groups(self._desk):
            inner = menu.addMenu(button_words(title))
            for facet in facets:
                number = self._desk.language.number(facet.n)
                action = inner.addAction(button_words(f"{facet.words}  {number}"))
                action.setCheckable(True)
                action.setChecked(facet.asks == self._desk.filter.wanted)
                action.triggered.connect(partial(self._want, facet.asks))
        if self._desk.filter.narrows:
            menu.addSeparator()
            every = menu.addAction(self._desk.say(msg("Show all notes")))
            every.triggered.connect(self._desk.filter.clear)

    def _want(self, asks: Wanted, _on: bool = True) -> None:
        self._desk.filter.want(asks)


def groups(desk: Desk) -> Iterator[tuple[str, list[Facet]]]:
    """What notes can be narrowed by, with how many standing notes each leaves by itself."""
    walk, now, say = desk.store.walk, desk.filter.wanted, desk.say
    counts = count_notes(walk, desk.filter.standing, desk.filter.themes)
    yield (
        say(msg("Kind")),
        [Facet(say(KIND[key]), n, replace(now, kind=key)) for key, n in counts.kinds.items() if n],
    )
    themes = [
        Facet(_theme(desk, key), n, replace(now, theme=ThemeId(key)))
        for key, n in counts.themes.items()
    ]
    yield say(msg("Theme")), sorted(themes, key=lambda facet: facet.words)
    yield from _who_and_where(desk, counts)
    book, today = AnswerBook(walk), desk.store.stamp().now.astimezone().date()
    answers = Counter(book.standing_of(note, today) for note in desk.filter.standing)
    yield (
        say(msg("Answer")),
        [
            Facet(say(text), answers[key], replace(now, standing=key))
            for key, text in STANDING.items()
        ],
    )
    without, whole = replace(now, without_place=True), replace(now, whole=True)
    yield (
        say(msg("Place")),
        [
            Facet(say(msg("Not placed yet")), counts.not_placed, without),
            Facet(say(msg("For the whole area")), counts.whole, whole),
        ],
    )


def _who_and_where(desk: Desk, counts: Counts) -> Iterator[tuple[str, list[Facet]]]:
    """By stop, lens and duo, where the walk has any."""
    walk, now = desk.store.walk, desk.filter.wanted
    stops = [
        Facet(f"{stop.nr} {stop.name}", counts.stops.get(stop.id, 0), replace(now, stop=stop.id))
        for stop in sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
    ]
    lenses = [
        Facet(lens.name, counts.lenses.get(lens.id, 0), replace(now, lens=lens.id))
        for lens in walk.lenses.values()
    ]
    said = Counter(note.duo for note in desk.filter.standing if note.duo)
    duos = [Facet(duo, n, replace(now, duo=duo)) for duo, n in sorted(said.items())]
    for title, facets in ((msg("Stop"), stops), (msg("Lens"), lenses), (msg("Duo"), duos)):
        if facets:
            yield desk.say(title), facets


def chosen(desk: Desk) -> list[tuple[str, Wanted]]:
    """What is asked for beside words, each with what is left when it is let go."""
    wanted, walk, say = desk.filter.wanted, desk.store.walk, desk.say
    stop = walk.stops.get(wanted.stop) if wanted.stop else None
    lens = walk.lenses.get(wanted.lens) if wanted.lens else None
    parts = {
        "kind": say(KIND[wanted.kind]) if wanted.kind else "",
        "theme": _theme(desk, wanted.theme) if wanted.theme is not None else "",
        "stop": f"{stop.nr} {stop.name}" if stop else "",
        "lens": lens.name if lens else "",
        "duo": wanted.duo,
        "without_place": say(msg("Not placed yet")) if wanted.without_place else "",
        "whole": say(msg("For the whole area")) if wanted.whole else "",
        "without_value": say(msg("No value yet")) if wanted.without_value else "",
        "standing": say(STANDING[wanted.standing]) if wanted.standing else "",
    }
    nothing = Wanted()
    return [
        (words, replace(wanted, **{field: getattr(nothing, field)}))
        for field, words in parts.items()
        if words
    ]


def _theme(desk: Desk, theme: str) -> str:
    if not theme:
        return desk.say(msg("No theme yet"))
    return label_of(desk.filter.themes, ThemeId(theme), desk.language.code)


class FilterChip(Chip):
    """One thing that is asked for; a press lets it go."""

    def __init__(self, desk: Desk, words: str, left: Wanted) -> None:
        super().__init__(icon("clear", tokens.SOFT))
        self.set_words(words, desk.say(msg("No longer only: {words}", words=words)))
        self.clicked.connect(lambda: desk.filter.want(left))

    def sizeHint(self) -> QSize:
        """All of the words, or as much as a list is wide."""
        return super().sizeHint().boundedTo(QSize(px(_WIDEST), px(tokens.CHIP_HEIGHT)))
