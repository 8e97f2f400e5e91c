"""A crowd drawn with few paths is the picture of its pins drawn one by one."""

import random
import re

import numpy as np
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator, QSvgRenderer

from walkshop.ui.map.ink import PathInk
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pincrowd import Spot, draw_crowd

SIDE = 320
LOOKS = [
    PinLook(kind, colour, "#000000", letter, assumed=assumed, masked=masked)
    for kind in ("asset", "concern", "idea", "unknown")
    for colour, letter in (("#E69F00", "O"), ("#0072B2", "W"), ("", ""))
    for assumed, masked in ((False, False), (True, False), (False, True))
]


def some(count: int) -> list[Spot]:
    chance = random.Random(3)
    places = [(chance.uniform(20, SIDE - 20), chance.uniform(20, SIDE - 20)) for _ in range(count)]
    return [(x, y, chance.choice(LOOKS)) for x, y in places]


def one_by_one(painter: QPainter, spots: list[Spot], size: float) -> None:
    for x, y, look in spots:
        PathInk().pin(painter, QPointF(x, y), size, look)


def svg(draw, spots: list[Spot]) -> bytes:
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(SIDE, SIDE))
    generator.setViewBox(generator.viewBox().adjusted(0, 0, SIDE, SIDE))
    painter = QPainter(generator)
    draw(painter, spots, 24.0)
    painter.end()
    return bytes(store.data())


def pixels(drawing: bytes) -> np.ndarray:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(drawing).render(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).reshape(SIDE, SIDE, 4)[:, :, :3].astype(int)


def test_where_pins_meet_the_later_lies_on_top_as_if_drawn_one_by_one(qapp) -> None:
    spots = some(600)
    together, apart = (pixels(svg(draw, spots)) for draw in (draw_crowd, one_by_one))
    assert np.abs(together - apart).max() <= 8
    assert (apart.min(axis=2) < 200).mean() > 0.4


def test_a_crowd_of_alike_pins_takes_few_paths(qapp) -> None:
    spots = [(x, y, LOOKS[0]) for x, y, _ in some(600)]
    together, apart = (len(re.findall(b"<path", svg(d, spots))) for d in (draw_crowd, one_by_one))
    assert together * 4 < apart


def test_a_pin_that_is_ringed_keeps_its_ring_in_a_crowd(qapp) -> None:
    ringed = [(60.0, 60.0, LOOKS[0].chosen(True)), (92.0, 60.0, LOOKS[3])]
    together, apart = (pixels(svg(draw, ringed)) for draw in (draw_crowd, one_by_one))
    assert np.abs(together - apart).max() <= 8


def test_no_pins_draw_nothing(qapp) -> None:
    assert b"<path" not in svg(draw_crowd, [])
