"""Reads the theme sets that ship as data in resources/themes, with their everyday words."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Note, ThemeId, Walk
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.files import resource
from walkshop.i18n import msg

DEFAULT_SET = "walkshop-17"


def set_ids() -> tuple[str, ...]:
    """The ids of the theme sets that ship, the usual one first."""
    return tuple(about["id"] for about in _about())


@lru_cache(maxsize=16)
def theme_set(set_id: str) -> ThemeSet:
    """The theme set with this id, with the themes of all other sets mapped to its own.

    Raises:
        WalkshopError: there is no such set.
    """
    about = next((about for about in _about() if about["id"] == set_id), None)
    if about is None:
        known = ", ".join(set_ids())
        raise WalkshopError(
            msg("There is no theme set “{name}”.", name=set_id),
            msg("Choose one of: {names}.", names=known),
        )
    others = [theme for other in set_ids() if other != set_id for theme in _themes(other)]
    themes = _themes(set_id)
    return ThemeSet(
        set_id,
        about["version"],
        about["labels"],
        themes,
        about["scale"],
        about["source"],
        mapped(themes, others),
    )


def themes_of(walk: Walk) -> ThemeSet:
    """The themes that a walk uses; the usual ones where it names a set that is not here."""
    return themes_named(walk.about.theme_set)


@lru_cache(maxsize=16)
def themes_named(set_id: str) -> ThemeSet:
    """The theme set with this id; the usual one where there is none."""
    return theme_set(set_id if set_id in set_ids() else DEFAULT_SET)


@lru_cache(maxsize=1)
def every_theme() -> Mapping[ThemeId, Theme]:
    """All themes of all sets by their ids, which are of one set only."""
    return {theme.id: theme for set_id in set_ids() for theme in _themes(set_id)}


def label_of(themes: ThemeSet, theme: ThemeId, language: str) -> str:
    """A theme in words, also one of another set that has no kin in `themes`; its id at worst."""
    found = themes.theme(theme) or every_theme().get(theme)
    return found.label(language) if found else theme


def labels_of(themes: ThemeSet, note: Note, language: str) -> tuple[str, ...]:
    """The themes of a note in words, each once; none for a note without."""
    named = (label_of(themes, one, language) for one in (note.theme, note.theme2) if one)
    return tuple(dict.fromkeys(named))


def mapped(themes: Sequence[Theme], others: Iterable[Theme]) -> dict[ThemeId, ThemeId]:
    """Which of `themes` stands for each of `others`; those without kin are left out.

    The nearest kin of a theme decides, and among themes that share it the one to which it is
    nearest.
    """
    found: dict[ThemeId, ThemeId] = {}
    for other in others:
        for kin in other.kin:
            near = [theme for theme in themes if kin in theme.kin]
            if near:
                _, number = min((theme.kin.index(kin), at) for at, theme in enumerate(near))
                found[other.id] = near[number].id
                break
    return found


@lru_cache(maxsize=1)
def _about() -> tuple[dict[str, Any], ...]:  # Any: JSON of our own, checked by the tests
    raw = json.loads(resource("themes", "sets.json").read_text(encoding="utf-8"))
    return tuple(raw)


@lru_cache(maxsize=16)
def _themes(set_id: str) -> tuple[Theme, ...]:
    with resource("themes", f"{set_id}.csv").open(encoding="utf-8", newline="") as rows:
        return tuple(_theme(row) for row in csv.DictReader(rows))


def _theme(row: dict[str, str]) -> Theme:
    kin = tuple(row["walkshop"].split(";"))
    synonyms = _synonyms()
    return Theme(
        id=ThemeId(row["id"]),
        labels={"nl": row["label_nl"], "en": row["label_en"]},
        definitions={"nl": row["definition_nl"], "en": row["definition_en"]},
        family=row["family"],
        colour=row["colour"],
        key=row["key"],
        icon=row["icon"],
        icon_name=row["icon_name"],
        kin=kin,
        synonyms=tuple(word for one in kin for word in synonyms.get(one, ())),
    )


@lru_cache(maxsize=1)
def _synonyms() -> dict[str, tuple[str, ...]]:
    """Everyday words by theme id (resources/lexicon/themes_synonyms.csv: theme, word)."""
    path = resource("lexicon", "themes_synonyms.csv")
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found.setdefault(row["theme"], []).append(row["word"])
    return {theme: tuple(words) for theme, words in found.items()}
