"""The bar at the top: the walk's title, the search field and the menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.room_button import RoomButton
from walkshop.ui.frame.search import SearchField
from walkshop.ui.frame.small import OneLine
from walkshop.ui.icons import icon
from walkshop.ui.plain import button_words
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px

_SEARCH_WIDTH = 440
_SEARCH_LEAST = 300
_SEARCH_NARROW = 150
_NARROW = 880

Groups = Callable[[], Iterable[tuple[str, Iterable[QAction]]]]
"""Gives the acts of the menu, in groups, at the moment it opens; one with a name unfolds."""


class TopBar(QWidget):
    """Title, search and menu."""

    def __init__(self, desk: Desk, groups: Groups) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk = desk
        self._groups = groups
        self.setFixedHeight(px(tokens.TOP_BAR_HEIGHT))
        self.title = OneLine(role="title")
        self.search = SearchField(desk)
        self.search.setMinimumWidth(px(_SEARCH_LEAST))
        self.search.setMaximumWidth(px(_SEARCH_WIDTH))
        self.menu_button = self._menu_button()
        row = QHBoxLayout(self)
        row.setSpacing(px(tokens.GAP_16))
        row.setContentsMargins(px(tokens.GAP_20), 0, px(tokens.GAP_16), 0)
        row.addWidget(self.title)
        row.addStretch(0)
        row.addWidget(self.search, 1)
        row.addWidget(self.menu_button)
        self._row = row
        self._room: RoomButton | None = None
        desk.store.changed.connect(self._show_title)
        self._show_title()

    def add_room(self, act: QAction) -> None:
        """Put a button for the room screen before the menu; its key stands on it."""
        self._room = RoomButton(act)
        self._row.insertWidget(self._row.indexOf(self.menu_button), self._room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window search and the button of the room screen make do with less."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(_NARROW)
        self.search.setMinimumWidth(px(_SEARCH_NARROW if narrow else _SEARCH_LEAST))
        if self._room is not None:
            self._room.fit_in(event.size().width())

    def _show_title(self) -> None:
        self.title.setText(self._desk.store.walk.about.title)

    def _menu_button(self) -> QPushButton:
        word = self._desk.say(msg("Menu"))
        button = QPushButton(icon("menu"), word)
        button.setAccessibleName(word)
        button.setAutoDefault(False)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for name, group in self._groups():
            shown = [action for action in group if action.property("in_menu")]
            if not shown:
                continue
            if menu.actions():
                menu.addSeparator()
            into = menu.addMenu(button_words(name)) if name else menu
            into.addActions(shown)
