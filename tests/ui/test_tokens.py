"""Colours that people must read keep the contrast they promise (WCAG 2 formula)."""

import pytest

from walkshop.ui import tokens


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("ground", [tokens.CARD, tokens.PAPER, tokens.TINT])
@pytest.mark.parametrize("ink", [tokens.INK, tokens.SOFT, tokens.ACCENT])
def test_words_can_be_read_on_every_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


@pytest.mark.parametrize("ground", [tokens.CARD, tokens.PAPER])
def test_the_edge_of_a_control_can_be_seen(ground: str) -> None:
    assert contrast(tokens.EDGE, ground) >= 3


def test_what_is_missing_can_be_read_on_its_own_ground() -> None:
    assert contrast(tokens.BAD, tokens.BAD_TINT) >= 4.5
    assert contrast(tokens.ON_ACCENT, tokens.ACCENT) >= 4.5


def test_a_role_of_type_grows_with_the_setting_and_keeps_its_weight() -> None:
    assert tokens.NUMBER.scaled(150) == tokens.Type(22, 30, 700)
