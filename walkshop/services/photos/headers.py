"""What the first bytes of a photo say, read before any library is let near it."""

from __future__ import annotations

import re

JPEG, PNG, WEBP, HEIC = "JPEG", "PNG", "WEBP", "HEIF"

_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_MARKER = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")
"""Inside compressed data every other 0xFF is stuffed or a restart mark (ITU-T T.81, B.1.1.5)."""

_EOI, _SOS = 0xD9, 0xDA
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Marks that have no length behind them."""


def kind_of(data: bytes) -> str:
    """The format of these bytes, whatever the file is called; empty when it is none of the four."""
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and _is_heic(data):
        return HEIC
    return ""


def webp_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in px from the first chunk of a WebP; None where it makes no sense.

    Pillow makes room for the whole picture when it opens one, so it has to be known before.
    Layout: RFC 9649, sections 2.5 to 2.7, and RFC 6386, section 9.1.
    """
    chunk, body = data[12:16], data[20:30]
    if len(body) < 10:
        return None
    if chunk == b"VP8X":
        return 1 + int.from_bytes(body[4:7], "little"), 1 + int.from_bytes(body[7:10], "little")
    if chunk == b"VP8L" and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if chunk == b"VP8 " and body[3:6] == b"\x9d\x01\x2a":
        width, height = (int.from_bytes(body[n : n + 2], "little") for n in (6, 8))
        return width & 0x3FFF, height & 0x3FFF
    return None


def jpeg_scans(data: bytes) -> int:
    """How many times a JPEG draws over its whole picture; a plain one does so once.

    Only the first picture in the file counts: phones hang films and second pictures behind it.
    """
    scans, at = 0, 2
    while True:
        found = _MARKER.search(data, at)
        if found is None:
            return scans
        mark, at = data[found.end() - 1], found.end()
        if mark == _EOI:
            return scans
        if mark in _BARE:
            continue
        scans += mark == _SOS
        at += max(2, int.from_bytes(data[at : at + 2], "big"))


def _is_heic(data: bytes) -> bool:
    length = min(int.from_bytes(data[:4], "big"), 256)
    brands = {data[8:12]} | {data[n : n + 4] for n in range(16, length, 4)}
    return bool(brands & _BRANDS)
