"""The three looks as data: the values people see are readable and stay apart."""

import itertools

import pytest
from PySide6.QtGui import QColor

from walkshop.ui.map.style import BLACK_WHITE, COLOUR, PALE, casing_px, map_style, street_px

STYLES = (COLOUR, PALE, BLACK_WHITE)
GROUNDS = {
    "street": ("street.residential", "street.main", "square", "building"),
    "square": ("square", "building"),
    "place": ("street.residential", "building", "green"),
    "water": ("water",),
    "green": ("green",),
}
"""What lies under names: the halo is white, but it is thin."""


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2 defines it."""
    asked = QColor(colour)
    parts = (asked.redF(), asked.greenF(), asked.blueF())
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("layer", GROUNDS)
def test_names_can_be_read_on_their_ground(name: str, layer: str) -> None:
    style = map_style(name)
    for ground in GROUNDS[layer]:
        assert contrast(style.label(layer), style.layers[ground].fill) >= 4.5, ground
    assert contrast(style.label(layer), "#FFFFFF") >= 4.5


@pytest.mark.parametrize("name", STYLES)
def test_every_layer_has_what_its_drawing_needs(name: str) -> None:
    layers = map_style(name).layers
    for grade in ("service", "residential", "tertiary", "main"):
        look = layers[f"street.{grade}"]
        assert all((look.fill, look.casing, look.bridge, look.width))
    for line in ("path.foot", "path.cycle", "path.steps", "rail.tram", "rail.train", "oneway"):
        assert all((layers[line].line, layers[line].width))
    assert all((layers["waterway"].fill, layers["waterway"].casing, layers["waterway"].width))
    assert all((layers["tunnel"].casing, layers["tunnel"].line, layers["tunnel"].dash))


def test_in_black_and_white_the_grounds_stay_apart() -> None:
    style = map_style(BLACK_WHITE)
    fills = [style.land, *(style.layers[key].fill for key in ("green", "building", "water"))]
    greys = sorted(QColor(fill).lightness() for fill in fills)
    assert all(b - a >= 10 for a, b in itertools.pairwise(greys))
    streets = style.layers["street.residential"], style.layers["street.main"]
    assert all(contrast(look.casing, style.land) >= 3 for look in streets)
    assert contrast(style.layers["rail.train"].line, style.land) >= 4.5
    assert contrast(style.layers["water"].edge, style.layers["water"].fill) >= 2


def test_streets_grow_with_the_zoom_and_casings_fade_from_afar() -> None:
    assert street_px(5, 0.8) == 10
    assert casing_px(1.6) == 0.9
    assert 0.3 < casing_px(20) < 0.6
