"""Tells pictures from the other things that servers send: pages of hotels, errors, nothing."""

from __future__ import annotations

MOST_BYTES = 4_000_000
"""A square of 512 px is a tenth of this even as a photo without compression worth the name."""


def is_picture(content: bytes) -> bool:
    """Whether these bytes begin as PNG, JPEG or WebP, and are not too many."""
    if not 0 < len(content) <= MOST_BYTES:
        return False
    webp = content[:4] == b"RIFF" and content[8:12] == b"WEBP"
    return webp or content.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"))
