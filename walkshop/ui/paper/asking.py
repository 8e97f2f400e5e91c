"""Asks for scans and photos of sheets with the dialog of the system."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.i18n import Language, msg
from walkshop.services.paper.scans import SCAN_ENDINGS
from walkshop.ui.frame.files import documents


def ask_sheets(parent: QWidget, language: Language) -> list[Path]:
    """Files that are there; empty when the person thought better of it."""
    pattern = " ".join(f"*{ending} *{ending.upper()}" for ending in SCAN_ENDINGS)
    title, kind = language.say(msg("Choose sheets")), language.say(msg("Photos and scans"))
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, str(documents()), f"{kind} ({pattern})")
    return [Path(name) for name in chosen]
