"""How one comes to a walk: the start page, a new file, a copy of the sample, or one's own file."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from walkshop.domain.beginning import new_walk
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import About, AboutId, AreaId, Stamp
from walkshop.i18n import Language, msg, msgn
from walkshop.services.gpkg import create
from walkshop.services.sample import SAMPLE, copy_sample
from walkshop.services.settings import Settings, Tally
from walkshop.ui.errors import sentence
from walkshop.ui.frame.files import Asking, documents, free_name
from walkshop.ui.frame.new_walk import Wish
from walkshop.ui.frame.start_page import StartPage
from walkshop.ui.frame.thumbnail import thumbnail_of
from walkshop.ui.frame.unfinished import Broken
from walkshop.ui.frame.way_card import Recent


class Beginning(QObject):
    """Makes the start page, and does what it offers.

    Signals:
        chosen: the path of a walk file to open.
        resumed: a Broken walk to go on with.
        language_chosen: "nl" or "en".

    Args:
        asking: the dialogs.
        window: over which they open.
        clock: gives the time of an act.
        pictures: where small maps of walks are kept; None for nowhere.
    """

    chosen = Signal(object)
    resumed = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        asking: Asking,
        window: QWidget,
        clock: Callable[[], Stamp],
        pictures: Path | None = None,
    ) -> None:
        super().__init__(window)
        self._pictures = pictures
        self._asking = asking
        self._window = window
        self._clock = clock
        self._language: Language | None = None
        self._page: StartPage | None = None

    def make_page(
        self, language: Language, settings: Settings, broken: Broken | None = None
    ) -> StartPage:
        """A start page in a language, in the place of the one before."""
        recent = recent_walks(settings, language, self._clock().now, self._pictures)
        page = StartPage(language, recent, broken)
        page.resumed.connect(self.resumed)
        page.new_wanted.connect(page.show_new)
        page.open_wanted.connect(self.ask_open)
        page.sample_wanted.connect(self.ask_sample)
        page.recent_chosen.connect(self.chosen)
        page.language_chosen.connect(self.language_chosen)
        page.new_walk.begun.connect(self._begin)
        page.new_walk.left.connect(page.show_recent)
        page.new_walk.place_wanted.connect(self._ask_place)
        self._language, self._page = language, page
        return page

    def speak(self, language: Language) -> None:
        """The language of dialogs from now on."""
        self._language = language

    def ask_open(self) -> None:
        """Let the person choose a walk file."""
        if self._language is None:
            return
        path = self._asking.walk_to_open(self._window, self._language)
        if path is not None:
            self.chosen.emit(path)

    def ask_sample(self) -> None:
        """Copy the sample to where the person wants it, and open the copy."""
        suggested = free_name(documents(), Path(SAMPLE).stem)
        path = self._place(suggested)
        if path is not None:
            self._make(path, lambda: copy_sample(path))

    def _begin(self, wish: Wish) -> None:
        if self._language is None:
            return
        about = About(
            id=AboutId(str(uuid4())),
            title=wish.title,
            question=wish.question,
            language=self._language.code,
        )
        walk = new_walk(about, AreaId(str(uuid4())), self._clock())
        self._make(wish.path, lambda: create(wish.path, walk))

    def _make(self, path: Path, make: Callable[[], None]) -> None:
        try:
            make()
        except WalkshopError as refusal:
            if self._page is not None and self._language is not None:
                self._page.say(sentence(refusal, self._language))
            return
        self.chosen.emit(path)

    def _ask_place(self, suggested: Path) -> None:
        path = self._place(suggested)
        if path is not None and self._page is not None:
            self._page.new_walk.set_place(path)

    def _place(self, suggested: Path) -> Path | None:
        if self._language is None:
            return None
        return self._asking.place_to_save(self._window, self._language, suggested)


def recent_walks(
    settings: Settings, language: Language, now: datetime, pictures: Path | None = None
) -> list[Recent]:
    """The walks used last whose files are still there."""
    found = []
    for known in settings.recent:
        path = Path(known.path)
        with suppress(OSError):
            written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
            day = language.short_day(written.date())
            if written.date() == now.astimezone().date():
                day = language.say(msg("today {time}", time=language.clock(written)))
            counts = _in_words(known.tally, language) if known.tally else ""
            found.append(Recent(path, known.title, day, counts, thumbnail_of(pictures, path)))
    return found


def _in_words(tally: Tally, language: Language) -> str:
    parts = [msgn("{n} note", "{n} notes", tally.notes)]
    if tally.values:
        parts.append(msgn("{n} value", "{n} values", tally.values))
    if tally.actions:
        parts.append(msgn("{n} action", "{n} actions", tally.actions))
    if tally.without_answer:
        parts.append(msg("{n} without answer", n=tally.without_answer))
    return ", ".join(language.say(part) for part in parts)
