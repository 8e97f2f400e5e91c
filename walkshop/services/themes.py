"""Reads the theme sets that ship as data in resources/themes, with their everyday words."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import ThemeId
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.files import resource
from walkshop.i18n import msg

DEFAULT_SET = "walkshop-17"


def set_ids() -> tuple[str, ...]:
    """The ids of the theme sets that are here, in the order of their names."""
    return tuple(sorted(found.stem for found in resource("themes").glob("*.csv")))


@lru_cache(maxsize=16)
def theme_set(set_id: str) -> ThemeSet:
    """The theme set with this id.

    Raises:
        WalkshopError: there is no such set.
    """
    path = resource("themes", f"{Path(set_id).name}.csv")
    if not path.is_file():
        known = ", ".join(set_ids())
        raise WalkshopError(
            msg("There is no theme set “{name}”.", name=set_id),
            msg("Choose one of: {names}.", names=known),
        )
    synonyms = _synonyms()
    with path.open(encoding="utf-8", newline="") as rows:
        themes = tuple(_theme(row, synonyms) for row in csv.DictReader(rows))
    return ThemeSet(set_id, "1", {"nl": set_id, "en": set_id}, themes)


def _theme(row: dict[str, str], synonyms: dict[str, tuple[str, ...]]) -> Theme:
    return Theme(
        id=ThemeId(row["id"]),
        labels={"nl": row["label_nl"], "en": row["label_en"]},
        definitions={"nl": row["definition_nl"], "en": row["definition_en"]},
        family=row["family"],
        colour=row["colour"],
        key=row["key"],
        icon=row["icon"],
        icon_name=row.get("icon_name") or "",
        maps_to={
            "place-standard-14": tuple(row["place_standard"].split("; ")),
            "who-8": tuple(row["who_age_friendly"].split("; ")),
        },
        synonyms=synonyms.get(row["id"], ()),
    )


def _synonyms() -> dict[str, tuple[str, ...]]:
    """Everyday words by theme id (resources/lexicon/themes_synonyms.csv: theme, word)."""
    path = resource("lexicon", "themes_synonyms.csv")
    found: dict[str, list[str]] = {}
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            found.setdefault(row["theme"], []).append(row["word"])
    return {theme: tuple(words) for theme, words in found.items()}
