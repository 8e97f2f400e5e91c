"""Taking notes: how the entry line, the map, the stop and the ghost work together."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, Qt

from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import Kind, NoteId
from walkshop.i18n import Text, msg
from walkshop.ui.desk import Desk
from walkshop.ui.notes.acts import NoteActs
from walkshop.ui.notes.drawn import Drawn
from walkshop.ui.notes.entryparts import EntryParts
from walkshop.ui.notes.offering import NOTHING, Offering
from walkshop.ui.notes.telling import Teller

NUDGE_PX = 5.0


class Taking(QObject):
    """What a key or a click means at this moment: words in the line, an open ring, a note armed.

    `armed` is a note from the tray that the next click on the map gives a place.
    """

    def __init__(self, desk: Desk, acts: NoteActs, parts: EntryParts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = acts
        self._parts = parts
        self.offering = Offering(desk, acts, parts, self)
        self._teller = Teller(desk, parts)
        self._refusal: Text | None = None
        self._gesture = ""
        self.armed: NoteId | None = None
        self._placed = False
        """Whether the last click on the map gave a note its place: it was meant, then."""
        parts.line.offered.connect(self.offer)
        parts.line.let_go.connect(self.let_go)
        parts.line.taken_up.connect(self._take_suggestion)
        parts.line.textEdited.connect(self._on_typed)
        parts.chips.stop_changed.connect(self._on_stop)
        parts.chips.duo_changed.connect(self._back_to_line)
        canvas = parts.map.canvas
        canvas.zooms_on_double_click = False
        canvas.place_clicked.connect(self.point)
        canvas.place_clicked_twice.connect(self.look_closer)
        canvas.pin_clicked.connect(self.pick)
        canvas.figure_clicked.connect(self.pick)
        canvas.pin_dropped.connect(self.put)
        self._drawn = Drawn(desk, acts, parts, self)
        self._drawn.taken.connect(self._on_drawn)
        parts.map.note_dropped.connect(self.put)
        parts.map.tray_picked.connect(self.arm)
        desk.store.changed.connect(self.refresh)
        desk.selection.changed.connect(self._on_selected)
        self.refresh()

    def offer(self, text: str, go_on: bool = False, at: LonLat | None = None) -> None:
        """Do what the line says; its words stay until they are kept.

        Args:
            go_on: the next line is the other half of the same breath.
            at: the place pointed at.
        """
        place = at or self._parts.map.pending
        why_not = self.offering.offer(text, place, go_on=go_on)
        if why_not is not None:
            self._refuse(why_not)
            return
        self._parts.line.taken()
        self._parts.map.set_pending(None)
        self.refresh()

    def point(self, at: LonLat) -> None:
        """A click on the map: the place of what is typed, of an armed note, or of the next one."""
        self._placed = self._parts.line.has_words or self.armed is not None
        if self._parts.line.has_words:
            self.offer(self._parts.line.text(), at=at)
        elif self.armed is not None:
            note, self.armed = self.armed, None
            self._acts.put(note, at)
        elif self._parts.map.is_on_ring(at):
            self._parts.map.set_pending(None)
        else:
            self._parts.map.set_pending(at)
        self._back_to_line()

    def look_closer(self, at: QPointF) -> None:
        """A second click on bare map zooms and lets go of the ring; never after a note placed."""
        if self._placed:
            return
        self._parts.map.set_pending(None)
        self._parts.map.canvas.zoom_by(1.0, at)
        self.refresh()

    def pick(self, key: str, modifiers: Qt.KeyboardModifier, at: LonLat | None = None) -> None:
        """Take a clicked pin in hand, or beside it (Ctrl, Shift); in a figure place what waits."""
        if at is not None and (self._parts.line.has_words or self.armed is not None):
            return self.point(at)
        self._placed = False
        add = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        if modifiers & add:
            self._desk.selection.toggle_note(NoteId(key))
        else:
            self._desk.selection.select_note(NoteId(key))
        self._back_to_line()

    def put(self, key: str, at: LonLat) -> None:
        """A pin or a note from the tray was put down on the map."""
        self._desk.selection.select_note(NoteId(key))
        self._acts.put(NoteId(key), at)
        self._back_to_line()

    def arm(self, key: str) -> None:
        """A click in the tray: the note is in hand, and the next click on the map places it."""
        again = self.armed == key
        self._desk.selection.select_note(NoteId(key))
        self.armed = None if again or self._parts.line.has_words else NoteId(key)
        self._parts.map.set_pending(None)
        self._back_to_line()

    def let_go(self) -> None:
        """Esc: first of the pending place, then of what is in hand; never of words."""
        if self.armed is not None:
            self.armed = None
        elif self._parts.map.pending is not None:
            self._parts.map.set_pending(None)
        else:
            self._desk.selection.clear()
        self.refresh()

    def choose_kind(self, kind: Kind) -> None:
        """The kind of the line being typed, or, when it is empty, of the note that is meant."""
        if self._parts.line.has_words:
            self.offering.choose_kind(kind)
            self.refresh()
        elif not self._acts.set_kind(kind):
            self._refuse(msg("Choose a note first, or type one."))

    def nudge(self, right: int, down: int) -> None:
        """Move the pin that is meant a little; a run of nudges of one pin is one undo."""
        note = self._acts.meant
        if note is None:
            self._refuse(msg("Choose a note first."))
            return
        pin = pin_at(self._desk.store.walk, note.place)
        at = pin or self._parts.map.middle
        if not self._gesture.startswith(note.id):
            self._gesture = f"{note.id} {self._desk.store.new_id()}"
        to = self._parts.map.beside(at, NUDGE_PX * right, NUDGE_PX * down)
        self._acts.nudge(to, self._gesture)
        self._parts.map.canvas.centre_on(to)

    def to_middle(self) -> None:
        """Without a mouse: the words, or the note that is meant, in the middle of the map."""
        note = self._acts.meant
        if self._parts.line.has_words:
            self.offer(self._parts.line.text(), at=self._parts.map.middle)
        elif note is not None:
            self._acts.put(note.id, self._parts.map.middle)
        else:
            self._refuse(msg("Choose a note first, or type one."))

    def refresh(self) -> None:
        """Say anew what the next note will be."""
        typed = self.offering.typed(self._parts.line.text())
        self._parts.line.suggests = typed.suggestion != NOTHING
        words = self._teller.words(typed, self._acts.next_nr, self._hint(), self._refusal)
        self._parts.ghost.show_words(words)

    def _take_suggestion(self) -> None:
        self.offering.take_suggestion(self._parts.line.text())
        self.refresh()

    def _hint(self) -> Text:
        armed = self._desk.store.walk.notes.get(self.armed) if self.armed else None
        if armed is not None:
            return msg("Click on the map: {nr} goes there. Esc lets go.", nr=armed.nr)
        if self._parts.line.has_words:
            return msg("Enter saves. A click on the map saves it there.")
        return msg("Type what was said, then Enter.")

    def _refuse(self, text: Text) -> None:
        self._refusal = text
        self.refresh()

    def _on_typed(self) -> None:
        self._refusal = None
        self._gesture = ""
        if not self._parts.line.has_words:
            self.offering.forget()
        else:
            self.armed = None
        self.refresh()

    def _on_stop(self) -> None:
        self._parts.map.set_pending(None)
        self._back_to_line()

    def _on_selected(self) -> None:
        self._refusal = None
        self._gesture = ""
        if self.armed not in self._desk.selection.in_hand.notes:
            self.armed = None
        self.refresh()

    def _on_drawn(self) -> None:
        if self._parts.map.pending is None:
            self.armed = None
        self._back_to_line()

    def _back_to_line(self) -> None:
        self._refusal = None
        self._parts.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
