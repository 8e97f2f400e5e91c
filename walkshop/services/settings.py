"""What the program remembers of the person at this laptop, each setting declared once."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from walkshop.i18n import LANGUAGES

RECENT_KEPT = 8
TEXT_SIZES = (100, 115, 130, 150)
COLOURS = ("light", "contrast")
MAP_STYLES = ("colour", "pale", "black_white")


class Tally(NamedTuple):
    """How much was in a walk when it was last open."""

    notes: int = 0
    values: int = 0
    actions: int = 0
    without_answer: int = 0


class Known(NamedTuple):
    """A walk file that was open before: where it is, its title then, and what was in it."""

    path: str
    title: str
    tally: Tally | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings with what they are before anybody chose.

    Args:
        language: "nl" or "en"; empty follows the system.
        text_size: per cent.
        recent: walk files, the last one opened first.
        geometry: the window's place, as Qt writes it, in base 64; empty for none.
        list_folded: whether the list of notes is folded away.
        share_folder: where documents were saved last; empty for the usual folder.
        colours: "light", or "contrast" for high contrast.
        map_address: of the person's own map on the internet, with {z}, {x} and {y}; empty for none.
        map_attribution: whose map that is.
        programme: where the evening is, as `domain.programme` writes it; empty for nowhere.
        map_style: the look of the map in Notes and in the room.
    """

    language: str = ""
    text_size: int = 100
    recent: tuple[Known, ...] = ()
    geometry: str = ""
    list_folded: bool = False
    share_folder: str = ""
    colours: str = "light"
    map_address: str = ""
    map_attribution: str = ""
    programme: str = ""
    map_style: str = "colour"

    def opened(self, path: Path, title: str, tally: Tally | None = None) -> Settings:
        """The settings after a walk was opened: it comes first among the recent ones."""
        without = self.forgotten(path).recent
        now = Known(str(path.resolve()), title, tally)
        return replace(self, recent=(now, *without)[:RECENT_KEPT])

    def forgotten(self, path: Path) -> Settings:
        """The settings without a walk that is no longer there."""
        name = str(path.resolve())
        return replace(self, recent=tuple(known for known in self.recent if known.path != name))


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
            value = tuple(known_walk for entry in value if (known_walk := _known(entry)))
        if type(value) is type(field.default):
            known[field.name] = value
    settings = Settings(**known)
    if settings.language not in LANGUAGES:
        settings = replace(settings, language="")
    if settings.text_size not in TEXT_SIZES:
        settings = replace(settings, text_size=100)
    if settings.colours not in COLOURS:
        settings = replace(settings, colours="light")
    if settings.map_style not in MAP_STYLES:
        settings = replace(settings, map_style="colour")
    if len(settings.map_address) > 500 or len(settings.map_attribution) > 200:
        settings = replace(settings, map_address="", map_attribution="")
    return replace(settings, recent=settings.recent[:RECENT_KEPT])


def _known(entry: object) -> Known | None:
    """A walk as the file has it: path and title, and what was in it where that is known."""
    if not isinstance(entry, list) or not all(isinstance(part, str) for part in entry[:2]):
        return None
    if len(entry) == 2:
        return Known(*entry)
    if len(entry) != 3:
        return None
    numbers = entry[2] if isinstance(entry[2], list) else []
    right = len(numbers) == len(Tally._fields) and all(type(n) is int for n in numbers)
    return Known(entry[0], entry[1], Tally(*numbers) if right else None)
