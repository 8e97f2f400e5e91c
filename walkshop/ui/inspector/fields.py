"""What people decide about a note: its kind, themes, place and value, each at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkshop.domain.edits.notes import set_kind, set_themes
from walkshop.domain.edits.place import confirm_place, move_note
from walkshop.domain.edits.values import group_notes
from walkshop.domain.queries.notes import is_assumed
from walkshop.domain.queries.values import standing_values, value_of
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    AtStop,
    Kind,
    Note,
    Place,
    Stamp,
    ThemeId,
    ValueId,
    Walk,
)
from walkshop.domain.words import KIND, place_of
from walkshop.i18n import Language, Text, msg
from walkshop.services.themes import themes_of
from walkshop.store.store import Edit
from walkshop.ui import tokens
from walkshop.ui.icons import glyph_icon
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.notes import kept_name
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px


class NoteFields(Form):
    """Kind, themes, place and value of the note, each a choice that takes effect at once."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(language)
        self._store = store
        self._note: Note | None = None
        self.kind = Choice[Kind | None]((), self._choose_kind)
        self.theme = Choice[ThemeId | None]((), self._choose_theme)
        self.second = Choice[ThemeId | None]((), self._choose_second)
        self.place = Choice[Place]((), self._choose_place)
        self.value = Choice[ValueId | None]((), self._choose_value)
        self.add("kind", msg("Kind"), self.kind)
        self.add("theme", msg("Theme"), self.theme)
        self.add("second", msg("Second theme"), self.second)
        self.add("place", msg("Place"), self._place_field())
        self.add("value", msg("Value"), self.value)
        for choice, name in (
            (self.kind, msg("Kind")),
            (self.place, msg("Place")),
        ):
            choice.setAccessibleName(language.say(name))

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show what was decided about this note; nothing is done."""
        self._note = note
        self._show_kinds(walk, note)
        self._show_themes(walk, note)
        self._show_places(walk, note)
        values = [(value.id, value.name) for value in standing_values(walk)]
        none = [(None, self._language.say(msg("No value yet")))]
        self.value.offer([*none, *values])
        value = value_of(walk, note)
        self.value.show_thing(value.id if value else None)

    def _place_field(self) -> QWidget:
        holder = QWidget()
        lines = QVBoxLayout(holder)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(tokens.GAP_4))
        self.hint = soft_label("")
        self.confirm = Button(self._language.say(msg("Place is right")), self._confirm)
        lines.addWidget(self.place)
        lines.addWidget(self.hint)
        lines.addWidget(self.confirm)
        holder.setFocusProxy(self.place)
        return holder

    def _show_kinds(self, walk: Walk, note: Note) -> None:
        say = self._language.say
        offered: list[tuple[Kind | None, str]] = [
            (kind, say(words))
            for kind, words in KIND.items()
            if kind is not Kind.OPPORTUNITY or note.kind is kind or not walk.about.opportunity_off
        ]
        chosen = note.kind_chosen or note.kind is not Kind.UNKNOWN
        if not chosen:
            offered.insert(0, (None, capital(say(msg("no kind yet")))))
        self.kind.offer(offered)
        self.kind.show_thing(note.kind if chosen else None)

    def _show_themes(self, walk: Walk, note: Note) -> None:
        say, code = self._language.say, self._language.code
        themes = themes_of(walk)
        known: list[tuple[ThemeId | None, str]] = [
            (theme.id, theme.label(code)) for theme in themes.themes
        ]
        for own in (note.theme, note.theme2):
            if own and own not in dict(known):
                known.append((own, kept_name(themes, own, self._language)))
        self.theme.offer([(None, say(msg("No theme yet"))), *known])
        icons: dict[ThemeId | None, QIcon] = {
            theme.id: glyph_icon(theme.icon_name) for theme in themes.themes
        }
        self.theme.show_icons(icons)
        self.theme.show_thing(note.theme)
        others = [pair for pair in known if pair[0] != note.theme]
        self.second.offer([(None, say(msg("No second theme"))), *others])
        self.second.show_icons(icons)
        self.second.show_thing(note.theme2)
        self.show_row("second", note.theme is not None)

    def _show_places(self, walk: Walk, note: Note) -> None:
        say = self._language.say
        offered: list[tuple[Place, str]] = [
            (WHOLE, capital(say(place_of(walk, WHOLE)))),
            (NOT_YET, capital(say(place_of(walk, NOT_YET)))),
        ]
        for stop in sorted(walk.stops.values(), key=lambda stop: stop.nr):
            at = AtStop(stop.id)
            offered.append((at, capital(say(place_of(walk, at)))))
        if note.place not in dict(offered):
            offered.insert(0, (note.place, capital(say(place_of(walk, note.place)))))
        self.place.offer(offered)
        self.place.show_thing(note.place)
        guess = is_assumed(note.place)
        words = [note.place_words, say(msg("place assumed")) if guess else ""]
        self.hint.setText(capital(", ".join(part for part in words if part)))
        self.hint.setVisible(bool(self.hint.text()))
        self.confirm.setVisible(guess)

    def _choose_kind(self, kind: Kind | None) -> None:
        if self._note is None or kind is None:
            return
        label = msg("{nr} is now: {kind}", nr=self._note.nr, kind=KIND[kind])
        self._do(label, partial(set_kind, note=self._note.id, kind=kind, stamp=self._stamp))

    def _choose_theme(self, theme: ThemeId | None) -> None:
        if self._note:
            self._set_themes(theme, self._note.theme2)

    def _choose_second(self, theme: ThemeId | None) -> None:
        if self._note:
            self._set_themes(self._note.theme, theme)

    def _choose_place(self, place: Place) -> None:
        if self._note is None:
            return
        words = place_of(self._store.walk, place)
        label = msg("{nr} moved: {place}", nr=self._note.nr, place=words)
        self._do(label, partial(move_note, note=self._note.id, to=place, stamp=self._stamp))

    def _choose_value(self, value: ValueId | None) -> None:
        if self._note is None:
            return
        if value is None:
            label = msg("{nr} taken out of its value", nr=self._note.nr)
        else:
            name = self._store.walk.value(value).name
            label = msg("{nr} put in “{value}”", nr=self._note.nr, value=name)
        edit = partial(group_notes, notes=(self._note.id,), value=value, stamp=self._stamp)
        self._do(label, edit)

    def _set_themes(self, first: ThemeId | None, second: ThemeId | None) -> None:
        if self._note is None:
            return
        label = msg("Theme of {nr} changed", nr=self._note.nr)
        edit = partial(
            set_themes, note=self._note.id, theme=first, theme2=second, stamp=self._stamp
        )
        self._do(label, edit)

    def _confirm(self) -> None:
        if self._note:
            label = msg("Place of {nr} is right", nr=self._note.nr)
            self._do(label, partial(confirm_place, note=self._note.id, stamp=self._stamp))

    @property
    def _stamp(self) -> Stamp:
        return self._store.stamp()

    def _do(self, label: Text, edit: Edit) -> None:
        """Apply; what was refused is shown again as it is."""
        if not self._store.apply(label, edit) and self._note:
            self.show_note(self._store.walk, self._store.walk.note(self._note.id))
