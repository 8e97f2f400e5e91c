"""The fonts of all paper, and the characters that none of them has."""

from __future__ import annotations

import json
import re
import tempfile
import unicodedata
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import platformdirs

from walkshop.services.output.typesetter import typeset

if TYPE_CHECKING:
    import typst

_FILES = ("notos", "notosbo", "notosit", "notosbi", "symbol1", "symbol2", "figo", "figbo")
FAMILIES = ("Noto Sans", "FiraGO", "Noto Sans Symbols", "Noto Sans Symbols2")

_PROBE = b"""
#let probe = json("probe.json")
#set document(title: "probe")
#set text(font: probe.families)
#title[probe]
#for sign in probe.signs { par(sign) }
"""
_BREAK = "\u200b"
_LONG, _PIECE = 40, 10
_UNBROKEN = re.compile(rf"[^\s\u200b-]{{{_LONG + 1},}}")
_UNCOMMON = re.compile(r"[^ -~\n\t\r]")
_ENTITY = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")

Printable = str | int | float | bool | None | Mapping[str, "Printable"] | Sequence["Printable"]
T = TypeVar("T")


@lru_cache(maxsize=1)
def font_folder() -> Path:
    """The folder with the fonts; written once into the user's cache.

    A folder of this process stands in where the cache cannot be written.
    """
    folder = Path(platformdirs.user_cache_dir("walkshop", appauthor=False)) / "fonts"
    try:
        _fill(folder)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix="walkshop-fonts-"))
        _fill(folder)
    return folder


def _fill(folder: Path) -> None:
    import pymupdf_fonts

    folder.mkdir(parents=True, exist_ok=True)
    for name in _FILES:
        font = folder / f"{name}.ttf"
        content = pymupdf_fonts.myfont(name)
        # A font that was cut off by a full disk is written again.
        if not font.is_file() or font.stat().st_size != len(content):
            beside = font.with_suffix(".new")
            beside.write_bytes(content)
            beside.replace(font)


@lru_cache(maxsize=2)
def fonts(system: bool = True) -> typst.Fonts:
    """The fonts for Typst: our own, and after them those of the machine where `system`."""
    import typst

    return typst.Fonts(
        include_system_fonts=system,
        include_embedded_fonts=False,
        font_paths=[str(font_folder())],
    )


class Characters:
    """Puts the name of a character in its place where no font has it, and counts them.

    PDF/UA forbids a character that cannot be shown, and Typst then refuses the whole document.
    """

    def __init__(self, system: bool = True) -> None:
        self._fonts = fonts(system)
        self._names: dict[str, str] = {}
        self._known: set[str] = set()
        self.replaced = 0

    def printable(self, data: Printable) -> Printable:
        """`data` with all its texts printable; very long words may break anywhere."""
        self._learn(set("".join(_texts(data))))
        return self._cleaned(data)

    def drawing(self, svg: bytes) -> bytes:
        """A drawing with its words printable; its marks are plain letters and stay."""
        text = _ENTITY.sub(_decoded, svg.decode("utf-8", "replace"))
        self._learn(set(_UNCOMMON.findall(text)))
        return self._named(text).encode("utf-8")

    def _learn(self, signs: set[str]) -> None:
        """Find out by trying: one document with all signs, then one per doubtful sign."""
        fresh = {sign for sign in signs - self._known if not " " <= sign <= "~"}
        self._known |= fresh
        hopeless = {
            sign for sign in fresh if unicodedata.category(sign) in ("Cc", "Cs", "Co", "Cn")
        }
        hopeless -= {"\n", "\t", "\r"}
        hopeful = sorted(fresh - hopeless - {"\n", "\t", "\r"})
        if hopeful and not self._shows(hopeful):
            hopeless |= {sign for sign in hopeful if not self._shows([sign])}
        self._names |= {sign: f"[{_name(sign)}]" for sign in hopeless}

    def _shows(self, signs: list[str]) -> bool:
        import typst

        probe = json.dumps({"families": FAMILIES, "signs": signs}).encode()
        with suppress(typst.TypstError):
            typeset({"main": _PROBE, "probe.json": probe}, self._fonts)
            return True
        return False

    def _cleaned(self, data: Printable) -> Printable:
        if isinstance(data, str):
            return _UNBROKEN.sub(_breakable, self._named(data))
        if isinstance(data, Mapping):
            return {key: self._cleaned(value) for key, value in data.items()}
        if isinstance(data, Sequence):
            return [self._cleaned(value) for value in data]
        return data

    def _named(self, text: str) -> str:
        if not any(sign in text for sign in self._names):
            return text
        found = [sign for sign in text if sign in self._names]
        self.replaced += len(found)
        return "".join(self._names.get(sign, sign) for sign in text)


def _texts(data: Printable) -> list[str]:
    if isinstance(data, str):
        return [data]
    if isinstance(data, Mapping):
        return [text for value in data.values() for text in _texts(value)]
    if isinstance(data, Sequence):
        return [text for value in data for text in _texts(value)]
    return []


def _name(sign: str) -> str:
    return unicodedata.name(sign, "").lower() or f"U+{ord(sign):04X}"


def _breakable(word: re.Match[str]) -> str:
    """A word too long for a column, with places at which it may break."""
    whole = word.group()
    return _BREAK.join(whole[start : start + _PIECE] for start in range(0, len(whole), _PIECE))


def _decoded(entity: re.Match[str]) -> str:
    code = int(entity[1], 16) if entity[1] else int(entity[2])
    return chr(code) if 0x7F < code < 0x110000 else entity[0]
