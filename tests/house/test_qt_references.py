"""Qt for Python gives back what it borrows: one release lost None, and the program with it."""

from __future__ import annotations

import sys

import pytest

CALLS = 500


@pytest.mark.usefixtures("qapp")
def test_naming_an_object_borrows_none_and_gives_it_back() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("pin")
    assert abs(sys.getrefcount(None) - before) < CALLS // 10


@pytest.mark.usefixtures("qapp")
def test_drawing_a_rectangle_borrows_none_and_gives_it_back() -> None:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter

    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.drawRect(QRectF(0, 0, 4, 4))
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < CALLS // 10
