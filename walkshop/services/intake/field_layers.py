"""What field apps keep in a GeoPackage: layers of places, and tables with their pictures."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from walkshop.i18n import msg
from walkshop.services.intake.attached import Picture, beside, is_picture
from walkshop.services.intake.features import Feature, MapFile, without_line
from walkshop.services.intake.proposal import Track, shown
from walkshop.services.intake.shapes import Shape, Surveyor
from walkshop.services.intake.table import MAX_ROWS, clean_cell
from walkshop.services.intake.wkb import parts_of
from walkshop.services.intake.words import meaning

_SIGNS = {b"\xff\xd8\xff": "jpg", b"\x89PNG": "png", b"RIFF": "webp"}
"""How pictures begin that are kept in a column."""

_HEADER = 8
_ENVELOPE_DOUBLES = (0, 4, 6, 6, 8)
"""Of the GeoPackage header (clause 2.1.3), by its envelope code."""


class Layer(NamedTuple):
    """A table of the file.

    Args:
        columns: name, type in capitals, and whether it is the key.
        geometry: the column with places; empty for a table without.
        crs: of its places; empty where the file does not say.
    """

    table: str
    title: str
    columns: tuple[tuple[str, str, bool], ...]
    geometry: str
    crs: str


Keys = dict[str, list[Picture]]
"""The pictures of rows, by what names those rows."""


@dataclass(slots=True)
class FieldLayers:
    """Takes in the layers of one file."""

    found: MapFile
    path: Path
    file: sqlite3.Connection
    _keys: set[str] = field(default_factory=set)

    def read(self, layers: list[Layer]) -> None:
        """Take in the layers with places; tables give their pictures to these or are notes.

        Raises:
            sqlite3.Error: the file is damaged.
        """
        places = [layer for layer in layers if layer.geometry]
        for layer in places:
            self._keys |= self._names(layer)
        pictures: Keys = {}
        loose = [
            layer
            for layer in layers
            if not layer.geometry and not self._attachments(layer, pictures)
        ]
        for layer in places:
            self._layer(layer, pictures, several=len(places) > 1)
        for layer in loose:
            self._table(layer)

    def _names(self, layer: Layer) -> set[str]:
        """What other tables can call the rows of a layer."""
        named = [name for name, _, key in layer.columns if key or "uuid" in name.lower()]
        return {str(row[name]) for row in self._rows(layer, named) for name in named if row[name]}

    def _attachments(self, layer: Layer, pictures: Keys) -> bool:
        """Whether a table belongs to places; its pictures go to those."""
        parents = [
            name
            for name, _, key in layer.columns
            if not key and name.lower() not in {"uuid", "fid", "id"}
        ]
        belongs = False
        others = 0
        for row in self._rows(layer):
            parent = next((str(row[name]) for name in parents if str(row[name]) in self._keys), "")
            if not parent:
                continue
            belongs = True
            cells = self._cells(layer, row)
            caption = next((cells[n] for n in cells if meaning("column", n) == "text"), "")
            shows = list(self._pictures(layer, row, caption))
            pictures.setdefault(parent, []).extend(shows)
            others += not shows
        if belongs and others:
            what = msg("Table “{name}”", name=shown(layer.title))
            self.found.say(what, msg("rows without a picture are not read"))
        return belongs

    def _layer(self, layer: Layer, pictures: Keys, several: bool) -> None:
        what = msg("Layer “{layer}”", layer=shown(layer.title))
        named = [name for name, _, key in layer.columns if key or "uuid" in name.lower()]
        walked = meaning("layer", layer.title) == "tracks"
        empty = True
        for row in self._rows(layer):
            empty = False
            shape = _shape(row[layer.geometry], layer.crs)
            cells = self._cells(layer, row)
            if walked and self._walked(cells.get("name") or layer.title, shape):
                continue
            shows = list(self._pictures(layer, row, ""))
            for name in named:
                shows += pictures.get(str(row[name]), [])
            self.found.add(Feature(cells, shape, (clean_cell(layer.title),), tuple(shows)))
        if empty:
            self.found.say(what, msg("nothing in it"))
        elif not layer.crs:
            self.found.say(what, msg("does not say where it lies: degrees, or RD New by value"))

    def _walked(self, name: str, shape: Shape) -> bool:
        """Whether a shape is a line that was walked; then it is kept as one."""
        lines = [part for part in shape.parts if part.form]
        for part in lines:
            along, _, _ = Surveyor(None).points(part.pairs, shape.crs)
            if len(set(along)) > 1:
                self.found.tracks.append(Track(name, tuple(along)))
            else:
                self.found.say(*without_line(name))
        return bool(lines)

    def _table(self, layer: Layer) -> None:
        """A table without places: notes that are not placed yet, if there are words in it."""
        if any(meaning("column", name) == "text" for name, _, _ in layer.columns):
            for row in self._rows(layer):
                shows = tuple(self._pictures(layer, row, ""))
                self.found.add(Feature(self._cells(layer, row), Shape(), (layer.title,), shows))
        else:
            what = msg("Table “{name}”", name=shown(layer.title))
            self.found.say(what, msg("no places and no words of notes, not read"))

    def _rows(self, layer: Layer, names: list[str] | None = None) -> Iterator[Mapping[str, object]]:
        wanted = [name for name, _, _ in layer.columns] if names is None else names
        if not wanted:
            return
        listed = ", ".join(quoted(name) for name in wanted)
        sql = f"SELECT {listed} FROM {quoted(layer.table)} LIMIT {MAX_ROWS + 1}"  # noqa: S608  # names are quoted
        for row in self.file.execute(sql):
            yield dict(zip(wanted, row, strict=True))

    def _cells(self, layer: Layer, row: Mapping[str, object]) -> dict[str, str]:
        """What is written in a row, without its key and its place."""
        cells: dict[str, str] = {}
        for name, kind, key in layer.columns:
            if not key and name != layer.geometry:
                cells.setdefault(clean_cell(name) or "?", _cell(row[name], kind))
        return cells

    def _pictures(self, layer: Layer, row: Mapping[str, object], caption: str) -> Iterator[Picture]:
        for name, _, _ in layer.columns:
            value = row[name]
            if isinstance(value, str) and is_picture(value) and "://" not in value:
                lies = beside(self.path, value)
                yield Picture(lies.name, lies.read, caption)
            elif isinstance(value, bytes) and name != layer.geometry:
                ending = next((end for sign, end in _SIGNS.items() if value.startswith(sign)), "")
                if ending:
                    yield Picture(f"{name}.{ending}", partial(bytes, value), caption)


def _cell(value: object, kind: str) -> str:
    if value is None or isinstance(value, bytes):
        return ""
    if kind == "BOOLEAN" and value in (0, 1):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1 << 53:
        return str(int(value))
    return clean_cell(str(value))


def _shape(blob: object, crs: str) -> Shape:
    """The shape in a GeoPackage blob: a header, and well-known binary behind it."""
    if not isinstance(blob, bytes) or len(blob) < _HEADER or blob[:2] != b"GP":
        return Shape()
    envelope = blob[3] >> 1 & 7
    if envelope >= len(_ENVELOPE_DOUBLES):
        return Shape()
    return Shape(parts_of(blob[_HEADER + 8 * _ENVELOPE_DOUBLES[envelope] :]), crs)


def quoted(name: str) -> str:
    """A name as SQL reads it, whatever signs are in it."""
    return '"' + name.replace('"', '""') + '"'
