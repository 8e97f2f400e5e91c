"""Lays a piece of a web map under a walk: fetched whole into a file of its own, then laid."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds
from walkshop.domain.records import Walk
from walkshop.i18n import msg
from walkshop.services.basemap.data import WebSource
from walkshop.services.basemap.laying import Laid, Report, area_of_map, lay_map_file
from walkshop.services.basemap.takealong import Pace, take_along, wanted_zooms
from walkshop.services.basemap.tilemath import count_over


def pictures_of(walk: Walk, source: WebSource) -> int:
    """How many pictures taking the source along asks for.

    Raises:
        WalkshopError: it cannot be taken along for this walk, and why.
    """
    area, zooms = wanted_zooms(source, _area(walk))
    return sum(count_over(area, zoom) for zoom in zooms)


def lay_along(
    walk: Walk, walk_file: Path, source: WebSource, report: Report, pace: Pace | None = None
) -> Laid:
    """Take the source along for the area of the walk, and lay it as the map file beside the walk.

    Args:
        report: called with pictures done and in all; what it raises stops the work, and then
            nothing is written beside the walk.

    Raises:
        WalkshopError: see `take_along` and `lay_map_file`.
    """
    total = 0

    def on(step: int, in_all: int) -> None:
        nonlocal total
        total = in_all
        report(step, in_all)

    with TemporaryDirectory() as folder:
        fetched = Path(folder) / "fetched.map.gpkg"
        take_along(source, _area(walk), fetched, on, pace)
        return lay_map_file(walk, walk_file, fetched, lambda _step, _total: report(total, total))


def _area(walk: Walk) -> Bounds:
    area = area_of_map(walk)
    if area is None:
        raise WalkshopError(
            msg("This walk has no place yet."), msg("Give it an area, a stop or a note first.")
        )
    return area
