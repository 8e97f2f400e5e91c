"""Pictures that come with a map file: prepared like every photo, each with its note."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NoteId
from walkshop.i18n import msg
from walkshop.services.intake.proposal import NewPhoto, Notices, shown

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif", ".gif")
"""Endings of files that are tried as a photo."""

_ENDING = max(map(len, PICTURES))
MOST_PICTURES = 1_000
MOST_BYTES = 60_000_000
"""Of one picture as it lies in the file; a phone makes a tenth of that."""

_CAPTION = 80


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that a file brings.

    Args:
        name: as the file calls it; a label, never a path that is followed.
        read: gives its bytes; raises OSError or WalkshopError where they are not to be had.
    """

    name: str
    read: Callable[[], bytes]
    caption: str = ""


@dataclass(slots=True)
class Album:
    """Collects the photos of one file."""

    new_id: Callable[[], str]
    notices: Notices
    photos: list[NewPhoto] = field(default_factory=list)

    def add(self, pictures: Iterable[Picture], note: NoteId, row: int) -> None:
        """Prepare the pictures of one note; what cannot be read is said."""
        for picture in pictures:
            what = msg("Picture “{name}”", name=shown(picture.name))
            if len(self.photos) >= MOST_PICTURES:
                self.notices.add(what, msg("left out: more than {n} pictures", n=MOST_PICTURES))
                continue
            try:
                photo = self._prepared(picture, note)
            except OSError:
                self.notices.add(what, msg("not found beside the file"), row)
            except WalkshopError as error:
                self.notices.add(what, error.message, row)
            else:
                self.photos.append(photo)

    def _prepared(self, picture: Picture, note: NoteId) -> NewPhoto:
        from walkshop.services.photos.preparing import prepare_photo

        made = prepare_photo(picture.read(), PurePosixPath(picture.name).name, self.new_id)
        caption = picture.caption[:_CAPTION]
        return NewPhoto(replace(made.photo, caption=caption), made.data, note)


def is_picture(name: str) -> bool:
    """Whether a file is called like a picture."""
    return name[-_ENDING:].lower().endswith(PICTURES)


def beside(file: Path, name: str) -> Picture:
    """The picture that `file` names; only what lies below its own folder is read."""

    def read() -> bytes:
        folder = file.absolute().parent.resolve()
        path = (folder / name.replace("\\", "/")).resolve()
        if not path.is_relative_to(folder) or not path.is_file():
            raise FileNotFoundError(name)
        if path.stat().st_size > MOST_BYTES:
            raise too_large_picture()
        return path.read_bytes()

    return Picture(name, read)


def too_large_picture() -> WalkshopError:
    """The failure of a picture that no camera made."""
    return WalkshopError(msg("larger than {n} MB", n=MOST_BYTES // 1_000_000))
