"""What people do in Notes, each as one intent on the store: take down, place, nudge, say what."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from walkshop.domain.edits.joining import in_one_breath
from walkshop.domain.edits.notes import add_note, set_kind
from walkshop.domain.edits.place import confirm_place, move_note
from walkshop.domain.entry import Entry
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import (
    WHOLE,
    Area,
    Kind,
    Line,
    Note,
    NoteId,
    Place,
    Point,
    Stop,
    StopId,
    Walk,
)
from walkshop.domain.words import KIND
from walkshop.i18n import Text, msg
from walkshop.ui.notes.said import Around, note_of
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection


class NoteActs:
    """The intents of the Notes stage. The note meant is the one in hand, else the last typed."""

    def __init__(self, store: QtStore, selection: Selection) -> None:
        self._store = store
        self._selection = selection
        self.last: NoteId | None = None

    @property
    def next_nr(self) -> int:
        """The number that the next note gets."""
        return self._store.walk.marks.note

    @property
    def meant(self) -> Note | None:
        """The note that an act without a pointer is about."""
        key = self._selection.in_hand.current or self.last
        found = self._store.walk.notes.get(key) if key else None
        return None if found is None or found.withdrawn else found

    def take_down(self, entry: Entry, typed: str, around: Around) -> bool:
        """Keep what was said, word for word."""
        store = self._store
        key = NoteId(store.new_id())
        note = note_of(entry, typed, around, store.walk, key)
        stamp = store.stamp()
        breath = around.breath

        def edit(walk: Walk) -> Walk:
            after = add_note(walk, note, stamp)
            return (
                in_one_breath(after, breath, key, stamp)
                if breath and breath in walk.notes
                else after
            )

        if not store.apply(self._added(note.stop), edit):
            return False
        self.last = key
        return True

    def put(self, note: NoteId, at: LonLat) -> bool:
        """A person put the pin here: the place is no longer a guess."""
        place = carried(self._store.walk, self._store.walk.note(note).place, at)
        return self._place(note, place, msg("{nr} placed", nr=self._nr(note)))

    def draw(self, note: NoteId, place: Line | Area) -> bool:
        """A person drew where the note is, or pulled a corner of it."""
        return self._place(note, place, msg("{nr} drawn", nr=self._nr(note)))

    def nudge(self, to: LonLat, gesture: str) -> bool:
        """Move the pin of the note that is meant a little; one gesture is one undo."""
        note = self.meant
        if note is None:
            return False
        place = carried(self._store.walk, note.place, to)
        return self._place(note.id, place, msg("{nr} moved", nr=note.nr), gesture)

    def make_whole(self) -> bool:
        """The note that is meant holds for the whole area."""
        note = self.meant
        if note is None:
            return False
        return self._place(note.id, WHOLE, msg("{nr} is for the whole area", nr=note.nr))

    def confirm(self) -> bool:
        """The guessed place of the note that is meant is right."""
        note = self.meant
        if note is None:
            return False
        stamp = self._store.stamp()
        label = msg("Place of {nr} is right", nr=note.nr)
        return self._store.apply(label, lambda walk: confirm_place(walk, note.id, stamp))

    def set_kind(self, kind: Kind) -> bool:
        """The note that is meant is of this kind."""
        note = self.meant
        if note is None:
            return False
        stamp = self._store.stamp()
        label = msg("{nr}: {kind}", nr=note.nr, kind=KIND[kind])
        return self._store.apply(label, lambda walk: set_kind(walk, note.id, kind, stamp))

    def _place(self, note: NoteId, place: Place, label: Text, gesture: str = "") -> bool:
        edit = partial(move_note, note=note, to=place, stamp=self._store.stamp())
        return self._store.apply(label, edit, merge=gesture)

    def _nr(self, note: NoteId) -> int:
        return self._store.walk.note(note).nr

    def _added(self, stop: StopId | None) -> Text:
        found = self._store.walk.stops.get(stop) if stop else None
        if found:
            return msg("{nr} added at stop {stop}", nr=self.next_nr, stop=found.nr)
        return msg("{nr} added", nr=self.next_nr)


def carried(walk: Walk, place: Place, to: LonLat) -> Place:
    """`place` with its pin at `to`: a line or an area comes along in its own form."""
    pin = pin_at(walk, place)
    if pin is None or not isinstance(place, Line | Area):
        return Point(to)
    east, north = to.lon - pin.lon, to.lat - pin.lat

    def moved(corners: tuple[LonLat, ...]) -> tuple[LonLat, ...]:
        return tuple(LonLat(at.lon + east, at.lat + north) for at in corners)

    if isinstance(place, Line):
        return replace(place, along=moved(place.along), assumed=False, accuracy_m=None)
    return replace(place, outline=moved(place.outline), assumed=False, accuracy_m=None)


def stops_in_order(walk: Walk) -> list[Stop]:
    """The stops as they are walked; skipped ones stay, a note may be about them."""
    return sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
