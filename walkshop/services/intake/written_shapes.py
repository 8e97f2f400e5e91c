"""Reads places that stand in a cell as words: as phones write them, and as databases do (WKT)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from walkshop.domain.records import Point
from walkshop.services.intake.shapes import Form, Located, Pair, Part, Shape, Surveyor

SURE_M = 25.0
"""Metres within which a phone knows where it is; above, its place is a guess."""

_NUMBER = r"[-+]?\d{1,3}(?:\.\d+)?"
_PHONE = re.compile(
    rf"\s*({_NUMBER})\s+({_NUMBER})(?:\s+({_NUMBER}\d*))?(?:\s+(\d+(?:\.\d+)?))?\s*"
)
"""A place as forms on phones write it: latitude, longitude, height and accuracy (metres)."""

_WKT = re.compile(
    r"\s*(?:SRID=4326;)?(POINT|LINESTRING|POLYGON)\s*(?:ZM|Z|M)?\s*\(+([^()]*)\)", re.IGNORECASE
)
_FORMS = {"POINT": Form.POINT, "LINESTRING": Form.LINE, "POLYGON": Form.AREA}
_LEAST_RING = 4
"""Corners of a ring, the first one said again at its end."""


def read_written(cell: str) -> tuple[Part, float | None] | None:
    """What a cell draws, and the accuracy (metres) of a point where it says one; None for words.

    Phones write latitude first; WKT has longitude first.
    """
    wkt = _WKT.match(cell)
    if wkt:
        pairs = _pairs(wkt[2])
        return (Part(_FORMS[wkt[1].upper()], pairs), None) if pairs else None
    points = [_PHONE.fullmatch(part) for part in cell.strip().strip(";").split(";")]
    if not all(points):
        return None
    found = [point for point in points if point]
    if not any("." in point[1] and "." in point[2] for point in found):
        return None  # "12 34" is more likely something else
    pairs = [(float(point[2]), float(point[1])) for point in found]
    if any(abs(lat) > 90 or abs(lon) > 180 for lon, lat in pairs):
        return None
    if len(pairs) == 1:
        said = found[0][4]
        return Part(Form.POINT, pairs), float(said) if said and float(said) else None
    closed = len(pairs) >= _LEAST_RING and pairs[0] == pairs[-1]
    return Part(Form.AREA if closed else Form.LINE, pairs), None


def form_of_cells(cells: Iterable[str]) -> Form | None:
    """What the cells of a column draw if every one of them is a place; None for any other."""
    form: Form | None = None
    for cell in cells:
        found = read_written(cell)
        if found is None:
            return None
        form = found[0].form if form is None else max(form, found[0].form)
    return form


def located(cell: str, surveyor: Surveyor) -> Located:
    """The place in a cell; none where it holds words after all."""
    found = read_written(cell)
    if found is None:
        return Located()
    part, accuracy = found
    there = surveyor.locate(Shape((part,)))
    if accuracy is None or not isinstance(there.place, Point):
        return there
    guess = accuracy > SURE_M
    return replace(there, place=replace(there.place, accuracy_m=accuracy, assumed=guess))


def _pairs(words: str) -> list[Pair]:
    """The first two numbers of each place in WKT; nothing where one has none."""
    pairs = []
    for place in words.split(","):
        numbers = place.split()
        try:
            pairs.append((float(numbers[0]), float(numbers[1])))
        except (ValueError, IndexError):
            return []
    return pairs
