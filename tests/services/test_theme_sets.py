"""The theme sets that ship: complete, told apart, and mapped to one another."""

from __future__ import annotations

import pytest

from tests.services.test_theme_icons import charmap
from walkshop.domain.records import ThemeId
from walkshop.services.themes import DEFAULT_SET, mapped, set_ids, theme_set

COUNTS = {
    "walkshop-17": (17, 0),
    "place-standard-14": (14, 7),
    "leefplekmeter": (14, 10),
    "who-8": (8, 0),
    "children-6": (6, 0),
}
HUB = {theme.id for theme in theme_set(DEFAULT_SET).themes}


def test_the_usual_set_comes_first() -> None:
    assert set_ids()[0] == DEFAULT_SET
    assert set(set_ids()) == set(COUNTS)


@pytest.mark.parametrize("set_id", COUNTS)
def test_a_set_is_complete_in_both_languages(set_id: str) -> None:
    found = theme_set(set_id)
    assert (len(found.themes), found.scale) == COUNTS[set_id]
    assert found.source
    assert found.labels["nl"] != found.labels["en"]
    for theme in found.themes:
        assert all((*theme.labels.values(), *theme.definitions.values(), theme.synonyms))
        assert theme.icon_name in charmap()
        assert set(theme.kin) <= HUB


@pytest.mark.parametrize("set_id", COUNTS)
def test_letters_and_labels_tell_the_themes_of_a_set_apart(set_id: str) -> None:
    themes = theme_set(set_id).themes
    for apart in (
        [theme.key for theme in themes],
        [theme.labels["nl"] for theme in themes],
        [theme.labels["en"] for theme in themes],
    ):
        assert len(set(apart)) == len(themes)
    families = {(theme.family, theme.colour) for theme in themes}
    assert len({family for family, _ in families}) == len(families)


def test_ids_are_of_one_set_only_so_that_a_note_keeps_its_own() -> None:
    ids = [theme.id for set_id in COUNTS for theme in theme_set(set_id).themes]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("set_id", [name for name in COUNTS if name != DEFAULT_SET])
def test_every_theme_of_the_usual_set_is_shown_in_every_other_or_stays_as_it_was(
    set_id: str,
) -> None:
    shown = theme_set(set_id)
    covered = {kin for theme in shown.themes for kin in theme.kin}
    for theme in HUB:
        assert (shown.theme(ThemeId(theme)) is not None) == (theme in covered)


def test_a_theme_of_another_set_is_shown_by_its_nearest_kin() -> None:
    place, usual = theme_set("place-standard-14"), theme_set(DEFAULT_SET)
    shown = place.theme(ThemeId("leefomgeving"))
    assert shown is not None
    assert shown.label("nl") == "Straten en openbare ruimtes"
    back = usual.theme(ThemeId("ps-onderhoud"))
    assert back is not None
    assert back.id == "leefomgeving"


def test_without_kin_nothing_is_made_up() -> None:
    assert mapped(theme_set("children-6").themes, theme_set(DEFAULT_SET).themes).keys() <= HUB
    assert theme_set("children-6").theme(ThemeId("ov")) is None
    assert theme_set("children-6").theme(None) is None
