"""The current walk: apply, undo, redo, and who is told about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from walkshop.domain.diff import diff, undone
from walkshop.domain.errors import WalkshopError
from walkshop.domain.history import Commit, Entry
from walkshop.domain.records import Marks, Stamp, Walk
from walkshop.i18n import Text, msg
from walkshop.store.journal import Journal
from walkshop.store.steps import State, from_history, renumbered

Edit = Callable[[Walk], Walk]
Blobs = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Change:
    """What listeners get: the walk before and after, and the entry that led there."""

    before: Walk
    after: Walk
    entry: Entry


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that needs saying and was nobody's act: a refusal or a thing left as it was."""

    text: Text
    label: Text
    error: WalkshopError | None = None


Listener = Callable[[Change], None]
NoticeListener = Callable[[Notice], None]
SavedListener = Callable[[], None]


@dataclass(frozen=True, slots=True)
class _Pending:
    commit: Commit
    edit: Edit | None  # None: an undo or redo, which looks its step up anew
    state: State
    marks: Marks  # the next free numbers that the edit began with

    def without_picture(self, old: str, new: str) -> _Pending:
        return replace(self, state=self.state.without_picture(old, new))


class Store:
    """Holds the current walk of one file and every way back from it.

    Args:
        walk: the walk as the file holds it.
        clock: gives the time and station of an act.
        journal: where edits go to be kept.
        history: the entries that the file kept, oldest first.
    """

    def __init__(
        self,
        walk: Walk,
        clock: Callable[[], Stamp],
        journal: Journal,
        history: Iterable[Entry] = (),
    ) -> None:
        kept = tuple(history)
        self._clock = clock
        self._journal = journal
        self._saved = self._state = from_history(walk, kept)
        self._n = kept[-1].n if kept else 0
        self._pending: list[_Pending] = []
        self._listeners: list[Listener] = []
        self._notice_listeners: list[NoticeListener] = []
        self._saved_listeners: list[SavedListener] = []
        self._telling = False
        self.saved_at: Stamp | None = kept[-1].stamp if kept else None
        self.trouble: WalkshopError | None = None

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""
        return self._state.walk

    @property
    def pending(self) -> int:
        """How many edits are not on disk yet."""
        return len(self._pending)

    @property
    def undo_label(self) -> Text | None:
        """What undo would take back; None when there is nothing."""
        return self._state.undo[-1].label if self._state.undo else None

    @property
    def redo_label(self) -> Text | None:
        """What redo would bring back; None when there is nothing."""
        return self._state.redo[-1].label if self._state.redo else None

    def stamp(self) -> Stamp:
        """The time and station of an act that begins now."""
        return self._clock()

    def subscribe(self, listener: Listener) -> None:
        """Tell `listener` of every change of the walk; it must not apply anything."""
        self._listeners.append(listener)

    def subscribe_notices(self, listener: NoticeListener) -> None:
        """Tell `listener` what was refused or left as it was."""
        self._notice_listeners.append(listener)

    def subscribe_saved(self, listener: SavedListener) -> None:
        """Call `listener` when what is safe on disk changes, for better or worse."""
        self._saved_listeners.append(listener)

    def apply(self, label: Text, edit: Edit, merge: str = "", blobs: Blobs | None = None) -> Walk:
        """Do `edit`; edits that share the token `merge` in a row are taken back as one.

        Raises:
            WalkshopError: the edit refuses; nothing has changed then.
        """
        return self._do(Entry(0, label, (), self._clock(), gesture=merge), edit, blobs or {})

    def undo(self) -> Text | None:
        """Take the last step back as a new version; its label, or None when there is none."""
        if not self._state.undo:
            return None
        step = self._state.undo[-1]
        label = msg("Undone: {what}", what=step.label)
        self._do(Entry(0, label, (), self._clock(), undoes=step.entries), None, {})
        return step.label

    def redo(self) -> Text | None:
        """Bring the last undone step back; its label, or None when there is none."""
        if not self._state.redo:
            return None
        step = self._state.redo[-1]
        label = msg("Done again: {what}", what=step.label)
        self._do(Entry(0, label, (), self._clock(), redoes=step.entries[0]), None, {})
        return step.label

    def forget_picture(self, old: str, new: str) -> None:
        """Let undo and redo lead to the picture `new` wherever they led to `old` (checksums)."""
        self._state = self._state.without_picture(old, new)
        self._saved = self._saved.without_picture(old, new)
        self._pending = [one.without_picture(old, new) for one in self._pending]

    def saved(self, n: int) -> None:
        """The journal says: edit `n`, and all before it, are safe on disk."""
        while self._pending and self._pending[0].commit.entry.n <= n:
            done = self._pending.pop(0)
            self._saved = done.state
            self.saved_at = done.commit.entry.stamp
        self.trouble = None
        self._tell_saved()

    def failed(self, n: int, why: WalkshopError) -> None:
        """The journal says: edit `n` is not on disk yet, and why."""
        self.trouble = why
        self._tell_saved()

    def foreign(self, walk: Walk, last: int = 0, remarks: tuple[Text, ...] = ()) -> None:
        """The journal says: another program changed the file, which now holds `walk`.

        That becomes one version of its own, and edits that were not saved are done again on it;
        one that refuses now becomes a notice.
        """
        before = self._state.walk
        waiting, self._pending = self._pending, []
        self._n = max(self._n, last)
        marks = walk.marks.highest(before.marks)  # numbers that were shown are never given again
        self._state = replace(self._saved, walk=replace(self._saved.walk, marks=marks))
        label = msg("Changed in another program")
        entry = Entry(0, label, (), self._clock(), foreign=True)
        done = self._advance(entry, lambda _: walk, {})
        for remark in remarks:
            self._notify(Notice(remark, label))
        numbers: dict[int, int] = {}
        for pending in waiting:
            if not pending.commit.entry.foreign:  # an earlier change lies in `walk` already
                self._again(pending, numbers)
        self._tell(Change(before, self._state.walk, done or entry))

    def _do(self, entry: Entry, edit: Edit | None, blobs: Blobs) -> Walk:
        if self._telling:
            raise RuntimeError("a listener must not change the walk")
        before = self._state.walk
        done = self._advance(entry, edit, blobs)
        if done is not None:
            self._tell(Change(before, self._state.walk, done))
        return self._state.walk

    def _advance(
        self, entry: Entry, edit: Edit | None, blobs: Blobs, marks: Marks | None = None
    ) -> Entry | None:
        """The next version by `edit`, handed to the journal; None when nothing changed."""
        before = self._state.walk
        start = before if marks is None else replace(before, marks=marks)
        after = edit(start) if edit else self._taken_back(entry)
        after = replace(after, marks=before.marks.highest(after.marks))
        changes = diff(before, after)
        moves_stack = bool(entry.undoes or entry.redoes)
        if not changes and not moves_stack:
            return None
        self._n += 1
        done = replace(entry, n=self._n, changes=changes)
        commit = Commit(done, after, blobs)
        self._state = self._state.after(after, done)
        self._pending.append(_Pending(commit, edit, self._state, start.marks))
        self._journal.write(commit)
        return done

    def _again(self, pending: _Pending, numbers: dict[int, int]) -> None:
        """Do an edit again on what another program left; with the same numbers, where free."""
        was = pending.commit.entry
        entry = renumbered(was, numbers)
        marks = pending.marks if _are_free(pending, self._state.walk) else None
        numbers[was.n] = 0
        try:
            done = self._advance(entry, pending.edit, pending.commit.blobs, marks)
        except WalkshopError as refusal:
            self._notify(Notice(refusal.message, entry.label, refusal))
        else:
            numbers[was.n] = done.n if done else 0

    def _taken_back(self, entry: Entry) -> Walk:
        steps = self._state.taken(entry)
        changes = tuple(change for step in steps for change in step.changes)
        back, kept = undone(self._state.walk, changes)
        if kept:
            text = msg("Somebody changed this since. That was left as it is.")
            self._notify(Notice(text, steps[-1].label))
        return back

    def _tell(self, change: Change) -> None:
        self._telling = True
        try:
            for listener in tuple(self._listeners):
                listener(change)
        finally:
            self._telling = False

    def _notify(self, notice: Notice) -> None:
        for listener in tuple(self._notice_listeners):
            listener(notice)

    def _tell_saved(self) -> None:
        for listener in tuple(self._saved_listeners):
            listener()


def _are_free(pending: _Pending, walk: Walk) -> bool:
    """Whether the numbers that an edit gave the first time are still nobody's in `walk`."""
    given = pending.commit.after.marks
    ranges = (
        (walk.notes, pending.marks.note, given.note),
        (walk.actions, pending.marks.action, given.action),
        (walk.stops, pending.marks.stop, given.stop),
    )
    return not any(
        first <= record.nr < end
        for table, first, end in ranges
        if end > first
        for record in table.values()
    )
