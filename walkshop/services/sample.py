"""The sample walk: copied to a place of one's own, so that nobody works in the one that ships."""

from __future__ import annotations

import shutil
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.files import sample_map
from walkshop.i18n import msg

SAMPLE = "crooswijk.gpkg"


def copy_sample(target: Path) -> None:
    """Put a copy of the sample walk at `target`, which must be free; whole or not at all.

    Raises:
        WalkshopError: there is a file of this name, or the folder cannot be written.
    """
    if target.exists():
        raise WalkshopError(
            msg("There is a file of this name already. It was left as it is."),
            msg("Choose another name."),
        )
    half = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(sample_map(SAMPLE), half)
        half.replace(target)
    except OSError as reason:
        half.unlink(missing_ok=True)
        raise WalkshopError(
            msg("The sample cannot be put in {folder}.", folder=str(target.parent)),
            msg("Choose a folder in which you may write."),
            str(reason),
        ) from reason
