"""Saving and printing: asks where it goes, makes it beside the window, tells what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Walk
from walkshop.i18n import Language, msg
from walkshop.i18n import language as language_of
from walkshop.services.output.pages import Sheet
from walkshop.services.output.request import PAPERS
from walkshop.ui.jobs import Jobs
from walkshop.ui.share.asking import AsksForPlace, PlaceDialogs
from walkshop.ui.share.documents import Document
from walkshop.ui.share.making import (
    Exporter,
    Item,
    Outcome,
    Report,
    Wish,
    make_all,
    print_all,
)
from walkshop.ui.share.printing import print_pages


class Outbox(QObject):
    """One errand at a time.

    Signals:
        begun: the keys of the documents that are being made.
        ended: a list of Outcome, and where it all went.
        folder_chosen: the folder that was chosen, for the next time.
    """

    begun = Signal(object)
    ended = Signal(object, str)
    folder_chosen = Signal(str)

    def __init__(self, parent: QWidget, exporter: Exporter, jobs: Jobs, language: Language) -> None:
        super().__init__(parent)
        self._window = parent
        self.exporter = exporter
        self._jobs = jobs
        self._language = language
        self.asking: AsksForPlace = PlaceDialogs()

    def save(self, document: Document, walk: Walk, wish: Wish, folder: Path) -> None:
        """Ask where a document goes, and make it; both languages go to a folder."""
        if len(wish.languages) > 1:
            self.save_all([document], walk, wish, folder)
            return
        [item] = _items([document], walk, wish, folder)
        title = self._language.say(msg("Save as"))
        pattern = f"{document.kind} (*{document.ending})"
        path = self.asking.file(self._window, title, item.path, pattern)
        if path is not None:
            self._make(path.parent, [Item(document, path, item.language)], wish)

    def save_all(self, documents: Sequence[Document], walk: Walk, wish: Wish, start: Path) -> None:
        """Ask for a folder, and make these documents in it."""
        title = self._language.say(msg("Save all to a folder"))
        folder = self.asking.folder(self._window, title, start)
        if folder is not None:
            self._make(folder, _items(documents, walk, wish, folder), wish)

    def print(self, documents: Sequence[Document], walk: Walk, wish: Wish) -> None:
        """Ask for a printer, and put these documents on paper."""
        paged = [document for document in documents if document.prints]
        first = paged[0]
        size = PAPERS[first.paper or wish.paper]
        title = walk.about.title or self._language.say(first.title)
        printer = self.asking.printer(self._window, title, Sheet(*size))
        if printer is None:
            return
        wanted = _items(paged, walk, wish, Path())
        name = printer.printerName() or Path(printer.outputFileName()).name
        exporter = self.exporter

        def work(report: Report) -> list[Outcome]:
            send = partial(print_pages, printer, report=report)
            return print_all(exporter, wanted, wish, send, report)

        self.begun.emit({document.key for document in paged})
        self._jobs.start(msg("Printing"), work, lambda made: self.ended.emit(made, name))

    def _make(self, folder: Path, wanted: Sequence[Item], wish: Wish) -> None:
        self.folder_chosen.emit(str(folder))
        self.begun.emit({item.document.key for item in wanted})
        exporter = self.exporter
        name = wanted[0].path.name
        label = msg("Making {name}", name=name) if len(wanted) == 1 else _ALL
        self._jobs.start(
            label,
            lambda report: make_all(exporter, wanted, wish, report),
            lambda made: self.ended.emit(made, str(folder)),
        )


_ALL = msg("Making all documents")


def _items(documents: Sequence[Document], walk: Walk, wish: Wish, folder: Path) -> list[Item]:
    both = len(wish.languages) > 1
    return [
        Item(document, folder / document.file_name(walk, wish.profile, words, both), code)
        for document in documents
        for code, words in ((code, language_of(code)) for code in wish.languages)
    ]
