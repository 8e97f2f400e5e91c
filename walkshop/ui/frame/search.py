"""The search field: narrows what is in view, and always says how many of how many."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import key_cap, spoken_keys
from walkshop.ui.icons import icon
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import px

_MARGIN = 8
_FOR_WORDS = 150


class SearchField(QLineEdit):
    """A field for words and numbers; Esc empties it, Enter goes back to the stage."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        name = desk.say(msg("Search and filter"))
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setToolTip(plain_tip(name))
        self.addAction(icon("search", tokens.SOFT), QLineEdit.ActionPosition.LeadingPosition)
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setProperty("role", "name")
        self._clear = QToolButton()
        self._clear.setIcon(icon("clear", tokens.SOFT))
        self._clear.setProperty("role", "flat")
        self._clear.setAccessibleName(desk.say(msg("Show all notes")))
        self._clear.setToolTip(desk.say(msg("Show all notes")))
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.clicked.connect(desk.filter.clear)
        self._cap = key_cap(spoken_keys(keys_in_words("find")))
        self._side = self._made_side()
        self.textEdited.connect(desk.filter.want_words)
        desk.filter.changed.connect(self.refresh)
        self.setFixedHeight(px(tokens.CONTROL_HEIGHT))
        self.refresh()

    def refresh(self) -> None:
        """Say anew how many are in view."""
        found = self._desk.filter
        self._clear.setVisible(found.narrows)
        if not found.wanted.words and not self.hasFocus():
            self.clear()
        if found.wanted.words != self.text().strip():
            self.setText(found.wanted.words)
        self._place_side()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc shows all notes again; Enter leaves the field with the filter on."""
        if event.key() == Qt.Key.Key_Escape:
            self._desk.filter.clear()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the count at the right edge."""
        super().resizeEvent(event)
        self._place_side()

    def changeEvent(self, event: QEvent) -> None:
        """Another font makes the count wider."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_side"):
            self._place_side()

    def _made_side(self) -> QWidget:
        side = QWidget(self)
        side.setCursor(Qt.CursorShape.ArrowCursor)
        row = QHBoxLayout(side)
        row.setSpacing(px(tokens.GAP_8))
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addWidget(self._cap)
        row.addWidget(self._clear)
        return side

    def _place_side(self) -> None:
        """Say it in full where there is room for that, else with the numbers alone."""
        found = self._desk.filter
        counts = {"n": len(found.shown), "total": len(found.standing)}
        full = self._desk.say(msg("{n} of {total} shown", **counts))
        self._cap.setVisible(not found.narrows)
        self._count.setText(full)
        self._count.setToolTip(plain_tip(full))
        if self._side_width() > self._room():
            self._cap.hide()
        if self._side_width() > self._room():
            self._count.setText(self._desk.say(msg("{n} of {total}", **counts)))
        wide = self._side_width()
        self._side.setGeometry(self.width() - wide - px(_MARGIN), 0, wide, self.height())
        self.setTextMargins(0, 0, wide + px(_MARGIN), 0)

    def _side_width(self) -> int:
        self._side.ensurePolished()
        layout = self._side.layout()
        if layout is not None:
            layout.activate()
        return self._side.sizeHint().width()

    def _room(self) -> int:
        """What the words at the right may take (px), so that one sees what one types."""
        return self.width() - px(_FOR_WORDS)
