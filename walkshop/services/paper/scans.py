"""Opens photos and scans of sheets, page by page, and cuts out what nobody can read.

The scans themselves never come into the walk; only what was cut out does, as a picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Photo, PhotoId
from walkshop.i18n import msg
from walkshop.services.basemap.plan import ENDINGS, Plan, open_plan
from walkshop.services.basemap.planpicture import PlanPicture, plan_picture
from walkshop.services.photos.preparing import LONGEST_PX, Prepared, as_jpeg, checksum

Report = Callable[[int, int], None]
Box = tuple[int, int, int, int]
"""Left, top, right and bottom in px of a scan, right and bottom outside it."""

MOST_SCANS = 300
LEAST_CUT_PX = 16

SCAN_ENDINGS = tuple(f".{ending}" for ending in ENDINGS)


@dataclass(frozen=True, slots=True)
class Scan:
    """One page of a file; nothing of it is drawn yet."""

    plan: Plan
    page: int = 0

    @property
    def name(self) -> str:
        """Of its file, with the page where that has more of them."""
        return f"{self.plan.name}, {self.page + 1}" if self.plan.pages > 1 else self.plan.name

    def picture(self, turns: int, report: Report) -> PlanPicture:
        """The page, turned `turns` quarters clockwise; takes a second or more.

        Raises:
            WalkshopError: it is damaged, or too large or small.
        """
        found = self.plan.picture(self.page, report)
        return turned(found, turns)


@dataclass(frozen=True, slots=True)
class Scans:
    """Every page of some files in their order, and why other files are none."""

    found: tuple[Scan, ...]
    refused: tuple[WalkshopError, ...] = ()


def open_scans(paths: Iterable[Path], report: Report) -> Scans:
    """The pages of photos, scans and PDFs, files in the order of their names.

    Raises:
        WalkshopError: there are more than a walk has sheets.
    """
    found: list[Scan] = []
    refused: list[WalkshopError] = []
    for path in sorted(paths, key=lambda one: one.name.casefold()):
        try:
            plan = open_plan(path, report)
        except WalkshopError as why:
            refused.append(why)
        else:
            found += [Scan(plan, page) for page in range(plan.pages)]
    if len(found) > MOST_SCANS:
        raise WalkshopError(
            msg("These are more than {n} sheets.", n=MOST_SCANS), msg("Choose fewer files.")
        )
    return Scans(tuple(found), tuple(refused))


def turned(picture: PlanPicture, turns: int) -> PlanPicture:
    """The picture turned by quarters, clockwise."""
    from PIL.Image import Transpose

    ways = (None, Transpose.ROTATE_270, Transpose.ROTATE_180, Transpose.ROTATE_90)
    way = ways[turns % 4]
    return picture if way is None else plan_picture(picture.name, picture.levels[0].transpose(way))


def cut_out(picture: PlanPicture, box: Box, new_id: Callable[[], str]) -> Prepared:
    """A part of a scan as a walk keeps it: a picture without a trace of file or device.

    Raises:
        WalkshopError: nearly nothing of the scan is in the box.
    """
    width, height = picture.size
    left, top, right, bottom = box
    left, top, right, bottom = max(0, left), max(0, top), min(width, right), min(height, bottom)
    if right - left < LEAST_CUT_PX or bottom - top < LEAST_CUT_PX:
        raise WalkshopError(
            msg("Too little of the sheet is in view."), msg("Move the sheet into view.")
        )
    part = picture.levels[0].crop((left, top, right, bottom))
    part.thumbnail((LONGEST_PX, LONGEST_PX))
    data = as_jpeg(part)
    mark = checksum(data)
    photo = Photo(
        id=PhotoId(new_id()),
        sha256=mark,
        width_px=part.width,
        height_px=part.height,
        origin=mark,
    )
    return Prepared(photo, data)


__all__ = ["SCAN_ENDINGS", "Box", "Scan", "Scans", "cut_out", "open_scans", "turned"]
