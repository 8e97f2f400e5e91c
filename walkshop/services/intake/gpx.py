"""Reads GPX, which every device and walking app writes: waypoints, tracks and routes.

Version 1.0 and 1.1, with the liberties that devices take: no times, empty stretches, numbers that
are none, extensions of their own. Times without a zone are UTC, as GPX says.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from walkshop.domain.geo import LonLat, is_on_earth
from walkshop.services.intake.features import Feature, MapFile, cut_off, points_lost, without_line
from walkshop.services.intake.htmlwords import plain
from walkshop.services.intake.proposal import Track
from walkshop.services.intake.shapes import Form, Pair, Part, Shape
from walkshop.services.intake.table import clean_cell
from walkshop.services.intake.textfile import read_bytes
from walkshop.services.intake.xmlitems import Frame, Node, XmlItems

_LINES = frozenset({"trk", "rte"})
_POINTS = frozenset({"trkpt", "rtept"})
_CELLS = {"desc": "description"}
"""What is called otherwise here, so that the words for columns fit."""


@dataclass(slots=True)
class _Walked:
    """A track or route as its points come in."""

    line: Frame
    along: list[LonLat] = field(default_factory=list)
    times: list[datetime | None] = field(default_factory=list)
    bad: int = 0


def read_gpx(path: Path) -> MapFile:
    """The waypoints and lines in a GPX file; stretches of one track are one line.

    Raises:
        WalkshopError: it cannot be read, or is no GPX.
    """
    found = MapFile(path.name)
    walked: dict[int, _Walked] = {}
    xml = XmlItems(path.name, "gpx", _POINTS | {"wpt"}, _LINES)
    for item in xml.read(read_bytes(path)):
        if item.node.tag == "wpt":
            found.add(_waypoint(item.node))
        elif item.node.tag in _POINTS:
            line = next((frame for frame in item.above if frame.tag in _LINES), None)
            if line is not None:
                _step(walked.setdefault(id(line), _Walked(line)), item.node)
        else:
            line = item.above[-1]
            _close(found, walked.pop(id(line), _Walked(line)))
    for rest in walked.values():
        _close(found, rest)
    if xml.cut_off:
        found.say(*cut_off(xml.cut_off))
    return found


def moment(words: str) -> datetime | None:
    """The moment in an ISO 8601 time, UTC where no zone is said; None for none."""
    try:
        at = datetime.fromisoformat(words.strip())
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def track(name: str, along: list[LonLat], times: list[datetime | None]) -> Track:
    """A line that was walked, without times where no point has one."""
    return Track(name, tuple(along), tuple(times) if any(times) else ())


def _close(found: MapFile, walked: _Walked) -> None:
    """The end of a track or route: a line, or nothing that can be walked along."""
    name = clean_cell(walked.line.name) or Path(found.name).stem
    if len(set(walked.along)) > 1:
        found.tracks.append(track(name, walked.along, walked.times))
        if walked.bad:
            found.say(*points_lost(name))
    else:
        found.say(*without_line(name))


def _step(walked: _Walked, node: Node) -> None:
    at = LonLat(*_pair(node))
    if is_on_earth(at):
        walked.along.append(at)
        walked.times.append(moment(node.said("time")))
    else:
        walked.bad += 1


def _waypoint(node: Node) -> Feature:
    cells: dict[str, str] = {}
    for part in node.parts:
        if part.tag == "extensions":
            for leaf in part.leaves():
                cells.setdefault(leaf.tag, clean_cell(leaf.text))
        elif part.tag == "link":
            cells.setdefault("link", clean_cell(part.attributes.get("href", "")))
        else:
            name = _CELLS.get(part.tag, part.tag)
            cells.setdefault(name, clean_cell(plain(part.text)[0]))
    if cells.get("cmt") in (cells.get("description"), cells.get("name")):
        cells.pop("cmt", None)
    if not cells.get("description"):
        cells["description"] = cells.pop("cmt", "")
    full = {name: cell for name, cell in cells.items() if cell}
    return Feature(full, Shape((Part(Form.POINT, (_pair(node),)),)))


def _pair(node: Node) -> Pair:
    try:
        return float(node.attributes["lon"]), float(node.attributes["lat"])
    except (KeyError, ValueError):
        return math.nan, math.nan
