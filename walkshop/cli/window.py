"""`walkshop [FILE]`: open the window; and whether there is one to see."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def run(file: Path | None) -> int:
    """Open the window with this walk, the last one, or the start page."""
    from walkshop.app import run as run_app

    return run_app(file)


def can_be_seen() -> bool:
    """Whether a window would be seen: not in CI, not offscreen, not on a bare console."""
    if os.environ.get("CI"):
        return False
    if os.environ.get("QT_QPA_PLATFORM", "").split(":")[0] in ("offscreen", "minimal"):
        return False
    if sys.platform.startswith("linux"):
        return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    return True


def paint_without_display() -> None:
    """Have Qt paint in memory on a Linux without a display; call it before Qt is imported."""
    if (
        sys.platform.startswith("linux")
        and "QT_QPA_PLATFORM" not in os.environ
        and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    ):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
