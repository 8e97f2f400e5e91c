"""Reads KML and KMZ, which Google Earth, My Maps and most map sites write.

Folders may say the theme of what is in them; balloons of HTML become plain words; pictures in a
KMZ become photos. What a file only points at, in a network, is never fetched, and that is said.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from walkshop.i18n import msg
from walkshop.services.intake.attached import Picture, beside, is_picture
from walkshop.services.intake.features import (
    NOT_FETCHED,
    Feature,
    MapFile,
    cut_off,
    points_lost,
)
from walkshop.services.intake.gpx import moment, track
from walkshop.services.intake.htmlwords import plain
from walkshop.services.intake.proposal import Track, shown
from walkshop.services.intake.shapes import Form, Pair, Part, Shape, Surveyor
from walkshop.services.intake.table import clean_cell
from walkshop.services.intake.xmlitems import Item, Node, XmlItems

_OVERLAYS = frozenset({"GroundOverlay", "PhotoOverlay", "ScreenOverlay"})
_ITEMS = _OVERLAYS | {"Placemark", "NetworkLink"}
_FOLDERS = frozenset({"Folder"})
_AROUND_COMMA = re.compile(r"\s*,\s*")
_FAR_AWAY = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:)?//|\s*(?:data|file|javascript):", re.IGNORECASE)
_WORDS = ("name", "description", "address", "Snippet")


@dataclass(slots=True)
class KmlReader:
    """Reads one document, and those in the same archive that it links to.

    Args:
        picture: gives the picture with a name from the file.
        links: what the document links to, as far as that may lie in the same archive.
    """

    found: MapFile
    picture: Callable[[str], Picture]
    links: list[str] = field(default_factory=list)

    def read(self, raw: bytes) -> None:
        """Take in everything in one document.

        Raises:
            WalkshopError: it cannot be read, or is no KML.
        """
        xml = XmlItems(self.found.name, "kml", _ITEMS)
        for item in xml.read(raw):
            if item.node.tag == "Placemark":
                self._placemark(item)
            elif item.node.tag == "NetworkLink":
                self._link(item.node)
            else:
                what = msg("Picture “{name}”", name=shown(item.node.said("name")))
                self.found.say(what, msg("lies under or over the map, not read"))
        if xml.cut_off:
            self.found.say(*cut_off(xml.cut_off))

    def _link(self, node: Node) -> None:
        link = node.part("Link") or node.part("Url")
        target = link.said("href") if link else ""
        if target and not _FAR_AWAY.match(target):
            self.links.append(target)
        else:
            self.far(node.said("name") or target)

    def far(self, name: str) -> None:
        """Say that something is elsewhere and stays there."""
        self.found.say(msg("Link “{name}”", name=shown(clean_cell(name))), NOT_FETCHED)

    def _placemark(self, item: Item) -> None:
        node = item.node
        cells = {tag: node.said(tag) for tag in _WORDS if node.said(tag)}
        cells |= dict(_data(node))
        pictures: list[Picture] = []
        for name, cell in list(cells.items()):
            words, shows = plain(cell)
            cells[name] = clean_cell(words)
            pictures += [picture for source in shows if (picture := self._shown(source))]
        walked = [line for part in node.parts for line in self._tracks(part, cells)]
        self.found.tracks += walked
        parts = tuple(part for one in node.parts for part in _parts(one))
        if walked and not any(part.pairs for part in parts):
            return
        stamp = node.part("TimeStamp")
        if stamp is not None and stamp.said("when"):
            cells.setdefault("time", clean_cell(stamp.said("when")))
        folders = (clean_cell(frame.name) for frame in item.above if frame.tag in _FOLDERS)
        layer = tuple(folder for folder in folders if folder)
        full = {name: cell for name, cell in cells.items() if cell}
        self.found.add(Feature(full, Shape(parts), layer, tuple(pictures)))

    def _shown(self, source: str) -> Picture | None:
        """A picture in a balloon; one that lies elsewhere is not fetched."""
        if _FAR_AWAY.match(source):
            self.found.say(msg("Picture “{name}”", name=shown(source)), NOT_FETCHED)
            return None
        return self.picture(source) if is_picture(source) else None

    def _tracks(self, node: Node, cells: dict[str, str]) -> Iterator[Track]:
        """The tracks of two places or more in a part of a placemark."""
        if node.tag != "Track":
            for part in node.parts if node.tag in {"MultiTrack", "MultiGeometry"} else ():
                yield from self._tracks(part, cells)
            return
        name = cells.get("name") or Path(self.found.name).stem
        pairs = _stations(node)
        times = [moment(part.text) for part in node.parts if part.tag == "when"]
        times += [None] * (len(pairs) - len(times))
        along, kept = [], []
        for pair, time in zip(pairs, times, strict=False):
            points, _, _ = Surveyor(None).points((pair,), "EPSG:4326")
            along += points
            kept += [time] * len(points)
        if len(set(along)) > 1:
            if len(along) < len(pairs):
                self.found.say(*points_lost(name))
            yield track(name, along, kept)


def read_kml(path: Path, raw: bytes) -> MapFile:
    """What is in a KML file; pictures that it shows are looked for beside it.

    Raises:
        WalkshopError: it cannot be read, or is no KML.
    """
    reader = KmlReader(MapFile(path.name), lambda name: beside(path, name))
    reader.read(raw)
    for target in reader.links:
        reader.far(target)
    return reader.found


def _data(node: Node) -> Iterator[tuple[str, str]]:
    """The attributes of a placemark: Data with a value, and SimpleData of a schema."""
    extended = node.part("ExtendedData")
    for part in extended.parts if extended else ():
        if part.tag == "Data":
            yield clean_cell(part.attributes.get("name", "")), part.said("value")
        elif part.tag == "SchemaData":
            for simple in part.parts:
                yield clean_cell(simple.attributes.get("name", "")), simple.text


def _parts(node: Node) -> Iterator[Part]:
    """What a geometry draws; a track of one place is a point."""
    if node.tag in {"MultiGeometry", "MultiTrack"}:
        for part in node.parts:
            yield from _parts(part)
    elif node.tag == "Point":
        yield Part(Form.POINT, _pairs(node.said("coordinates"))[:1])
    elif node.tag in {"LineString", "LinearRing"}:
        yield Part(Form.LINE, _pairs(node.said("coordinates")))
    elif node.tag == "Polygon":
        outer = node.part("outerBoundaryIs")
        ring = outer.part("LinearRing") if outer else None
        holes = sum(part.tag == "innerBoundaryIs" for part in node.parts)
        yield Part(Form.AREA, _pairs(ring.said("coordinates")) if ring else [], holes)
    elif node.tag == "Track":
        stations = _stations(node)
        if len(set(stations)) == 1:
            yield Part(Form.POINT, stations[:1])


def _stations(node: Node) -> list[Pair]:
    return [_pair(part.text.split()) for part in node.parts if part.tag == "coord"]


def _pairs(words: str) -> list[Pair]:
    """The places in the words of `coordinates`: "lon,lat,height lon,lat,height ..."."""
    return [_pair(one.split(",")) for one in _AROUND_COMMA.sub(",", words).split()]


def _pair(numbers: list[str]) -> Pair:
    try:
        return float(numbers[0]), float(numbers[1])
    except (IndexError, ValueError):
        return math.nan, math.nan
