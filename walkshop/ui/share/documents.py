"""The documents that can be made of a walk: what each is, for whom, and what is missing in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.notes import pin_at, standing_notes
from walkshop.domain.records import Note, Profile, Walk, Whole
from walkshop.i18n import Language, Text, msg, msgn

_SHOWN = 8
_LONGEST_NAME = 60

Missing = Callable[[Walk, date], Text | None]


@dataclass(frozen=True, slots=True)
class Document:
    """One document.

    Args:
        key: names it; with `ending` it decides what is made.
        what: what the exporter calls it.
        ending: with its dot.
        kind: what the file is, as people say it: "PDF".
        any_paper: whether the paper that is chosen holds for it.
        paper: its own paper, where it has one.
        opens: with what it is read.
        missing: what a reader will miss in it, if anything.
    """

    key: str
    what: str
    ending: str
    title: Text
    about: Text
    kind: str
    any_paper: bool
    missing: Missing
    paper: str = ""
    opens: Text | None = None

    @property
    def prints(self) -> bool:
        """Whether it has pages for a printer."""
        return self.ending == ".pdf"

    def file_name(
        self, walk: Walk, profile: Profile, language: Language, beside: bool = False
    ) -> str:
        """A name for its file, made of the walk's title; the team's copy says so.

        Args:
            beside: there is one in another language beside it, so that the name says which.
        """
        names = (plain_name(walk.about.title), plain_name(language.say(self.title)) or self.key)
        code = f"-{language.code}" if beside else ""
        team = "-TEAM" if profile is Profile.TEAM else ""
        return f"{'-'.join(filter(None, names))}{code}{team}{self.ending}"


def plain_name(words: str) -> str:
    """`words` as the name of a file: letters and figures of any script, joined by "-"."""
    normal = unicodedata.normalize("NFC", words)
    return re.sub(r"[^\w]+", "-", normal).strip("-_")[:_LONGEST_NAME].strip("-_")


def numbers_of(notes: Sequence[Note], language: Language) -> str:
    """The numbers of notes in a row; many are cut short."""
    numbers = [str(note.nr) for note in notes]
    if len(numbers) > _SHOWN:
        more = language.say(msg("{n} more", n=len(numbers) - _SHOWN))
        return language.row([*numbers[:_SHOWN], more])
    return language.row(numbers)


def unanswered(walk: Walk, today: date) -> list[Note]:
    """The notes that nobody answered yet."""
    return AnswerBook(walk).without(today)


def off_the_map(walk: Walk) -> list[Note]:
    """The notes that stand on no map and do not hold for the whole area either."""
    return [
        note
        for note in standing_notes(walk)
        if pin_at(walk, note.place) is None and not isinstance(note.place, Whole)
    ]


def _nothing(walk: Walk, today: date) -> Text | None:
    return None


def _unanswered(walk: Walk, today: date) -> Text | None:
    return msg("Draft") if unanswered(walk, today) else None


def _off_the_map(walk: Walk, today: date) -> Text | None:
    n = len(off_the_map(walk))
    return msgn("{n} note without a place", "{n} notes without a place", n) if n else None


DOCUMENTS = (
    Document(
        "page", "map", ".html", msg("Map page"),
        msg("One page with map, list and answers. Opens in any browser, without internet."),
        "HTML", False, _off_the_map, opens=msg("opens in any browser"),
    ),
    Document(
        "map", "map", ".pdf", msg("Map on paper"),
        msg("The map with numbered notes, and every note in words."),
        "PDF", True, _off_the_map,
    ),
    Document(
        "agenda", "agenda", ".pdf", msg("Action agenda"),
        msg("Who does what and when, and what cannot be done and why."),
        "PDF", False, _unanswered, paper="a4",
    ),
    Document(
        "picture", "map", ".png", msg("Map picture"),
        msg("For a letter, a presentation or a message."),
        "PNG", True, _off_the_map,
    ),
    Document(
        "table", "notes", ".csv", msg("Table of notes"),
        msg("One row for each note. Opens in any spreadsheet."),
        "CSV", False, _nothing, opens=msg("opens in any spreadsheet"),
    ),
    Document(
        "geojson", "notes", ".geojson", msg("Notes for map programs"),
        msg("Every note with its place. Most map programs read it."),
        "GeoJSON", False, _off_the_map,
    ),
    Document(
        "gpkg", "notes", ".gpkg", msg("Layers for GIS"),
        msg("Notes, stops, values and actions as layers. Opens in QGIS."),
        "GeoPackage", False, _off_the_map, opens=msg("opens in QGIS"),
    ),
)  # fmt: skip
"""All documents that can be made now, in the order in which they are shown."""
