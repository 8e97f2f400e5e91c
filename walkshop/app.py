"""The composition root: the only place that wires file, store, panels and window together."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stamp
from walkshop.i18n import Text, language, msg
from walkshop.services.settings import SettingsFile, settings_path
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence, watch_for_bugs
from walkshop.ui.exporting import WalkExporter
from walkshop.ui.frame.beginning import Beginning
from walkshop.ui.frame.files import Asking, Dialogs
from walkshop.ui.frame.frame import Frame
from walkshop.ui.frame.settings_page import SettingsPage, system_language
from walkshop.ui.frame.stage import Stage
from walkshop.ui.frame.start_page import StartPage
from walkshop.ui.jobs import Jobs
from walkshop.ui.notes.panel import NotesPanel
from walkshop.ui.opening import OpenWalk, open_file
from walkshop.ui.style import apply_style
from walkshop.ui.window import Window

STATION = "laptop"
"""Where an act was done; never the machine's name, which is often a person's."""


def clock() -> Stamp:
    """The time of an act at this laptop."""
    return Stamp(datetime.now().astimezone(), STATION)


class Program(QObject):
    """The window with an open walk, or with the start page.

    Args:
        settings: what is remembered of the person.
        asking: the dialogs.
        code: the language of the window, "nl" or "en"; empty for that of the settings.
    """

    def __init__(self, settings: SettingsFile, asking: Asking, code: str = "") -> None:
        super().__init__()
        self.settings = settings
        self._asking = asking
        self.language = language(code or settings.now.language or system_language())
        self.walk: OpenWalk | None = None
        self.frame: Frame | None = None
        self.start_page: StartPage | None = None
        self.jobs = Jobs(self)
        self.window = Window(self._may_close)
        self.window.closed.connect(self.jobs.close)
        self.window.stand_at(settings.now.geometry)
        self.beginning = Beginning(asking, self.window, clock)
        self.beginning.chosen.connect(self.try_open)
        self.beginning.language_chosen.connect(self.speak)
        self._restyle()

    def say(self, text: Text) -> None:
        """Say one sentence where people look for it."""
        if self.frame is not None:
            self.frame.status.notice.show_text(text)
        elif self.start_page is not None:
            self.start_page.say(self.language.say(text))

    def show_start(self) -> None:
        """Show the start page; an open walk is saved and closed first."""
        if not self._let_go():
            return
        self.frame = None
        self.start_page = self.beginning.make_page(self.language, self.settings.now)
        self.window.show_page(self.start_page, "Walkshop")

    def show_new(self) -> None:
        """Show the form of a new walk."""
        self.show_start()
        if self.start_page is not None:
            self.start_page.show_new()

    def open(self, path: Path) -> None:
        """Open a walk file in place of what is open.

        Raises:
            WalkshopError: it cannot be opened; what was open is saved and closed.
        """
        if not self._let_go():
            return
        self.walk = open_file(path, clock, self)
        self.walk.store.changed.connect(self._show_title)
        self.settings.keep(self.settings.now.opened(path, self.walk.title))
        self._show_frame(self.walk, "notes")
        if self.walk.remark is not None:
            self.say(self.walk.remark)

    def try_open(self, path: Path) -> None:
        """Open a walk file; where that fails, say so on the start page."""
        try:
            self.open(path)
        except WalkshopError as refusal:
            if not path.exists():
                self.settings.keep(self.settings.now.forgotten(path))
            self.show_start()
            if self.start_page is not None:
                self.start_page.say(sentence(refusal, self.language))

    def speak(self, code: str) -> None:
        """Speak another language at once; file, stage, selection and typed words stay."""
        self.settings.keep(replace(self.settings.now, language=code))
        self.language = language(code)
        self._rebuild()

    def set_text_size(self, percent: int) -> None:
        """Show everything larger or smaller at once."""
        self.settings.keep(replace(self.settings.now, text_size=percent))
        self._rebuild()

    def back_to_notes(self) -> None:
        """Leave the settings."""
        if self.frame is not None:
            self.frame.open_stage("notes")

    def keep_folded(self, folded: bool) -> None:
        """Remember whether the list of notes is folded away."""
        self.settings.keep(replace(self.settings.now, list_folded=folded))

    def _restyle(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            apply_style(app, self.settings.now.text_size)
        self.beginning.speak(self.language)
        self.window.set_acts(
            self.language,
            {
                "new": self.show_new,
                "open": self.beginning.ask_open,
                "sample": self.beginning.ask_sample,
                "quit": self.window.close,
            },
        )

    def _rebuild(self) -> None:
        self._restyle()
        if self.frame is None or self.walk is None:
            self.show_start()
            return
        notes = self.frame.panel("notes")
        draft = notes.draft if isinstance(notes, NotesPanel) else ("", None)
        self._show_frame(self.walk, self.frame.stage)
        fresh = self.frame.panel("notes")
        if isinstance(fresh, NotesPanel):
            fresh.take_draft(*draft)

    def _show_frame(self, opened: OpenWalk, stage: str) -> None:
        desk = Desk(opened.store, opened.selection, opened.filter, self.language)
        frame = Frame(desk, stages_of(self, opened, desk), inspector_of(desk), self.jobs)
        frame.outer = lambda: self.window.acts
        frame.start_wanted.connect(self.show_start)
        self.frame, self.start_page = frame, None
        self.window.show_page(frame, "")
        self._show_title()
        frame.open_stage(stage)

    def _show_title(self) -> None:
        if self.walk is not None:
            self.window.setWindowTitle(f"{self.walk.title} – Walkshop")

    def _let_go(self) -> bool:
        """Save and close what is open; False when somebody would rather stay."""
        opened = self.walk
        if opened is None:
            return True
        field = self.window.focusWidget()
        if field is not None:
            field.clearFocus()  # what is typed in a form is kept when one goes on
        why = self._not_safe(opened)
        if why and not self._asking.close_unsaved(self.window, self.language, why):
            if self.frame is not None:
                self.frame.to_stage()
            return False
        self.settings.keep(self.settings.now.opened(opened.path, opened.title))
        self.walk = None
        opened.close()
        return True

    def _not_safe(self, opened: OpenWalk) -> str:
        """What would be lost by closing now, in words; empty for nothing."""
        try:
            opened.save()
        except WalkshopError as refusal:
            return sentence(refusal, self.language)
        notes = self.frame.panel("notes") if self.frame else None
        if isinstance(notes, NotesPanel) and notes.draft[0].strip():
            return self.language.say(msg("There are words in the line that are no note yet."))
        return ""

    def _may_close(self) -> bool:
        self.settings.keep(replace(self.settings.now, geometry=self.window.place()))
        return self._let_go()


def stages_of(program: Program, opened: OpenWalk, desk: Desk) -> list[Stage]:
    """The five stages, and the settings; modules are loaded when a stage is first opened."""
    shared = (desk.store, desk.selection, desk.language)

    def prepare() -> QWidget:
        from walkshop.ui.prepare.panel import PreparePanel

        return PreparePanel(desk)

    def values() -> QWidget:
        from walkshop.ui.values.panel import ValuesPanel

        return ValuesPanel(*shared, program.jobs)

    def agenda() -> QWidget:
        from walkshop.ui.agenda.panel import AgendaPanel

        return AgendaPanel(*shared)

    def share() -> QWidget:
        from walkshop.ui.share.panel import SharePanel

        return SharePanel(*shared, WalkExporter(opened, clock), program.jobs)

    return [
        Stage("prepare", msg("Prepare"), prepare),
        Stage("notes", msg("Notes"), lambda: _notes(program, opened, desk)),
        Stage("values", msg("Values"), values),
        Stage("agenda", msg("Action agenda"), agenda),
        Stage("share", msg("Share"), share),
        Stage("settings", msg("Settings"), lambda: _settings(program), on_rail=False),
    ]


def _notes(program: Program, opened: OpenWalk, desk: Desk) -> QWidget:
    panel = NotesPanel(desk, opened.basemap, program.settings.now.list_folded)
    panel.fold_wanted.connect(program.keep_folded)
    return panel


def _settings(program: Program) -> QWidget:
    page = SettingsPage(program.settings.now, program.language)
    page.language_chosen.connect(program.speak)
    page.size_chosen.connect(program.set_text_size)
    page.left.connect(program.back_to_notes)
    return page


def inspector_of(desk: Desk) -> QWidget:
    """What shows the thing in hand, beside the stages."""
    from walkshop.ui.inspector.panel import Inspector

    return Inspector(desk.store, desk.selection, desk.language)


def open_desk(
    path: Path, settings: SettingsFile, code: str, asking: Asking | None = None
) -> Program:
    """The program with the walk in `path` open and its window shown; needs a QApplication.

    Raises:
        WalkshopError: the file cannot be opened.
    """
    program = Program(settings, asking or Dialogs(), code)
    program.open(path)
    program.window.show()
    return program


def run(path: Path | None = None, code: str | None = None) -> int:
    """Open the window with the walk in `path`, or with the start page, until it is closed.

    Args:
        code: the language of the window, "nl" or "en"; None for the one chosen before.

    Raises:
        WalkshopError: the file cannot be opened; no window was shown.
    """
    from platformdirs import user_log_path

    app = QApplication(sys.argv[:1])
    app.setApplicationName("walkshop")
    app.setApplicationDisplayName("Walkshop")
    settings = SettingsFile(settings_path())
    if path is not None:
        program = open_desk(path, settings, code or "")
    else:
        program = Program(settings, Dialogs(), code or "")
        program.show_start()
        program.window.show()
    watch_for_bugs(user_log_path("walkshop", appauthor=False), program.say)
    return app.exec()
