"""Reads GeoJSON of any program, and the projects of uMap, which are GeoJSON in layers.

RFC 7946 says WGS84, longitude first; a member `crs` of the older kind is heeded, and RD New is
told by value. What uMap loads from elsewhere is never fetched, and that is said.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeGuard

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.attached import Picture, beside, is_picture
from walkshop.services.intake.features import NOT_FETCHED, Feature, MapFile
from walkshop.services.intake.htmlwords import plain
from walkshop.services.intake.named_crs import named_crs
from walkshop.services.intake.proposal import LeftOut, shown
from walkshop.services.intake.shapes import Form, Pair, Part, Shape
from walkshop.services.intake.table import clean_cell
from walkshop.services.intake.textfile import decoded, read_bytes

MOST_MB = 50
_DEEPEST = 8
"""Collections within collections; more is a trick."""

_SIMPLE = {
    "Point": (Form.POINT, 0),
    "MultiPoint": (Form.POINT, 1),
    "LineString": (Form.LINE, 1),
    "MultiLineString": (Form.LINE, 2),
    "Polygon": (Form.AREA, 2),
    "MultiPolygon": (Form.AREA, 3),
}
"""Geometries, with how many lists lie around a position."""

_LOOKS = frozenset({"_umap_options", "_storage_options", "_storage", "styleUrl", "styleHash"})
_MARKS = re.compile(r"\*\*|^#+ ", re.MULTILINE)
_LINK = re.compile(r"\[\[([^\[\]|]*)(?:\|([^\[\]]*))?\]\]")

Json = Mapping[str, object]


def read_geojson(path: Path) -> MapFile:
    """Everything with a place in a file of JSON.

    Raises:
        WalkshopError: it cannot be read, is too large, or is another kind of JSON.
    """
    raw = read_bytes(path)
    if len(raw) > MOST_MB * 1_000_000:
        raise WalkshopError(
            msg("“{name}” is larger than {n} MB.", name=path.name, n=MOST_MB),
            msg("Cut it into smaller files."),
        )
    text, guessed = decoded(raw, path.name)
    found = MapFile(path.name)
    for guess in guessed:
        found.say(guess.what, guess.taken_as)
    root = _parsed(text, path.name)
    if not _is_object(root):
        raise _no_map(path.name)
    reader = _Reader(found, path)
    if root.get("type") == "umap":
        reader.project(root)
    elif root.get("type") in {"FeatureCollection", "Feature", "GeometryCollection", *_SIMPLE}:
        reader.layer(root, (), _crs(root))
    elif isinstance(root.get("elements"), list):
        raise WalkshopError(
            msg("“{name}” is OpenStreetMap data, not a list of places.", name=path.name),
            msg("Save it as GeoJSON and choose that file."),
        )
    else:
        raise _no_map(path.name)
    return found


class _Reader:
    """Takes features in, with the layer that they are in."""

    def __init__(self, found: MapFile, path: Path) -> None:
        self._found, self._path = found, path

    def project(self, root: Json) -> None:
        """The layers of a uMap project; the place of the project itself is where it is shown."""
        layers = root.get("layers")
        for layer in layers if isinstance(layers, list) else ():
            if not _is_object(layer):
                continue
            options = layer.get("_umap_options") or layer.get("_storage")
            options = options if _is_object(options) else {}
            name = clean_cell(str(options.get("name") or ""))
            remote = options.get("remoteData")
            if _is_object(remote) and remote.get("url"):
                self._found.say(msg("Layer “{layer}”", layer=shown(name)), NOT_FETCHED)
            self.layer(layer, (name,) if name else (), _crs(layer))

    def layer(self, root: Json, layer: tuple[str, ...], crs: str) -> None:
        """The features of a collection, a single feature, or a geometry alone."""
        if root.get("type") == "Feature":
            self._feature(root, layer, crs)
        elif root.get("type") != "FeatureCollection":
            self._found.add(Feature({}, Shape(tuple(_parts(root)), crs), layer))
        else:
            features = root.get("features")
            for feature in features if isinstance(features, list) else ():
                if _is_object(feature):
                    self._feature(feature, layer, crs)
                else:
                    row = len(self._found.features) + len(self._found.left_out) + 1
                    self._found.left_out.append(LeftOut(row, msg("This is no place on a map.")))

    def _feature(self, feature: Json, layer: tuple[str, ...], crs: str) -> None:
        properties = feature.get("properties")
        cells: dict[str, str] = {}
        pictures: list[Picture] = []
        for name, value in properties.items() if _is_object(properties) else ():
            if name in _LOOKS:
                continue
            words, shows = plain(_words(value))
            cell = clean_cell(words)
            pictures += [beside(self._path, source) for source in (*shows, cell) if _near(source)]
            cells.setdefault(clean_cell(name), _unmarked(cell))
        geometry = feature.get("geometry")
        parts = tuple(_parts(geometry)) if _is_object(geometry) else ()
        self._found.add(Feature(cells, Shape(parts, crs), layer, tuple(pictures)))


def _parsed(text: str, name: str) -> object:
    try:
        return json.loads(text, strict=False)  # people paste lines into texts
    except (ValueError, RecursionError) as reason:
        line = getattr(reason, "lineno", 0)
        raise WalkshopError(
            msg("“{name}” is damaged at line {n}.", name=name, n=line)
            if line
            else msg("“{name}” is damaged.", name=name),
            msg("Save it again in the program that made it."),
            type(reason).__name__,
        ) from reason


def _no_map(name: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is JSON, but not a map.", name=name),
        msg("Save it as GeoJSON and choose that file."),
    )


def _is_object(value: object) -> TypeGuard[Json]:
    return isinstance(value, dict)


def _crs(root: Json) -> str:
    """What a member `crs` says (GeoJSON 2008, section 3); empty for nothing that is known."""
    crs = root.get("crs")
    properties = crs.get("properties") if _is_object(crs) else None
    name = properties.get("name") if _is_object(properties) else None
    return named_crs(name) if isinstance(name, str) else ""


def _parts(geometry: Json, depth: int = 0) -> Iterator[Part]:
    """What a geometry draws; what is no position is one that is nowhere."""
    kind = geometry.get("type")
    if kind == "GeometryCollection" and depth < _DEEPEST:
        inner = geometry.get("geometries")
        for one in inner if isinstance(inner, list) else ():
            if _is_object(one):
                yield from _parts(one, depth + 1)
    elif isinstance(kind, str) and kind in _SIMPLE:
        form, lists = _SIMPLE[kind]
        yield from _drawn(form, geometry.get("coordinates"), lists)


def _drawn(form: Form, coordinates: object, lists: int) -> Iterator[Part]:
    """The parts in `coordinates`, in which `lists` lists lie around each position."""
    if not isinstance(coordinates, list) or not coordinates:
        return
    if form is Form.AREA and lists > 1 + 1:
        for polygon in coordinates:
            yield from _drawn(form, polygon, lists - 1)
    elif form is Form.AREA:
        yield Part(form, _pairs(coordinates[0]), len(coordinates) - 1)
    elif form is Form.POINT:
        for position in coordinates if lists else [coordinates]:
            yield Part(form, [_pair(position)])
    else:
        for line in coordinates if lists > 1 else [coordinates]:
            yield Part(form, _pairs(line))


def _pairs(positions: object) -> list[Pair]:
    return [_pair(one) for one in positions] if isinstance(positions, list) else []


def _pair(position: object) -> Pair:
    try:
        x, y = position[0], position[1]  # type: ignore[index]  # anything may stand here
        return float(x), float(y)
    except (TypeError, ValueError, LookupError, OverflowError):
        return math.nan, math.nan


def _words(value: object) -> str:
    """A property as it would stand in a cell."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1 << 53:
        return str(int(value))
    if isinstance(value, int | float):
        return repr(value)
    return json.dumps(value, ensure_ascii=False)


def _near(source: str) -> bool:
    """Whether a property names a picture that may lie beside the file."""
    return is_picture(source) and "://" not in source and not source.startswith("//")


def _unmarked(words: str) -> str:
    """Words without the marks of uMap for bold, headings and links."""
    if "[[" not in words and "**" not in words and "#" not in words:
        return words
    return _MARKS.sub("", _LINK.sub(lambda link: link.group(2) or link.group(1), words))
