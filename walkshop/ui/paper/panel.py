"""Type over paper: a sheet to look at, the line in which its words are typed, and the pile."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg, msgn
from walkshop.services.basemap.planpicture import PlanPicture
from walkshop.services.paper.scans import Scans, cut_out, open_scans
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.small import OneLine, rule
from walkshop.ui.jobs import Jobs
from walkshop.ui.notes.chips import ChipsRow
from walkshop.ui.notes.entry import EntryLine
from walkshop.ui.notes.ghost import Ghost
from walkshop.ui.paper.bar import NoSheets, SheetBar, bar, give_keys, stacked
from walkshop.ui.paper.list import SheetList
from walkshop.ui.paper.pile import Pile, Sheet, pile_of
from walkshop.ui.paper.typing import Parts, Typing
from walkshop.ui.paper.view import ScanView
from walkshop.ui.paper.work import PaperWork
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

_LIST = 210
AskSheets = Callable[[QWidget], Sequence[Path]]


class PaperPanel(QWidget):
    """The page on which sheets are typed over; the scans stay where they are, outside the walk.

    Signals:
        left: back to the notes.
    """

    OWN_SIDE = True
    left = Signal()

    def __init__(self, desk: Desk, jobs: Jobs, ask: AskSheets) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk, self._ask = desk, ask
        self._work = PaperWork(jobs, self)
        self._picture: PlanPicture | None = None
        self.pile = Pile()
        self.view = ScanView(desk.language)
        self.list = SheetList(desk)
        self.line = EntryLine(desk.language)
        self.chips = ChipsRow(desk)
        self.ghost = Ghost()
        self.refusal = Refusal()
        self.bar = SheetBar(desk.language)
        parts = Parts(self.line, self.chips, self.ghost)
        self.typing = Typing(desk, parts, self._nr, self)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show()

    def areas(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.line, self.list, self.view] if self.pile.top else [self.choose]

    def ask_sheets(self) -> None:
        """Ask for files and put their sheets on the table."""
        paths = list(self._ask(self))
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Put the sheets in these files on the table."""
        self._work.start(
            msg("Reading the sheets"), partial(open_scans, list(paths)), self._on_scans
        )

    def turn_to(self, at: int) -> None:
        """Another sheet on top."""
        if at != self.pile.at:
            self._put(self._remembered().turn_to(at))

    def finish(self) -> None:
        """This sheet is typed over: tick it off and take the next."""
        if self.line.has_words:
            self.typing.refuse(msg("Save this line first, with Enter."))
            return
        self._put(self._remembered().finished())

    def turn_round(self) -> None:
        """Turn the sheet a quarter, clockwise."""
        top = self.pile.top
        if top is not None:
            self._put(self._remembered().with_top(replace(top, turns=(top.turns + 1) % 4)))

    def keep_picture(self) -> None:
        """Keep what is in view of the sheet as a note, where nobody can read it."""
        picture = self._picture
        if picture is None:
            return
        try:
            cut = cut_out(picture, self.view.in_view, self._desk.store.new_id)
        except WalkshopError as refusal:
            self._refuse(refusal)
        else:
            self.refusal.say("")
            self.typing.keep_picture(cut)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refuse(self, refusal: WalkshopError) -> None:
        self.refusal.say(sentence(refusal, self._desk.language))

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever comes here with sheets on the table can type at once."""
        super().showEvent(event)
        (self.line if self.pile.top else self.choose).setFocus(Qt.FocusReason.OtherFocusReason)

    def _nr(self) -> int | None:
        return self.pile.top.nr if self.pile.top else None

    def _remembered(self) -> Pile:
        """The pile with the stop and duo that are set now."""
        top, stop = self.pile.top, self.chips.stop
        if top is None:
            return self.pile
        now = replace(top, stop=stop.id if stop else None, duo=self.chips.duo)
        return self.pile.with_top(now)

    def _put(self, pile: Pile) -> None:
        before, self.pile = self.pile, pile
        self._show()
        top, was = pile.top, before.top
        if top is None:
            return
        if was is None or top.scan is not was.scan or top.turns != was.turns:
            self._load(top)
        other = was is None or top.scan is not was.scan
        if other and (top.stop or top.duo):  # else it goes on where the one before was
            self.chips.set_stop(top.stop)
            self.chips.set_duo(top.duo)
        self.typing.refresh()

    def _load(self, sheet: Sheet) -> None:
        self._picture = None
        self.refusal.say("")
        self.view.show_picture(None)
        work = partial(sheet.scan.picture, sheet.turns)
        self._work.start(msg("Reading the sheet"), work, self._on_picture)

    def _on_scans(self, scans: Scans) -> None:
        self._put(pile_of(scans.found, self._desk.store.walk))
        if scans.refused:
            self._refuse(scans.refused[0])
        if self.isVisible() and self.pile.top:
            self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_picture(self, picture: PlanPicture) -> None:
        self._picture = picture
        self.view.show_picture(picture)

    def _on_number(self, nr: int) -> None:
        top = self.pile.top
        if top is not None and nr != top.nr:
            self._put(self._remembered().with_top(replace(top, nr=nr)))

    def _on_ticked(self, at: int, done: bool) -> None:
        self._put(self.pile.ticked(at, done))

    def _show(self) -> None:
        top, say = self.pile.top, self._desk.say
        self.list.show_pile(self.pile)
        count = len(self.pile.sheets)
        left = msgn("{n} of {all} sheets to go", "{n} of {all} sheets to go", self.pile.to_do,
                    all=count)  # fmt: skip
        self.count.setText(say(left) if count else "")
        for widget in (self._upper, self._lower):
            widget.setVisible(top is not None)
        self._empty.setVisible(top is None)
        self.others.setVisible(top is not None)
        if top is not None:
            self.bar.number.show_words(str(top.nr))

    def _make_buttons(self) -> None:
        say = self._desk.say
        self.choose = Button(say(msg("Choose sheets")), self.ask_sheets, "primary")
        self.others = Button(say(msg("Other sheets")), self.ask_sheets, "quiet")
        self.back = Button(say(msg("Back to the notes")), self.left.emit, "quiet")

    def _connect(self) -> None:
        self.list.chosen.connect(self.turn_to)
        self.list.ticked.connect(self._on_ticked)
        self.bar.numbered.connect(self._on_number)
        self.bar.turn_wanted.connect(self.turn_round)
        self.bar.picture_wanted.connect(self.keep_picture)
        self.bar.finished.connect(self.finish)
        self._work.refused.connect(self._refuse)
        self._desk.store.changed.connect(lambda: self.list.show_pile(self.pile))
        give_keys(
            self,
            {
                "PgDown": lambda: self.turn_to(self.pile.at + 1),
                "PgUp": lambda: self.turn_to(self.pile.at - 1),
                "Ctrl+Return": self.finish,
                "Ctrl++": lambda: self.view.zoom_by(1.0),
                "Ctrl+-": lambda: self.view.zoom_by(-1.0),
            },
        )

    def _lay_out(self) -> None:
        say = self._desk.say
        self.count = plain_label("")
        lines: QVBoxLayout = column(self)
        lines.addLayout(
            bar([OneLine(say(msg("Type over paper")), "title"), self.count],
                 [self.others, self.back])
        )  # fmt: skip
        lines.addWidget(rule())
        self._upper = QWidget()
        upper: QHBoxLayout = row(self._upper)
        self.list.setFixedWidth(px(_LIST))
        upper.addWidget(self.list)
        upper.addWidget(self.view, 1)
        lines.addWidget(self._upper, 1)
        self._empty = NoSheets(self._desk.language, self.choose)
        lines.addWidget(self._empty, 1)
        lines.addLayout(bar([self.refusal], []))
        self._lower = stacked(self.bar, self.chips, self.line, self.ghost)
        lines.addWidget(self._lower)
