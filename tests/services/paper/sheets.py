"""Sheets for tests: pictures with a dark corner, so that turning and cutting show."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

SIZE = (300, 200)
DARK, LIGHT = (20, 30, 40), (250, 250, 240)


def picture() -> Image.Image:
    """Light, with a dark square at the top left."""
    made = Image.new("RGB", SIZE, LIGHT)
    made.paste(DARK, (0, 0, 100, 100))
    return made


def photo(path: Path) -> Path:
    """A photo of a sheet."""
    picture().save(path, quality=95)
    return path


def scan(path: Path, pages: int) -> Path:
    """A scan of sheets in one PDF."""
    first, *others = [picture() for _ in range(pages)]
    first.save(path, save_all=True, append_images=others, resolution=72)
    return path


def unheard(_step: int, _total: int) -> None:
    """Nobody waits to hear how far it is."""
