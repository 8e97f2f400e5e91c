"""One walk as it reads in one language for one kind of reader: what all documents build on."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.notes import count_notes, standing_notes
from walkshop.domain.records import (
    Action,
    AtStop,
    BasemapLink,
    Note,
    NotYet,
    Place,
    Profile,
    Record,
    VersionState,
    Walk,
    Whole,
)
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.i18n import Language, Text, msg, msgn
from walkshop.services.output.public import as_shown
from walkshop.services.output.request import ExportRequest
from walkshop.services.themes import labels_of, themes_of

_UNSEEN = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})
"""Unicode categories of signs that leave no mark on paper."""


@dataclass(frozen=True)
class Edition:
    """A walk with its readers and its language.

    Args:
        walk: already as these readers may see it (see `edition_of`).
        today: the day of printing.
        map_source, map_notice: what must stand at the map.
    """

    walk: Walk
    language: Language
    profile: Profile
    today: date
    map_source: str = ""
    map_notice: str = ""

    @cached_property
    def book(self) -> AnswerBook:
        """The answers of the walk."""
        return AnswerBook(self.walk)

    @cached_property
    def notes(self) -> list[Note]:
        """The notes that stand, by number."""
        return standing_notes(self.walk)

    @cached_property
    def themes(self) -> ThemeSet:
        """The theme set of the walk; the usual one where the walk's own is unknown here."""
        return themes_of(self.walk)

    def themes_said(self, note: Note) -> tuple[str, ...]:
        """The themes of a note in words; one without kin in the walk's set keeps its own name."""
        return labels_of(self.themes, note, self.language.code)

    @cached_property
    def themes_used(self) -> list[Theme]:
        """The themes of the set that occur, in its order."""
        counts = count_notes(self.walk, self.notes, self.themes).themes
        return [theme for theme in self.themes.themes if theme.id in counts]

    @property
    def public(self) -> bool:
        """Whether everybody may read it."""
        return self.profile is Profile.PUBLIC

    def say(self, text: Text) -> str:
        """A sentence of the program in the language of the document."""
        return self.language.say(text)

    def of(self, record: Record, field: str) -> str:
        """What people wrote in a field: translated where somebody did, else as it was said.

        Words that nobody can see are none.
        """
        words = record.in_language(field, self.language.code).strip()
        return words if any(unicodedata.category(sign) not in _UNSEEN for sign in words) else ""

    def what_of(self, action: Action) -> str:
        """What an action says to do."""
        return self.of(action, "what") or self.say(msg("No text yet."))

    def words_of(self, note: Note) -> str:
        """What a note says; of a hidden one, that it is hidden."""
        if note.masked and self.public:
            return self.say(msg("These words are hidden from others."))
        return self.of(note, "text") or self.say(msg("No text yet."))

    def number_of(self, note: Note) -> str:
        """The number as it prints, with the numbers that were merged into it: "14 (also 22)"."""
        others = [str(other.nr) for other in self.book.merges.under(note.id)]
        if not others:
            return str(note.nr)
        return self.say(msg("{nr} (also {others})", nr=str(note.nr), others=", ".join(others)))

    def place_words(self, place: Place, said: str) -> str:
        """A place in words: as people said it, else its stop, else what is known."""
        if isinstance(place, Whole):
            return self.whole_area()
        if said.strip():
            return said.strip()
        if isinstance(place, AtStop) and place.stop in self.walk.stops:
            stop = self.walk.stops[place.stop]
            return self.of(stop, "name") or self.say(msg("stop {nr}", nr=str(stop.nr)))
        return self.say(msg("not placed yet")) if isinstance(place, NotYet) else ""

    def whole_area(self) -> str:
        """The whole area, with the word that this walk uses for it in this language."""
        area, code = self.walk.area, self.language.code
        known = code == self.walk.about.language or any(
            (one.field, one.language) == ("word", code) for one in area.translations
        )
        word = self.of(area, "word") if known else ""
        return self.say(msg("whole {area}", area=word or self.say(msg("area"))))

    def counted(self) -> str:
        """How many notes, and of how many people: voices are not people."""
        about = self.walk.about
        notes = msgn("{n} note", "{n} notes", len(self.notes))
        people = (about.residents or 0) + (about.professionals or 0)
        people = people or sum(walker.present for walker in self.walk.participants.values())
        if not people:
            return self.say(notes)
        walkers = msgn("{n} person", "{n} people", people)
        return self.say(msg("{notes} from {people}", notes=notes, people=walkers))

    def map_words(self) -> str:
        """What must stand at the map: its notice and its source, as sentences."""
        parts = [part.strip().rstrip(".") for part in (self.map_notice, self.map_source)]
        return " ".join(f"{part[0].upper()}{part[1:]}." for part in parts if part)

    def version(self) -> str:
        """How final the document is."""
        about = self.walk.about
        if about.version_state is VersionState.FOR_COMMENT:
            return self.say(msg("for comment"))
        if about.version_state is VersionState.DRAFT:
            return self.say(msg("draft"))
        if about.adopted_by and about.adopted_on:
            who, on = about.adopted_by, about.adopted_on
            return self.say(msg("adopted by {who} on {date}", who=who, date=on))
        return self.say(msg("adopted"))


def edition_of(request: ExportRequest) -> Edition:
    """The walk of a request as its readers may see it."""
    link = request.walk.area.basemap or BasemapLink("")
    source, notice = request.map_source, request.map_notice
    return Edition(
        walk=as_shown(request.walk, request.profile),
        language=request.language,
        profile=request.profile,
        today=request.today,
        map_source=link.source if source is None else source,
        map_notice=link.notice if notice is None else notice,
    )
