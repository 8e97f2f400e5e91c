"""Tells stops from notes in a map file: by the layer that they are in, or by their name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from walkshop.domain.records import Point, Stop, StopId
from walkshop.services.intake.numbers import note_nr
from walkshop.services.intake.shapes import Shape, Surveyor
from walkshop.services.intake.words import meaning

_NAMED = re.compile(
    r"(?:stopplek|stop|halte)\s*(?:nr\.?\s*|#\s*)?(\d{1,3})(?:[\s:.,;–-]+(.{0,40}))?", re.IGNORECASE
)
_MAX_NAME, _MAX_WHY = 40, 100
_meaning = lru_cache(maxsize=4096)(meaning)


@dataclass(slots=True)
class StopFinder:
    """Collects the stops of one file."""

    new_id: Callable[[], str]
    surveyor: Surveyor
    found: list[Stop] = field(default_factory=list)

    def take(self, cells: Mapping[str, str], layer: tuple[str, ...], shape: Shape) -> bool:
        """Whether a feature is a stop; then it is kept here."""
        title = _first(cells, "title")
        words = _first(cells, "column", "text")
        named = _NAMED.fullmatch(title) if title else None
        in_layer = any(meaning("layer", name) == "stops" for name in layer)
        if not in_layer and (named is None or words not in ("", title)):
            return False
        at = self.surveyor.locate(shape).place
        if not isinstance(at, Point):
            return False
        asked = _first(cells, "column", "nr") or _first(cells, "column", "stop")
        nr = int(named.group(1)) if named else note_nr(asked)
        name = ((named.group(2) or "") if named else title or words).strip()
        why = "" if words in (title, name) else words
        self.found.append(
            Stop(
                id=StopId(self.new_id()),
                nr=nr,
                name=name[:_MAX_NAME],
                at=at.at,
                why=why[:_MAX_WHY],
            )
        )
        return True


def _first(cells: Mapping[str, str], of: str, meant: str = "") -> str:
    """The first cell whose column means `meant`, or anything in the list `of`."""
    for name, cell in cells.items():
        found = _meaning(of, name)
        if cell and (found == meant if meant else found):
            return cell
    return ""
