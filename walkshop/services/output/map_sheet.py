"""The map on one sheet: what people saw, with its legend and every note by its number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from walkshop.domain.queries.notes import pin_at
from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.records import Kind, Note, NoteId, Whole
from walkshop.domain.themes import Theme
from walkshop.i18n import msg, msgn
from walkshop.services.output.bounds import fitted
from walkshop.services.output.edition import Edition
from walkshop.services.output.fonts import Printable
from walkshop.services.output.frame import document
from walkshop.services.output.paper import Paper
from walkshop.services.output.pins import PinLook, look_of, pin_svg
from walkshop.services.output.request import (
    PAPERS,
    PX_PER_MM,
    ExportRequest,
    MapPicture,
    WrittenName,
)
from walkshop.services.output.street_index import Grid, index_rows
from walkshop.services.output.words import FAMILIES, KINDS

_ROWS = 9
"""A legend of more themes than this is grouped by family."""

_SHARE, _SHARE_OF_ONE = (0.54, 0.6), (0.54, 0.51)
"""The part of the sheet's width and height that is map; less where all must go on one page."""

_TYPE: Mapping[str, float] = {"a4": 1.0, "a3": 1.0, "a2": 1.41, "a1": 2.0, "a0": 2.83}
"""How much larger type is than on A4, by paper: larger sheets are read from further away."""


def map_frame(paper: str, one_page: bool = False) -> tuple[float, float]:
    """Width and height of the map on a sheet, in mm."""
    width, height = PAPERS[paper]
    across, up = _SHARE_OF_ONE if one_page else _SHARE
    return width * across, height * up


@dataclass(frozen=True, slots=True)
class Drawn:
    """The map of a sheet.

    Args:
        asked: what the painter was asked for.
        svg: what it made of it.
        names: what it wrote on it.
    """

    asked: MapPicture
    svg: bytes
    names: Sequence[WrittenName] = ()

    @property
    def grid(self) -> Grid:
        """The squares of the index."""
        return Grid.over(self.asked.bounds, self.asked.width_px, self.asked.height_px)


def sheet_picture(
    edition: Edition, paper: str, one_page: bool = False, look: str = "colour"
) -> MapPicture | None:
    """The map that the sheet needs, in a look of LOOKS; None where nothing has a place."""
    frame = map_frame(paper, one_page)
    width, height = (side * PX_PER_MM / _TYPE[paper] for side in frame)
    bounds = shown_bounds(edition.walk)
    if bounds is None:
        return None
    area, code = fitted(bounds, width, height), edition.language.code
    return MapPicture(edition.walk, code, area, width, height, look=look, enlarged=_TYPE[paper])


def drawn_for(
    request: ExportRequest, edition: Edition, paper: str, one_page: bool = False
) -> Drawn | None:
    """The map of the sheet by the painters of a request, with a grid where there is an index."""
    asked = sheet_picture(edition, paper, one_page, request.look)
    if request.paint_svg is None or asked is None:
        return None
    if request.names_on is None:
        return Drawn(asked, request.paint_svg(asked))
    names = request.names_on(asked)
    if names or edition.walk.stops:
        grid = Grid.over(asked.bounds, asked.width_px, asked.height_px)
        asked = replace(asked, squares=(grid.across, grid.down))
    return Drawn(asked, request.paint_svg(asked), names)


def map_paper(
    edition: Edition, paper: str, drawn: Drawn | None = None, one_page: bool = False
) -> Paper:
    """The sheet as a document.

    Args:
        paper: a key of PAPERS.
        drawn: the map, as `drawn_for` gives it.
        one_page: rather smaller type than a second page, for a picture of the sheet.
    """
    width, height = PAPERS[paper]
    frame_width, frame_height = map_frame(paper, one_page)
    looks = {note.id: look_of(edition, note) for note in edition.notes}
    placed = [note for note in edition.notes if pin_at(edition.walk, note.place)]
    legend, legend_looks = _legend(edition, looks.values(), bool(placed))
    data = {
        **document(edition, edition.say(msg("What we saw and heard"))),
        "sheet": {"width": width, "height": height, "type": _TYPE[paper], "one_page": one_page},
        "frame": {"width": frame_width, "height": frame_height},
        "counts": _counts(edition),
        "map": _map_words(edition) if drawn else None,
        "source": edition.map_words(),
        "index": {
            "title": edition.say(msg("All notes by number")),
            "notes": [_line(edition, note, looks[note.id]) for note in placed],
        },
        "streets": _streets(edition, drawn),
        "boxes": _boxes(edition, looks),
        "legend": legend,
    }
    drawings = {f"{look.name}.svg": pin_svg(look) for look in (*looks.values(), *legend_looks)}
    return Paper("map.typ", data, {**drawings, **({"map.svg": drawn.svg} if drawn else {})})


