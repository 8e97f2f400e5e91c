"""Finds the writer of a document by its ending, and puts what it made in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Profile
from walkshop.i18n import Text, msg, msgn
from walkshop.services.gpkg import is_walk
from walkshop.services.output.agenda import agenda_paper, agenda_picture
from walkshop.services.output.edition import Edition, edition_of
from walkshop.services.output.geo import notes_geojson
from walkshop.services.output.layers import layers_file
from walkshop.services.output.map_page import page_of
from walkshop.services.output.map_sheet import Drawn, drawn_for, map_paper
from walkshop.services.output.paper import to_pdf, to_png
from walkshop.services.output.request import PAPERS, ExportRequest, Made, MapPicture
from walkshop.services.output.tables import notes_csv
from walkshop.services.output.write import make_whole, write_whole

TEAM_SUFFIX = "-TEAM"
"""Ends the name of a file that is for the team only."""

LEAST_DOTS, MOST_PIXELS = 50, 100_000_000
"""The bounds of a picture of the sheet: dots per inch, and px in all (400 MB while it is made)."""


@dataclass(frozen=True, slots=True)
class _Content:
    """The bytes of a document, and what is to be said about it."""

    content: bytes
    missing: tuple[Text, ...] = ()
    replaced: int = 0


def _agenda(request: ExportRequest, edition: Edition) -> _Content:
    svg = _painted(request, agenda_picture(edition))
    printed = to_pdf(agenda_paper(edition, svg))
    return _Content(printed.pages[0], _unanswered(edition), printed.replaced)


def _sheet(request: ExportRequest, edition: Edition) -> _Content:
    drawn = drawn_for(request, edition, request.paper)
    printed = to_pdf(map_paper(edition, request.paper, drawn))
    return _Content(printed.pages[0], _no_map(drawn), printed.replaced)


def _picture(request: ExportRequest, edition: Edition) -> _Content:
    drawn = drawn_for(request, edition, request.paper, one_page=True)
    paper = map_paper(edition, request.paper, drawn, one_page=True)
    printed = to_png(paper, request.dots_per_inch)
    cut = (msg("Not everything fits in the picture. The PDF has it all."),)
    missing = _no_map(drawn) + (cut if len(printed.pages) > 1 else ())
    return _Content(printed.pages[0], missing, printed.replaced)


def _page(request: ExportRequest, edition: Edition) -> _Content:
    return _Content(page_of(edition, request.paint_png))


def _table(request: ExportRequest, edition: Edition) -> _Content:
    return _Content(notes_csv(edition))


def _features(request: ExportRequest, edition: Edition) -> _Content:
    return _Content(notes_geojson(edition))


_Writer = Callable[[ExportRequest, Edition], _Content]

DOCUMENTS: Mapping[str, Mapping[str, _Writer | None]] = MappingProxyType(
    {
        ".html": {"map": _page},
        ".pdf": {"agenda": _agenda, "map": _sheet},
        ".png": {"map": _picture},
        ".csv": {"notes": _table},
        ".geojson": {"notes": _features},
        ".gpkg": {"notes": None},
    }
)
"""The documents of each ending, the usual one first; None is written by the file itself."""

_WITH_MAP = (".html", ".pdf", ".png")


def export(request: ExportRequest) -> Made:
    """Make one document and put it in its place, whole or not at all.

    Raises:
        WalkshopError: the ending, the document or the paper is not known, or the disk refuses.
    """
    ending, what = request.out.suffix.lower(), _what(request)
    if request.paper not in PAPERS:
        raise WalkshopError(
            msg("There is no paper “{name}”.", name=request.paper),
            msg("Choose one of: {names}.", names=", ".join(PAPERS)),
        )
    _refuse_size(request)
    _refuse_walk(request)
    edition = edition_of(request)
    writer = DOCUMENTS[ending][what]
    if writer is None:
        _copy(request, edition)
        return Made(request.out, _names_in(edition))
    made = writer(request, edition)
    write_whole(request.out, made.content)
    no_map = (request.map_missing,) if request.map_missing and ending in _WITH_MAP else ()
    return Made(request.out, (*made.missing, *no_map, *_names_in(edition)), made.replaced)


def _refuse_size(request: ExportRequest) -> None:
    """No picture that is too coarse to read, or larger than programs open."""
    width, height = PAPERS[request.paper]
    pixels = width * height * (request.dots_per_inch / 25.4) ** 2
    if request.dots_per_inch < LEAST_DOTS or pixels > MOST_PIXELS:
        most = int(25.4 * (MOST_PIXELS / width / height) ** 0.5)
        raise WalkshopError(
            msg("A picture of {n} dots per inch cannot be made.", n=request.dots_per_inch),
            msg("Choose from {least} to {most} for this paper.", least=LEAST_DOTS, most=most),
        )


def _refuse_walk(request: ExportRequest) -> None:
    """A document never takes the place of a walk: not of its own, not of another one.

    A team's own copy is made anew under its name.
    """
    out, own = request.out, request.walk_file
    if not out.is_file():
        return
    is_own = own is not None and own.exists() and out.samefile(own)
    again = request.profile is Profile.TEAM and out.stem.endswith(TEAM_SUFFIX)
    # One door: the walk's own file may be open, and is known without opening it.
    if is_own or (not again and is_walk(out)):
        raise WalkshopError(
            msg("There is a walk in “{name}”. It was left as it is.", name=out.name),
            msg("Choose another name."),
        )


def _what(request: ExportRequest) -> str:
    """Which document is asked for, checked against what this ending can be."""
    known = DOCUMENTS.get(request.out.suffix.lower())
    if known is None:
        raise WalkshopError(
            msg("“{name}” is of a kind that cannot be made.", name=request.out.name),
            msg("Endings that can be made: {endings}.", endings=", ".join(DOCUMENTS)),
        )
    if request.what and request.what not in known:
        raise WalkshopError(
            msg(
                "“{what}” cannot be made as “{ending}”.",
                what=request.what,
                ending=request.out.suffix,
            ),
            msg("What can be made: {documents}.", documents=", ".join(_all_documents())),
        )
    return request.what or next(iter(known))


def _all_documents() -> list[str]:
    return [f"{what} ({ending})" for ending, known in DOCUMENTS.items() for what in known]


def _copy(request: ExportRequest, edition: Edition) -> None:
    """A team gets its file as it is where that can be copied; the public never does."""
    if request.profile is Profile.TEAM and request.copy_live is not None:
        make_whole(request.out, request.copy_live)
    else:
        write_whole(request.out, layers_file(edition))


def _painted(request: ExportRequest, picture: MapPicture | None) -> bytes | None:
    return request.paint_svg(picture) if request.paint_svg and picture else None


def _no_map(drawn: Drawn | None) -> tuple[Text, ...]:
    return () if drawn else (msg("There is no map in it."),)


def _unanswered(edition: Edition) -> tuple[Text, ...]:
    """An agenda is a draft while notes have no answer."""
    n = len(edition.book.without(edition.today))
    if not n:
        return ()
    return (msgn("Draft: {n} note has no answer yet.", "Draft: {n} notes have no answer yet.", n),)


def _names_in(edition: Edition) -> tuple[Text, ...]:
    if edition.public:
        return ()
    return (msg("This is the team's copy. It may hold names: do not forward."),)
