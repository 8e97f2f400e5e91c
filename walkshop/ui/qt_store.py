"""The thin bridge between the store and Qt: changes become signals, answers cross threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from uuid import uuid4

from PySide6.QtCore import QObject, Qt, Signal, Slot

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stamp, Walk
from walkshop.i18n import Text
from walkshop.store.store import Change, Edit, Notice, Store


class Delivery(QObject):
    """Runs calls from other threads in the thread where it was made."""

    _posted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def __call__(self, call: Callable[[], None]) -> None:
        """Have `call` run later in this object's thread."""
        self._posted.emit(call)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()


class QtStore(QObject):
    """A store whose changes, notices and saved state are signals.

    Args:
        store: the store of the open walk.
    """

    changed = Signal(object)  # Change
    noticed = Signal(object)  # Notice
    refused = Signal(object)  # WalkshopError
    done = Signal(object, bool)  # Text of what was done; whether undo takes it back
    saved_state_changed = Signal()

    def __init__(self, store: Store, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        store.subscribe(self._on_change)
        store.subscribe_notices(self._on_notice)
        store.subscribe_saved(self.saved_state_changed.emit)

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""
        return self._store.walk

    @property
    def pending(self) -> int:
        """How many edits are not on disk yet."""
        return self._store.pending

    @property
    def saved_at(self) -> Stamp | None:
        """When the last edit that is safe on disk was made."""
        return self._store.saved_at

    @property
    def trouble(self) -> WalkshopError | None:
        """Why edits are not on disk, if they are not."""
        return self._store.trouble

    @property
    def undo_label(self) -> Text | None:
        """What undo would take back."""
        return self._store.undo_label

    @property
    def redo_label(self) -> Text | None:
        """What redo would bring back."""
        return self._store.redo_label

    def stamp(self) -> Stamp:
        """The time and station of an act that begins now."""
        return self._store.stamp()

    def new_id(self) -> str:
        """An identity for a record that is born now."""
        return str(uuid4())

    def apply(
        self, label: Text, edit: Edit, merge: str = "", blobs: Mapping[str, bytes] | None = None
    ) -> bool:
        """Do `edit` and announce it; a refusal is announced too, and False comes back."""
        try:
            self._store.apply(label, edit, merge, blobs)
        except WalkshopError as refusal:
            self.refused.emit(refusal)
            return False
        self.done.emit(label, True)
        return True

    def forget_picture(self, old: str, new: str) -> None:
        """Let no undo or redo lead to the picture `old` any more; see the store."""
        self._store.forget_picture(old, new)

    def undo(self) -> None:
        """Take the last step back."""
        label = self._store.undo()
        if label:
            self.done.emit(Text("Undone: {what}", (("what", label),)), False)

    def redo(self) -> None:
        """Bring the last undone step back."""
        label = self._store.redo()
        if label:
            self.done.emit(Text("Done again: {what}", (("what", label),)), True)

    def _on_change(self, change: Change) -> None:
        self.changed.emit(change)

    def _on_notice(self, notice: Notice) -> None:
        self.noticed.emit(notice)
