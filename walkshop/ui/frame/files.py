"""Asking for a file: the only dialogs of the program besides printing and closing unsaved."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget

from walkshop.i18n import Language, Text, msg
from walkshop.ui.plain import button_words

ENDING = ".gpkg"
_LONGEST_NAME = 60


class Asking(Protocol):
    """What the program asks a person that only a dialog can ask."""

    def walk_to_open(self, parent: QWidget, language: Language) -> Path | None:
        """A walk file that is there; None when the person thought better of it."""

    def place_to_save(self, parent: QWidget, language: Language, suggested: Path) -> Path | None:
        """Where a new walk file comes; None when the person thought better of it."""

    def close_unsaved(self, parent: QWidget, language: Language, why: str) -> bool:
        """Whether to close although not everything is saved."""


class Dialogs:
    """Asks with the dialogs of the system."""

    def walk_to_open(self, parent: QWidget, language: Language) -> Path | None:
        """A walk file that is there."""
        title = language.say(msg("Open a walk"))
        chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), _pattern(language))
        return Path(chosen) if chosen else None

    def place_to_save(self, parent: QWidget, language: Language, suggested: Path) -> Path | None:
        """Where a new walk file comes; a file that is there is never replaced."""
        title = language.say(msg("Choose where the walk is kept"))
        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(suggested), _pattern(language))
        return with_ending(Path(chosen)) if chosen else None

    def close_unsaved(self, parent: QWidget, language: Language, why: str) -> bool:
        """Whether to close although not everything is saved."""
        box = QMessageBox(parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setText(why)
        box.setInformativeText(
            language.say(msg("What was typed since then is lost when you close now."))
        )
        stay = _button(box, language, msg("Stay here"), QMessageBox.ButtonRole.RejectRole)
        leave = _button(box, language, msg("Close all the same"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()
        return box.clickedButton() is leave


def documents() -> Path:
    """The folder in which a person keeps documents."""
    where = QStandardPaths.StandardLocation.DocumentsLocation
    folder = Path(QStandardPaths.writableLocation(where) or Path.home())
    return folder if folder.is_dir() else Path.home()


def with_ending(path: Path) -> Path:
    """`path` as the name of a walk file."""
    return path if path.suffix.lower() == ENDING else path.with_name(path.name + ENDING)


def free_name(folder: Path, title: str) -> Path:
    """A name for a walk file in `folder` that is not taken, made of the walk's title."""
    plain = unicodedata.normalize("NFC", title)
    words = re.sub(r"[^\w]+", "-", plain).strip("-_")[:_LONGEST_NAME].rstrip("-_")
    name = words or "walk"
    path = folder / f"{name}{ENDING}"
    number = 2
    while path.exists():
        path = folder / f"{name}-{number}{ENDING}"
        number += 1
    return path


def _pattern(language: Language) -> str:
    return f"{language.say(msg('Walks'))} (*{ENDING})"


def _button(
    box: QMessageBox, language: Language, words: Text, role: QMessageBox.ButtonRole
) -> QPushButton:
    return box.addButton(button_words(language.say(words)), role)
