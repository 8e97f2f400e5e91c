"""Closing a walk: what would be lost, what is remembered, and in which order things end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stamp
from walkshop.i18n import Language, msg
from walkshop.services.folders import Folders
from walkshop.services.settings import SettingsFile
from walkshop.ui.errors import sentence
from walkshop.ui.frame.thumbnail import keep_thumbnail
from walkshop.ui.frame.unfinished import Broken, Unfinished
from walkshop.ui.opening import OpenWalk, tally_of


class Memory:
    """What is kept of open walks for the next time: the list, small maps, and what broke off.

    Args:
        clock: gives the time of an act.
    """

    def __init__(
        self, settings: SettingsFile, folders: Folders, clock: Callable[[], Stamp]
    ) -> None:
        self._settings = settings
        self._folders = folders
        self._clock = clock
        self._unfinished = Unfinished(folders.state)

    @property
    def broken(self) -> Broken | None:
        """The walk that was not closed the last time, if there is one."""
        return self._unfinished.found()

    def opened(self, walk: OpenWalk, stage: str) -> None:
        """This walk is open from now on."""
        self._unfinished.begin(walk.path, walk.title, stage)
        self._list(walk)

    def at(self, walk: OpenWalk, stage: str) -> None:
        """The person is in this stage now."""
        self._unfinished.at(walk.path, stage)

    def closes(self, walk: OpenWalk) -> None:
        """This walk is about to be closed: remember how it is now."""
        self._list(walk)
        keep_thumbnail(self._folders.pictures, walk)

    def closed(self) -> None:
        """The walk ended as it should."""
        self._unfinished.end()

    def forget_broken(self, path: Path) -> None:
        """Somebody goes on with this walk."""
        self._unfinished.forget(path)

    def forget(self, path: Path) -> None:
        """This walk is no longer there."""
        self._settings.keep(self._settings.now.forgotten(path))

    def _list(self, walk: OpenWalk) -> None:
        tally = tally_of(walk, self._clock())
        self._settings.keep(self._settings.now.opened(walk.path, walk.title, tally))


def what_is_lost(walk: OpenWalk, draft: str, language: Language) -> str:
    """What would be lost by closing `walk` now, in words; empty for nothing.

    Args:
        draft: words that were typed and are no note yet.
    """
    try:
        walk.save()
    except WalkshopError as refusal:
        return sentence(refusal, language)
    if draft.strip():
        return language.say(msg("There are words in the line that are no note yet."))
    return ""
