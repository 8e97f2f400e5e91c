"""The signs themselves, read back from pixels."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from walkshop.ui import tokens
from walkshop.ui.map.looks import ASSET, CONCERN, IDEA, OPPORTUNITY, UNKNOWN, PinLook
from walkshop.ui.map.pins import draw_kind, draw_pin, kind_path

pytestmark = pytest.mark.usefixtures("qapp")
KINDS = (ASSET, CONCERN, OPPORTUNITY, IDEA, UNKNOWN)
GROUND = "#ABCDEF"
BLUE = "#0072B2"


def drawn(look: PinLook, size: int = 32, margin: int = 12) -> QImage:
    """The pin on a coloured ground, `margin` px around its box."""
    image = QImage(size + 2 * margin, size + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    draw_pin(painter, QRectF(margin, margin, size, size), look)
    painter.end()
    return image


def colours(image: QImage) -> set[str]:
    wide, high = image.width(), image.height()
    return {image.pixelColor(x, y).name() for x in range(wide) for y in range(high)}


def row(image: QImage, y: int) -> Iterator[str]:
    return (image.pixelColor(x, y).name() for x in range(image.width()))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", tokens.PIN_SIZES)
def test_a_pin_shows_its_family_colour_its_outline_and_its_letter(kind: str, size: int) -> None:
    seen = colours(drawn(PinLook(kind, BLUE, "#ffffff", "K", 3), size))
    assert {BLUE.lower(), tokens.INK.lower(), "#ffffff"} <= seen


def test_five_kinds_have_five_shapes() -> None:
    boxes = {kind: kind_path(kind) for kind in KINDS}
    areas = {round(sum(1 for _ in _inside(path)), 1) for path in boxes.values()}
    assert len(areas) == 5


def _inside(path: object) -> Iterator[int]:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QPainterPath

    assert isinstance(path, QPainterPath)
    for at in range(64 * 64):
        if path.contains(QPointF(at % 64 / 2, at // 64 / 2)):
            yield at


def test_an_unheard_of_kind_is_drawn_as_unknown() -> None:
    assert drawn(PinLook("rumour", BLUE)) == drawn(PinLook(UNKNOWN, BLUE))


def test_without_a_theme_a_pin_is_white_and_has_no_letter() -> None:
    assert drawn(PinLook(IDEA, "", "#000000", "K")) == drawn(PinLook(IDEA, "#FFFFFF"))


def test_a_masked_pin_gives_away_neither_theme_nor_letter() -> None:
    one = drawn(PinLook(CONCERN, BLUE, "#ffffff", "K", masked=True))
    other = drawn(PinLook(CONCERN, "#D55E00", "#000000", "M", masked=True))
    assert one == other
    assert tokens.PIN_HATCH.lower() in colours(one)
    assert BLUE.lower() not in colours(one)


def test_the_outline_of_a_guessed_place_is_broken() -> None:
    top = 12 + 4  # the upper edge of the square
    ink = tokens.INK.lower()
    solid = sum(colour == ink for colour in row(drawn(PinLook(IDEA, BLUE)), top))
    dashed = sum(colour == ink for colour in row(drawn(PinLook(IDEA, BLUE, assumed=True)), top))
    assert solid > 20
    assert 6 < dashed < solid - 6


def test_a_guessed_pin_is_the_same_sign_made_smaller() -> None:
    plain = drawn(PinLook(ASSET, BLUE))
    guessed = drawn(PinLook(ASSET, BLUE, assumed=True))
    assert 12 < _count(guessed, BLUE) < _count(plain, BLUE)


def _count(image: QImage, colour: str) -> int:
    wide, high = image.width(), image.height()
    want = QColor(colour)
    return sum(image.pixelColor(x, y) == want for x in range(wide) for y in range(high))


def test_only_the_selected_pin_wears_the_accent() -> None:
    accent = tokens.ACCENT.lower()
    assert accent in colours(drawn(PinLook(ASSET, BLUE, selected=True)))
    assert accent not in colours(drawn(PinLook(ASSET, BLUE, hover=True)))
    assert drawn(PinLook(ASSET, BLUE, hover=True)) != drawn(PinLook(ASSET, BLUE))


@pytest.mark.parametrize("kind", KINDS)
def test_rings_stay_within_what_a_picture_of_a_pin_has_room_for(kind: str) -> None:
    image = drawn(PinLook(kind, BLUE, selected=True), 32, margin=8)
    edge = {*row(image, 0), *row(image, image.height() - 1)}
    assert edge == {GROUND.lower()}


def test_a_kind_alone_is_an_outline_without_fill() -> None:
    image = QImage(32, 32, QImage.Format.Format_RGB32)
    image.fill(QColor(GROUND))
    painter = QPainter(image)
    draw_kind(painter, QRectF(4, 4, 24, 24), CONCERN)
    painter.end()
    assert image.pixelColor(16, 18) == QColor(GROUND)
    assert tokens.INK.lower() in colours(image)
