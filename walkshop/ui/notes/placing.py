"""Placing without a pointer: at the stop that is set, or nowhere yet."""

from __future__ import annotations

from functools import partial

from walkshop.domain.edits.place import move_note
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NOT_YET, AtStop, Note, Place, Stop, Walk
from walkshop.i18n import Text, msg
from walkshop.ui.notes.acts import NoteActs
from walkshop.ui.qt_store import QtStore


class Placing:
    """The intents about the place of the note that is meant; what cannot be is refused in words."""

    def __init__(self, store: QtStore, acts: NoteActs) -> None:
        self._store = store
        self._acts = acts

    def to_stop(self, stop: Stop | None) -> bool:
        """The note that is meant is at this stop, somewhere around it."""
        note = self._acts.meant
        if note is None:
            return self._refuse(msg("Choose a note first."), msg("Click on its pin or its row."))
        if stop is None:
            return self._refuse(msg("No stop is set."), msg("Choose a stop above the line."))
        label = msg("{nr} placed at stop {stop}", nr=note.nr, stop=stop.nr)
        return self._place(note, AtStop(stop.id), label)

    def take_away(self) -> bool:
        """The note that is meant has no place yet; its words and number stay."""
        note = self._acts.meant
        if note is None:
            return self._refuse(msg("Choose a note first."), msg("Click on its pin or its row."))
        return self._place(note, NOT_YET, msg("{nr} taken off the map", nr=note.nr))

    def _place(self, note: Note, place: Place, label: Text) -> bool:
        edit = partial(move_note, note=note.id, to=place, stamp=self._store.stamp())
        return self._store.apply(label, edit)

    def _refuse(self, what: Text, hint: Text) -> bool:
        def edit(_walk: Walk) -> Walk:
            raise WalkshopError(what, hint)

        return self._store.apply(what, edit)
