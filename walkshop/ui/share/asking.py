"""Asking where a document goes, to a file or to a printer, with the dialogs of the system."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.services.output.pages import Sheet
from walkshop.ui.share.printing import put_on_sheet


class AsksForPlace(Protocol):
    """Asks for a file, a folder or a printer."""

    def file(self, parent: QWidget, title: str, suggested: Path, pattern: str) -> Path | None:
        """Where one document goes; None when the person thought better of it."""

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """Where all documents go; None when the person thought better of it."""

    def printer(self, parent: QWidget, title: str, sheet: Sheet) -> QPrinter | None:
        """The printer for pages of this size; None when the person thought better of it."""


class PlaceDialogs:
    """Asks with the dialogs of the system; they ask before a file is replaced."""

    def file(self, parent: QWidget, title: str, suggested: Path, pattern: str) -> Path | None:
        """Where one document goes, with the ending that makes it what it is."""
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), pattern)
        if not chosen:
            return None
        path = Path(chosen)
        fits = path.suffix.lower() == suggested.suffix
        return path if fits else path.with_name(path.name + suggested.suffix)

    def folder(self, parent: QWidget, title: str, start: Path) -> Path | None:
        """A folder that is there."""
        chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
        return Path(chosen) if chosen else None

    def printer(self, parent: QWidget, title: str, sheet: Sheet) -> QPrinter | None:
        """The printer, with the paper that the document asks for set beforehand."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        put_on_sheet(printer, sheet)
        dialog = QPrintDialog(printer, parent)
        dialog.setWindowTitle(title)
        return printer if dialog.exec() else None


def documents_folder() -> Path:
    """The folder in which a person keeps documents."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(where) or Path.home())
