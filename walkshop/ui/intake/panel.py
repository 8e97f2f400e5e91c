"""Look first: the page that shows what files would bring, before any of it is in the walk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from walkshop.domain.records import NoteId
from walkshop.i18n import Text, msg
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.small import OneLine, rule
from walkshop.ui.intake.bars import bar, beside, empty_page, exchanged, what_to_read_in
from walkshop.ui.intake.chats import with_choice
from walkshop.ui.intake.draft import Outlook, Standing, Wanted
from walkshop.ui.intake.reading import Prospect, Reading, Runner
from walkshop.ui.intake.side import IntakeSide
from walkshop.ui.intake.table import RowsTable
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px

_SIDE = 388

AskFiles = Callable[[QWidget], Sequence[Path]]


class IntakePanel(QWidget):
    """Rows, map and words of what was chosen; one button brings it in, as one step.

    Signals:
        left: back to the notes; something was read in, or somebody thought better of it.
    """

    OWN_SIDE = True
    left = Signal()

    def __init__(self, desk: Desk, runner: Runner, ask: AskFiles) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk = desk
        self._ask = ask
        self.outlook: Outlook | None = None
        self.reading = Reading(desk, runner, self)
        self.table = RowsTable(desk.language)
        self.side = IntakeSide(desk)
        self.side.setFixedWidth(px(_SIDE))
        self.refusal = Refusal()
        self._make_buttons()
        self._lay_out()
        self._connect()
        self._show_state()

    def areas(self) -> list[QWidget]:
        """What F6 goes round."""
        if self.outlook is None:
            return [self.choose]
        return [self.table, self.side.canvas, self.side.switch, self.go]

    def ask_files(self) -> None:
        """Ask for files and show what they would bring."""
        paths = list(self._ask(self))
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Show what these files would bring."""
        self._begin()
        self.reading.read([(path, {}) for path in paths])

    def paste(self) -> None:
        """Show the lines on the clipboard, one note each."""
        text = QApplication.clipboard().text()
        if text.strip():
            self._begin()
            self.reading.take_lines(text)
        else:
            self._refuse(msg("There is no text to paste. Copy a list first."))

    def bring_in(self) -> None:
        """Bring everything that is ticked into the walk."""
        outlook = self.outlook
        if outlook is None or not self.go.isEnabled():
            return
        say = self._desk.say
        names = ", ".join(source.kept_as(say) for source in outlook.sources if source.proposal)
        if self._desk.store.apply(
            msg("Read in: {file}", file=names), outlook.again, blobs=outlook.blobs()
        ):
            self.let_go()

    def let_go(self) -> None:
        """Forget what was chosen; the walk stays as it is."""
        self.reading.forget()
        self._begin()
        self.left.emit()

    def _begin(self) -> None:
        self.outlook = None
        self.refusal.say("")
        self.side.forget()
        self._show_state()

    def _refuse(self, why: Text) -> None:
        self.refusal.say(self._desk.say(why))

    def _on_prospect(self, prospect: Prospect) -> None:
        first, outlook = self.outlook is None, prospect.outlook
        self.outlook = outlook
        self.table.rows.show_rows(outlook.walk, outlook.rows, outlook.wanted.without)
        self.side.show_prospect(prospect)
        alone = outlook.sources[0] if len(outlook.sources) == 1 else None
        self.refusal.say("")
        if any(source.refusal and source.seen for source in outlook.sources):
            self._refuse(msg("Choose the column that says what was said."))
        if alone and alone.refusal and not alone.seen:
            self.outlook = None
            self.refusal.say(sentence(alone.refusal, self._desk.language))
        self._show_state()
        if first and self.outlook is not None and self.isVisible():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ticked(self, rows: frozenset[NoteId], on: bool) -> None:
        if self.outlook is not None:
            without = self.outlook.wanted.without
            without = without - rows if on else without | rows
            self._want(replace(self.outlook.wanted, without=without))

    def _on_alike(self, on: bool) -> None:
        if self.outlook is not None:
            rows = self.outlook.rows
            alike = frozenset(row.row for row in rows if row.standing is Standing.ALIKE)
            self._on_ticked(alike, on)

    def _on_wish(self, wish: Callable[[Wanted], Wanted]) -> None:
        if self.outlook is not None:
            self._want(wish(self.outlook.wanted))

    def _want(self, wanted: Wanted) -> None:
        if self.outlook is not None:
            self.reading.look(self.outlook.sources, wanted)

    def _on_chosen(self, file: str, name: str, words: str) -> None:
        """Something of a chat was chosen; what is read already need not be read anew for it."""
        if self.outlook is not None:
            choice = (name, words)
            sources = with_choice(self._desk.store.walk, self.outlook.sources, file, choice)
            if sources is None:
                self._read_again(file, {name: words})
            else:
                self.reading.look(sources, self.outlook.wanted)

    def _on_clocks(self, offsets: dict[str, float]) -> None:
        if self.outlook is not None:
            self.reading.set_clocks(self.outlook.sources, self.outlook.wanted, offsets)

    def _on_exchange(self, file: str) -> None:
        """Two columns change places; in a map file, all its numbers do."""
        source = self.outlook.source(file) if self.outlook else None
        if source is not None and source.proposal is not None:
            self._read_again(file, exchanged(source.proposal))

    def _read_again(self, file: str, said: dict[str, str]) -> None:
        if self.outlook is not None:
            self.reading.read(self.outlook.files(file, said))

    def _on_change(self) -> None:
        """Somebody changed the walk meanwhile: numbers may be others."""
        if self.outlook is not None and self.isVisible():
            self._want(self.outlook.wanted)

    def _show_state(self) -> None:
        outlook = self.outlook
        self._stack.setCurrentIndex(0 if outlook is None else 1)
        names = ", ".join(source.name for source in outlook.sources) if outlook else ""
        title = msg("Look first: {file}", file=names) if names else msg("Read in files")
        self._title.setText(self._desk.say(title))
        ready = bool(outlook and (outlook.added or outlook.changed or outlook.other))
        self.go.setEnabled(ready)
        self.go.setVisible(outlook is not None)
        self.others.setVisible(outlook is not None)
        self.go.set_words(self._desk.say(what_to_read_in(outlook)))
        self.go.setToolTip("" if ready else self._desk.say(msg("There is nothing new to read in.")))

    def _on_busy(self, busy: bool) -> None:
        self.cancel.set_words(self._desk.say(msg("Stop") if busy else msg("Not now")))
        if busy:
            self.go.setEnabled(False)

    def _make_buttons(self) -> None:
        say = self._desk.say
        self.choose = Button(say(msg("Choose files")), self.ask_files, "primary")
        self.pasting = Button(say(msg("Paste lines")), self.paste)
        self.others = Button(say(msg("Other files")), self.ask_files, "quiet")
        self.cancel = Button(say(msg("Not now")), self.let_go, "quiet")
        self.go = Button("", self.bring_in, "primary")

    def _connect(self) -> None:
        self.reading.prospect.connect(self._on_prospect)
        self.reading.busy.connect(self._on_busy)
        self.table.rows.ticked.connect(self._on_ticked)
        self.table.chosen.connect(lambda note: self.side.canvas.set_selected(frozenset({note})))
        self.side.canvas.pin_clicked.connect(self._on_pin)
        self.side.summary.wished.connect(self._on_wish)
        self.side.summary.alike_wanted.connect(self._on_alike)
        self.side.summary.exchange.connect(self._on_exchange)
        self.side.fields.said.connect(lambda file, *said: self._read_again(file, dict([said])))
        self.side.chats.said.connect(self._on_chosen)
        self.side.clocks.changed.connect(self._on_clocks)
        self._desk.store.changed.connect(self._on_change)

    def _on_pin(self, note: str) -> None:
        self.table.show_note(note)
        self.side.canvas.set_selected(frozenset({note}))

    def _lay_out(self) -> None:
        self._title = OneLine("", "title")
        self._stack = QStackedWidget()
        self._stack.addWidget(empty_page(self._desk, self.choose, self.pasting))
        self._stack.addWidget(beside(self.table, self.side))
        lines: QVBoxLayout = column(self)
        lines.addLayout(bar([self._title], [self.others]))
        lines.addWidget(rule())
        lines.addWidget(self._stack, 1)
        lines.addWidget(rule())
        lines.addLayout(bar([self.refusal], [self.cancel, self.go]))
