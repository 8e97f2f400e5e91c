"""The notice: what just happened, and the way back, in one quiet line."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg
from walkshop.store.store import Notice
from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.small import OneLine, key_cap, spoken_keys
from walkshop.ui.jobs import Jobs, Progress
from walkshop.ui.widgets.type import px


class NoticeLine(QWidget):
    """Says what was done, refused or is under way, until the next act or for 20 seconds."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        self._desk = desk
        self._words = OneLine()
        self._undo = self._link(msg("Undo"))
        self._undo.clicked.connect(desk.store.undo)
        self._stop = self._link(msg("Stop this"))
        self._stop.clicked.connect(jobs.stop_all)
        self._key = key_cap(spoken_keys(keys_in_words("undo")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.GAP_4))
        for part in (self._words, self._undo, self._stop, self._key):
            row.addWidget(part)
        self._timer = QTimer(self, singleShot=True, interval=tokens.NOTICE_MS)
        self._timer.timeout.connect(self.fade)
        desk.store.done.connect(self._on_done)
        desk.store.refused.connect(self.refuse)
        desk.store.noticed.connect(self._on_notice)
        jobs.refused.connect(self.refuse)
        jobs.progressed.connect(self._on_progress)
        self.fade()

    @property
    def words(self) -> str:
        """What it says now."""
        return self._words.text()

    @property
    def undo_button(self) -> QToolButton:
        """The way back, in sight while there is one."""
        return self._undo

    def show_text(self, text: Text) -> None:
        """Say one sentence that asks nothing."""
        self._show(self._desk.say(text))

    def refuse(self, error: WalkshopError) -> None:
        """Say what was refused, and what to do."""
        self._show(sentence(error, self._desk.language))

    def fade(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._words.setText("")
        self.hide()

    def _on_done(self, label: Text, undoable: bool) -> None:
        self._show(self._desk.say(label) + ("." if undoable else ""), undoable)

    def _on_notice(self, notice: Notice) -> None:
        parts = [self._desk.say(notice.label), self._desk.say(notice.text)]
        self._show(": ".join(part for part in parts if part))

    def _on_progress(self, progress: Progress | None) -> None:
        if progress is None:
            if self._stop.isVisibleTo(self):
                self.fade()
            return
        share = f" {100 * progress.step // progress.total} %" if progress.total else ""
        self._show(self._desk.say(progress.label) + share, under_way=True)

    def _show(self, words: str, undoable: bool = False, under_way: bool = False) -> None:
        self._words.setText(words)
        self._undo.setVisible(undoable)
        self._key.setVisible(undoable)
        self._stop.setVisible(under_way)
        self.show()
        if under_way:
            self._timer.stop()
        else:
            self._timer.start()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _link(self, text: Text) -> QToolButton:
        words = self._desk.say(text)
        link = QToolButton()
        link.setText(words)
        link.setAccessibleName(words)
        link.setProperty("role", "quiet")
        font = link.font()
        font.setUnderline(True)
        link.setFont(font)
        return link
