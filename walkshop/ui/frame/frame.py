"""The frame of an open walk: rail, title and search, the stage, the inspector, the status line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.actions import Where, make_actions
from walkshop.ui.desk import Desk
from walkshop.ui.frame.beside import Beside
from walkshop.ui.frame.rail import Rail
from walkshop.ui.frame.small import rule
from walkshop.ui.frame.stage import HasAreas, Narrows, Stage, own_side
from walkshop.ui.frame.status import StatusLine
from walkshop.ui.frame.top_bar import TopBar
from walkshop.ui.jobs import Jobs
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px

BoxT = TypeVar("BoxT", QHBoxLayout, QVBoxLayout)

Outer = Callable[[], Sequence[QAction]]
"""Gives the acts of the program itself, for the menu."""


class Frame(QWidget):
    """Shows one stage at a time; each is made when it is first opened.

    Signals:
        stage_opened: the id of the stage that is open now.
        start_wanted: somebody wants to go to the start page.
        files_wanted: somebody wants to read in files.
        lines_wanted: somebody wants to read in what is on the clipboard.

    Args:
        desk: the open walk.
        stages: those on the rail in order, then pages that only the menu opens.
        inspector: what shows the thing in hand.
    """

    stage_opened = Signal(str)
    start_wanted = Signal()
    files_wanted = Signal()
    lines_wanted = Signal()

    def __init__(self, desk: Desk, stages: Sequence[Stage], inspector: QWidget, jobs: Jobs) -> None:
        super().__init__()
        on_surface(self, "paper")
        self._desk = desk
        self._stages = {stage.id: stage for stage in stages}
        self._panels: dict[str, QWidget] = {}
        self._narrow = False
        self.stage = ""
        self.rail = Rail([stage for stage in stages if stage.on_rail], desk.language)
        self.status = StatusLine(desk, jobs)
        self._stack = QStackedWidget()
        self._own = make_actions(self, Where.WALK, desk.language, self._what_to_do())
        self.top = TopBar(desk, self._menu_groups)
        self.outer: Outer = tuple
        self.room: Outer = tuple
        self._beside = Beside(desk, inspector)
        self._lay_out()
        self.rail.chosen.connect(self._open_from_rail)
        self.top.search.left.connect(self._to_notes)
        self._beside.closed.connect(self.to_stage)
        self.status.counts.asked.connect(self._to_notes)
        desk.filter.changed.connect(self._count)
        self._count()

    def open_stage(self, stage: str, why: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Open a stage, and give it the focus; `why` tells whether that shows a ring."""
        self.stage = stage
        panel = self.panel(stage)
        self._stack.setCurrentWidget(panel)
        self.rail.show_chosen(stage)
        self._beside.set_wanted(not own_side(panel))
        self._share_room()
        self.to_stage(why)
        self.stage_opened.emit(stage)

    def panel(self, stage: str) -> QWidget:
        """The panel of a stage, made if it was never opened."""
        made = self._panels.get(stage)
        if made is None:
            made = self._panels[stage] = self._stages[stage].make()
            self._stack.addWidget(made)
            if isinstance(made, Narrows):
                made.set_narrow(self._narrow)
                made.free_side_changed.connect(self._share_room)
        return made

    def to_stage(self, why: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> None:
        """Give the focus to where one works in this stage."""
        panel = self.panel(self.stage)
        _focus(panel.areas()[0] if isinstance(panel, HasAreas) else panel, why)

    def _open_from_rail(self, stage: str) -> None:
        # The mouse leaves the focus where it was, so that only a key finds it on the rail.
        now = QApplication.focusWidget()
        keys = now is not None and self.rail.isAncestorOf(now)
        reason = Qt.FocusReason
        if now is not None and not keys:
            now.clearFocus()  # or the stack gives it to the next stage, for a reason of its own
        self.open_stage(stage, reason.TabFocusReason if keys else reason.MouseFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window has a narrow rail, a folded list, and the inspector over the map."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(tokens.NARROW_WINDOW)
        if narrow != self._narrow:
            self._narrow = narrow
            self.rail.set_narrow(narrow)
            for panel in self._panels.values():
                if isinstance(panel, Narrows):
                    panel.set_narrow(narrow)
        self._beside.share(event.size().width())
        self._beside.set_over(narrow)
        self._share_room()

    def _share_room(self) -> None:
        panel = self._panels.get(self.stage)
        if panel is not None:
            free = panel.free_side() if isinstance(panel, Narrows) else panel.rect()
            top_left = panel.mapTo(self._body, free.topLeft())
            self._beside.place_over(QRect(top_left, free.size()))

    def _go_round(self, step: int) -> None:
        areas = [area for area in self._areas() if area.isVisibleTo(self)]
        now = QApplication.focusWidget()
        here = next(
            (
                place
                for place, area in enumerate(areas)
                if now is not None and (area is now or area.isAncestorOf(now))
            ),
            0,
        )
        for far in range(1, len(areas)):
            if _focus(areas[(here + step * far) % len(areas)]):
                return

    def _areas(self) -> list[QWidget]:
        panel = self.panel(self.stage)
        inner = panel.areas() if isinstance(panel, HasAreas) else [panel]
        return [*inner, self._beside.inspector, self.rail, self.top.search, self.status.counts]

    def _what_to_do(self) -> dict[str, Callable[[], object]]:
        stages = ("prepare", "notes", "values", "agenda", "share", "settings", "paper")
        return {
            **{stage: self._opener(stage) for stage in stages},
            "undo": self._undo,
            "redo": self._redo,
            "find": self._find,
            "all": self._desk.filter.clear,
            "start": self.start_wanted.emit,
            "read_in": self.files_wanted.emit,
            "paste_lines": self.lines_wanted.emit,
            "next_area": lambda: self._go_round(1),
            "previous_area": lambda: self._go_round(-1),
        }

    def _opener(self, stage: str) -> Callable[[], None]:
        return lambda: self.open_stage(stage)

    def _undo(self) -> None:
        if self._desk.store.undo_label is None:
            self.status.notice.show_text(msg("There is nothing to undo."))
        self._desk.store.undo()

    def _redo(self) -> None:
        if self._desk.store.redo_label is None:
            self.status.notice.show_text(msg("There is nothing to redo."))
        self._desk.store.redo()

    def _to_notes(self) -> None:
        """What was looked for is seen in Notes."""
        if self.stage == "notes":
            self.to_stage()
        else:
            self.open_stage("notes")

    def _find(self) -> None:
        self.top.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.top.search.selectAll()

    def _count(self) -> None:
        walk = self._desk.store.walk
        self.rail.set_counts(
            {
                "notes": len(self._desk.filter.standing),
                "values": len(walk.values),
                "agenda": len(walk.actions),
            }
        )

    def _menu_groups(self) -> Iterable[tuple[str, Iterable[QAction]]]:
        own = self._own
        stage = self._desk.say(self._stages[self.stage].title)
        return (
            ("", (own["undo"], own["redo"])),
            (stage, self.panel(self.stage).actions()),
            ("", (own["find"], own["all"])),
            ("", (own["read_in"], own["paste_lines"], own["paper"])),
            (self._desk.say(msg("Room screen")), self.room()),
            ("", (own["settings"], own["start"])),
            ("", self.outer()),
        )

    def _lay_out(self) -> None:
        self._body = QWidget()
        body = _flush(QHBoxLayout(self._body))
        body.addWidget(self._stack, 1)
        body.addWidget(self._beside)
        self._beside.take_body(self._body)
        column = _flush(QVBoxLayout())
        for part in (self.top, rule(), self._body, rule(), self.status):
            column.addWidget(part, 1 if part is self._body else 0)
        row = _flush(QHBoxLayout(self))
        row.addWidget(self.rail)
        row.addWidget(rule(across=False))
        row.addLayout(column, 1)


def _flush(box: BoxT) -> BoxT:
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(0)
    return box


def _focus(area: QWidget, reason: Qt.FocusReason = Qt.FocusReason.TabFocusReason) -> bool:
    """Give an area the focus, or the first thing in it that takes it; whether there is any."""
    if area.focusPolicy() & Qt.FocusPolicy.TabFocus:
        area.setFocus(reason)
        return True
    inside = area.nextInFocusChain()
    while inside is not None and inside is not area:
        takes = inside.focusPolicy() & Qt.FocusPolicy.TabFocus and inside.isEnabled()
        if area.isAncestorOf(inside) and takes and inside.isVisibleTo(area):
            inside.setFocus(reason)
            return True
        inside = inside.nextInFocusChain()
    return False
