"""What can be done with the sheet on top, and what is shown while there are no sheets."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

MOST_NR = 999


class SheetBar(QWidget):
    """The number of the sheet, and three buttons.

    Signals:
        numbered: the number that is printed on it.
        turn_wanted: it lies on its side.
        picture_wanted: what is in view is to be kept as a picture.
        finished: everything on it is typed over.
    """

    numbered = Signal(int)
    turn_wanted = Signal()
    picture_wanted = Signal()
    finished = Signal()

    def __init__(self, language: Language) -> None:
        super().__init__()
        say = language.say
        self.number = LineField()
        self.number.setValidator(QIntValidator(1, MOST_NR, self.number))
        self.number.setFixedWidth(px(64))
        self.number.setAccessibleName(say(msg("Number on the sheet")))
        self.number.committed.connect(lambda words: self.numbered.emit(int(words)))
        self.turn = Button(say(msg("Turn the sheet")), self.turn_wanted.emit)
        self.keep = Button(say(msg("Keep view as picture")), self.picture_wanted.emit)
        self.done = Button(say(msg("Sheet is done")), self.finished.emit)
        lines: QHBoxLayout = row(self, tokens.GAP_8)
        label = plain_label(say(msg("Sheet")), colour=tokens.SOFT)
        label.setBuddy(self.number)
        lines.addWidget(label, alignment=Qt.AlignmentFlag.AlignVCenter)
        lines.addWidget(self.number)
        lines.addStretch(1)
        for button in (self.turn, self.keep, self.done):
            lines.addWidget(button)


class NoSheets(QWidget):
    """Says what this page is for."""

    def __init__(self, language: Language, choose: QWidget) -> None:
        super().__init__()
        lines: QVBoxLayout = column(self, tokens.GAP_12, tokens.GAP_32)
        for words in (
            msg("Choose photos or scans of the sheets that came back."),
            msg("You see a sheet and type over what it says."),
            msg("The scans stay outside the walk."),
        ):
            lines.addWidget(plain_label(language.say(words), colour=tokens.SOFT))
        lines.addWidget(choose)
        lines.addStretch(1)


def bar(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    """Widgets at both ends of a line."""
    made: QHBoxLayout = row(None, tokens.GAP_12)
    made.setContentsMargins(px(16), px(tokens.GAP_4), px(16), px(tokens.GAP_4))
    for widget in left:
        made.addWidget(widget, alignment=Qt.AlignmentFlag.AlignVCenter)
    made.addStretch(1)
    for widget in right:
        made.addWidget(widget)
    return made


def stacked(*parts: QWidget) -> QWidget:
    """Widgets below each other, as the line stands below the map in Notes."""
    made = QWidget()
    lines: QVBoxLayout = column(made, tokens.GAP_8)
    lines.setContentsMargins(px(tokens.GAP_12), 0, px(tokens.GAP_12), 0)
    for part in parts:
        lines.addWidget(part)
    return made


def give_keys(owner: QWidget, keys: Mapping[str, Callable[[], object]]) -> None:
    """Keys that work wherever the focus is within `owner`."""
    for key, act in keys.items():
        shortcut = QShortcut(QKeySequence(key), owner)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
