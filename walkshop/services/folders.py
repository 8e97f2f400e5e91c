"""Where the program keeps things for the person at this laptop, besides the walks themselves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folders:
    """Folders that are made when they are needed; None keeps nothing.

    Args:
        state: which walks are open now, to find them after a crash.
        pictures: small maps of the walks used last.
    """

    state: Path | None = None
    pictures: Path | None = None


def own_folders() -> Folders:
    """The folders of the person at this machine."""
    from platformdirs import user_cache_path, user_state_path

    return Folders(
        user_state_path("walkshop", appauthor=False) / "open",
        user_cache_path("walkshop", appauthor=False) / "pictures",
    )


def web_maps_folder() -> Path:
    """Where pictures of web maps are kept that were seen before."""
    from platformdirs import user_cache_path

    return user_cache_path("walkshop", appauthor=False) / "webmaps"


def name_for(path: Path) -> str:
    """A file name that stands for the walk file at `path`, and for no other."""
    from hashlib import sha256

    return sha256(str(path.resolve()).encode()).hexdigest()[:24]
