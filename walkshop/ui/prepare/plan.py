"""Laying a scanned plan under the walk: point at the same places in the plan and on the map."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.domain.edits.setting import lay_map
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Language, Text, msg
from walkshop.services.basemap.affine import Fit, fit_plan
from walkshop.services.basemap.data import Words
from walkshop.services.basemap.laying import Laid
from walkshop.services.basemap.plan import ENDINGS
from walkshop.store.store import Change
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.files import documents
from walkshop.ui.jobs import Jobs
from walkshop.ui.plain import plain_tip
from walkshop.ui.prepare.area import AskFile
from walkshop.ui.prepare.plan_map import PlanMap
from walkshop.ui.prepare.plan_parts import PlanParts
from walkshop.ui.prepare.plan_points import Points
from walkshop.ui.prepare.plan_view import PlanImages, PlanView
from walkshop.ui.prepare.plan_words import fit_words, next_step, still_needed
from walkshop.ui.prepare.plan_work import (
    LAYING,
    READING,
    Loaded,
    PlanWork,
    Wanted,
    lay,
    load,
    load_page,
)

LAID = msg("Map laid under the walk")
_NO_PLAN = msg("Choose a plan: a scan, a photo or a PDF.")


def ask_plan(parent: QWidget, language: Language) -> Path | None:
    """Ask for a plan with the dialog of the system; None when the person thought better of it."""
    title = language.say(msg("Choose a plan"))
    endings = " ".join(f"*.{one} *.{one.upper()}" for one in ENDINGS)
    kinds = f"{language.say(msg('Pictures and PDF files'))} ({endings})"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
    return Path(chosen) if chosen else None


class PlanPage(QWidget):
    """Plan and map side by side, the fit in words, and one button that lays it.

    Signals:
        done: the Laid, after the walk has got its map as one act.
        left: somebody goes back without laying it.

    Args:
        jobs: run what is slow.
        walk_file: the map file comes beside it.
        ask: asks a person for a plan.
    """

    done = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, walk_file: Path, ask: AskFile = ask_plan) -> None:
        super().__init__()
        self._desk = desk
        self._walk_file = walk_file
        self._ask = ask
        self._loaded: Loaded | None = None
        self._images: PlanImages | None = None
        self._fit: Fit | None = None
        self._why: Text | WalkshopError | None = _NO_PLAN
        self.points = Points(self)
        self.work = PlanWork(jobs, self)
        self.view = PlanView(desk.language, self.points)
        self.map = PlanMap(desk, self.points)
        self.parts = PlanParts(desk.language, self.view, self.map)
        self.parts.lay_out(self)
        self.parts.lay.clicked.connect(self.lay)
        self.parts.back.clicked.connect(self.points.step_back)
        self.parts.choose.clicked.connect(self.ask_file)
        self.parts.leave.clicked.connect(self.leave)
        self.parts.stop.clicked.connect(self.work.stop)
        self.parts.page_chosen.connect(self.open_page)
        self.parts.over.toggled.connect(self._show_over)
        self.points.changed.connect(self._judge)
        self.work.changed.connect(self._show)
        desk.store.changed.connect(self._on_change)
        self._show()

    @property
    def fit(self) -> Fit | None:
        """How the plan would lie by the points of now; None when it cannot."""
        return self._fit

    @property
    def why_not(self) -> str:
        """Why the plan cannot be laid yet; empty when it can."""
        if isinstance(self._why, WalkshopError):
            return sentence(self._why, self._desk.language)
        return self._desk.say(self._why) if self._why is not None else ""

    @property
    def _notice(self) -> Words:
        """What the map says that is pointed at: "sketch, not to scale"."""
        ground = self._desk.ground.data
        return ground.notice if ground is not None else {}

    def ask_file(self) -> None:
        """Ask for a plan and read it."""
        path = self._ask(self, self._desk.language)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Read a plan and show its first page; a refusal is said in a sentence."""
        self._take(None)
        self.parts.refusal.say("")
        self.work.start(READING, partial(load, path), self._show_loaded)

    def open_page(self, page: int) -> None:
        """Show another page (from 0) of the plan."""
        if self._loaded is not None and page != self._loaded.page:
            plan = self._loaded.plan
            self.work.start(READING, partial(load_page, plan, page), self._show_loaded)

    def lay(self) -> None:
        """Write the map file, and let the walk name it."""
        if self._fit is None or self._loaded is None or self.work.label is not None:
            return
        self.parts.refusal.say("")
        wanted = Wanted(
            self._desk.store.walk,
            self._walk_file,
            self._loaded.picture,
            self._fit.affine,
            self.parts.whose.text(),
            self._notice,
        )
        self.work.start(LAYING, partial(lay, wanted), self._on_laid)

    def leave(self) -> None:
        """Go back; the walk stays as it is."""
        self.work.stop()
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Without a plan there is one thing to do."""
        super().showEvent(event)
        if self._loaded is None:
            self.parts.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace takes the last point back."""
        if event.key() == Qt.Key.Key_Backspace and self.work.label is not LAYING:
            self.points.step_back()
        else:
            super().keyPressEvent(event)

    def _show_loaded(self, loaded: Loaded | WalkshopError) -> None:
        if isinstance(loaded, WalkshopError):
            self.parts.refusal.say(sentence(loaded, self._desk.language))
            self.parts.show_page(self._loaded.page if self._loaded is not None else 0)
            self._show()
            self.parts.choose.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._take(loaded)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, loaded: Loaded | None) -> None:
        """Another plan, or none, without points."""
        self._loaded = loaded
        self._images = PlanImages(loaded.levels) if loaded is not None else None
        self.view.show_plan(self._images)
        self.parts.show_plan(loaded.plan if loaded is not None else None)
        self.parts.show_page(loaded.page if loaded is not None else 0)
        self.points.clear()

    def _judge(self) -> None:
        """How the plan would lie by the points of now."""
        self._fit, self._why = None, None
        if self._loaded is None:
            self._why = _NO_PLAN
        elif self.points.missing:
            self._why = still_needed(self.points)
        else:
            try:
                self._fit = fit_plan(self.points.pairs, self._loaded.picture.diagonal_px)
            except WalkshopError as refusal:
                self._why = refusal
        self._show()

    def _show(self) -> None:
        """Bring words, buttons and the plan over the map up to date."""
        say, parts, busy = self._desk.say, self.parts, self.work.label
        parts.step.setText(say(busy if busy is not None else self._next()))
        fit = fit_words(self._fit, bool(self._notice)) if self._fit is not None else []
        parts.fit.setText(" ".join(map(say, fit)) or (self.why_not if self._loaded else ""))
        parts.lay.setEnabled(self._fit is not None and busy is None)
        parts.lay.setToolTip(plain_tip(self.why_not))
        parts.back.setEnabled(self.points.can_go_back and busy is None)
        parts.over.setEnabled(self._fit is not None)
        for part in (self.view, self.map, parts.whose, parts.pages, parts.choose):
            part.setEnabled(busy is None)
        parts.show_progress(self.work.progress, busy)
        self._show_over()

    def _next(self) -> Text:
        return next_step(self.points) if self._loaded is not None else _NO_PLAN

    def _show_over(self) -> None:
        affine = self._fit.affine if self._fit is not None else None
        self.map.show_plan(self._images, affine if self.parts.over.isChecked() else None)

    def _on_laid(self, laid: Laid | WalkshopError) -> None:
        if isinstance(laid, WalkshopError):
            self.parts.refusal.say(sentence(laid, self._desk.language))
            return
        store = self._desk.store
        stamp = store.stamp()
        if store.apply(LAID, lambda walk: lay_map(walk, laid.link, stamp)):
            self.done.emit(laid)

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if before.area.outlines is not after.area.outlines or before.stops is not after.stops:
            self.map.show_walk(after)
