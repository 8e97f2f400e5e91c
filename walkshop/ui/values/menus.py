"""The menus of the board: what can be done with the notes in hand, and with a value."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from walkshop.domain.queries.values import merged_values, standing_values
from walkshop.domain.records import ValueId
from walkshop.i18n import Language, Text, msg
from walkshop.ui.plain import button_words
from walkshop.ui.qt_store import QtStore
from walkshop.ui.values.acts import BoardActs


class BoardMenus:
    """Makes the menus anew each time, for the walk as it is."""

    def __init__(
        self, parent: QWidget, store: QtStore, language: Language, acts: BoardActs
    ) -> None:
        self._parent = parent
        self._store = store
        self._language = language
        self._acts = acts

    def show_notes(self, at: QPoint, new_value: Callable[[], object]) -> None:
        """Show the values in which the notes in hand can be put, at a place on the screen."""
        notes = self._acts.chosen()
        if not notes:
            return
        menu = self._menu()
        for value in standing_values(self._store.walk):
            self._add(menu, value.name, partial(self._acts.put_in, notes, value.id))
        menu.addSeparator()
        self._say(menu, msg("New value"), new_value)
        if self._acts.any_placed(notes):
            self._say(menu, msg("Take out"), partial(self._acts.take_out, notes))
            held = self._acts.all_locked(notes)
            words = msg("Unlock") if held else msg("Lock")
            self._say(menu, words, partial(self._acts.turn_locks, notes))
        self._pop_up(menu, at)

    def show_value(self, at: QPoint, key: ValueId, rename: Callable[[], object]) -> None:
        """Show what can be done with a value, at a place on the screen."""
        menu = self._menu()
        self._say(menu, msg("Rename"), rename)
        held = self._store.walk.value(key).locked
        words = msg("Unlock") if held else msg("Lock")
        self._say(menu, words, partial(self._acts.turn_lock, key))
        self._fill_merging(self._inner(menu, msg("Merge with")), key)
        if merged_values(self._store.walk, key):
            self._fill_splitting(self._inner(menu, msg("Split off")), key)
        self._pop_up(menu, at)

    def show_merging(self, at: QPoint, key: ValueId) -> None:
        """Show the values with which a value can be merged."""
        menu = self._menu()
        self._fill_merging(menu, key)
        self._pop_up(menu, at)

    def show_splitting(self, at: QPoint, key: ValueId) -> None:
        """Show the values that were merged into a value."""
        menu = self._menu()
        self._fill_splitting(menu, key)
        self._pop_up(menu, at)

    def _fill_merging(self, menu: QMenu, key: ValueId) -> None:
        for other in standing_values(self._store.walk):
            if other.id != key:
                self._add(menu, other.name, partial(self._acts.merge, key, other.id))

    def _fill_splitting(self, menu: QMenu, key: ValueId) -> None:
        for other in merged_values(self._store.walk, key):
            self._add(menu, other.name, partial(self._acts.split, other.id))

    def _menu(self) -> QMenu:
        menu = QMenu(self._parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _inner(self, menu: QMenu, words: Text) -> QMenu:
        return menu.addMenu(button_words(self._language.say(words)))

    def _say(self, menu: QMenu, words: Text, act: Callable[[], object]) -> None:
        self._add(menu, self._language.say(words), act)

    def _add(self, menu: QMenu, words: str, act: Callable[[], object]) -> None:
        menu.addAction(button_words(words)).triggered.connect(lambda _checked=False: act())

    def _pop_up(self, menu: QMenu, at: QPoint) -> None:
        menu.popup(at)
        actions = menu.actions()
        if actions:
            menu.setActiveAction(actions[0])
