"""Leaflet's own files, from the installed wheel, ready to stand inside a page."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

_PICTURE = re.compile(r"url\([^)]*\)")
_MAP_LINE = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


@lru_cache(maxsize=1)
def leaflet_script() -> str:
    """Leaflet as a script, without the address of its source map."""
    return _MAP_LINE.sub("", _read("leaflet.js"))


@lru_cache(maxsize=1)
def leaflet_style() -> str:
    """Leaflet's style sheet, without the pictures that a page of one file does not have."""
    return _PICTURE.sub("none", _read("leaflet.css"))


def _read(name: str) -> str:
    folder = files("js_lib_leaflet").joinpath("static", "js_lib_leaflet")
    return folder.joinpath(name).read_text(encoding="utf-8")
