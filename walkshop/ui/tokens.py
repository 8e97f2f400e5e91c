"""The look as numbers: the one place of colours, type, spacing and edges, free of Qt.

Colours are "#RRGGBB". Lengths are logical pixels at a text size of 100 %; style sheet, palette,
delegates and the map painter all take them from here.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Scheme:
    """The colours of the program itself; those of pins and maps are the same in every scheme."""

    paper: str
    card: str
    sunk: str
    line: str
    edge: str
    ink: str
    soft: str
    disabled: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    tint: str
    bad: str
    bad_tint: str
    handle: str


LIGHT = Scheme(
    paper="#F6F5F2",
    card="#FFFFFF",
    sunk="#EFEDE8",
    line="#DBD8D0",
    edge="#86827A",
    ink="#1C1B1A",
    soft="#565349",
    disabled="#86827A",
    accent="#3E3A98",
    on_accent="#FFFFFF",
    accent_hover="#353182",
    accent_pressed="#2C286E",
    tint="#ECEBF7",
    bad="#A8221B",
    bad_tint="#FBEDEB",
    handle="#C6C2B8",
)
CONTRAST = Scheme(
    paper="#FFFFFF",
    card="#FFFFFF",
    sunk="#E4E4E4",
    line="#6B6B6B",
    edge="#000000",
    ink="#000000",
    soft="#262626",
    disabled="#595959",
    accent="#1B1680",
    on_accent="#FFFFFF",
    accent_hover="#0F0B5C",
    accent_pressed="#080540",
    tint="#DCDAFA",
    bad="#8B0000",
    bad_tint="#FFFFFF",
    handle="#4D4D4D",
)
SCHEMES = {"light": LIGHT, "contrast": CONTRAST}
"""The setting "colours", by its name."""

# The scheme in use, by the names of its colours. `wear` sets them for the whole program, as Qt's
# palette is one for the whole program: read them when painting, never while a module loads.
PAPER, CARD, SUNK, LINE, EDGE = LIGHT.paper, LIGHT.card, LIGHT.sunk, LIGHT.line, LIGHT.edge
INK, SOFT, DISABLED = LIGHT.ink, LIGHT.soft, LIGHT.disabled
ACCENT, ON_ACCENT, TINT = LIGHT.accent, LIGHT.on_accent, LIGHT.tint
ACCENT_HOVER, ACCENT_PRESSED, HANDLE = LIGHT.accent_hover, LIGHT.accent_pressed, LIGHT.handle
BAD, BAD_TINT = LIGHT.bad, LIGHT.bad_tint


def wear(name: str) -> None:
    """Use the colours of the scheme with this name from now on; light for a name nobody knows."""
    colours = asdict(SCHEMES.get(name, LIGHT))
    globals().update({key.upper(): colour for key, colour in colours.items()})


# Pins
PIN_OUTLINE = LIGHT.ink
PIN_HALO = "#FFFFFF"
PIN_NO_THEME = "#FFFFFF"
PIN_HATCH = "#8B877E"


@dataclass(frozen=True, slots=True)
class Type:
    """A role of type: size and line height in px, and weight (400, 600 or 700)."""

    px: int
    line: int
    weight: int = 400

    def scaled(self, percent: int) -> Type:
        """The role at a text size of `percent`."""
        return Type(round(self.px * percent / 100), round(self.line * percent / 100), self.weight)

    def bold(self, weight: int = 700) -> Type:
        """The same role with another weight."""
        return Type(self.px, self.line, weight)


BODY = Type(15, 20)
NAME = Type(15, 20, 600)
NUMBER = Type(15, 20, 700)
TITLE = Type(18, 26, 600)
ENTRY = Type(18, 26)
QUESTION = Type(22, 28, 600)
NUMBER_IN_HAND = Type(30, 34, 700)
START_TITLE = Type(40, 48, 700)
ROOM_TEXT = Type(38, 50)
ROOM_STATEMENT = Type(46, 60)
ROOM_NAME = Type(72, 84, 700)
ROOM_DESIGN_HEIGHT = 720
"""Height in px of the room screen for which the ROOM sizes hold; they scale with it."""

TEXT_SIZES = (100, 115, 130, 150)
"""The setting "text size", in per cent."""

# Space
SPACE = (4, 8, 12, 16, 20, 24, 32, 48)
GAP_4, GAP_8, GAP_12, GAP_16, GAP_20, GAP_24, GAP_32, GAP_48 = SPACE

# Frame of the window
RAIL_WIDTH = 120
RAIL_WIDTH_NARROW = 56
RAIL_BUTTON_HEIGHT = 76
RAIL_ICON = 26
TOP_BAR_HEIGHT = 56
SWITCH_BAR_HEIGHT = 56
STATUS_HEIGHT = 36
LIST_WIDTH = 300
INSPECTOR_WIDTH = 388
INSPECTOR_MIN_WIDTH = 320
INSPECTOR_SHARE = 0.27
"""Of the width of a window, where that lies between its least and its full width."""
MAP_MIN_WIDTH = 480
NARROW_WINDOW = 1280
"""Under this width: narrow rail, list folded, inspector over the map."""
WIDE_STATUS = 1600
"""From this width on kinds in the status line carry their words."""

# Controls
CONTROL_HEIGHT = 36
FIELD_HEIGHT = 34
CHIP_HEIGHT = 28
ENTRY_HEIGHT = 40
GHOST_HEIGHT = 34
TARGET_MIN = 36
TARGET_STANDING = 44
FORM_LABEL_WIDTH = 108
FORM_GAP = 5
CARD_PADDING = 10
ROW_PADDING = 9

# Edges
RADIUS = 6
RADIUS_SMALL = 4
RADIUS_CHIP = 14
BORDER = 1
BORDER_STRONG = 2
FOCUS_RING = 2
BAR_CURRENT = 4
BAR_FOOT = 3
DASH_PEN = 1.5
DASH = (4.0, 3.0)
"""On and off, in px."""

# Pins, in px
PIN_SIZES = (24, 32, 48, 64)
PIN_LIST, PIN_MAP, PIN_INSPECTOR, PIN_ROOM = PIN_SIZES
PIN_CROWD = 20
"""From this many pins in view on they are drawn at PIN_LIST."""

# Motion, in ms
MOTION_MAP = 120
MOTION_FAN = 80
SPINNER_AFTER = 600
NOTICE_MS = 20_000
