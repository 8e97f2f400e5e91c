"""One printed sheet of a large walk on a large map, without the list of its notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from walkshop.domain.records import BasemapLink, Profile, Walk
from walkshop.i18n import language
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.keeping import sha256_of
from walkshop.services.basemap.mapfile import map_file_of, write_map_file
from walkshop.services.gpkg import read_walk
from walkshop.services.output.edition import edition_of
from walkshop.services.output.map_sheet import drawn_for, map_paper
from walkshop.services.output.paper import Paper, to_pdf
from walkshop.services.output.request import ExportRequest
from walkshop.ui.map.printing import Painters


def on_map(file: Path, data: MapData) -> Walk:
    """The walk in `file` as it names this map, which is written beside it."""
    beside = map_file_of(file)
    if not beside.exists():
        write_map_file(beside, data)
    walk = read_walk(file)
    return replace(
        walk, area=replace(walk.area, basemap=BasemapLink(beside.name, sha256_of(beside)))
    )


def sheet_of(walk: Walk, file: Path) -> Callable[[], bytes]:
    """Draws and typesets the A3 sheet: walk and map are read before, nothing of them is prepared.

    The list of the notes is left out: of ten thousand it fills dozens of pages after the map's.
    """
    painters = Painters(walk, file)
    request = ExportRequest(
        walk=walk,
        out=file.with_suffix(".pdf"),
        language=language("nl"),
        today=date(2026, 6, 1),
        profile=Profile.PUBLIC,
        paint_svg=painters.svg,
        names_on=painters.names,
    )
    edition = edition_of(request)
    whole = map_paper(edition, "a3")

    def sheet() -> bytes:
        drawn = drawn_for(request, edition, "a3")
        paper = map_paper(replace(edition, walk=replace(edition.walk, notes={})), "a3", drawn)
        words = {**paper.data, "legend": whole.data["legend"], "counts": whole.data["counts"]}
        return to_pdf(Paper(paper.template, words, {**whole.drawings, **paper.drawings})).pages[0]

    return sheet
