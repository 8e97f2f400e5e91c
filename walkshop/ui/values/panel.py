"""The Values stage: notes become shared values, by hand or by accepting a suggestion.

The frame keeps its inspector beside this stage: the form of a value in hand is there.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from walkshop.domain.edits.values import accept_suggestions, change_value, group_notes
from walkshop.domain.queries.values import standing_values
from walkshop.domain.records import NoteId, ValueId, Walk
from walkshop.i18n import LANGUAGES, Language, msg, msgn
from walkshop.i18n import language as language_of
from walkshop.services.grouping.from_walk import GroupingResult, open_notes, suggest_values
from walkshop.store.store import Change
from walkshop.ui.jobs import Jobs
from walkshop.ui.plain import button_words
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.style import on_surface
from walkshop.ui.values.bars import ChosenBar, SuggestBar
from walkshop.ui.values.board import Board
from walkshop.ui.values.suggestions import Offered, Suggestions
from walkshop.ui.widgets.scroll import rule


class ValuesPanel(QWidget):
    """Columns of values with their notes, suggestions beside them, and the acts on both."""

    def __init__(
        self, store: QtStore, selection: Selection, language: Language, jobs: Jobs
    ) -> None:
        super().__init__()
        self._store = store
        self._selection = selection
        self._language = language
        self._jobs = jobs
        self._suggestions = Suggestions()
        self._waiting = False
        on_surface(self, "paper")
        self.suggest = SuggestBar(language, self.make_suggestion, self.accept_all, self.dismiss)
        self.board = Board(selection, language)
        self.chosen = ChosenBar(store, selection, language, self.offer_values, self.take_out)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        for widget in (self.suggest, rule(), self.board, rule(), self.chosen):
            lines.addWidget(widget, 1 if widget is self.board else 0)
        self.board.accepting.connect(lambda key: self.accept(ValueId(key)))
        self.board.dismissing.connect(lambda key: self.dismiss(ValueId(key)))
        self.board.renaming.connect(self._rename)
        self.board.placing.connect(self.offer_values)
        self.board.taking_out.connect(self.take_out)
        self._shortcuts()
        selection.changed.connect(self._on_selection)
        store.changed.connect(self._on_change)
        self._show(store.walk)

    def areas(self) -> list[QWidget]:
        """The parts that F6 goes round: the cards, then what can be done with them."""
        filled = (column.list for column in self.board.columns() if column.list.cards.cards)
        return [next(filled, self.suggest.suggest), self.chosen.name]

    def make_suggestion(self) -> None:
        """Have groups suggested for the notes that stand under no value."""
        walk = self._store.walk
        code = walk.about.language if walk.about.language in LANGUAGES else self._language.code
        words = language_of(code)
        self._waiting = True
        self.suggest.show_state([], waiting=True)
        self._jobs.start(
            msg("Suggest groups"),
            lambda report: suggest_values(walk, words, report=report),
            self._on_suggested,
        )

    def accept(self, key: ValueId) -> None:
        """Accept one suggestion; its value is in hand then."""
        found = next((o for o in self._offered() if o.key == key), None)
        if found is None:
            return
        label = msg("Suggestion accepted: {name}", name=found.group.name)
        values = (found.as_value(),)
        edit = partial(accept_suggestions, accepted=values, stamp=self._store.stamp())
        if self._store.apply(label, edit):
            self._selection.select_value(key)

    def accept_all(self) -> None:
        """Accept all suggestions as one step."""
        offered = self._offered()
        label = msgn("{n} suggestion accepted", "{n} suggestions accepted", len(offered))
        values = tuple(each.as_value() for each in offered)
        edit = partial(accept_suggestions, accepted=values, stamp=self._store.stamp())
        self._store.apply(label, edit)

    def dismiss(self, key: ValueId | None = None) -> None:
        """Let go of one suggestion, or of all; the walk stays as it is."""
        self._suggestions.dismiss(key)
        self._show(self._store.walk)

    def offer_values(self) -> None:
        """Show the values in which the chosen notes can be put."""
        if not self._notes():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value in standing_values(self._store.walk):
            act = menu.addAction(button_words(value.name))
            act.triggered.connect(partial(self.put_in, value.id))
        menu.addSeparator()
        menu.addAction(self._language.say(msg("New value")), self.chosen.start_name)
        menu.addAction(self._language.say(msg("Take out")), self.take_out)
        menu.popup(self._menu_place())
        menu.setActiveAction(menu.actions()[0])

    def put_in(self, value: ValueId) -> None:
        """Put the chosen notes under a value."""
        notes = self._notes()
        name = self._store.walk.value(value).name
        label = msgn(
            "{n} note put in “{value}”", "{n} notes put in “{value}”", len(notes), value=name
        )
        edit = partial(group_notes, notes=notes, value=value, stamp=self._store.stamp())
        self._store.apply(label, edit)

    def take_out(self) -> None:
        """Take the chosen notes out of their values."""
        walk = self._store.walk
        notes = tuple(key for key in self._notes() if walk.note(key).value)
        if notes:
            label = msgn("{n} note taken out", "{n} notes taken out", len(notes))
            edit = partial(group_notes, notes=notes, value=None, stamp=self._store.stamp())
            self._store.apply(label, edit)

    def _shortcuts(self) -> None:
        for keys, act in (
            ("Ctrl+G", self.chosen.start_name),
            ("F4", self.offer_values),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _menu_place(self) -> QPoint:
        inside = self.board.rect().contains(self.board.mapFromGlobal(QCursor.pos()))
        return QCursor.pos() if inside else self.chosen.place.mapToGlobal(QPoint(0, 0))

    def _rename(self, key: str, name: str) -> None:
        walk = self._store.walk
        value = replace(walk.value(ValueId(key)), name=name)
        edit = partial(change_value, value=value, stamp=self._store.stamp())
        self._store.apply(msg("Value renamed: {name}", name=name), edit)

    def _notes(self) -> tuple[NoteId, ...]:
        walk = self._store.walk
        return tuple(sorted(key for key in self._selection.in_hand.notes if key in walk.notes))

    def _offered(self) -> list[Offered]:
        return self._suggestions.offered(self._store.walk)

    def _on_suggested(self, result: GroupingResult) -> None:
        self._waiting = False
        self._suggestions.take(result, self._store.new_id)
        self._show(self._store.walk)
        offered = self._offered()
        if offered:
            self.board.show_column(offered[0].key)

    def _on_selection(self, _hand: InHand) -> None:
        self.chosen.refresh()

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if before.notes is not after.notes or before.values is not after.values:
            self._show(after)

    def _show(self, walk: Walk) -> None:
        offered = self._offered()
        self.board.show_walk(walk, offered)
        self.suggest.show_state(
            offered,
            waiting=self._waiting,
            left=len(open_notes(walk)),
            values=len(standing_values(walk)),
            too_few=self._suggestions.too_few,
        )
        self.chosen.refresh()
