"""What becomes of a line or area that was drawn on the map, or whose corner was pulled."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkshop.domain.records import Area, Line, NoteId
from walkshop.ui.desk import Desk
from walkshop.ui.map.figures import Figure
from walkshop.ui.notes.acts import NoteActs
from walkshop.ui.notes.entryparts import EntryParts


class Drawn(QObject):
    """Gives a drawing to the note in hand, else to the next one.

    Signals:
        taken: a drawing has its place.
    """

    taken = Signal()

    def __init__(self, desk: Desk, acts: NoteActs, parts: EntryParts, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._acts = acts
        self._parts = parts
        parts.map.canvas.figure_drawn.connect(self.take)
        parts.map.canvas.figure_reshaped.connect(self.reshape)

    def take(self, figure: Figure) -> None:
        """A line or area was drawn: of the note in hand, else of the next one."""
        note = self._desk.selection.in_hand.current
        if note is not None and not self._parts.line.has_words:
            self._parts.map.set_pending(None)
            self._acts.draw(note, place_of(figure))
        else:
            self._parts.map.set_pending(place_of(figure))
        self.taken.emit()

    def reshape(self, key: str, figure: Figure) -> None:
        """A corner of the note's line or area was pulled, added or taken away."""
        self._acts.draw(NoteId(key), place_of(figure))
        self.taken.emit()


def place_of(figure: Figure) -> Line | Area:
    """The place that a person drew: no guess."""
    return Area(figure.along) if figure.closed else Line(figure.along)
