"""Acts on the note that is meant, by key and while the line has the focus."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from walkshop.domain.edits.care import mask_note
from walkshop.domain.edits.joining import split_note
from walkshop.domain.edits.notes import reword_note
from walkshop.domain.edits.values import group_notes
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import standing_notes
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import NoteId, Walk
from walkshop.i18n import Text, msg
from walkshop.ui.desk import Desk
from walkshop.ui.notes.acts import NoteActs
from walkshop.ui.notes.offering import Offering


class NoteCare(QObject):
    """One more voice, split, group with the last, hide at once, edit.

    Signals:
        edit_begun: a note whose words are to be changed: its id and words.
        split_begun: a note whose words are to be cut in two: its id and words.
    """

    edit_begun = Signal(str, str)
    split_begun = Signal(str, str)

    def __init__(self, desk: Desk, acts: NoteActs, offering: Offering, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = acts
        self._offering = offering

    def one_more(self) -> bool:
        """Somebody said the same."""
        note = self._acts.meant
        return self._offering.add_voice(note) if note else self._refuse()

    def hide(self) -> bool:
        """Nobody else sees the note from now on; the same again shows it."""
        note = self._acts.meant
        if note is None:
            return self._refuse()
        hidden = not note.masked
        label = msg("{nr} hidden from others", nr=note.nr)
        if not hidden:
            label = msg("{nr} shown again", nr=note.nr)
        stamp = self._desk.store.stamp()
        edit = partial(mask_note, note=note.id, masked=hidden, stamp=stamp)
        return self._desk.store.apply(label, edit)

    def begin_split(self) -> None:
        """Show the words of the note, to be cut where the cursor is put."""
        note = self._acts.meant
        if note is None:
            self._refuse()
        else:
            self.split_begun.emit(note.id, note.text)

    def split(self, key: str, at: int) -> bool:
        """Cut the words of a note before the character `at`."""
        store = self._desk.store
        note, new = store.walk.note(NoteId(key)), NoteId(store.new_id())
        edit = partial(split_note, note=note.id, at=at, new=new, stamp=store.stamp())
        nr = store.walk.marks.note
        return store.apply(msg("{nr} split: the second half is {new}", nr=note.nr, new=nr), edit)

    def group_with_last(self) -> bool:
        """The note belongs to the same value as the one before it by number."""
        note = self._acts.meant
        if note is None:
            return self._refuse()
        before = [other for other in standing_notes(self._desk.store.walk) if other.nr < note.nr]
        value = leading_value(self._desk.store.walk, before[-1].value) if before else None
        if value is None:
            return self._refuse(
                msg("The note before it is in no value yet."), msg("Group it in Values first.")
            )
        stamp = self._desk.store.stamp()
        edit = partial(group_notes, notes=(note.id,), value=value.id, stamp=stamp)
        label = msg("{nr} put with {value}", nr=note.nr, value=value.name)
        return self._desk.store.apply(label, edit)

    def edit(self) -> None:
        """Show the words of the note that is meant, to be set right."""
        note = self._acts.meant
        if note is None:
            self._refuse()
        else:
            self.edit_begun.emit(note.id, note.text)

    def reword(self, key: str, words: str) -> bool:
        """Keep other words for a note, as its speaker wants them."""
        store = self._desk.store
        note = store.walk.note(NoteId(key))
        if words == note.text:
            return True
        edit = partial(reword_note, note=note.id, text=words, stamp=store.stamp())
        return store.apply(msg("Words of {nr} changed", nr=note.nr), edit)

    def _refuse(self, what: Text | None = None, hint: Text | None = None) -> bool:
        said = what or msg("Choose a note first.")

        def edit(_walk: Walk) -> Walk:
            raise WalkshopError(said, hint or msg("Click on its pin or its row."))

        return self._desk.store.apply(said, edit)
