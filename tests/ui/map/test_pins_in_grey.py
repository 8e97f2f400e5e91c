"""Kind and theme are told apart without colour: each pin is drawn and compared with every other."""

import itertools
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from walkshop.domain.records import Kind
from walkshop.domain.themes import Theme
from walkshop.services.themes import DEFAULT_SET, theme_set
from walkshop.ui import tokens
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pins import draw_pin, reach_px

pytestmark = pytest.mark.usefixtures("qapp")
Grey = npt.NDArray[np.int16]

SEEN = 32
"""Grey levels of 255 that are seen apart side by side: an eighth of the way from black to white."""

APART_PX = 12
"""So many of a pin's px differ at least: a stroke of a letter, 2 px wide and 6 long."""


@pytest.fixture(params=["light", "contrast"])
def _colours(request: pytest.FixtureRequest) -> Iterator[None]:
    tokens.wear(request.param)
    yield
    tokens.wear("light")


def grey(kind: Kind, theme: Theme, size: int, assumed: bool = False) -> Grey:
    """The pin on white, in levels of grey by luminance (ITU-R BT.601, as Qt turns colour grey)."""
    side = size + 2 * round(reach_px(size))
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    edge = (side - size) / 2
    look = PinLook(str(kind), theme.colour, theme.glyph_colour, theme.key, 1, assumed)
    draw_pin(painter, QRectF(edge, edge, size, size), look)
    painter.end()
    flat = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(flat.constBits(), np.uint8).reshape(side, flat.bytesPerLine())
    return rows[:, :side].astype(np.int16)


def apart(one: Grey, other: Grey) -> int:
    """In how many px two pictures are seen to differ."""
    return int((np.abs(one - other) >= SEEN).sum())


@pytest.mark.usefixtures("_colours")
@pytest.mark.parametrize("size", [tokens.PIN_LIST, tokens.PIN_MAP])
def test_every_kind_and_theme_differs_from_every_other_in_grey(size: int) -> None:
    themes = theme_set(DEFAULT_SET).themes
    drawn = {(k, t.key): grey(k, t, size) for k in Kind for t in themes}
    assert len(drawn) == len(Kind) * len(themes)
    nearest = min((apart(drawn[a], drawn[b]), a, b) for a, b in itertools.combinations(drawn, 2))
    assert nearest[0] >= APART_PX, nearest


@pytest.mark.usefixtures("_colours")
def test_a_guess_is_seen_in_grey_at_every_kind() -> None:
    theme = theme_set(DEFAULT_SET).themes[0]
    for kind in Kind:
        assert apart(grey(kind, theme, 24), grey(kind, theme, 24, True)) >= APART_PX, kind
    assert PinLook(nr=4, assumed=True).number == "~4"


def test_two_pins_alike_do_not_differ() -> None:
    theme = theme_set(DEFAULT_SET).themes[3]
    assert apart(grey(Kind.IDEA, theme, 32), grey(Kind.IDEA, theme, 32)) == 0
