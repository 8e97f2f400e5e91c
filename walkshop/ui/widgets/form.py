"""A form: a label and a field on each line, and the refusal right under the field it is about."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Language, Text
from walkshop.store.store import Edit
from walkshop.ui import tokens
from walkshop.ui.errors import sentence
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px


class Row(QWidget):
    """One line of a form: label left and field right, or the field below its label."""

    def __init__(self, label: str, field: QWidget, stacked: bool = False, wide: int = 0) -> None:
        super().__init__()
        self.field = field
        self.label = plain_label(label, colour=tokens.SOFT)
        self.label.setBuddy(field)
        self.refusal = Refusal()
        field.setAccessibleName(label)
        grid = QGridLayout(self)
        apart = px(tokens.GAP_4) if stacked else 0
        grid.setContentsMargins(0, apart, 0, apart)
        grid.setHorizontalSpacing(px(tokens.GAP_12))
        grid.setVerticalSpacing(px(tokens.GAP_4))
        if stacked:
            grid.addWidget(self.label, 0, 0)
            grid.addWidget(field, 1, 0)
            grid.addWidget(self.refusal, 2, 0)
            return
        grid.setColumnStretch(1, 1)
        self.label.setFixedWidth(px(wide or tokens.FORM_LABEL_WIDTH))
        # The label stands level with the first line of its field, however high that is.
        beside = column()
        beside.setContentsMargins(0, (px(tokens.FIELD_HEIGHT) - px(tokens.BODY.line)) // 2, 0, 0)
        beside.addWidget(self.label)
        beside.addStretch(1)
        grid.addLayout(beside, 0, 0)
        grid.addWidget(field, 0, 1)
        grid.addWidget(self.refusal, 1, 1)


class Refusal(QFrame):
    """One friendly sentence with an accent bar; there only when something is refused."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "refusal")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(tokens.GAP_12), 0, 0, px(tokens.GAP_4))
        self._words = plain_label("")
        row.addWidget(self._words)
        self.hide()

    def say(self, words: str) -> None:
        """Show a sentence, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))

    def text(self) -> str:
        """The sentence that is shown."""
        return self._words.text()

    def attempt(self, act: Callable[[], object], language: Language) -> bool:
        """Try a pure act; a refusal is said here, and False comes back."""
        try:
            act()
        except WalkshopError as refusal:
            self.say(sentence(refusal, language))
            return False
        self.say("")
        return True


class Form(QWidget):
    """Lines of fields in the order in which people say them.

    Args:
        places: for each refusal of the domain the field that it is about; others go to the first.
        wide: px of the labels at a text size of 100 %; 0 for the usual width.
    """

    def __init__(
        self, language: Language, places: Mapping[Text, str] | None = None, wide: int = 0
    ) -> None:
        super().__init__()
        self._language = language
        self._places = places or {}
        self._wide = wide
        self._rows: dict[str, Row] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(tokens.FORM_GAP))

    def add(self, key: str, label: Text, field: QWidget, stacked: bool = False) -> None:
        """A line more, named `key`; a stacked one has its label above, for long words."""
        row = Row(self._language.say(label), field, stacked, self._wide)
        self._rows[key] = row
        self._lines.addWidget(row)

    def add_wide(self, widget: QWidget) -> None:
        """A widget over the whole width, such as a title between lines."""
        self._lines.addWidget(widget)

    def field(self, key: str) -> QWidget:
        """The field named `key`."""
        return self._rows[key].field

    def show_row(self, key: str, shown: bool) -> None:
        """Show a line only where it applies."""
        self._rows[key].setVisible(shown)

    def refuse(self, refusal: WalkshopError) -> None:
        """Say why not under the field that it is about, and put the focus there."""
        self.refuse_at(self._places.get(refusal.message, next(iter(self._rows))), refusal)

    def refuse_at(self, key: str, refusal: WalkshopError) -> None:
        """Say why not under the field named `key`, and put the focus there."""
        self.say_at(key, sentence(refusal, self._language))

    def say_at(self, key: str, words: str) -> None:
        """Show a sentence under the field named `key` and nowhere else; the focus goes there."""
        self.accept()
        row = self._rows[key]
        row.refusal.say(words)
        row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Nothing is refused any more."""
        for row in self._rows.values():
            row.refusal.say("")

    def refused(self) -> tuple[str, str]:
        """The field and the sentence of what is refused now; two empty ones when nothing is."""
        for key, row in self._rows.items():
            if row.refusal.text():
                return key, row.refusal.text()
        return "", ""

    def act(self, store: QtStore, label: Text, edit: Edit) -> bool:
        """Do an edit; a refusal is shown under its field and nowhere else, and False comes back.

        Edits are pure, so it is tried before it is done.
        """
        try:
            edit(store.walk)
        except WalkshopError as refusal:
            self.refuse(refusal)
            return False
        self.accept()
        return store.apply(label, edit)
