"""Bytes from anywhere become a picture or nothing, and never much memory."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from walkshop.ui.map.decoding import MOST_BYTES, MOST_PX, decoded

pytestmark = pytest.mark.usefixtures("qapp")


def coded(width: int, height: int, kind: str, colour: str = "#204080") -> bytes:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(QColor(colour))
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(store.data())


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_three_kinds_of_the_web_are_read(kind: str) -> None:
    image = decoded(coded(256, 256, kind))
    assert image is not None
    assert image.width() == 256
    assert abs(image.pixelColor(9, 9).blue() - 0x80) < 6


@pytest.mark.parametrize("content", [b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"<svg/>"])
def test_other_bytes_are_no_picture(content: bytes) -> None:
    assert decoded(content) is None


def test_another_kind_of_picture_is_refused() -> None:
    assert decoded(coded(8, 8, "BMP")) is None


def test_a_cut_off_picture_is_none_or_whole_in_size() -> None:
    content = coded(256, 256, "PNG")
    assert decoded(content[: len(content) // 2]) is None


def test_a_picture_larger_than_any_tile_is_not_unpacked() -> None:
    assert decoded(coded(MOST_PX + 1, 2, "PNG")) is None
    assert decoded(coded(256, 256, "PNG") + bytes(MOST_BYTES)) is None


def test_a_header_that_promises_a_billion_px_takes_no_memory() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + crc

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(99)))
    assert decoded(bomb + chunk(b"IEND", b"")) is None


def test_what_is_clear_in_a_picture_stays_clear() -> None:
    image = decoded(coded(8, 8, "PNG", "#00000000"))
    assert image is not None
    assert image.pixelColor(4, 4).alpha() == 0
