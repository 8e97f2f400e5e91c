"""Suggestions for a line: from its own words, and rather none than a wrong one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from walkshop.domain.records import Kind
from walkshop.domain.themes import plain_words
from walkshop.services.suggesting import Suggestion, suggest
from walkshop.services.themes import theme_set

THEMES = theme_set("walkshop-17")


@pytest.mark.parametrize(
    ("text", "theme", "kind", "because"),
    [
        ("Veel zwerfafval bij de flat", "leefomgeving", Kind.CONCERN, "zwerfafval"),
        ("Te weinig zitbankjes", "recreatie", Kind.CONCERN, "zitbankjes"),
        ("Mooie bomen", "natuur", Kind.ASSET, "bomen"),
        ("Meer mantelzorg", "gezondheid", Kind.IDEA, "mantelzorg"),
        ("A lovely playground", "sport", Kind.ASSET, "playground"),
    ],
)
def test_words_lead_to_a_theme_and_a_kind(text: str, theme: str, kind: Kind, because: str) -> None:
    found = suggest(text, THEMES)
    assert (found.theme, found.kind) == (theme, kind)
    assert because in found.because


@pytest.mark.parametrize(
    "text",
    [
        "",
        "🙂",
        "Het water",  # stands in notes about many things
        "De bus en de hond",  # two themes
        "Niet mooi",  # praise turned round
        "De bank is niet meer open",  # "meer" is an idea only at the front
        "Mooi, maar te duur",  # two kinds
        "x" * 5000,
    ],
)
def test_when_in_doubt_nothing_is_said(text: str) -> None:
    found = suggest(text, THEMES)
    assert found.kind is None
    assert found.theme is None or text.startswith(("Mooi", "De bank"))


def test_what_it_comes_from_stands_in_the_line() -> None:
    for text in ("Kapotte stoeptegels", "Lantaarn kapot", "Trots op de speeltuin"):
        for word in suggest(text, THEMES).because:
            assert word in plain_words(text) or word in text


def test_another_set_has_its_own_themes() -> None:
    found = suggest("Mooie bomen", theme_set("children-6"))
    assert found.theme == "kind-groen"


def test_three_of_four_suggestions_for_126_invented_notes_are_what_people_chose(
    shared_data: Path,
) -> None:
    names = THEMES.names()
    right, said = [0, 0], [0, 0]
    with (shared_data / "texts" / "gold" / "veenhorst.csv").open(encoding="utf-8") as rows:
        for row in csv.DictReader(rows):
            found = suggest(row["text"], THEMES)
            if found != Suggestion():
                said[0] += found.theme is not None
                said[1] += found.kind is not None
                right[0] += found.theme == names.get(plain_words(row["theme"]), "none")
                right[1] += found.kind is not None and found.kind.value == row["kind"]
    assert said[0] > 40
    assert right[0] / said[0] >= 0.7
    assert right[1] / said[1] >= 0.8