def _streets(edition: Edition, drawn: Drawn | None) -> Printable:
    """The index of what is written on the map, and the letters and numbers of its squares."""
    gridded = drawn is not None and any(drawn.asked.squares)
    if drawn is None or not gridded:
        return {"title": "", "columns": [], "rows": [], "names": []}
    return {
        "title": edition.say(msg("Streets and places on the map")),
        "columns": drawn.grid.columns,
        "rows": drawn.grid.rows,
        "names": index_rows(edition, drawn.names, drawn.grid),
    }


def _counts(edition: Edition) -> str:
    stops = len(edition.walk.stops)
    places = edition.say(msgn("{n} stop", "{n} stops", stops)) if stops else ""
    return ", ".join(part for part in (edition.counted(), places) if part)


def _map_words(edition: Edition) -> Printable:
    alt = msg("Map with numbered pins. The list of notes says what each number stands for.")
    return {"alt": " ".join(part for part in (edition.say(alt), edition.map_words()) if part)}


def _line(edition: Edition, note: Note, look: PinLook) -> Printable:
    guess = "~" if look.assumed else ""
    return {
        "nr": guess + edition.number_of(note),
        "text": edition.words_of(note),
        "place": edition.place_words(note.place, edition.of(note, "place_words")),
        "pin": f"{look.name}.svg",
        "alt": _alt(edition, note),
    }


def _alt(edition: Edition, note: Note) -> str:
    return ", ".join([edition.say(KINDS[note.kind]), *edition.themes_said(note)[:1]])


def _boxes(edition: Edition, looks: Mapping[NoteId, PinLook]) -> list[Printable]:
    """Notes without a pin: those about the whole area, and those that have no place yet."""
    whole = [note for note in edition.notes if isinstance(note.place, Whole)]
    none = [
        note
        for note in edition.notes
        if not isinstance(note.place, Whole) and not pin_at(edition.walk, note.place)
    ]
    title = edition.whole_area()
    boxes = (
        (title[:1].upper() + title[1:], whole),
        (edition.say(msg("Not placed yet")), none),
    )
    return [
        {
            "title": title,
            "notes": [_unplaced(edition, note, looks[note.id]) for note in notes],
        }
        for title, notes in boxes
        if notes
    ]


def _unplaced(edition: Edition, note: Note, look: PinLook) -> Printable:
    line = _line(edition, note, look)
    return {**line, "place": ""} if isinstance(line, Mapping) else line


def _legend(
    edition: Edition, looks: Iterable[PinLook], placed: bool
) -> tuple[Printable, list[PinLook]]:
    """Only what occurs: kinds as outlines, themes as coloured rounds with their letter."""
    occurring = list(looks)
    kinds = [kind for kind in Kind if any(note.kind is kind for note in edition.notes)]
    kind_looks = [PinLook(kind) for kind in kinds]
    theme_rows, theme_looks = _theme_rows(edition, edition.themes_used)
    guess = PinLook(Kind.ASSET, assumed=True)
    guessed = any(look.assumed for look in occurring) and placed
    signs = [(guess, edition.say(msg("~ place assumed")))] if guessed else []
    rows: list[Printable] = [
        {"pin": f"{look.name}.svg", "words": edition.say(KINDS[look.kind])} for look in kind_looks
    ]
    rows += [{"pin": f"{look.name}.svg", "words": words} for look, words in signs]
    data: Printable = {
        "title": edition.say(msg("Signs")),
        "kinds": rows,
        "themes": theme_rows,
        "stops": edition.say(msg("stop, with its number")) if edition.walk.stops else "",
        "route": edition.say(msg("the route of the walk")) if edition.walk.routes else "",
    }
    return data, [*kind_looks, *theme_looks, *(look for look, _ in signs)]


def _theme_rows(edition: Edition, themes: list[Theme]) -> tuple[list[Printable], list[PinLook]]:
    code = edition.language.code
    if len(themes) <= _ROWS:
        looks = [PinLook(Kind.ASSET, t.colour, t.key, t.glyph_colour) for t in themes]
        names = [("", theme.label(code)) for theme in themes]
    else:
        families = list(dict.fromkeys(theme.family for theme in themes))
        members = [[theme for theme in themes if theme.family == one] for one in families]
        looks = [PinLook(Kind.ASSET, group[0].colour) for group in members]
        names = [
            (_family(edition, one), ", ".join(f"{t.key} {t.label(code)}" for t in group))
            for one, group in zip(families, members, strict=True)
        ]
    rows: list[Printable] = [
        {"pin": f"{look.name}.svg", "name": name, "words": words}
        for look, (name, words) in zip(looks, names, strict=True)
    ]
    return rows, looks


def _family(edition: Edition, family: str) -> str:
    known = FAMILIES.get(family)
    return edition.say(known) if known else family.capitalize()
