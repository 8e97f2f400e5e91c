"""Opens an exported chat: its text and what came with it, zipped, in a folder, or the text alone.

Nothing is unpacked onto the disk; names in a chat are only compared, never followed.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path, PurePosixPath

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.archives import MAX_RATIO
from walkshop.services.intake.attached import MOST_BYTES, Picture, too_large_picture
from walkshop.services.intake.chat.messages import looks_like_chat
from walkshop.services.intake.proposal import Guessed, Track
from walkshop.services.intake.textfile import decoded, read_bytes

MOST_ENTRIES = 20_000
MOST_UNPACKED = 4_000_000_000
"""Bytes of everything in an archive: some hundred films. Only words and pictures are unpacked."""

MOST_WORDS = 50_000_000
"""Bytes of the text of a chat: years of an app group."""

_SMALL = 1_000_000
_BROKEN = (
    OSError,
    ValueError,
    EOFError,
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
)
_TEXT, _TRACK = ".txt", ".gpx"

Read = Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class ChatFiles:
    """The words of a chat, and what lies with it by its bare name."""

    text: str
    guessed: tuple[Guessed, ...] = ()
    others: Mapping[str, Read] = field(default_factory=dict)
    tracks: tuple[Track, ...] = ()

    def picture(self, name: str) -> Picture:
        """The picture that a message names; only what lies with the chat is read."""

        def read() -> bytes:
            found = self.others.get(_bare(name))
            if found is None:
                raise FileNotFoundError(name)
            return found()

        return Picture(name, read)


def open_chat(path: Path) -> ChatFiles:
    """The chat at `path`: a .zip, a folder, or a text with its files beside it.

    Raises:
        WalkshopError: there is no chat, it cannot be read, or it unpacks to more than a chat.
    """
    if path.is_dir():
        return _in_folder(path, None)
    if path.suffix.lower() == _TEXT:
        return _in_folder(path.absolute().parent, path)
    return _zipped(path)


def has_chat(folder: Path) -> bool:
    """Whether a folder holds an exported chat."""
    return folder.is_dir() and any(_is_chat(file) for file in sorted(folder.glob(f"*{_TEXT}")))


def _is_chat(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            raw = opened.read(20_000)
        return looks_like_chat(raw.decode("utf-8", errors="replace"))
    except OSError:
        return False


def _in_folder(folder: Path, text: Path | None) -> ChatFiles:
    from walkshop.services.intake.gpx import read_gpx

    chat = text or next((file for file in sorted(folder.glob(f"*{_TEXT}")) if _is_chat(file)), None)
    if chat is None:
        raise _no_chat(folder.name)
    words, guessed = decoded(read_bytes(chat), chat.name)
    if text is not None:  # what else lies there may be anything: only what messages name is read
        return ChatFiles(words, guessed, _Beside(folder))
    tracks: list[Track] = []
    for file in sorted(folder.glob(f"*{_TRACK}")):
        try:
            tracks += read_gpx(file).tracks
        except WalkshopError:
            continue  # a track that cannot be read places nothing
    return ChatFiles(words, guessed, _Beside(folder), tuple(tracks))


class _Beside(Mapping[str, Read]):
    """The files of one folder, looked for only when a message names them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> Read:
        file = self._folder / _bare(name)
        if file.is_symlink() or not file.is_file():
            raise KeyError(name)
        return partial(_read_file, file)

    def __iter__(self) -> Iterator[str]:
        return (file.name for file in self._folder.iterdir() if file.is_file())

    def __len__(self) -> int:
        return sum(1 for _name in self)


def _read_file(file: Path) -> bytes:
    if file.stat().st_size > MOST_BYTES:
        raise too_large_picture()
    return file.read_bytes()


def _zipped(path: Path) -> ChatFiles:
    entries = _judged(path)
    texts = [entry for entry in entries if entry.filename.lower().endswith(_TEXT)]
    for entry in sorted(texts, key=lambda one: (one.filename.count("/"), one.filename)):
        if entry.file_size > MOST_WORDS:
            raise _puffed(path.name, entry.filename)
        raw = _bytes(path, entry)
        words, guessed = decoded(raw, path.name) if raw.strip() else ("", ())
        if looks_like_chat(words):
            others = {_bare(one.filename): partial(_picture, path, one) for one in entries}
            return ChatFiles(words, guessed, others)
    raise _no_chat(path.name)


def _judged(path: Path) -> list[zipfile.ZipInfo]:
    """The entries, judged by the table of contents before anything is unpacked."""
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    except FileNotFoundError as reason:
        raise WalkshopError(
            msg("There is no file “{name}”.", name=path.name), msg("Check its name and folder.")
        ) from reason
    except _BROKEN as reason:
        raise _damaged(path.name, type(reason).__name__) from reason
    unpacked = sum(entry.file_size for entry in entries)
    puffed = any(
        entry.file_size > max(_SMALL, MAX_RATIO * entry.compress_size) for entry in entries
    )
    if len(entries) > MOST_ENTRIES or unpacked > MOST_UNPACKED or puffed:
        raise _puffed(path.name, f"{len(entries)} entries, {unpacked} bytes")
    if any(entry.flag_bits & 1 for entry in entries):
        raise WalkshopError(
            msg("“{name}” is locked with a password.", name=path.name),
            msg("Save it without a password."),
        )
    return entries


def _picture(path: Path, entry: zipfile.ZipInfo) -> bytes:
    if entry.file_size > MOST_BYTES:
        raise too_large_picture()
    return _bytes(path, entry)


def _bytes(path: Path, entry: zipfile.ZipInfo) -> bytes:
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read(entry)
    except _BROKEN as reason:
        raise _damaged(path.name, type(reason).__name__) from reason


def _bare(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).name


def _no_chat(name: str) -> WalkshopError:
    return WalkshopError(
        msg("There is no exported chat in “{name}”.", name=name),
        msg("Export the chat of the app group on a phone first."),
    )


def _puffed(name: str, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” unpacks to more than a chat holds.", name=name),
        msg("Export the chat once more, without films."),
        detail,
    )


def _damaged(name: str, detail: str) -> WalkshopError:
    return WalkshopError(
        msg("“{name}” is damaged.", name=name), msg("Export the chat once more."), detail
    )


__all__ = ["ChatFiles", "has_chat", "open_chat"]
