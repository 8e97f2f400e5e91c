"""Whose map it is, as its file says: shown on the map always, so it is made plain text first."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

OSM = "© OpenStreetMap contributors"
AT_MOST = 200
"""Letters: one line at the foot of a map."""

_KEYS = ("attribution", "copyright", "credit", "bronvermelding", "rights")
_TAG = re.compile(r"<[^<>]*>")
_IN_JSON = re.compile(r'"(?:attribution|copyright)"\s*:\s*"((?:[^"\\]|\\.)*)"')
_OSM_COLUMNS = ({"osm_id", "other_tags"}, {"osm_id", "fclass"}, {"osm_id", "highway"})


def from_metadata(metadata: Iterable[Mapping[str, str] | None]) -> str:
    """The first attribution in what a file says about itself."""
    for known in metadata:
        small = {key.lower(): str(value) for key, value in (known or {}).items()}
        found = next((small[key] for key in _KEYS if small.get(key)), "")
        if plain(found):
            return plain(found)
    return ""


def from_columns(names: Iterable[str]) -> str:
    """OpenStreetMap's, where the columns can only come from there."""
    have = {name.lower() for name in names}
    return OSM if any(columns <= have for columns in _OSM_COLUMNS) else ""


def from_json(path: Path) -> str:
    """What a GeoJSON says before its features."""
    with path.open(encoding="utf-8", errors="replace") as file:
        head = file.read(4096).partition('"features"')[0]
    found = _IN_JSON.search(head)
    said = plain(_unescaped(found.group(1))) if found else ""
    return OSM if "openstreetmap.org" in said.lower() else said


def _unescaped(inner: str) -> str:
    """What stands between the quotes of a JSON string; many programs write © as \\u00a9."""
    try:
        return str(json.loads(f'"{inner}"', strict=False))
    except ValueError:
        return inner


def plain(text: str) -> str:
    """Words without HTML, on one line, not too long."""
    words = html.unescape(_TAG.sub("", text)).split()
    return " ".join(words)[:AT_MOST]
