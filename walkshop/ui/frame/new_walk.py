"""A new walk: its title, its question, and where its file is kept."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.frame.files import documents, free_name
from walkshop.ui.frame.small import OneLine
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.form import Form, Refusal
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.type import px

_WIDEST = 620


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new walk begins with."""

    title: str
    question: str
    path: Path


class NewWalk(QWidget):
    """A short form; the file's name follows the title until a person chooses a place.

    Signals:
        begun: a Wish with a title.
        place_wanted: the path suggested now.
        left: back to the walks used last.
    """

    begun = Signal(object)
    place_wanted = Signal(object)
    left = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._place: Path | None = None
        self.title = LineField()
        self.question = LineField()
        self.where = OneLine()
        self.where.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.refusal = Refusal()
        self.begin = Button(language.say(msg("Begin the walk")), self._begin, "primary")
        self.choose = Button(language.say(msg("Choose a place")), self._ask_place)
        self.title.textChanged.connect(self._show_place)
        self.title.returnPressed.connect(self._begin)
        self.question.returnPressed.connect(self._begin)
        self._lay_out()
        self._show_place()

    @property
    def path(self) -> Path:
        """Where the file comes."""
        name = self.title.text().strip() or self._language.say(msg("New walk"))
        return self._place or free_name(documents(), name)

    def set_place(self, path: Path) -> None:
        """A person chose where the file comes."""
        self._place = path
        self._show_place()

    def refuse(self, words: str) -> None:
        """Say why not, and let the person go on."""
        self.refusal.say(words)

    def _begin(self) -> None:
        title = self.title.text().strip()
        if not title:
            self._refuse_title(msg("A walk needs a title."))
            return
        self.refusal.say("")
        self.begun.emit(Wish(title, self.question.text().strip(), self.path))

    def _refuse_title(self, why: Text) -> None:
        self.refusal.say(self._language.say(why))
        self.title.setFocus()

    def _ask_place(self) -> None:
        self.place_wanted.emit(self.path)

    def _show_place(self) -> None:
        self.where.setText(str(self.path))
        self.refusal.say("")

    def _lay_out(self) -> None:
        say = self._language.say
        form = Form(self._language)
        form.add("title", msg("Title"), self.title)
        form.add("question", msg("Main question"), self.question)
        place = QWidget()
        row = QHBoxLayout(place)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.GAP_12))
        row.addWidget(self.where, 1)
        row.addWidget(self.choose)
        form.add("place", msg("Kept in"), place)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(tokens.GAP_12))
        buttons.addWidget(self.begin)
        buttons.addWidget(Button(say(msg("Not now")), self.left.emit, "quiet"))
        buttons.addStretch(1)
        content = QWidget()
        content.setMaximumWidth(px(_WIDEST))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.GAP_16))
        column.addWidget(title_label(say(msg("New walk"))))
        column.addWidget(form)
        column.addWidget(self.refusal)
        column.addLayout(buttons)
        column.addWidget(soft_label(say(msg("Stops and the area can come later."))))
        column.addStretch(1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(px(56), px(104), px(56), px(tokens.GAP_32))
        outer.addWidget(content, 1)
        outer.addStretch(0)
