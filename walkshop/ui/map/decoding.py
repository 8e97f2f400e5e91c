"""Pictures of a map from bytes of unknown origin, within limits that keep the window alive."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

MOST_BYTES = 8_000_000
MOST_PX = 2048
"""Longest side of a picture; at four bytes to the px it takes 16 MB."""

_FORMATS = frozenset({b"png", b"jpeg", b"webp"})


def decoded(content: bytes) -> QImage | None:
    """The picture in `content` (PNG, JPEG or WebP), ready to draw; None when it is none.

    The size is read from the header first: nothing is unpacked that is larger than MOST_PX.
    """
    if len(content) > MOST_BYTES:
        return None
    store = QByteArray(content)
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if reader.format().data() not in _FORMATS or not size.isValid():
        return None
    if not 0 < size.width() <= MOST_PX or not 0 < size.height() <= MOST_PX:
        return None
    image = reader.read()
    if image.isNull():
        return None
    clear = image.hasAlphaChannel()
    wanted = QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32
    return image.convertToFormat(wanted)
