"""Where resources/ and maps/ lie, in a checkout and in an installed wheel alike.

This is the only place that builds such a path.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_data"
_ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent


def resource(*parts: str) -> Path:
    """The path of a file or folder under resources/."""
    return _ROOT.joinpath("resources", *parts)


def sample_map(*parts: str) -> Path:
    """The path of a file or folder under maps/."""
    return _ROOT.joinpath("maps", *parts)
