"""Puts resources, maps and compiled catalogues into the wheel; nothing is written in the checkout.

A catalogue is kept as words that people edit (.po); an installed program reads the compiled form.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = "walkshop/_data"


class DataHook(BuildHookInterface):  # type: ignore[type-arg] # hatch leaves its parameter open
    """Adds what walkshop/files.py looks for beside the code of an installed program."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the files that the wheel takes along; an editable install uses the checkout."""
        if version == "editable":
            return
        root = Path(self.root)
        self._compiled = tempfile.TemporaryDirectory()
        for folder in ("resources", "maps"):
            for file in _files_of(root / folder):
                inside = file.relative_to(root).as_posix()
                build_data["force_include"][str(file)] = f"{INSIDE}/{inside}"
                if file.suffix == ".po":
                    compiled = Path(self._compiled.name, inside).with_suffix(".mo")
                    _compile(file, compiled)
                    target = Path(INSIDE, inside).with_suffix(".mo")
                    build_data["force_include"][str(compiled)] = target.as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Forget the compiled catalogues once they are in the wheel."""
        if version != "editable":
            self._compiled.cleanup()


def _files_of(folder: Path) -> list[Path]:
    """Every file below `folder` but compiled catalogues and hidden ones."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and file.suffix != ".mo" and not file.name.startswith(".")
    )


def _compile(words: Path, compiled: Path) -> None:
    compiled.parent.mkdir(parents=True, exist_ok=True)
    with words.open("rb") as source, compiled.open("wb") as target:
        write_mo(target, read_po(source))
