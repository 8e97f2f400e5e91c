"""The composition root: the only place that wires file, store, panels and window together."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stamp
from walkshop.i18n import Text, language
from walkshop.services.folders import Folders, own_folders
from walkshop.services.settings import Settings, SettingsFile, settings_path
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence, watch_for_bugs
from walkshop.ui.frame.beginning import Beginning
from walkshop.ui.frame.files import Asking, Dialogs
from walkshop.ui.frame.frame import Frame
from walkshop.ui.frame.help_card import HelpCard
from walkshop.ui.frame.leaving import Memory, what_is_lost
from walkshop.ui.frame.settings_page import system_language
from walkshop.ui.frame.start_page import StartPage
from walkshop.ui.frame.unfinished import Broken
from walkshop.ui.jobs import Jobs
from walkshop.ui.map.accessible import name_pins_of_maps
from walkshop.ui.notes.panel import NotesPanel
from walkshop.ui.opening import OpenWalk, open_file
from walkshop.ui.stages import Given, Stages
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
        folders: where small things are kept between two times; none keeps nothing.
    """

    def __init__(
        self,
        settings: SettingsFile,
        asking: Asking,
        code: str = "",
        folders: Folders | None = None,
    ) -> None:
        super().__init__()
        name_pins_of_maps()
        self.settings = settings
        folders = folders or Folders()
        self._memory = Memory(settings, folders, clock)
        self._asking = asking
        self.language = language(code or settings.now.language or system_language())
        self.walk: OpenWalk | None = None
        self.frame: Frame | None = None
        self.start_page: StartPage | None = None
        self.jobs = Jobs(self)
        self.window = Window(self._may_close)
        self.window.closed.connect(self.jobs.close)
        self.window.stand_at(settings.now.geometry)
        self.help = HelpCard(self.window)
        self.beginning = Beginning(asking, self.window, clock, folders.pictures)
        self.beginning.chosen.connect(self.try_open)
        self.beginning.resumed.connect(self.resume)
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
        self.start_page = self.beginning.make_page(
            self.language, self.settings.now, self._memory.broken
        )
        self.window.show_page(self.start_page, "Walkshop")

    def show_new(self) -> None:
        """Show the form of a new walk."""
        self.show_start()
        if self.start_page is not None:
            self.start_page.show_new()

    def open(self, path: Path, stage: str = "notes") -> None:
        """Open a walk file in place of what is open.

        Raises:
            WalkshopError: it cannot be opened; what was open is saved and closed.
        """
        if not self._let_go():
            return
        opened = self.walk = open_file(path, clock, self, self.jobs, self.settings)
        opened.store.changed.connect(self._show_title)
        self._memory.opened(opened, stage)
        self._show_frame(opened, stage)
        opened.finder.lost.connect(self._say_remark)
        self._say_remark()

    def try_open(self, path: Path, stage: str = "notes") -> None:
        """Open a walk file; where that fails, say so on the start page."""
        try:
            self.open(path, stage)
        except WalkshopError as refusal:
            if not path.exists():
                self._memory.forget(path)
            self.show_start()
            if self.start_page is not None:
                self.start_page.say(sentence(refusal, self.language))

    def resume(self, broken: Broken) -> None:
        """Go on with a walk that was not closed, in the stage that was open then."""
        self._memory.forget_broken(broken.path)
        self.try_open(broken.path, broken.stage)

    def speak(self, code: str) -> None:
        """Speak another language at once; file, stage, selection and typed words stay."""
        self.settings.keep(replace(self.settings.now, language=code))
        self.language = language(code)
        self._rebuild()

    def settle(self, chosen: Settings) -> None:
        """Use what a person chose on the settings page at once."""
        now = replace(self.settings.now, text_size=chosen.text_size, colours=chosen.colours)
        self.settings.keep(now)
        if chosen.language != self.language.code:
            self.speak(chosen.language)
        else:
            self._rebuild()

    def show_help(self) -> None:
        """Show the card with kinds and keys over the window, or put it away."""
        self.help.toggle()

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
            apply_style(app, self.settings.now.text_size, self.settings.now.colours)
        self.beginning.speak(self.language)
        self.help.speak(self.language)
        self.window.set_acts(
            self.language,
            {
                "new": self.show_new,
                "open": self.beginning.ask_open,
                "sample": self.beginning.ask_sample,
                "help": self.show_help,
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
        desk = Desk(opened.store, opened.selection, opened.filter, self.language, opened.ground)
        stages = Stages(Given(opened, desk, self.jobs, self.settings, clock), self.window)
        stages.settled.connect(self.settle)
        stages.left.connect(self.back_to_notes)
        stages.folded.connect(self.keep_folded)
        frame = Frame(desk, stages.all(), stages.inspector(), self.jobs)
        stages.setParent(frame)  # they live and go together
        stages.give_room(frame, self.say)
        stages.give_intake(frame)
        frame.outer = lambda: self.window.acts
        frame.start_wanted.connect(self.show_start)
        frame.stage_opened.connect(lambda stage: self._memory.at(opened, stage))
        self.frame, self.start_page = frame, None
        self.window.show_page(frame, "")
        self._show_title()
        frame.open_stage(stage)

    def _show_title(self) -> None:
        if self.walk is not None:
            self.window.setWindowTitle(f"{self.walk.title} – Walkshop")

    def _say_remark(self) -> None:
        if self.walk is not None and self.walk.remark is not None:
            self.say(self.walk.remark)

    def _let_go(self) -> bool:
        """Save and close what is open; False when somebody would rather stay."""
        opened = self.walk
        if opened is None:
            return True
        field = self.window.focusWidget()
        if field is not None:
            field.clearFocus()  # what is typed in a form is kept when one goes on
        notes = self.frame.panel("notes") if self.frame else None
        draft = notes.draft[0] if isinstance(notes, NotesPanel) else ""
        why = what_is_lost(opened, draft, self.language)
        if why and not self._asking.close_unsaved(self.window, self.language, why):
            if self.frame is not None:
                self.frame.to_stage()
            return False
        self.jobs.stop_all()  # what is being made of this walk has nobody to go to
        self._memory.closes(opened)
        self.walk = None
        opened.close()
        self._memory.closed()
        return True

    def _may_close(self) -> bool:
        self.settings.keep(replace(self.settings.now, geometry=self.window.place()))
        return self._let_go()


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
    program = Program(SettingsFile(settings_path()), Dialogs(), code or "", own_folders())
    if path is not None:
        program.open(path)
    else:
        program.show_start()
    program.window.show()
    watch_for_bugs(user_log_path("walkshop", appauthor=False), program.say)
    return app.exec()
