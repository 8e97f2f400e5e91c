"""Asks for photo files with the dialog of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.i18n import Language, msg
from walkshop.services.photos.endings import PHOTO_ENDINGS


def ask_photos(parent: QWidget, language: Language) -> list[Path]:
    """Photos that are there; empty when the person thought better of it."""
    where = QStandardPaths.StandardLocation.PicturesLocation
    folder = QStandardPaths.writableLocation(where) or str(Path.home())
    pattern = " ".join(f"*{ending} *{ending.upper()}" for ending in PHOTO_ENDINGS)
    title, kind = language.say(msg("Choose photos")), language.say(msg("Photos"))
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, folder, f"{kind} ({pattern})")
    return [Path(name) for name in chosen]
