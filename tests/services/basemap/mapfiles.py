"""Small map files of every kind, made for one test each."""

from __future__ import annotations

import json
import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import geopandas
import pyogrio
import shapely

HOUSE = shapely.box(4.490, 51.930, 4.491, 51.931)
STREET = shapely.LineString([(4.490, 51.930), (4.492, 51.932)])
RD_HOUSE = shapely.box(93_000, 438_000, 93_010, 438_010)


def frame(
    shapes: Sequence[Any], crs: str | None = "EPSG:4326", **columns: Sequence[object]
) -> geopandas.GeoDataFrame:
    return geopandas.GeoDataFrame(dict(columns), geometry=list(shapes), crs=crs)


def write(path: Path, made: geopandas.GeoDataFrame, layer: str, **more: Any) -> Path:
    """Adds a layer to the file; its ending decides the kind."""
    if path.exists() and path.suffix == ".gpkg":
        more["append"] = True
    pyogrio.write_dataframe(made, path, layer=layer, **more)
    return path


def geojson(path: Path, *features: dict[str, Any], **top: object) -> Path:
    raw = {"type": "FeatureCollection", **top, "features": features}
    path.write_text(json.dumps(raw), encoding="utf-8")
    return path


def feature(kind: str, coordinates: object, **properties: object) -> dict[str, Any]:
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 127:
        out.append(value & 127 | 128)
        value >>= 7
    return bytes([*out, value])


def _zigzag(value: int) -> bytes:
    return _varint(value * 2 if value >= 0 else -value * 2 - 1)


def _field(number: int, value: bytes | int) -> bytes:
    if isinstance(value, int):
        return _varint(number << 3) + _varint(value)
    return _varint(number << 3 | 2) + _varint(len(value)) + value


def _blob(kind: bytes, body: bytes) -> bytes:
    blob = _field(1, body)
    header = _field(1, kind) + _field(3, len(blob))
    return struct.pack(">I", len(header)) + header + blob


def osm_pbf(path: Path, ways: Sequence[tuple[dict[str, str], list[tuple[float, float]]]]) -> Path:
    """An extract (OSM PBF, uncompressed) of ways with their tags and corners."""
    words = ["", *dict.fromkeys(word for tags, _ in ways for pair in tags.items() for word in pair)]
    nodes, lines, number = b"", b"", 0
    for way, (tags, corners) in enumerate(ways, start=1):
        refs, last = b"", 0
        closed = corners[0] == corners[-1]
        own = [number + i + 1 for i in range(len(corners) - closed)]
        for node, (lon, lat) in zip(own, corners, strict=False):
            place = [_varint(8 << 3) + _zigzag(round(lat * 1e7)),
                     _varint(9 << 3) + _zigzag(round(lon * 1e7))]  # fmt: skip
            nodes += _field(1, _varint(1 << 3) + _zigzag(node) + b"".join(place))
        number += len(own)
        for ref in [*own, *own[:closed]]:
            refs, last = refs + _zigzag(ref - last), ref
        keys = b"".join(_varint(words.index(key)) for key in tags)
        values = b"".join(_varint(words.index(value)) for value in tags.values())
        lines += _field(3, _field(1, way) + _field(2, keys) + _field(3, values) + _field(8, refs))
    table = _field(1, b"".join(_field(1, word.encode()) for word in words))
    block = table + _field(2, nodes) + _field(2, lines)
    header = _field(4, b"OsmSchema-V0.6")
    path.write_bytes(_blob(b"OSMHeader", header) + _blob(b"OSMData", block))
    return path
