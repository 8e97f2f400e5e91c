"""Finds the words of a feature: what was said, how it is called, and what its layer says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from walkshop.domain.records import ThemeId, Walk
from walkshop.domain.themes import plain_words
from walkshop.i18n import msg, msgn
from walkshop.services.intake.forms import of_senders
from walkshop.services.intake.proposal import Notices, shown
from walkshop.services.intake.table import clean_cell
from walkshop.services.intake.words import key, meaning, names
from walkshop.services.themes import themes_of

_TEXT_IN = re.compile(r"(?:text|tekst|note|opmerking) [a-z]{2}")
_SERIAL = re.compile(r"(?:[a-z]{1,12}[ _.-]?)?\d[\d ]*", re.IGNORECASE)
"""What a device calls a place by itself: "001", "WPT 12", "Waypoint 3"."""

_SHOWN_NAMES = 40
_LOOKED_AT = 1_000
"""Different values of an attribute by which it is judged."""

_WEAK = {"theme": ("theme", "thema"), "kind": ("kind", "soort"), "source": ()}
"""Fields whose words any map uses in another sense ("type", "category"), with how the names of
attributes begin that mean it for certain; others must hold a word that is known."""

_BETWEEN = re.compile(r"[/,;&+|\n]")

Others = tuple[tuple[str, str], ...]
"""What is written beside the cells that are read, by attribute."""


@dataclass(slots=True)
class Lettering:
    """Gives each feature of one file the cells of a table that columns are matched against.

    Args:
        written: what is written about each feature, by attribute.
        asked: what a person said of them, attribute to field.
        file: its name, the last resort for a place without any words.
        bare: after reading, the rows of places without words.
    """

    walk: Walk
    written: Sequence[Mapping[str, str]]
    asked: Mapping[str, str]
    file: str
    notices: Notices
    names: tuple[str, ...] = field(init=False)
    columns: tuple[str, ...] = field(init=False)
    said: dict[str, str] = field(init=False)
    layer: str = field(init=False)
    _texts: list[str] = field(init=False)
    _titles: list[str] = field(init=False)
    _labels: dict[str, str] = field(init=False, default_factory=dict)
    _themes: Mapping[str, ThemeId] = field(init=False)
    _dropped: frozenset[str] = field(init=False)
    bare: set[int] = field(init=False, default_factory=set)
    _aside: dict[str, None] = field(init=False, default_factory=dict)
    _layers: dict[tuple[str, ...], dict[str, str]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.names = tuple(dict.fromkeys(name for cells in self.written for name in cells))
        self._themes = themes_of(self.walk).names()
        self._dropped = of_senders(self.names) - set(self.asked)
        if self._dropped:
            listed = ", ".join(shown(name) for name in self.names if name in self._dropped)
            self.notices.add(
                msgn("Column {names}", "Columns {names}", len(self._dropped), names=listed),
                msg("not kept: it says who sent the note"),
            )
        known = {name: meant for name in self.names if (meant := self._meant(name))}
        self.said = {**self.asked}
        self.layer = self._free("layer")
        order = {word: place for place, word in enumerate(names("column"))}
        by_usualness = sorted(
            known, key=lambda name: (name not in self.asked, order.get(key(name), len(order)))
        )
        self._texts = [name for name in by_usualness if known[name] == "text"]
        self._texts = self._texts or [self._made("text")]
        for label in ("theme", "kind"):
            there = [name for name in by_usualness if known[name] == label]
            self._labels[label] = there[0] if there else self._made(label)
        made = (*self._texts, *self._labels.values())
        self.columns = tuple(dict.fromkeys((*(n for n in self.names if n in known), *made)))
        called = [name for name in self.names if meaning("title", name) and name not in known]
        self._titles = sorted(called, key=lambda name: list(names("title")).index(key(name)))

    def cells(
        self, row: int, written: Mapping[str, str], layer: tuple[str, ...]
    ) -> tuple[tuple[str, ...], Others]:
        """The cells of a row in the order of `columns`, and what is written beside them."""
        cells = {name: written.get(name, "") for name in self.columns}
        called = next((name for name in self._titles if written.get(name)), "")
        used = self._compose(cells, written.get(called, ""), row, layer)
        for label, name in self._of_layer(layer).items():
            cells[label] = cells[label] or name
        others = tuple(
            (name, cell)
            for name, cell in written.items()
            if cell
            and name not in cells
            and name not in self._dropped
            and not (used and name == called)
        )
        self._aside.update(dict.fromkeys(name for name, _ in others))
        return tuple(cells.values()), others

    def say_aside(self) -> None:
        """One line about all attributes that are kept and not read."""
        if self._aside:
            listed = ", ".join(shown(name) for name in list(self._aside)[:_SHOWN_NAMES])
            more = ", …" if len(self._aside) > _SHOWN_NAMES else ""
            self.notices.add(
                msgn("Column {names}", "Columns {names}", len(self._aside), names=listed + more),
                msg("kept with each note, not read"),
            )

    def _meant(self, name: str) -> str:
        if name in self.asked or name in self._dropped:
            return self.asked.get(name, "")
        if _TEXT_IN.fullmatch(key(name)):
            return "text"
        meant = meaning("column", name)
        if meant in _WEAK and not key(name).startswith(_WEAK[meant] or "\0"):
            return meant if self._holds(name, meant) else ""
        return meant or meaning("export", name)

    def _holds(self, name: str, meant: str) -> bool:
        """Whether an attribute holds at least one word that is known of its field."""
        values = {cells[name] for cells in self.written if name in cells}
        parts = (part for value in islice(values, _LOOKED_AT) for part in _BETWEEN.split(value))
        if meant == "theme":
            return any(plain_words(part) in self._themes for part in parts)
        if meant == "kind":
            return any(meaning("kind", part) or meaning("old_kind", part) for part in parts)
        return any(meaning(meant, part) for part in parts)

    def _free(self, name: str) -> str:
        """A name that no attribute has."""
        found, again = name, 1
        while found in self.names:
            again += 1
            found = f"{name} ({again})"
        return found

    def _made(self, meant: str) -> str:
        """A column of our own for a field that the file has none for."""
        name = self._free(meant)
        self.said[name] = meant
        return name

    def _compose(self, cells: dict[str, str], title: str, row: int, layer: tuple[str, ...]) -> bool:
        """Set what was said; whether the name of the feature is part of it."""
        column = next((name for name in self._texts if cells[name]), self._texts[0])
        text = cells[column]
        if text and title and plain_words(text).startswith(plain_words(title)):
            return True
        if title and not (text and _SERIAL.fullmatch(title)):
            cells[column] = f"{title}\n{text}".strip()
            return True
        if not text:
            cells[column] = layer[-1] if layer else clean_cell(self.file.rsplit(".", 1)[0]) or "?"
            self.bare.add(row)
            self.notices.add(msg("A place without words"), msg("its layer or file names it"), row)
        return False

    def _of_layer(self, layer: tuple[str, ...]) -> dict[str, str]:
        """What layers that are called by a theme or a kind say of all that is in them."""
        if layer in self._layers:
            return self._layers[layer]
        found: dict[str, str] = {}
        for name in reversed(layer):
            what = msg("Layer “{layer}”", layer=shown(name))
            if plain_words(name) in self._themes and self._labels["theme"] not in found:
                found[self._labels["theme"]] = name
                self.notices.add(what, msg("the theme of the notes in it"))
            elif _is_kind(name) and self._labels["kind"] not in found:
                found[self._labels["kind"]] = name
                self.notices.add(what, msg("the kind of the notes in it"))
        self._layers[layer] = found
        return found


def _is_kind(name: str) -> bool:
    meant = meaning("kind", name) or meaning("old_kind", name)
    return meant not in {"", "unknown", "question"}
