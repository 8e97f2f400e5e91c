"""The theme set: the legend of its pins, and a choice where more than one set is here."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from walkshop.domain.queries.themes import shown_in
from walkshop.domain.records import Walk
from walkshop.domain.themes import Theme, ThemeSet
from walkshop.i18n import msg
from walkshop.services.themes import DEFAULT_SET, set_ids, themes_named
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.icons import glyph_icon
from walkshop.ui.prepare import model
from walkshop.ui.prepare.section import Section
from walkshop.ui.prepare.theme_mapping import ThemeMapping, look_of_theme
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.pins import PinWidget
from walkshop.ui.widgets.type import px

THEMES = msg("Themes")


class ThemesSection(Section):
    """Letters and colours as they stand in the pins."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk, THEMES, msg("The letter stands in the pin. Type # and the letter to use it.")
        )
        self._shown = ""
        self._asked = ""
        what = msg("Theme set")
        self.sets = Choice[str]([], self._choose)
        self.form.add("set", what, self.sets)
        self.about = soft_label("")
        self.mapping = ThemeMapping(desk, self.use, self.leave)
        self.mapping.hide()
        self.legend = QWidget()
        self.lines.addWidget(self.form)
        self.lines.addWidget(self.about)
        self.lines.addWidget(self.mapping)
        self.lines.addWidget(self.legend)
        self.lines.addStretch(1)

    def show_walk(self, walk: Walk) -> None:
        """Show the set of this walk."""
        ids = [*set_ids()]
        if walk.about.theme_set not in ids:
            ids.append(walk.about.theme_set)
        self.sets.offer([(key, self._name(themes_named(key), key)) for key in ids])
        if self._asked == walk.about.theme_set:
            self._asked = ""
        looked_at = self._asked or walk.about.theme_set
        themes = themes_named(looked_at)
        self.sets.show_thing(looked_at)
        self.about.setText(self._about(themes))
        self.mapping.setVisible(bool(self._asked))
        if self._asked:
            self.mapping.show_mapping(walk, themes, self._name(themes, self._asked))
        if looked_at != self._shown:
            self._shown = looked_at
            self._make_legend(themes)

    def use(self) -> None:
        """Let the walk use the set that is looked at."""
        store, wanted = self.desk.store, self._asked
        label = msg("Changed: {what}", what=msg("Theme set"))
        self.do(label, model.set_about("theme_set", wanted, store.stamp()))

    def leave(self) -> None:
        """The walk keeps its set."""
        self._asked = ""
        self.show_walk(self.desk.store.walk)

    def _about(self, themes: ThemeSet) -> str:
        scale = msg("Scores from 1 to {n}.", n=themes.scale)
        said = [self.desk.say(scale)] if themes.scale else []
        return " ".join([*said, self.desk.say(msg("Source: {source}", source=themes.source))])

    def _name(self, themes: ThemeSet, key: str) -> str:
        say = self.desk.language.say
        if key == DEFAULT_SET:
            return say(msg("Walkshop, {n} themes", n=len(themes.themes)))
        return themes.labels.get(self.desk.language.code) or key

    def _choose(self, set_id: str) -> None:
        """Look at a set; without notes that it would show otherwise it is used at once."""
        walk = self.desk.store.walk
        self._asked = set_id if set_id != walk.about.theme_set else ""
        if self._asked and not shown_in(walk, themes_named(set_id)):
            self.use()
        self.show_walk(self.desk.store.walk)

    def _make_legend(self, themes: ThemeSet) -> None:
        fresh = QWidget()
        grid = QGridLayout(fresh)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(tokens.GAP_12))
        grid.setVerticalSpacing(px(tokens.GAP_8))
        grid.setColumnStretch(2, 2)
        grid.setColumnStretch(3, 3)
        for line, theme in enumerate(themes.themes):
            pin = PinWidget(tokens.PIN_LIST)
            pin.show_look(look_of_theme(theme))
            code = self.desk.language.code
            grid.addWidget(pin, line, 0)
            grid.addWidget(_icon(theme), line, 1)
            grid.addWidget(plain_label(theme.label(code), tokens.NAME), line, 2)
            grid.addWidget(soft_label(theme.definitions.get(code, "")), line, 3)
        self.lines.replaceWidget(self.legend, fresh)
        self.legend.hide()
        self.legend.deleteLater()
        self.legend = fresh


def _icon(theme: Theme) -> QLabel:
    """The theme's icon beside its name; a screen reader hears the name alone."""
    side = px(tokens.GAP_20)
    shown = QLabel()
    shown.setFixedWidth(side)
    shown.setPixmap(glyph_icon(theme.icon_name, tokens.SOFT).pixmap(side, side))
    return shown
