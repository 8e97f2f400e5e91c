"""The Notes stage: list, map and tray above one line that takes down what is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.records import Kind, StopId
from walkshop.ui import tokens
from walkshop.ui.actions import Where, make_actions
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import rule
from walkshop.ui.map.finding import Finding
from walkshop.ui.notes.acts import NoteActs
from walkshop.ui.notes.caring import NoteCare
from walkshop.ui.notes.chips import ChipsRow
from walkshop.ui.notes.entry import EntryLine
from walkshop.ui.notes.entryparts import EntryParts
from walkshop.ui.notes.ghost import Ghost
from walkshop.ui.notes.list_side import ListSide
from walkshop.ui.notes.map_side import MapSide
from walkshop.ui.notes.placing import Placing
from walkshop.ui.notes.rewording import RewordLine
from walkshop.ui.notes.splitting import SplitLine
from walkshop.ui.notes.taking import Taking
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px

ZOOM_STEP = 1.0


class NotesPanel(QWidget):
    """List at the left, map in the middle, entry line under both.

    Signals:
        fold_wanted: somebody folded the list in or out; whether it is folded now.
        free_side_changed: `free_side` is another one now.
    """

    fold_wanted = Signal(bool)
    free_side_changed = Signal()

    def __init__(self, desk: Desk, folded: bool = False) -> None:
        super().__init__()
        on_surface(self, "card")
        self._narrow = False
        self._selection = desk.selection
        self._folded = folded
        self.acts = NoteActs(desk.store, desk.selection)
        self.list_side = ListSide(desk)
        self.map_side = MapSide(desk)
        self.line = EntryLine(desk.language)
        self.chips = ChipsRow(desk)
        self.ghost = Ghost()
        parts = EntryParts(self.line, self.chips, self.ghost, self.map_side)
        self.taking = Taking(desk, self.acts, parts, self)
        self.placing = Placing(desk.store, self.acts)
        self.care = NoteCare(desk, self.acts, self.taking.offering, self)
        self.split_line = SplitLine(desk.language)
        self.care.split_begun.connect(self.split_line.begin)
        self.split_line.split.connect(self.care.split)
        self.reword_line = RewordLine(desk.language)
        self.care.edit_begun.connect(self.reword_line.begin)
        self.reword_line.reworded.connect(self.care.reword)
        for begun in (self.care.split_begun, self.care.edit_begun):
            begun.connect(self.chips.hide)  # what stays set is not about this note
        for line in (self.split_line, self.reword_line):
            line.left.connect(self.chips.show)
            line.left.connect(self.to_line)
        self.finding = Finding(desk, self.map_side.canvas, self.to_line)
        self._lay_out()
        self.list_side.set_folded(folded)
        self.list_side.fold_wanted.connect(self._fold)
        self.map_side.resized.connect(self.free_side_changed)
        self.list_side.view.clicked_row.connect(self.to_line)
        self.list_side.talk.ring = lambda: self.map_side.pending
        self.list_side.talk.kept.connect(lambda: self.map_side.set_pending(None))
        make_actions(self, Where.NOTES, desk.language, self._what_to_do())

    def areas(self) -> list[QWidget]:
        """What F6 goes round: line, list, map, tray."""
        return [self.line, self.list_side.view, self.map_side.canvas, self.map_side.without]

    def to_line(self) -> None:
        """Give the line the focus: letters are words again."""
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def draft(self) -> tuple[str, StopId | None]:
        """The words in the line that are not a note yet, and the stop that is set."""
        stop = self.chips.stop
        return self.line.text(), stop.id if stop else None

    def take_draft(self, words: str, stop: StopId | None) -> None:
        """Go on with words that were typed before the window was built anew."""
        self.chips.set_stop(stop)
        self.line.setText(words)
        self.taking.refresh()

    def set_narrow(self, narrow: bool) -> None:
        """In a narrow window the list begins folded."""
        if narrow != self._narrow:
            self._narrow = narrow
            self.list_side.set_folded(narrow or self._folded)
            self.map_side.set_narrow(narrow)

    def free_side(self) -> QRect:
        """The map: the inspector may come over it, never over the line."""
        canvas = self.map_side.canvas
        return QRect(canvas.mapTo(self, canvas.rect().topLeft()), canvas.size())

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever opens Notes can type at once."""
        super().showEvent(event)
        self.to_line()

    def _find(self) -> None:
        """Open the finder, or close it; in a narrow window what lies over it goes."""
        if self._narrow:
            self._selection.clear()
        self.finding.toggle()

    def _fold(self, folded: bool) -> None:
        self.list_side.set_folded(folded)
        if not self._narrow:
            self._folded = folded
            self.fold_wanted.emit(folded)

    def _what_to_do(self) -> dict[str, Callable[[], object]]:
        taking, canvas = self.taking, self.map_side.canvas
        kinds = {f"kind_{kind.value}": partial(taking.choose_kind, kind) for kind in Kind}
        return {
            **kinds,
            "to_middle": taking.to_middle,
            "one_more": self.care.one_more,
            "edit_note": self.care.edit,
            "split_note": self.care.begin_split,
            "group_last": self.care.group_with_last,
            "hide_note": self.care.hide,
            "confirm": self.acts.confirm,
            "whole": self.acts.make_whole,
            "to_stop": lambda: self.placing.to_stop(self.chips.stop),
            "unplace": self.placing.take_away,
            "nudge_left": partial(taking.nudge, -1, 0),
            "nudge_right": partial(taking.nudge, 1, 0),
            "nudge_up": partial(taking.nudge, 0, -1),
            "nudge_down": partial(taking.nudge, 0, 1),
            "search_map": self._find,
            "zoom_in": partial(canvas.zoom_by, ZOOM_STEP),
            "zoom_out": partial(canvas.zoom_by, -ZOOM_STEP),
            "zoom_all": self.map_side.fit,
            "zoom_selection": canvas.fit_selected,
            "talk": self.list_side.open_talk,
            "fold": self.list_side.toggle,
        }

    def _lay_out(self) -> None:
        upper = QHBoxLayout()
        upper.setSpacing(0)
        upper.addWidget(self.list_side)
        upper.addWidget(self.map_side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(upper, 1)
        column.addWidget(rule())
        column.addWidget(self._entry())

    def _entry(self) -> QWidget:
        entry = QWidget()
        on_surface(entry, "card")
        column = QVBoxLayout(entry)
        side = px(tokens.GAP_12)
        column.setContentsMargins(side, px(tokens.GAP_8), side, 0)
        column.setSpacing(px(tokens.GAP_8))
        column.addWidget(self.chips)
        column.addWidget(self.split_line)
        column.addWidget(self.reword_line)
        column.addWidget(self.line)
        column.setSpacing(px(6))
        column.addWidget(self.ghost)
        return entry
