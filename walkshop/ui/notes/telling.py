"""What the ghost under the line says: what was understood, in words, before Enter makes it so."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from walkshop.domain.entry import Entry
from walkshop.domain.records import Area, Kind, Line, ThemeId
from walkshop.domain.words import KIND, area_of
from walkshop.i18n import Text, msg
from walkshop.services.themes import themes_of
from walkshop.ui.desk import Desk
from walkshop.ui.notes.entryparts import EntryParts
from walkshop.ui.notes.ghost import GhostWords
from walkshop.ui.notes.offering import NOTHING, Typed
from walkshop.ui.notes.said import duo_nr


class Teller:
    """Puts the line as it was read into the words of the ghost."""

    def __init__(self, desk: Desk, parts: EntryParts) -> None:
        self._desk = desk
        self._parts = parts

    def words(self, typed: Typed, nr: int, hint: Text, refusal: Text | None) -> GhostWords:
        """What the ghost says of the line as it is now.

        Args:
            nr: the number that a note of it would get.
            hint: what to do next; a suggestion takes its place.
        """
        say = self._desk.say
        if self._parts.line.echoMode() is not QLineEdit.EchoMode.Normal:
            # The room sees dots: what was understood would tell what they stand for.
            return GhostWords(nr, str(Kind.UNKNOWN), refusal=say(refusal) if refusal else "")
        entry = typed.entry
        kind = entry.kind or typed.kind
        suggested = self._suggestions(typed) if typed.suggestion != NOTHING else ()
        return GhostWords(
            nr,
            str(kind or Kind.UNKNOWN),
            tuple(say(part) for part in self._parts_of(typed, kind)),
            "" if suggested else say(hint),
            say(refusal) if refusal else "",
            "; ".join(say(remark) for remark in entry.remarks) if entry.text else "",
            suggested,
        )

    def _parts_of(self, typed: Typed, kind: Kind | None) -> list[Text]:
        entry = typed.entry
        if entry.goes_to is not None:
            return [msg("Enter goes to note {nr}", nr=entry.goes_to)]
        if entry.voice_for is not None:
            return [msg("one more voice for note {nr}", nr=entry.voice_for)]
        if entry.only_sets:
            return [msg("Enter sets this, and makes no note"), *self._set_by(entry)]
        themes = entry.themes or ((typed.theme,) if typed.theme else ())
        parts = [KIND[kind] if kind else msg("no kind yet")]
        parts += [self._theme(theme) for theme in themes]
        parts += [self._place(entry), *self._people(entry)]
        return [*parts, msg("said in these words")] if entry.quotes else parts

    def _theme(self, theme: ThemeId) -> Text:
        found = themes_of(self._desk.store.walk).theme(theme)
        name = found.label(self._desk.language.code) if found else str(theme)
        return msg("{words}", words=name)

    def _set_by(self, entry: Entry) -> list[Text]:
        stop = [msg("at stop {nr}", nr=entry.stop)] if entry.stop is not None else []
        return [*stop, *self._people(entry)]

    def _people(self, entry: Entry) -> list[Text]:
        duo = entry.duo or self._parts.chips.duo
        parts = [msg("duo {duo}", duo=duo_nr(duo))] if duo else []
        if entry.participant:
            parts.append(msg("participant {code}", code=entry.participant))
        return parts

    def _place(self, entry: Entry) -> Text:
        pending = self._parts.map.pending
        if isinstance(pending, Line | Area):
            drawn_line = isinstance(pending, Line)
            return msg("at the line you drew") if drawn_line else msg("at the area you drew")
        if pending is not None:
            return msg("at the ring on the map")
        if entry.no_place:
            return msg("not placed yet")
        if entry.street is not None:
            return msg("{name}, as a guess", name=entry.street.name)
        if entry.whole:
            return msg("for the whole {area}", area=area_of(self._desk.store.walk))
        stop = self._parts.chips.stop
        nr = entry.stop if entry.stop is not None else stop.nr if stop else None
        return msg("at stop {nr}", nr=nr) if nr is not None else msg("not placed yet")

    def _suggestions(self, typed: Typed) -> tuple[str, ...]:
        """What is suggested and the key that takes it: with the words it comes from, without."""
        found, say = typed.suggestion, self._desk.say
        what = [say(KIND[found.kind])] if found.kind else []
        if found.theme:
            what.append(say(self._theme(found.theme)))
        named, because = " · ".join(what), ", ".join(found.because)
        whole = msg(
            "Suggested: {what}, because of “{words}”. Tab takes it", what=named, words=because
        )
        return say(whole), say(msg("{what}. Tab takes it", what=named))
