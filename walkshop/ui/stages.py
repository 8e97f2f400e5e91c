"""What the stages of an open walk are made of; each module is loaded with its first opening."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Stamp, Stop, StopId
from walkshop.i18n import Text, msg
from walkshop.services.settings import SettingsFile
from walkshop.ui.desk import Desk
from walkshop.ui.exporting import WalkExporter
from walkshop.ui.frame.frame import Frame
from walkshop.ui.frame.programme import ProgrammeLine
from walkshop.ui.frame.settings_page import SettingsPage
from walkshop.ui.frame.stage import Stage
from walkshop.ui.jobs import Jobs
from walkshop.ui.notes.entry import EntryLine
from walkshop.ui.notes.panel import NotesPanel
from walkshop.ui.opening import OpenWalk

if TYPE_CHECKING:
    from walkshop.ui.intake.merging import MergePage
    from walkshop.ui.intake.panel import IntakePanel


@dataclass(frozen=True, slots=True, eq=False)
class Given:
    """What stages are built from.

    Args:
        clock: gives the time of an act.
    """

    opened: OpenWalk
    desk: Desk
    jobs: Jobs
    settings: SettingsFile
    clock: Callable[[], Stamp]


class Stages(QObject):
    """Makes the panels of one open walk in one language.

    Signals:
        settled: the settings that a person chose.
        left: back from the settings.
        folded: whether the list of notes is folded away now.
        lines_pasted: more than one line was pasted where one note is typed.
        copy_chosen: a walk among the files that were chosen or dropped (Path).
    """

    settled = Signal(object)
    left = Signal()
    folded = Signal(bool)
    lines_pasted = Signal()
    copy_chosen = Signal(object)

    def __init__(self, given: Given, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._given = given
        self._at_stop: Callable[[StopId | None], object] | None = None

    def all(self) -> list[Stage]:
        """The five stages in their order, and the settings."""
        return [
            Stage("prepare", msg("Prepare"), self._prepare),
            Stage("notes", msg("Notes"), self._notes),
            Stage("values", msg("Values"), self._values),
            Stage("agenda", msg("Action agenda"), self._agenda),
            Stage("share", msg("Share"), self._share),
            Stage("intake", msg("Read in files"), self._intake, on_rail=False),
            Stage("merge", msg("Merge another copy"), self._merge, on_rail=False),
            Stage("paper", msg("Type over paper"), self._paper, on_rail=False),
            Stage("settings", msg("Settings"), self._settings, on_rail=False),
        ]

    def inspector(self) -> QWidget:
        """What shows the thing in hand, beside the stages."""
        from walkshop.ui.inspector.panel import Inspector
        from walkshop.ui.photos.asking import ask_photos
        from walkshop.ui.photos.shelf import PhotoShelf
        from walkshop.ui.photos.strip import PhotoStrip

        desk, given = self._given.desk, self._given
        made = Inspector(desk.store, desk.selection, desk.language)
        shelf = PhotoShelf(given.opened.file, given.jobs, made)
        strip = PhotoStrip(desk.store, desk.selection, desk.language, shelf, ask_photos)
        made.note.add_below_words(strip)
        made.watch(desk.filter.checks)
        return made

    def give_room(self, frame: Frame, say: Callable[[Text], None]) -> None:
        """Give the frame its room screen; `say` says one sentence in the main window."""
        from walkshop.ui.projector.room import Room

        room = Room(self._given.desk, frame, say)
        # With one screen, notes are taken as in Notes, so that its stop and kind count too.
        room.line = lambda: frame.panel("notes").findChild(EntryLine)
        frame.top.add_room(room.act)
        frame.room = lambda: tuple(room.acts.values())
        self._at_stop = room.show_now.stay_at
        given = self._given
        programme = ProgrammeLine(
            given.settings, given.desk.language, lambda: given.desk.store.stamp().now
        )
        programme.show_wanted.connect(room.show_now.show_part)
        frame.status.add_programme(programme)

    def give_intake(self, frame: Frame) -> None:
        """Let the frame take files: from its menu, and when they fall on it."""
        from walkshop.ui.intake.dropping import FileDrops

        frame.files_wanted.connect(lambda: self._intake_in(frame).ask_files())
        frame.lines_wanted.connect(lambda: self._intake_in(frame).paste())
        self.lines_pasted.connect(frame.lines_wanted)
        FileDrops(frame).dropped.connect(lambda paths: self._take(frame, paths))
        self.copy_chosen.connect(lambda path: self._merge_in(frame, path))

    def _take(self, frame: Frame, paths: Sequence[Path]) -> None:
        rest = self._without_copies(paths)
        if rest:
            self._intake_in(frame).read(rest)

    def _without_copies(self, paths: Sequence[Path]) -> list[Path]:
        """The same files without walks, which are merged; one at a time, so that it is seen."""
        from walkshop.services.merging import is_copy

        opened = self._given.opened.path
        copies = [path for path in paths if is_copy(opened, path)]
        if copies:
            self.copy_chosen.emit(copies[0])
            return []
        return list(paths)

    def _merge_in(self, frame: Frame, path: Path) -> None:
        frame.open_stage("merge")
        cast("MergePage", frame.panel("merge")).read(path)

    def _intake_in(self, frame: Frame) -> IntakePanel:
        frame.open_stage("intake")
        return cast("IntakePanel", frame.panel("intake"))

    def _intake(self) -> QWidget:
        from walkshop.ui.intake.asking import ask_files
        from walkshop.ui.intake.panel import IntakePanel

        given = self._given
        language = given.desk.language
        panel = IntakePanel(
            given.desk,
            given.jobs,
            lambda parent: self._without_copies(ask_files(parent, language)),
        )
        panel.left.connect(self.left)
        return panel

    def _merge(self) -> QWidget:
        from walkshop.ui.intake.merging import MergePage

        given = self._given
        page = MergePage(given.desk, given.jobs, given.opened.file)
        page.left.connect(self.left)
        return page

    def _paper(self) -> QWidget:
        from walkshop.ui.paper.asking import ask_sheets
        from walkshop.ui.paper.panel import PaperPanel

        given = self._given
        language = given.desk.language
        panel = PaperPanel(given.desk, given.jobs, lambda parent: ask_sheets(parent, language))
        panel.left.connect(self.left)
        return panel

    def _prepare(self) -> QWidget:
        from walkshop.ui.prepare.basemap import Maps
        from walkshop.ui.prepare.panel import PreparePanel

        given = self._given
        opened = given.opened
        maps = Maps(opened.finder, opened.laying, given.settings, given.jobs, opened.path)
        return PreparePanel(given.desk, maps)

    def _notes(self) -> QWidget:
        given = self._given
        panel = NotesPanel(given.desk, given.settings.now.list_folded)
        panel.fold_wanted.connect(self.folded)
        panel.line.lines_pasted.connect(self.lines_pasted)
        # While notes are read stop by stop, thirty people see at which one.
        panel.chips.stop_changed.connect(lambda: self._read_at(panel.chips.stop))
        return panel

    def _read_at(self, stop: Stop | None) -> None:
        if self._at_stop is not None:
            self._at_stop(stop.id if stop else None)

    def _values(self) -> QWidget:
        from walkshop.ui.values.panel import ValuesPanel

        given = self._given
        return ValuesPanel(given.desk, given.jobs)

    def _agenda(self) -> QWidget:
        from walkshop.ui.agenda.panel import AgendaPanel

        desk = self._given.desk
        return AgendaPanel(desk.store, desk.selection, desk.language, desk.filter)

    def _share(self) -> QWidget:
        from walkshop.ui.share.panel import SharePanel

        given = self._given
        exporter = WalkExporter(given.opened, given.clock)
        panel = SharePanel(given.desk, exporter, given.jobs, given.settings)
        panel.notes_wanted.connect(self.left)
        return panel

    def _settings(self) -> QWidget:
        page = SettingsPage(self._given.settings.now, self._given.desk.language)
        page.settled.connect(self.settled)
        page.left.connect(self.left)
        return page
