"""Asking for the files to read in, with the dialog of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.i18n import Language, msg
from walkshop.services.intake import READERS
from walkshop.ui.frame.files import documents


def ask_files(parent: QWidget, language: Language) -> list[Path]:
    """The files that a person chose; none when the person thought better of it."""
    say = language.say
    endings = sorted({ending for reader in READERS for ending in reader.endings})
    every = " ".join(f"*{ending}" for ending in endings)
    kinds = [f"{say(msg('What can be read'))} ({every})"]
    kinds += [
        f"{say(reader.kind)} ({' '.join(f'*{ending}' for ending in reader.endings)})"
        for reader in READERS
    ]
    title = say(msg("Read in files"))
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(documents()), ";;".join(kinds))
    return [Path(name) for name in chosen]
