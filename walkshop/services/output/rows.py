"""One row per note with everything that came of it: what tables and map layers share."""

from __future__ import annotations

from collections.abc import Mapping

from walkshop.domain.queries.notes import is_assumed, pin_at, stop_of
from walkshop.domain.queries.thread import Thread, thread_of
from walkshop.domain.records import Area, AtStop, Line, Note, NotYet, Place, Point, Walk, Whole
from walkshop.services.output.edition import Edition

Cell = str | int | float | bool | None

DIGITS = 6
"""Digits of a degree in files: a decimetre (RFC 7946, section 11.2)."""

COLUMNS = (
    "nr",
    "text",
    "theme",
    "theme_2",
    "kind",
    "lat",
    "lon",
    "place_type",
    "accuracy_m",
    "assumed",
    "place",
    "stop",
    "lens",
    "source",
    "language",
    "mentions",
    "also",
    "value",
    "actions",
    "answer",
    "because",
    "answered_by",
    "answered_on",
    "answer_state",
    "answer_due",
    "with_whom",
    "report_nr",
    "told_on",
)
"""The columns of a table of notes, in English whatever the language; our own import reads them."""

TEAM_COLUMNS = ("duo", "quote", "public_text", "hidden", "set_aside")
"""Columns that only the team gets."""


def note_rows(edition: Edition) -> list[Mapping[str, Cell]]:
    """A row for each standing note, by number; texts as they were said, ids untranslated."""
    return [_row(edition, note) for note in edition.notes]


def columns(edition: Edition) -> tuple[str, ...]:
    """The columns that these readers get, with one for each language of a translation."""
    codes = {
        one.language for note in edition.notes for one in note.translations if one.field == "text"
    }
    spoken = tuple(f"text_{code}" for code in sorted(codes))
    return (*COLUMNS, *spoken, *(() if edition.public else TEAM_COLUMNS))


def _row(edition: Edition, note: Note) -> Mapping[str, Cell]:
    thread = thread_of(edition.walk, note, edition.book)
    row: dict[str, Cell] = {
        "nr": note.nr,
        "text": note.text,
        "theme": edition.themes.shown_as(note.theme) or note.theme_label,
        "theme_2": edition.themes.shown_as(note.theme2) or "",
        "kind": note.kind.value,
        **place_cells(edition.walk, note.place),
        "place": note.place_words,
        "stop": _stop(edition.walk, note),
        "lens": _lens(edition.walk, note),
        "source": note.source.value,
        "language": note.language,
        "mentions": edition.book.merges.mentions(note),
        "also": ", ".join(str(other.nr) for other in edition.book.merges.under(note.id)),
        "value": thread.value.name if thread.value else "",
        "actions": ", ".join(str(action.nr) for action, _ in thread.actions),
        **_answer_cells(note, thread),
    }
    row |= {f"text_{one.language}": one.words for one in note.translations if one.field == "text"}
    if not edition.public:
        row["duo"], row["quote"] = note.duo, " / ".join(note.quotes)
        row["public_text"] = note.public_text
        row["hidden"], row["set_aside"] = yes_no(note.masked), yes_no(note.set_apart)
    return row


def place_cells(walk: Walk, place: Place) -> dict[str, Cell]:
    """Where a place is, as cells: the point of its pin (degrees) and what is known about it."""
    at = pin_at(walk, place)
    return {
        "lat": round(at.lat, DIGITS) if at else None,
        "lon": round(at.lon, DIGITS) if at else None,
        "place_type": _place_type(place),
        "accuracy_m": getattr(place, "accuracy_m", None),
        "assumed": yes_no(is_assumed(place)) if isinstance(place, Point | Line | Area) else "",
    }


def _place_type(place: Place) -> str:
    if isinstance(place, Point):
        return place.word or "point"
    names = ((Line, "line"), (Area, "area"), (AtStop, "stop"), (Whole, "whole"), (NotYet, "none"))
    return next(name for kind, name in names if isinstance(place, kind))


def _stop(walk: Walk, note: Note) -> int | None:
    stop = stop_of(walk, note)
    return walk.stops[stop].nr if stop and stop in walk.stops else None


def _lens(walk: Walk, note: Note) -> str:
    lens = walk.lenses.get(note.lens) if note.lens else None
    return lens.name if lens else ""


def _answer_cells(note: Note, thread: Thread) -> dict[str, Cell]:
    """The answer that holds; an open note has empty cells."""
    answer = thread.answer
    reported = note.report_ref if note.report else ""
    if answer is None:
        return {"report_nr": reported}
    return {
        "answer": answer.answer.value,
        "because": answer.because,
        "answered_by": answer.answered_by,
        "answered_on": answer.on.isoformat() if answer.on else "",
        "answer_state": answer.state.value,
        "answer_due": answer.due.isoformat() if answer.due else "",
        "with_whom": answer.with_whom,
        "report_nr": answer.report_nr or reported,
        "told_on": answer.told_on.isoformat() if answer.told_on else "",
    }


def yes_no(true: bool) -> str:
    """A yes or no that people and our own import read alike."""
    return "yes" if true else "no"
