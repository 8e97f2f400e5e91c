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


schemes = pytest.mark.parametrize(
    ("scheme", "least"), [(tokens.LIGHT, 4.5), (tokens.CONTRAST, 7.0)], ids=["light", "contrast"]
)


@schemes
@pytest.mark.parametrize("ground", ["card", "paper", "tint", "sunk"])
@pytest.mark.parametrize("ink", ["ink", "soft", "accent"])
def test_words_can_be_read_on_every_ground(
    scheme: tokens.Scheme, least: float, ink: str, ground: str
) -> None:
    assert contrast(getattr(scheme, ink), getattr(scheme, ground)) >= least


@schemes
@pytest.mark.parametrize("ground", ["card", "paper"])
def test_the_edge_of_a_control_can_be_seen(
    scheme: tokens.Scheme, least: float, ground: str
) -> None:
    assert contrast(scheme.edge, getattr(scheme, ground)) >= least - 1.5


@schemes
def test_what_is_missing_can_be_read_on_its_own_ground(scheme: tokens.Scheme, least: float) -> None:
    assert contrast(scheme.bad, scheme.bad_tint) >= least - 0.5
    assert contrast(scheme.on_accent, scheme.accent) >= least
    assert contrast(scheme.disabled, scheme.card) >= 3


def test_another_scheme_holds_for_the_whole_program_at_once() -> None:
    tokens.wear("contrast")
    assert (tokens.CONTRAST.ink, tokens.CONTRAST.edge) == (tokens.INK, tokens.EDGE)
    tokens.wear("a scheme nobody knows")
    assert (tokens.LIGHT.ink, tokens.LIGHT.edge) == (tokens.INK, tokens.EDGE)


def test_a_role_of_type_grows_with_the_setting_and_keeps_its_weight() -> None:
    assert tokens.NUMBER.scaled(150) == tokens.Type(22, 30, 700)
