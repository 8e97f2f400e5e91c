"""What the program remembers of the person at this laptop, each setting declared once."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from walkshop.i18n import LANGUAGES

RECENT_KEPT = 8
TEXT_SIZES = (100, 115, 130, 150)


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with what they are before anybody chose.

    Args:
        language: "nl" or "en"; empty follows the system.
        text_size: per cent.
        recent: path and title of walk files, the last one opened first.
        geometry: the window's place, as Qt writes it, in base 64; empty for none.
        list_folded: whether the list of notes is folded away.
    """

    language: str = ""
    text_size: int = 100
    recent: tuple[tuple[str, str], ...] = ()
    geometry: str = ""
    list_folded: bool = False

    def opened(self, path: Path, title: str) -> Settings:
        """The settings after a walk was opened: it comes first among the recent ones."""
        without = self.forgotten(path).recent
        return replace(self, recent=((str(path.resolve()), title), *without)[:RECENT_KEPT])

    def forgotten(self, path: Path) -> Settings:
        """The settings without a walk that is no longer there."""
        name = str(path.resolve())
        return replace(self, recent=tuple(known for known in self.recent if known[0] != name))


class SettingsFile:
    """The settings in a JSON file in the person's own folder; written whole or not at all.

    Args:
        path: the file; without one nothing is kept.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.now = read_settings(path) if path else Settings()

    def keep(self, settings: Settings) -> None:
        """Use `settings` from now on, and write them where that is possible."""
        if settings == self.now:
            return
        self.now = settings
        if self.path is not None:
            # Work goes on with a full disk or a folder that cannot be written to.
            with suppress(OSError):
                write_settings(self.path, settings)


def settings_path() -> Path:
    """Where the settings of the person at this machine lie."""
    from platformdirs import user_config_path

    return user_config_path("walkshop", appauthor=False) / "settings.json"


def read_settings(path: Path) -> Settings:
    """The settings in a file; what is missing or makes no sense is as nobody had chosen it."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    return _understood(raw) if isinstance(raw, dict) else Settings()


def write_settings(path: Path, settings: Settings) -> None:
    """Put `settings` in the place of what the file held; OSError where it cannot be written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", dir=path.parent, prefix=".settings", delete=False
    ) as fresh:
        json.dump(asdict(settings), fresh, ensure_ascii=False, indent=1)
        fresh.flush()
        os.fsync(fresh.fileno())
    try:
        Path(fresh.name).replace(path)
    except OSError:
        Path(fresh.name).unlink(missing_ok=True)
        raise


def _understood(raw: Mapping[str, Any]) -> Settings:  # Any: parsed JSON of anybody's making
    known: dict[str, Any] = {}
    for field in fields(Settings):
        value = raw.get(field.name)
        if isinstance(value, list):
            value = tuple(tuple(pair) for pair in value if _is_pair(pair))
        if type(value) is type(field.default):
            known[field.name] = value
    settings = Settings(**known)
    if settings.language not in LANGUAGES:
        settings = replace(settings, language="")
    if settings.text_size not in TEXT_SIZES:
        settings = replace(settings, text_size=100)
    return replace(settings, recent=settings.recent[:RECENT_KEPT])


def _is_pair(pair: object) -> bool:
    return isinstance(pair, list) and len(pair) == 2 and all(isinstance(part, str) for part in pair)
