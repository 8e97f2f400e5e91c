"""Pins as drawings: shape says the kind, colour and letter the theme, dashes a guessed place."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.queries.notes import is_assumed
from walkshop.domain.records import Kind, Note
from walkshop.domain.signs import GUESS_DASH, SIGNS, UNITS, shrunk
from walkshop.services.output.edition import Edition
from walkshop.services.output.escape import map_text

INK = "#1C1B1A"
NO_THEME = "#FFFFFF"
BOX = "-2 -2 36 36"
"""The viewBox of a pin: 32 units with room for its outline."""

_OUTLINE = 2.4
_HALO = 3.0


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
    path = outline_of(kind)
    halo = f'<path d="{path}" fill="#fff" stroke="#fff" stroke-width="{_OUTLINE + _HALO}"/>'
    outline = f'stroke="{INK}" stroke-width="{_OUTLINE}" stroke-linejoin="round"'
    if not assumed:
        return f'{halo}<path d="{path}" fill="{fill}" {outline}/>'
    on, off = GUESS_DASH
    return (
        f'{halo}<path d="{path}" fill="#fff" {outline} stroke-dasharray="{on} {off}"/>'
        f'<path d="{path}" fill="{fill}" transform="{_shrink(kind)}"/>'
    )


def letter(look: PinLook) -> str:
    """The letter of a pin as an SVG element; empty without a theme."""
    if not look.letter:
        return ""
    sign = SIGNS[look.kind]
    shrink = f' transform="{_shrink(look.kind)}"' if look.assumed else ""
    return (
        f'<text x="16" y="{sign.baseline}" font-size="{sign.letter_size(look.letter)}" '
        f'fill="{look.ink}"{shrink}>'
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
    x, y = UNITS / 2, SIGNS[kind].centre_y
    return f"translate({x} {y:.1f}) scale({shrunk(_OUTLINE):.3f}) translate(-{x} -{y:.1f})"


def outline_of(kind: Kind) -> str:
    """The outline of a kind as an SVG path in the box of 32 units."""
    sign = SIGNS[kind]
    middle, r = UNITS / 2, sign.radius
    if not sign.corners:
        across = f"a{r} {r} 0 1 1 0"
        return f"M{middle} {middle - r}{across} {2 * r}{across} {-2 * r}z"
    if not r:
        return "M" + "L".join(f"{x} {y}" for x, y in sign.corners) + "z"
    (left, top), _, (right, bottom), _ = sign.corners
    arc = f"a{r} {r} 0 0 1"
    return (
        f"M{left + r} {top}H{right - r}{arc} {r} {r}V{bottom - r}{arc} -{r} {r}"
        f"H{left + r}{arc} -{r} -{r}V{top + r}{arc} {r} -{r}z"
    )
