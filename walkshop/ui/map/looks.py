"""How a pin looks, as a value without Qt: equal looks share one picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

ASSET, CONCERN, OPPORTUNITY, IDEA, UNKNOWN = (
    "asset",
    "concern",
    "opportunity",
    "idea",
    "unknown",
)


@dataclass(frozen=True, slots=True)
class PinLook:
    """All that decides how a pin looks.

    Args:
        kind: asset, concern, opportunity, idea or unknown; any other is drawn as unknown.
        colour: the theme family's "#RRGGBB"; empty without a theme: white, no letter.
        glyph: the letter's "#RRGGBB".
        letter: the theme's key.
        nr: the note's number, drawn beside the pin; None for none.
        assumed: the place is a guess: dashed, and "~" before the number.
        masked: hidden from others: hatched, no letter.
    """

    kind: str = UNKNOWN
    colour: str = ""
    glyph: str = "#000000"
    letter: str = ""
    nr: int | None = None
    assumed: bool = False
    masked: bool = False
    selected: bool = False
    hover: bool = False

    def chosen(self, selected: bool, hover: bool = False) -> PinLook:
        """The look while it is selected or pointed at, or neither."""
        return replace(self, selected=selected, hover=hover and not selected)

    @property
    def number(self) -> str:
        """The number as it is written beside the pin."""
        if self.nr is None:
            return ""
        return f"~{self.nr}" if self.assumed else str(self.nr)
