"""Pins as drawings: shape says the kind, colour and letter the theme, dashes a guessed place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from walkshop.domain.queries.notes import is_assumed
from walkshop.domain.records import Kind, Note
from walkshop.services.output.edition import Edition
from walkshop.services.output.escape import map_text

INK = "#1C1B1A"
NO_THEME = "#FFFFFF"
BOX = "-2 -2 36 36"
"""The viewBox of a pin: 32 units with room for its outline."""

SHAPES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.ASSET: "M16 2.4a13.6 13.6 0 1 1 0 27.2a13.6 13.6 0 1 1 0 -27.2z",
        Kind.CONCERN: "M16 2L31.2 28.5H0.8z",
        Kind.OPPORTUNITY: "M16 0.6L31.4 16L16 31.4L0.6 16z",
        Kind.IDEA: "M6 4H26a2 2 0 0 1 2 2V26a2 2 0 0 1 -2 2H6a2 2 0 0 1 -2 -2V6a2 2 0 0 1 2 -2z",
        Kind.UNKNOWN: "M9.6 2.5H22.4L29.5 9.6V22.4L22.4 29.5H9.6L2.5 22.4V9.6z",
    }
)
"""The outline of each kind in a box of 32 units."""

_LETTERS: Mapping[Kind, tuple[float, float]] = MappingProxyType(
    {
        Kind.ASSET: (17, 22),
        Kind.CONCERN: (15, 25.9),
        Kind.OPPORTUNITY: (15, 21.4),
        Kind.IDEA: (17, 22),
        Kind.UNKNOWN: (17, 22),
    }
)
"""Size and baseline of the letter, in units."""

_OUTLINE = 2.4
_HALO = 3.0
_SHRUNK = 1 - 2.1 * _OUTLINE / 26
_CENTRES = {Kind.CONCERN: 19.7}


@dataclass(frozen=True, slots=True)
class PinLook:
    """How the pin of a note looks."""

    kind: Kind
    fill: str = NO_THEME
    letter: str = ""
    ink: str = INK
    assumed: bool = False

    @property
    def name(self) -> str:
        """A name by which drawings alike are drawn once."""
        guess = "guess" if self.assumed else "sure"
        return f"pin-{self.kind}-{self.fill.lstrip('#')}-{self.letter or 'none'}-{guess}"


def look_of(edition: Edition, note: Note) -> PinLook:
    """The look of a note's pin: white and without a letter where there is no theme."""
    theme = edition.themes.theme(note.theme)
    guess = is_assumed(note.place)
    if theme is None:
        return PinLook(note.kind, assumed=guess)
    return PinLook(note.kind, theme.colour, theme.key, theme.glyph_colour, guess)


def shape(kind: Kind, fill: str, assumed: bool) -> str:
    """The pin without its letter, as SVG elements; `fill` is any SVG paint."""
    path = SHAPES[kind]
    halo = f'<path d="{path}" fill="#fff" stroke="#fff" stroke-width="{_OUTLINE + _HALO}"/>'
    outline = f'stroke="{INK}" stroke-width="{_OUTLINE}" stroke-linejoin="round"'
    if not assumed:
        return f'{halo}<path d="{path}" fill="{fill}" {outline}/>'
    return (
        f'{halo}<path d="{path}" fill="#fff" {outline} stroke-dasharray="4.2 2.6"/>'
        f'<path d="{path}" fill="{fill}" transform="{_shrink(kind)}"/>'
    )


def letter(look: PinLook) -> str:
    """The letter of a pin as an SVG element; empty without a theme."""
    if not look.letter:
        return ""
    size, baseline = _LETTERS[look.kind]
    size -= 1.5 if look.letter in "WM" else 0
    shrink = f' transform="{_shrink(look.kind)}"' if look.assumed else ""
    return (
        f'<text x="16" y="{baseline}" font-size="{size}" fill="{look.ink}"{shrink}>'
        f"{map_text(look.letter)}</text>"
    )


def pin_svg(look: PinLook) -> bytes:
    """The pin as a drawing of its own, for paper."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{BOX}" width="36" height="36" '
        f'font-family="Noto Sans" font-weight="700" text-anchor="middle">'
        f"{shape(look.kind, look.fill, look.assumed)}{letter(look)}</svg>"
    ).encode()


def _shrink(kind: Kind) -> str:
    x, y = 16, _CENTRES.get(kind, 16)
    return f"translate({x} {y}) scale({_SHRUNK:.3f}) translate(-{x} -{y})"
