"""What is typed over from a sheet becomes a note, by the same grammar as what is said aloud."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from walkshop.domain.edits.bringing import Offer, bring_all_in
from walkshop.domain.edits.joining import in_one_breath
from walkshop.domain.edits.notes import add_note
from walkshop.domain.edits.voices import add_voice
from walkshop.domain.entry import Entry
from walkshop.domain.queries.notes import note_by_nr
from walkshop.domain.queries.paper import sheet_ref
from walkshop.domain.records import Kind, Note, NoteId, Source, Voice, Walk
from walkshop.domain.words import KIND
from walkshop.i18n import Text, msg
from walkshop.services.photos.preparing import Prepared
from walkshop.services.themes import themes_of
from walkshop.ui.desk import Desk
from walkshop.ui.notes.chips import ChipsRow
from walkshop.ui.notes.entry import EntryLine
from walkshop.ui.notes.ghost import Ghost, GhostWords
from walkshop.ui.notes.reading import LineReader
from walkshop.ui.notes.said import Around, lens_of, note_of

_NOT_SAVED = msg("This could not be saved.")


@dataclass(frozen=True, slots=True)
class Parts:
    """The widgets with which a sheet is typed over."""

    line: EntryLine
    chips: ChipsRow
    ghost: Ghost


class Typing(QObject):
    """The line under a sheet, and what becomes of it.

    Args:
        sheet: gives the number of the sheet on top; None while there is none.
    """

    def __init__(
        self, desk: Desk, parts: Parts, sheet: Callable[[], int | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._parts = parts
        self._sheet = sheet
        self._reader = LineReader(desk)
        self._breath: NoteId | None = None
        self._refusal: Text | None = None
        parts.line.offered.connect(self.offer)
        parts.line.textEdited.connect(self._on_typed)
        parts.line.lines_pasted.connect(self._on_lines)
        parts.chips.stop_changed.connect(self.refresh)
        parts.chips.duo_changed.connect(self.refresh)
        desk.store.changed.connect(self.refresh)
        self.refresh()

    def offer(self, text: str, go_on: bool = False) -> None:
        """Do what the line says; its words stay until they are kept."""
        self._refusal = self._why_not(text, go_on)
        if self._refusal is None:
            self._parts.line.taken()
        self.refresh()

    def keep_picture(self, cut: Prepared) -> bool:
        """A part of the sheet that nobody can read becomes a note without words."""
        nr = self._sheet()
        if nr is None:
            return False
        store, around = self._desk.store, self._around()
        key, stamp = NoteId(store.new_id()), store.stamp()
        bare = note_of(self._reader.read(""), "", around, store.walk, key)
        note = _of_sheet(bare, nr)
        offer = Offer([note], [(cut.photo, key)])

        def edit(walk: Walk) -> Walk:
            return bring_all_in(walk, offer, stamp).walk

        label = msg("{nr} added as a picture", nr=store.walk.marks.note)
        return store.apply(label, edit, blobs={cut.photo.sha256: cut.data})

    def refuse(self, why: Text) -> None:
        """Say why something cannot be done; the next letter takes it away."""
        self._refusal = why
        self.refresh()

    def refresh(self) -> None:
        """Say anew what the next note will be."""
        text = self._parts.line.text()
        entry, say = self._reader.read(text), self._desk.say
        hint = msg("Enter saves.") if text.strip() else msg("Type what the sheet says, then Enter.")
        words = GhostWords(
            self._desk.store.walk.marks.note,
            str(entry.kind or Kind.UNKNOWN),
            tuple(say(part) for part in self._understood(entry)),
            say(hint),
            say(self._refusal) if self._refusal else "",
            "; ".join(say(remark) for remark in entry.remarks) if entry.text else "",
        )
        self._parts.ghost.show_words(words)

    def _why_not(self, text: str, go_on: bool) -> Text | None:
        nr, entry = self._sheet(), self._reader.read(text)
        if nr is None:
            return msg("Choose the sheets first.")
        if entry.goes_to is not None:
            return self._go(entry.goes_to)
        if entry.voice_for is not None:
            return self._one_more(entry)
        if not entry.makes_note and not entry.only_sets:
            return entry.remarks[0] if entry.remarks else msg("No text yet.")
        self._set(entry)
        if entry.makes_note and not self._take_down(entry, text, nr, go_on):
            return _NOT_SAVED
        return None

    def _take_down(self, entry: Entry, typed: str, nr: int, go_on: bool) -> bool:
        store = self._desk.store
        key, stamp, breath = NoteId(store.new_id()), store.stamp(), self._breath
        note = _of_sheet(note_of(entry, typed, self._around(), store.walk, key), nr)

        def edit(walk: Walk) -> Walk:
            after = add_note(walk, note, stamp)
            together = breath is not None and breath in walk.notes
            return in_one_breath(after, breath, key, stamp) if together and breath else after

        label = msg("{nr} added from sheet {sheet}", nr=store.walk.marks.note, sheet=nr)
        if not store.apply(label, edit):
            return False
        self._breath = key if go_on else None
        return True

    def _around(self) -> Around:
        return Around(self._parts.chips.stop, self._parts.chips.duo, breath=self._breath)

    def _go(self, nr: int) -> Text | None:
        found = note_by_nr(self._desk.store.walk, nr)
        if found is None:
            return msg("there is no note {nr}", nr=nr)
        self._desk.selection.select_note(found.id)
        return None

    def _one_more(self, entry: Entry) -> Text | None:
        store, duo = self._desk.store, self._parts.chips.duo
        found = note_by_nr(store.walk, entry.voice_for or 0)
        if found is None:
            return msg("there is no note {nr}", nr=entry.voice_for)
        key, stamp = found.id, store.stamp()
        voice = Voice(words=entry.text, lens=lens_of(store.walk, duo), duo=duo)
        label = msg("One more voice for {nr}", nr=found.nr)
        done = store.apply(label, lambda walk: add_voice(walk, key, voice, stamp))
        return None if done else _NOT_SAVED

    def _set(self, entry: Entry) -> None:
        chips, stops = self._parts.chips, self._desk.store.walk.stops.values()
        if entry.stop is not None:
            chips.set_stop(next((stop.id for stop in stops if stop.nr == entry.stop), None))
        if entry.duo:
            chips.set_duo(entry.duo)

    def _understood(self, entry: Entry) -> list[Text]:
        """What was read into the line."""
        if entry.goes_to is not None:
            return [msg("Enter goes to note {nr}", nr=entry.goes_to)]
        if entry.voice_for is not None:
            return [msg("one more voice for note {nr}", nr=entry.voice_for)]
        themes, code = themes_of(self._desk.store.walk), self._desk.language.code
        found = [themes.theme(theme) for theme in entry.themes]
        nr = self._sheet()
        parts = [KIND[entry.kind] if entry.kind else msg("no kind yet")]
        parts += [msg("{words}", words=theme.label(code)) for theme in found if theme]
        return [*parts, msg("sheet {nr}", nr=nr)] if nr is not None else parts

    def _on_typed(self) -> None:
        self._refusal = None
        self.refresh()

    def _on_lines(self) -> None:
        self.refuse(msg("Type one note at a time here."))


def _of_sheet(note: Note, nr: int) -> Note:
    return replace(note, source=Source.PAPER, source_ref=sheet_ref(nr))


__all__ = ["Parts", "Typing"]
