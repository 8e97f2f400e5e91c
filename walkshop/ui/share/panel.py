"""The Share stage: every document of the walk with its first page, to save or print.

It fills the stage, so the frame hides its inspector.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walkshop.domain.records import TABLES, Profile, Walk
from walkshop.i18n import LANGUAGES, msg
from walkshop.services.output.preview import Preview
from walkshop.services.output.request import PAPERS
from walkshop.services.settings import SettingsFile
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.jobs import Jobs
from walkshop.ui.share.allatonce import AllAtOnce
from walkshop.ui.share.asking import documents_folder
from walkshop.ui.share.bar import WishBar
from walkshop.ui.share.card import WIDTH, DocumentCard
from walkshop.ui.share.documents import DOCUMENTS, Document
from walkshop.ui.share.lacking import Lacking
from walkshop.ui.share.making import Exporter, Outcome
from walkshop.ui.share.outbox import Outbox
from walkshop.ui.share.outcomes import OutcomeList
from walkshop.ui.share.previews import Previews
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.focus import KeptFocus
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.scroll import rule, scrolling
from walkshop.ui.widgets.type import px

PATIENCE_MS = 250
"""How long a wish or the walk stands still before pages are made for it."""


class SharePanel(QWidget):
    """Cards of documents; they are made in the background and the window stays alive.

    Signals:
        notes_wanted: the filter now shows the notes in which something is missing.

    Args:
        exporter: makes one document of the open walk.
        settings: remembers the folder.
    """

    OWN_SIDE = True
    notes_wanted = Signal()

    def __init__(self, desk: Desk, exporter: Exporter, jobs: Jobs, settings: SettingsFile) -> None:
        super().__init__()
        self._desk = desk
        self._settings = settings
        self._version = 0
        on_surface(self, "paper")
        self.wish = WishBar(desk.language, self._first_language(), tuple(PAPERS))
        self.lacking = Lacking(desk.filter, desk.language)
        self.cards = {one.key: DocumentCard(one, desk.language) for one in DOCUMENTS}
        self.all = AllAtOnce(desk.language)
        self._focus = KeptFocus((*self.cards.values(), self.all))
        self.outcomes = OutcomeList(desk.language)
        self.outbox = Outbox(self, exporter, jobs, desk.language)
        self.previews = Previews(exporter, jobs, self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._lay_out()
        self._connect()
        self._on_wish()
        self._show(desk.store.walk)

    @property
    def folder(self) -> Path:
        """Where documents are saved: where they were last, if that is still there."""
        known = self._settings.now.share_folder
        return Path(known) if known and Path(known).is_dir() else documents_folder()

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes round."""
        return [next(iter(self.cards.values())).save, self.wish.profile.button(str(Profile.PUBLIC))]

    def save(self, document: Document) -> None:
        """Ask where a document goes, and make it."""
        self.outbox.save(document, self._desk.store.walk, self.wish.wish, self.folder)

    def save_all(self) -> None:
        """Ask for a folder, and make all documents in it."""
        self.outbox.save_all(DOCUMENTS, self._desk.store.walk, self.wish.wish, self.folder)

    def print(self, document: Document) -> None:
        """Ask for a printer, and print a document."""
        self.outbox.print([document], self._desk.store.walk, self.wish.wish)

    def print_all(self) -> None:
        """Ask for a printer, and print all that has pages."""
        self.outbox.print(DOCUMENTS, self._desk.store.walk, self.wish.wish)

    def showEvent(self, event: QShowEvent) -> None:
        """Pages are made only while somebody looks."""
        super().showEvent(event)
        self._patience.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: let go of what is being made."""
        super().hideEvent(event)
        self._patience.stop()
        self.previews.stop()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards beside each other as fit."""
        super().resizeEvent(event)
        self._arrange()

    def _connect(self) -> None:
        for key, card in self.cards.items():
            card.save_wanted.connect(partial(self.save, card.document))
            card.print_wanted.connect(partial(self.print, card.document))
            card.setObjectName(key)
        self.wish.changed.connect(self._on_wish)
        self.lacking.notes_wanted.connect(self.notes_wanted)
        self.all.save_wanted.connect(self.save_all)
        self.all.print_wanted.connect(self.print_all)
        self.outbox.begun.connect(self._set_busy)
        self.outbox.ended.connect(self._on_made)
        self.outbox.folder_chosen.connect(self._keep_folder)
        self.previews.ready.connect(self._on_preview)
        self._patience.timeout.connect(self._want_previews)
        self._desk.store.changed.connect(self._on_change)

    def _lay_out(self) -> None:
        content = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(px(tokens.GAP_16))
        self._lines = column(content, gap=tokens.GAP_16, edge=tokens.GAP_20)
        self._lines.addWidget(self.lacking)
        self._lines.addLayout(self._grid)
        self._lines.addWidget(self.outcomes)
        self._lines.addStretch(1)
        self._area = scrolling(content, "paper")
        whole = column(self)
        for widget in (self.wish, rule(), self._area):
            whole.addWidget(widget, 1 if widget is self._area else 0)

    def _arrange(self) -> None:
        room = self.width() - 2 * px(tokens.GAP_20) + px(tokens.GAP_16)
        across = max(1, room // (px(WIDTH) + px(tokens.GAP_16)))
        for place, widget in enumerate([*self.cards.values(), self.all]):
            self._grid.addWidget(widget, place // across, place % across)
        for place in range(self._grid.columnCount()):
            self._grid.setColumnStretch(place, 1 if place < across else 0)

    def _on_wish(self) -> None:
        wish = self.wish.wish
        for card in self.cards.values():
            card.show_paper(wish.paper)
            card.show_busy(False, "")
        self.all.show_wish(wish)
        self._patience.start()

    def _on_change(self, change: Change) -> None:
        same = all(getattr(change.before, t) is getattr(change.after, t) for t in TABLES.values())
        same = same and change.before.about is change.after.about
        if not same:
            self._version += 1
            self._show(change.after)
            self._patience.start()

    def _want_previews(self) -> None:
        if self.isVisible():
            room = next(iter(self.cards.values())).picture.room()
            self.previews.want(DOCUMENTS, self.wish.wish, self._version, room)

    def _on_preview(self, key: str, preview: Preview | None) -> None:
        self.cards[key].show_preview(preview)

    def _show(self, walk: Walk) -> None:
        today = self._desk.store.stamp().now.date()
        self.lacking.show_walk(walk, today)
        for card in self.cards.values():
            text = card.document.missing(walk, today)
            card.show_missing(self._desk.say(text) if text else "")

    def _set_busy(self, keys: set[str]) -> None:
        self._focus.hold()
        making = self._desk.say(msg("Being made"))
        for key, card in self.cards.items():
            card.show_busy(True, making if key in keys else "")
        self.all.show_busy(True)

    def _on_made(self, outcomes: list[Outcome], where: str) -> None:
        for card in self.cards.values():
            card.show_busy(False, "")
        for outcome in outcomes:
            words = msg("Made") if outcome.made else msg("Not made")
            self.cards[outcome.document.key].show_busy(False, self._desk.say(words))
        self.all.show_busy(False)
        self._focus.give_back()
        self.outcomes.show_outcomes(outcomes, where)
        self._lines.activate()  # so that the list has its place before it is scrolled to
        self._area.ensureWidgetVisible(self.outcomes)

    def _keep_folder(self, folder: str) -> None:
        self._settings.keep(replace(self._settings.now, share_folder=folder))

    def _first_language(self) -> str:
        walk = self._desk.store.walk.about.language
        return walk if walk in LANGUAGES else self._desk.language.code
