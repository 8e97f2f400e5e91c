"""What the first page of a document looks like, made without putting the document anywhere."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.queries.values import standing_values
from walkshop.domain.words import kind_of
from walkshop.i18n import msg, msgn
from walkshop.services.output.bounds import fitted
from walkshop.services.output.edition import Edition, edition_of
from walkshop.services.output.export import DOCUMENTS
from walkshop.services.output.map_sheet import drawn_for, map_paper
from walkshop.services.output.pages import Pixels, Sheet, pages_of
from walkshop.services.output.paper import to_pdf
from walkshop.services.output.request import ExportRequest, MapPicture

_SMALLER = 2.4
"""How much smaller than in the page itself pins and labels are in its picture."""

_ROWS = 16

MAP_SHARE = 0.88
"""Of the height of a page for a browser that its map has; its title stands above."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room for a preview in logical pixels, and the pixels of the screen to one of them."""

    width: int
    height: int
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class PagePreview:
    """The first page of a printed document, and how many pages of which size there are."""

    pixels: Pixels
    pages: int
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class MapPreview:
    """A page for a browser: its title, and a PNG of its map; empty without a map."""

    title: str
    png: bytes


@dataclass(frozen=True, slots=True)
class TablePreview:
    """The first rows of a table."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CountsPreview:
    """How many of each thing are in a file of layers."""

    counts: tuple[tuple[int, str], ...]


Preview = PagePreview | MapPreview | TablePreview | CountsPreview


def preview_of(request: ExportRequest, room: Room) -> Preview:
    """The first page of what `request` asks for; its `out` only says the kind.

    Raises:
        WalkshopError: the document cannot be made.
    """
    edition = edition_of(request)
    ending = request.out.suffix.lower()
    if ending == ".html":
        return _page(request, edition, room)
    if ending == ".csv":
        return _table(edition)
    if ending in (".geojson", ".gpkg"):
        return _counts(edition, layers=ending == ".gpkg")
    if ending == ".png":
        return _first_page(_picture(request, edition), room)
    writer = DOCUMENTS[ending][request.what]
    assert writer is not None  # noqa: S101 - only layers are written by the file itself
    return _first_page(writer(request, edition).content, room)


def _first_page(pdf: bytes, room: Room) -> PagePreview:
    with pages_of(pdf) as pages:
        sheet = pages.sheets[0]
        scale = min(room.width / sheet.width, room.height / sheet.height) * room.ratio
        pixels = pages.pixels(0, round(sheet.width * scale), round(sheet.height * scale))
        return PagePreview(pixels, len(pages.sheets), sheet)


def _picture(request: ExportRequest, edition: Edition) -> bytes:
    """The picture of the sheet as a page, which takes a tenth of the time."""
    drawn = drawn_for(request, edition, request.paper, one_page=True)
    return to_pdf(map_paper(edition, request.paper, drawn, one_page=True)).pages[0]


def _page(request: ExportRequest, edition: Edition, room: Room) -> MapPreview:
    bounds, title = shown_bounds(edition.walk), edition.walk.about.title
    if request.paint_png is None or bounds is None:
        return MapPreview(title, b"")
    height = round(room.height * MAP_SHARE)
    asked = MapPicture(
        edition.walk,
        edition.language.code,
        fitted(bounds, room.width, height),
        room.width * _SMALLER,
        height * _SMALLER,
        room.ratio / _SMALLER,
        words=False,
    )
    return MapPreview(title, request.paint_png(asked))


def _table(edition: Edition) -> TablePreview:
    say = edition.say
    head = (say(msg("nr")), say(msg("theme")), say(msgn("note", "notes", 1)), say(msg("kind")))
    rows = []
    for note in edition.notes[:_ROWS]:
        label = next(iter(edition.themes_said(note)), note.theme_label)
        words = edition.words_of(note)
        rows.append((str(note.nr), label, words, say(kind_of(note))))
    return TablePreview(head, tuple(rows))


def _counts(edition: Edition, layers: bool) -> CountsPreview:
    walk, n = edition.walk, len(edition.notes)
    found = [(n, msgn("note", "notes", n))]
    if layers:
        stops, routes = len(walk.stops), len(walk.routes)
        values, actions = len(standing_values(walk)), len(walk.actions)
        found += [
            (stops, msgn("stop", "stops", stops)),
            (routes, msgn("route", "routes", routes)),
            (values, msgn("value", "values", values)),
            (actions, msgn("action", "actions", actions)),
        ]
    return CountsPreview(tuple((count, edition.say(words)) for count, words in found))
