"""The lenses: those of the cards that ship, or one's own, each with what to look out for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from walkshop.domain.records import Lens, LensId, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.lenses import LensCard
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare import model
from walkshop.ui.prepare.rows import AddLine, Named, NamedList
from walkshop.ui.prepare.section import LONG_LINES, Section
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row

LENSES = msg("Lenses")


class LensesSection(Section):
    """A list, and a form for the lens that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, LENSES, msg("Every duo looks with the eyes of someone else."))
        say = desk.say
        self._shown: LensId | None = None
        self.list = NamedList(say(LENSES), lambda _key: self._show_chosen())
        self.none = soft_label(say(msg("No lenses yet. Choose cards, or type your own.")))
        self.cards = Choice[str]([], self._on_card)
        self.cards.setAccessibleName(say(msg("Choose a lens card")))
        self.all = Button("", self.add_all)
        self.add_line = AddLine(say(msg("A lens of your own")), say(msg("Add")), self.add_own)
        self.name = LineField()
        self.prompts = LongField(LONG_LINES + 1)
        name, prompts = msg("Name"), msg("Look out for, one a line")
        self.form.add("name", name, self.name)
        self.form.add("prompts", prompts, self.prompts, stacked=True)
        self.name.committed.connect(self._committer("name", name))
        self.prompts.committed.connect(self._committer("prompts", prompts))
        self.remove = Button(say(msg("Take away")), self.take_away)
        self._lay_out()

    @property
    def chosen(self) -> Lens | None:
        """The lens that is chosen."""
        return self.desk.store.walk.lenses.get(LensId(self.list.key))

    def show_walk(self, walk: Walk) -> None:
        """Show the lenses and the cards that are left."""
        lenses = model.lenses_in_order(walk)
        self.list.show_rows([Named(str(lens.id), lens.name) for lens in lenses])
        self.none.setVisible(not lenses)
        left = model.cards_left(walk)
        code = walk.about.language
        choose = ("", self.desk.say(msg("Choose a lens card")))
        self.cards.offer([choose, *((card.id, card.name(code)) for card in left)])
        self.cards.show_thing("")
        self.cards.setEnabled(bool(left))
        self.all.set_words(self.desk.say(msgn("Add {n} card", "Add all {n} cards", len(left))))
        self.all.setVisible(bool(left))
        self._show_chosen()

    def add_cards(self, cards: list[LensCard]) -> None:
        """Add cards as lenses, as one act."""
        store = self.desk.store
        made = [model.lens_of(card, LensId(store.new_id()), store.walk) for card in cards]
        label = msgn("{n} lens added", "{n} lenses added", len(made))
        if made and self.do(label, model.add_lenses(made, store.stamp())):
            self.list.choose(str(made[-1].id))

    def add_all(self) -> None:
        """Add every card that is left."""
        self.add_cards(model.cards_left(self.desk.store.walk))

    def add_own(self, name: str) -> None:
        """Add a lens of one's own and go on with what to look out for."""
        store = self.desk.store
        lens = Lens(id=LensId(store.new_id()), name=name)
        label = msgn("{n} lens added", "{n} lenses added", 1)
        if self.do(label, model.add_lenses([lens], store.stamp())):
            self.list.choose(str(lens.id))
            self.prompts.setFocus()

    def take_away(self) -> None:
        """Take the chosen lens away, when nobody looked through it."""
        lens = self.chosen
        if lens is not None:
            self.do(msg("Lens taken away: {name}", name=lens.name), model.remove_lens(lens.id))

    def _on_card(self, key: str) -> None:
        self.add_cards([c for c in model.cards_left(self.desk.store.walk) if c.id == key])

    def _committer(self, field: str, what: Text) -> Callable[[str], None]:
        def commit(words: str) -> None:
            store = self.desk.store
            if self._shown is not None and self._shown in store.walk.lenses:
                edit = model.set_lens(self._shown, field, words, store.stamp())
                self.do(msg("Changed: {what}", what=what), edit)

        return commit

    def _show_chosen(self) -> None:
        lens = self.chosen
        if lens is not None and lens.id != self._shown:
            self.name.clearFocus()  # what was typed belongs to the lens before
            self.prompts.clearFocus()
            self.form.accept()
        self._shown = lens.id if lens else None
        self.name.show_words(lens.name if lens else "")
        self.prompts.show_words("\n".join(lens.prompts) if lens else "")
        self._details.setVisible(lens is not None)

    def _lay_out(self) -> None:
        self._details = QWidget()
        lines = column(self._details, tokens.GAP_8)
        lines.addWidget(self.form)
        lines.addWidget(self.remove)
        lines.addStretch(1)
        across = row(gap=tokens.GAP_16)
        left = column(gap=tokens.GAP_8)
        left.addWidget(self.none)
        left.addWidget(self.list, 1)
        across.addLayout(left, 2)
        across.addWidget(self._details, 3)
        cards = row(gap=tokens.GAP_8)
        cards.addWidget(self.cards, 1)
        cards.addWidget(self.all)
        self.lines.addLayout(across)
        self.lines.addLayout(cards)
        self.lines.addWidget(self.add_line)
        self.lines.addStretch(1)
