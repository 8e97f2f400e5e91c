"""Signs from ready pictures look like signs drawn anew, and are made once."""

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPainter

from walkshop.domain.geo import Mercator
from walkshop.ui.map.bends import Letter
from walkshop.ui.map.ink import Ink, PathInk, SpriteInk
from walkshop.ui.map.labels import Label
from walkshop.ui.map.style import COLOUR, map_style

pytestmark = pytest.mark.usefixtures("qapp")
BENT = tuple(
    Letter(sign, 14.0 * n - 28, 3.0 * (n - 2) ** 2, 12.0 * (n - 2))
    for n, sign in enumerate("Rotte")
)
LABELS = {
    "level": Label(("Generaal van", "der Heijdenplein"), "square", Mercator(0, 0)),
    "turned": Label(("Rubroekstraat",), "street", Mercator(0, 0), 40.0),
    "bent": Label(("Rotte",), "water", Mercator(0, 0), letters=BENT),
}


def drawn(ink: Ink, label: Label) -> QImage:
    image = QImage(240, 160, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.lightGray)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ink.label(painter, QPointF(120, 80), label, map_style(COLOUR))
    painter.end()
    return image


def lights(image: QImage) -> list[int]:
    return [image.pixelColor(x, y).lightness() for x in range(240) for y in range(160)]


@pytest.mark.parametrize("kind", LABELS)
def test_a_name_from_a_picture_looks_like_one_drawn_anew(kind: str) -> None:
    paths, sprites = (lights(drawn(ink, LABELS[kind])) for ink in (PathInk(), SpriteInk(1.0)))
    assert min(paths) < 90
    assert max(paths) == 255
    apart = [abs(a - b) for a, b in zip(paths, sprites, strict=True)]
    assert sum(apart) / len(apart) < 0.5


@pytest.mark.parametrize("kind", LABELS)
def test_the_picture_of_a_name_is_made_once(kind: str) -> None:
    ink, style = SpriteInk(2.0), map_style(COLOUR)
    assert not ink.has_label(LABELS[kind], style)
    first = ink.label_sprite(LABELS[kind], style)
    assert ink.has_label(LABELS[kind], style)
    assert ink.label_sprite(LABELS[kind], style) is first
    assert first.devicePixelRatio() == 2.0
