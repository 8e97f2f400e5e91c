"""The Share stage: every document of the walk, to save one by one or all at once.

It fills the stage, so the frame hides its inspector.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from walkshop.domain.records import TABLES, Profile, Walk
from walkshop.i18n import LANGUAGES, Language, Text, msg, msgn
from walkshop.i18n import language as language_of
from walkshop.services.output.request import PAPERS
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.jobs import Jobs
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection
from walkshop.ui.share.asking import AsksForPlace, PlaceDialogs, documents_folder
from walkshop.ui.share.bar import WishBar
from walkshop.ui.share.card import WIDTH, DocumentCard
from walkshop.ui.share.documents import DOCUMENTS, Document
from walkshop.ui.share.making import Exporter, Outcome, Wish, make_all
from walkshop.ui.share.outcomes import OutcomeList
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.scroll import rule, scrolling
from walkshop.ui.widgets.type import px


class SharePanel(QWidget):
    """Cards of documents; they are made in the background and the window stays alive.

    Args:
        exporter: makes one document of the open walk.
    """

    OWN_SIDE = True
    folder_chosen = Signal(str)

    def __init__(
        self,
        store: QtStore,
        selection: Selection,
        language: Language,
        exporter: Exporter,
        jobs: Jobs,
    ) -> None:
        super().__init__()
        self._store = store
        self._language = language
        self._exporter = exporter
        self._jobs = jobs
        self._busy = False
        self.asking: AsksForPlace = PlaceDialogs()
        self.folder = documents_folder()
        on_surface(self, "paper")
        self.wish = WishBar(language, self._first_language(), tuple(PAPERS))
        self.wish.changed.connect(self._on_wish)
        self.cards = {
            document.key: DocumentCard(document, language, partial(self.save, document))
            for document in DOCUMENTS
        }
        self.all = _AllAtOnce(language, self.save_all)
        self.outcomes = OutcomeList(language)
        self._lay_out()
        store.changed.connect(self._on_change)
        self._on_wish()
        self._show(store.walk)

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes round."""
        return [next(iter(self.cards.values())).save, self.wish.profile.button(str(Profile.PUBLIC))]

    def save(self, document: Document) -> None:
        """Ask where a document goes, and make it."""
        walk, wish = self._store.walk, self.wish.wish
        suggested = self.folder / document.file_name(walk, wish.profile, self._of(wish))
        title = self._language.say(msg("Save as"))
        pattern = f"{document.kind.split(',')[0]} (*{document.ending})"
        path = self.asking.file(self, title, suggested, pattern)
        if path is not None:
            self._make(path.parent, [(document, path)], msg("Making {name}", name=path.name))

    def save_all(self) -> None:
        """Ask for a folder, and make all documents in it."""
        title = self._language.say(msg("Save all to a folder"))
        folder = self.asking.folder(self, title, self.folder)
        if folder is None:
            return
        walk, wish = self._store.walk, self.wish.wish
        language = self._of(wish)
        wanted = [
            (document, folder / document.file_name(walk, wish.profile, language))
            for document in DOCUMENTS
        ]
        self._make(folder, wanted, msg("Making all documents"))

    def _make(self, folder: Path, wanted: list[tuple[Document, Path]], label: Text) -> None:
        self.folder = folder
        self.folder_chosen.emit(str(folder))
        exporter, wish = self._exporter, self.wish.wish
        self._set_busy({document.key for document, _path in wanted})
        self._jobs.start(
            label, lambda report: make_all(exporter, wanted, wish, report), self._on_made
        )

    def _on_made(self, outcomes: list[Outcome]) -> None:
        self._set_busy(set())
        say = self._language.say
        for outcome in outcomes:
            words = msg("Saved") if outcome.made else msg("Not saved")
            self.cards[outcome.document.key].show_busy(False, say(words))
        self.outcomes.show_outcomes(outcomes)
        self._lines.activate()  # so that the list has its place before it is scrolled to
        self._area.ensureWidgetVisible(self.outcomes)

    def _set_busy(self, keys: set[str]) -> None:
        self._busy = bool(keys)
        making = self._language.say(msg("Being made"))
        for key, card in self.cards.items():
            card.show_busy(self._busy, making if key in keys else "")
        self.all.button.setEnabled(not self._busy)

    def _lay_out(self) -> None:
        content = QWidget()
        self._grid = QGridLayout()
        self._grid.setSpacing(px(tokens.GAP_16))
        self._lines = column(content, gap=tokens.GAP_24, edge=tokens.GAP_20)
        self._lines.addLayout(self._grid)
        self._lines.addWidget(self.outcomes)
        self._lines.addStretch(1)
        self._area = scrolling(content, "paper")
        whole = column(self)
        for widget in (self.wish, rule(), self._area):
            whole.addWidget(widget, 1 if widget is self._area else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards beside each other as fit."""
        super().resizeEvent(event)
        self._arrange()

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
            card.state.setText("")
        self.all.show_wish(wish)

    def _on_change(self, change: Change) -> None:
        same = all(getattr(change.before, t) is getattr(change.after, t) for t in TABLES.values())
        if not same:
            self._show(change.after)

    def _show(self, walk: Walk) -> None:
        today: date = self._store.stamp().now.date()
        for card in self.cards.values():
            text = card.document.missing(walk, today, self._language)
            card.show_missing(self._language.say(text) if text else "")

    def _first_language(self) -> str:
        walk = self._store.walk.about.language
        return walk if walk in LANGUAGES else self._language.code

    def _of(self, wish: Wish) -> Language:
        return language_of(wish.language)


class _AllAtOnce(QWidget):
    """The one primary button of the stage, and what comes of it."""

    def __init__(self, language: Language, save_all: Callable[[], object]) -> None:
        super().__init__()
        self._language = language
        say = language.say
        self._words = soft_label("")
        self.button = Button(say(msg("Save all to a folder")), save_all, "primary")
        lines = column(self, gap=tokens.GAP_8, edge=tokens.GAP_16)
        lines.addWidget(title_label(say(msg("All at once"))))
        lines.addWidget(self._words)
        lines.addSpacing(px(tokens.GAP_8))
        lines.addWidget(self.button)
        lines.addStretch(1)

    def show_wish(self, wish: Wish) -> None:
        """Say what will be made, and for whom."""
        public = msg("For everyone: without names and without what is hidden from others.")
        team = msg("For the team: names may be in it. Do not forward it.")
        n = msgn("{n} document.", "{n} documents.", len(DOCUMENTS))
        again = msg("Files of the same name are replaced.")
        whom = public if wish.profile is Profile.PUBLIC else team
        self._words.setText(" ".join(self._language.say(text) for text in (n, whom, again)))
