"""Another copy of this walk: what it would bring, what both changed, and one button to merge."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from walkshop.domain.edits.joining_records import Chosen, Conflict
from walkshop.domain.edits.merging import Merged, both_changed
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Note
from walkshop.i18n import msg, msgn
from walkshop.services.gpkg import WalkFile
from walkshop.services.gpkg.copies import read_copy
from walkshop.services.merging import OtherCopy, other_copy, refuse_itself
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.small import OneLine, rule
from walkshop.ui.intake.bars import bar
from walkshop.ui.intake.clashes import head_of, side_of
from walkshop.ui.intake.reading import Runner
from walkshop.ui.jobs import Job, Report
from walkshop.ui.plain import button_words
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.scroll import scrolling

_MOST_LINES = 30
"""Lines under one heading; the rest is counted."""


class MergePage(QWidget):
    """Shows what another copy knows; merging it is one step that undo takes back.

    Args:
        file: the walk that is open; a copy of it tells how it came to be as it is.

    Signals:
        left: back to the notes; the copy was merged, or somebody thought better of it.
    """

    OWN_SIDE = True
    left = Signal()

    def __init__(self, desk: Desk, runner: Runner, file: WalkFile) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk, self._runner, self._file = desk, runner, file
        self._job: Job | None = None
        self._chosen: Chosen = frozenset()
        self.other: OtherCopy | None = None
        self.merged: Merged | None = None
        self.boxes: dict[tuple[str, str], QCheckBox] = {}
        self.refusal = Refusal()
        self.cancel = Button(desk.say(msg("Not now")), self.let_go, "quiet")
        self.go = Button(desk.say(msg("Merge")), self.merge, "primary")
        self._title = OneLine("", "title")
        self._body = QWidget()
        self._lines: QVBoxLayout = column(self._body, tokens.GAP_8, tokens.GAP_32)
        lines: QVBoxLayout = column(self)
        lines.addLayout(bar([self._title], []))
        lines.addWidget(rule())
        lines.addWidget(scrolling(self._body), 1)
        lines.addWidget(rule())
        lines.addLayout(bar([self.refusal], [self.cancel, self.go]))
        desk.store.changed.connect(self._show_again)
        self._forget()

    def areas(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.go if self.go.isEnabled() else self.cancel]

    def read(self, path: Path) -> None:
        """Show what the copy in this file would bring."""
        self._forget()
        self._title.setText(self._desk.say(msg("Look first: {file}", file=path.name)))
        file, stamp = self._file, self._desk.store.stamp()

        def work(_report: Report) -> OtherCopy | WalkshopError:
            try:
                refuse_itself(file.path, path)
                with TemporaryDirectory(prefix="walkshop-") as folder:
                    ours = Path(folder) / "ours.gpkg"
                    file.backup_to(ours)
                    return other_copy(read_copy(ours), path, stamp)
            except WalkshopError as refusal:
                return refusal

        label = msg("Reading {file}", file=path.name)
        self._job = self._runner.start(label, work, self._came)

    def merge(self) -> None:
        """Merge the copy, with the choices that were made."""
        other, chosen = self.other, self._chosen
        if other is None or not self.go.isEnabled():
            return
        stamp = self._desk.store.stamp()
        if self._desk.store.apply(
            msg("Merged with {file}", file=other.name),
            lambda walk: other.merged(walk, stamp, chosen).walk,
            blobs=dict(other.pictures),
        ):
            self.let_go()

    def let_go(self) -> None:
        """Forget the copy; what is merged stays."""
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        if self._job is not None:
            self._job.stop()
        self._job = self.other = self.merged = None
        self._chosen = frozenset()
        self.refusal.say("")
        self.boxes = {}
        clear(self._lines)
        self.go.setEnabled(False)

    def _came(self, found: OtherCopy | WalkshopError) -> None:
        self._job = None
        if isinstance(found, WalkshopError):
            self.refusal.say(sentence(found, self._desk.language))
            return
        self.other = found
        self._show_again()
        if self.isVisible():
            (self.go if self.go.isEnabled() else self.cancel).setFocus(
                Qt.FocusReason.OtherFocusReason
            )

    def _show_again(self) -> None:
        """What would come into the walk as it is now."""
        if self.other is None:
            return
        merged = self.merged = self.other.merged(self._desk.store.walk, self._desk.store.stamp())
        clear(self._lines)
        self.boxes = {}
        self._counts(merged)
        self._numbers(merged)
        self._clashes(merged)
        self._lines.addStretch(1)
        self.go.setEnabled(bool(merged.added or merged.changed or self._chosen))

    def _counts(self, merged: Merged) -> None:
        notes = len(merged.added_notes) + len(merged.changed_notes)
        more = len(merged.added) + len(merged.changed) - notes
        pictures = len(self.other.pictures) if self.other else 0
        counted = (
            (msgn("{n} new note", "{n} new notes", len(merged.added_notes)), merged.added_notes),
            (msgn("{n} note learns something", "{n} notes learn something",
                  len(merged.changed_notes)), merged.changed_notes),
            (msgn("{n} other thing is new or changed", "{n} other things are new or changed",
                  more), more),
            (msgn("{n} photo comes along", "{n} photos come along", pictures), pictures),
        )  # fmt: skip
        lines = [words for words, there in counted if there]
        for words in lines or [msg("This walk knows all of it already.")]:
            self._lines.addWidget(plain_label(self._desk.say(words)))

    def _numbers(self, merged: Merged) -> None:
        moved = [one for one in merged.renumbered if isinstance(one.record, Note)]
        if not moved:
            return
        self._head(self._desk.say(msg("Other numbers")))
        for one in moved[:_MOST_LINES]:
            words = msg("their {was} is {nr} here", was=one.was, nr=one.nr)
            self._lines.addWidget(soft_label(self._desk.say(words)))
        self._more(len(moved))

    def _clashes(self, merged: Merged) -> None:
        if not merged.conflicts:
            return
        self._head(self._desk.say(both_changed(len(merged.conflicts))))
        for one in merged.conflicts[:_MOST_LINES]:
            self._clash(one)
        self._more(len(merged.conflicts))

    def _clash(self, conflict: Conflict) -> None:
        language, walk = self._desk.language, self._desk.store.walk
        there = walk if self.other is None else self.other.theirs
        ours = side_of(conflict.ours, conflict, walk, language)
        theirs = side_of(conflict.theirs, conflict, there, language)
        self._lines.addWidget(plain_label(head_of(conflict, language), tokens.NAME))
        self._lines.addWidget(plain_label(language.say(msg("Here: {words}", words=ours))))
        self._lines.addWidget(plain_label(language.say(msg("There: {words}", words=theirs))))
        said = language.say(msg("Take what stands there"))
        box = QCheckBox(button_words(said))
        box.setAccessibleName(f"{said}: {theirs}")
        box.setChecked(conflict.key in self._chosen)
        box.toggled.connect(partial(self._choose, conflict.key))
        self.boxes[conflict.key] = box
        self._lines.addWidget(box)

    def _choose(self, key: tuple[str, str], on: bool) -> None:
        self._chosen = self._chosen | {key} if on else self._chosen - {key}
        merged = self.merged
        self.go.setEnabled(bool(merged and (merged.added or merged.changed or self._chosen)))

    def _more(self, there: int) -> None:
        if there > _MOST_LINES:
            more = msg("and {n} more", n=there - _MOST_LINES)
            self._lines.addWidget(soft_label(self._desk.say(more)))

    def _head(self, words: str) -> None:
        self._lines.addSpacing(tokens.GAP_12)
        self._lines.addWidget(plain_label(words, tokens.NAME))
