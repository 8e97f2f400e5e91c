"""Which notes were merged into which, found once for one version of a walk."""

from __future__ import annotations

from walkshop.domain.records import Note, NoteId, Walk


class Merges:
    """The notes under each note that leads; made anew for each version of a walk."""

    def __init__(self, walk: Walk) -> None:
        self._under: dict[NoteId, list[Note]] = {}
        for note in sorted(walk.notes.values(), key=lambda note: note.nr):
            if note.merged_into:
                self._under.setdefault(note.merged_into, []).append(note)

    def under(self, note: NoteId) -> list[Note]:
        """The notes that were merged into `note` itself, by number."""
        return self._under.get(note, [])

    def mentions(self, note: Note) -> int:
        """How often it was said: by itself, by more voices, and by notes merged into it."""
        found = {note.id: note}
        waiting = [note]
        while waiting:
            more = [other for other in self.under(waiting.pop().id) if other.id not in found]
            found |= {other.id: other for other in more}
            waiting += more
        return sum(1 + len(other.voices) for other in found.values())
