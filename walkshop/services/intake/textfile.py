"""Reads the words in a file that may come from any program of the last thirty years."""

from __future__ import annotations

from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.proposal import Guessed
from walkshop.services.intake.table import empty_file, no_table

MAX_MB = 100

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
"""Byte order marks, and the encodings that they promise."""


def read_bytes(path: Path) -> bytes:
    """All bytes of a file of at most `MAX_MB` million bytes.

    Raises:
        WalkshopError: it is not there, no file, not readable, too large or empty.
    """
    try:
        if path.is_dir():
            raise WalkshopError(
                msg("“{name}” is a folder.", name=path.name), msg("Choose a file in it.")
            )
        if not path.exists():
            raise WalkshopError(
                msg("There is no file “{name}”.", name=path.name), msg("Check its name and folder.")
            )
        if not path.is_file():
            raise no_table(path.name)
        with path.open("rb") as file:
            raw = file.read(MAX_MB * 1_000_000 + 1)
    except (OSError, ValueError) as reason:
        raise WalkshopError(
            msg("“{name}” cannot be read.", name=path.name),
            msg("Check whether you may open it, and whether the disk is still there."),
            type(reason).__name__,
        ) from reason
    if len(raw) > MAX_MB * 1_000_000:
        raise WalkshopError(
            msg("“{name}” is larger than {n} MB.", name=path.name, n=MAX_MB),
            msg("Cut it into smaller tables."),
        )
    if not raw.strip():
        raise empty_file(path.name)
    return raw


def read_text(path: Path) -> tuple[str, tuple[Guessed, ...]]:
    """The words of a file, and what was guessed about its encoding.

    A byte order mark decides; else it is UTF-8. Lines that are not UTF-8 are read as Windows text
    (cp1252), line by line, since people paste old lists into new ones.

    Raises:
        WalkshopError: as `read_bytes`, or the file holds no text.
    """
    return decoded(read_bytes(path), path.name)


def decoded(raw: bytes, name: str) -> tuple[str, tuple[Guessed, ...]]:
    """The words in the bytes of a file called `name`; see `read_text`.

    Raises:
        WalkshopError: the file holds no text.
    """
    encoding = next((code for mark, code in _MARKS if raw.startswith(mark)), "utf-8")
    guessed: tuple[Guessed, ...] = ()
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as reason:
        if encoding == "utf-16":
            raise no_table(name) from reason
        text = "".join(_line(line) for line in raw.splitlines(keepends=True))
        guessed = (Guessed(msg("The letters in this file"), msg("Windows text (cp1252)")),)
    text = text.removeprefix("\ufeff")
    if "\0" in text:
        raise no_table(name)
    if not text.strip():
        raise empty_file(name)
    return text, guessed


def _line(line: bytes) -> str:
    """One line in UTF-8, else in cp1252; its five empty places are read as in latin-1."""
    for encoding in ("utf-8", "cp1252"):
        try:
            return line.decode(encoding)
        except UnicodeDecodeError:
            continue
    return line.decode("latin-1")
