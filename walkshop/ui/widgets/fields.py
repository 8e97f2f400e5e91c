"""Fields of forms: each holds one thing and says when the person is done with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QIcon, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QStyleOptionComboBox,
)

from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.widgets.type import px

T = TypeVar("T")
_ARROW = 42
"""px of a combo box that are not for words: its edges and its arrow."""

_BESIDE_ICON = 12


class LineField(QLineEdit):
    """One line of words; `committed` comes once when they changed and the person goes on."""

    committed = Signal(str)

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setPlaceholderText(hint)
        self._known = ""
        self.editingFinished.connect(self._on_finished)

    def show_words(self, words: str) -> None:
        """Show what the walk holds; what is being typed stays."""
        typing = self.hasFocus() and self.text() != self._known
        self._known = words
        if not typing and self.text() != words:
            self.setText(words)
            self.setCursorPosition(0)

    def _on_finished(self) -> None:
        if self.text() != self._known:
            self._known = self.text()
            self.committed.emit(self.text())


class LongField(QPlainTextEdit):
    """A few lines of words; Tab goes on to the next field, Ctrl+Enter is done."""

    committed = Signal(str)

    def __init__(self, lines: int = 3, hint: str = "") -> None:
        super().__init__()
        self._lines = lines
        self._known = ""
        self.setTabChangesFocus(True)
        self.setPlaceholderText(hint)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def text(self) -> str:
        """The words in the field."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(px(200), self.fontMetrics().lineSpacing() * self._lines + px(26))

    def minimumSizeHint(self) -> QSize:
        """Narrower, but never lower."""
        return QSize(px(80), self.sizeHint().height())

    def show_words(self, words: str) -> None:
        """Show what the walk holds; what is being typed stays."""
        typing = self.hasFocus() and self.text() != self._known
        self._known = words
        if not typing and self.text() != words:
            self.setPlainText(words)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going on is being done, a menu or another window is not."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter is being done."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.finish()
            return
        super().keyPressEvent(event)

    def finish(self) -> None:
        """Hand over what was typed, if anything changed."""
        if self.text() != self._known:
            self._known = self.text()
            self.committed.emit(self.text())


class Choice(QComboBox, Generic[T]):
    """One of a closed set; the wheel only turns it while it has the focus.

    Args:
        choices: each thing with its words.
        on_choice: called with the thing that a person chose.
    """

    def __init__(
        self, choices: Iterable[tuple[T, str]], on_choice: Callable[[T], object] | None = None
    ) -> None:
        super().__init__()
        self._things: list[T] = []
        self._on_choice = on_choice
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.offer(choices)
        self.activated.connect(self._on_activated)

    @property
    def thing(self) -> T:
        """What is chosen now."""
        return self._things[self.currentIndex()]

    def offer(self, choices: Iterable[tuple[T, str]]) -> None:
        """Offer other things; nobody is told."""
        pairs = list(choices)
        words = [text for _thing, text in pairs]
        shown = [self.itemText(index) for index in range(self.count())]
        self._things = [thing for thing, _text in pairs]
        if words == shown:
            return
        self.clear()
        self.addItems(words)
        for index, text in enumerate(words):
            self.setItemData(index, plain_tip(text), Qt.ItemDataRole.ToolTipRole)

    def show_icons(self, icons: Mapping[T, QIcon]) -> None:
        """Put an icon before the words of those things that have one."""
        for index, thing in enumerate(self._things):
            self.setItemIcon(index, icons.get(thing, QIcon()))

    def show_thing(self, thing: T) -> None:
        """Show what the walk holds; nobody is told. A thing that is not offered shows as none."""
        self.setCurrentIndex(self._things.index(thing) if thing in self._things else -1)

    def choose(self, thing: T) -> None:
        """Choose as a person does."""
        self.show_thing(thing)
        self._on_activated(self.currentIndex())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Words that do not fit end in dots."""
        super().initStyleOption(option)
        elide(self, option)

    def showPopup(self) -> None:
        """The list is as wide as its longest words."""
        view = self.view()
        view.setMinimumWidth(max(self.width(), view.sizeHintForColumn(0) + px(28)))
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that turns over a form scrolls the form."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def _on_activated(self, index: int) -> None:
        if self._on_choice and 0 <= index < len(self._things):
            self._on_choice(self._things[index])


class ManyChoice(QComboBox, Generic[T]):
    """Any number of a set: it names what is chosen and opens a menu to tick.

    Args:
        none: what it says when nothing is chosen.
        on_choice: called with all things that are ticked, in the order offered.
    """

    def __init__(self, none: str, on_choice: Callable[[tuple[T, ...]], object]) -> None:
        super().__init__()
        self._none = none
        self._on_choice = on_choice
        self._actions: list[tuple[T, QAction]] = []
        self._menu = QMenu(self)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.addItem(none)

    def offer(self, choices: Sequence[tuple[T, str]], chosen: Sequence[T]) -> None:
        """Offer things and tick the chosen ones; nobody is told."""
        self._menu.clear()
        self._actions = []
        for thing, words in choices:
            action = self._menu.addAction(button_words(words))
            action.setCheckable(True)
            action.setChecked(thing in chosen)
            action.triggered.connect(self._on_triggered)
            self._actions.append((thing, action))
        ticked = ", ".join(words for thing, words in choices if thing in chosen)
        self.setItemText(0, ticked or self._none)
        self.setEnabled(bool(choices))

    def tick(self, thing: T) -> None:
        """Tick or untick a thing as a person does."""
        next(action for known, action in self._actions if known == thing).trigger()

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        """Words that do not fit end in dots."""
        super().initStyleOption(option)
        elide(self, option)

    def showPopup(self) -> None:
        """Open the menu, as wide as the field at least."""
        self._menu.setMinimumWidth(self.width())
        self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))
        if self._actions:
            self._menu.setActiveAction(self._actions[0][1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down, space and Enter open the menu; other keys go on."""
        opening = (Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in opening and self._actions:
            self.showPopup()
        else:
            event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel scrolls the form."""
        event.ignore()

    def _on_triggered(self) -> None:
        self._on_choice(tuple(thing for thing, action in self._actions if action.isChecked()))


def elide(box: QComboBox, option: QStyleOptionComboBox) -> None:
    """Shorten what a closed combo box shows to the room it has; the tooltip has it whole."""
    room = box.width() - px(_ARROW)
    if not option.currentIcon.isNull():
        room -= option.iconSize.width() + px(_BESIDE_ICON)
    words = box.currentText()
    shown = box.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
    option.currentText = shown
    box.setToolTip(plain_tip(words) if shown != words else "")
