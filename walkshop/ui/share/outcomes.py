"""What was made: every file with what is missing in it, and what could not be made and why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.errors import sentence
from walkshop.ui.share.making import Outcome
from walkshop.ui.widgets.labels import plain_label, soft_label, title_label
from walkshop.ui.widgets.layouts import clear, column


class OutcomeList(QWidget):
    """There only after something was made."""

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._words: list[str] = []
        self._title = title_label("")
        self._where = soft_label("")
        self._items = column(gap=tokens.GAP_8)
        lines = column(self, gap=tokens.GAP_4)
        lines.addWidget(self._title)
        lines.addWidget(self._where)
        lines.addSpacing(tokens.GAP_8)
        lines.addLayout(self._items)
        lines.addStretch(1)
        self.hide()

    def show_outcomes(self, outcomes: Sequence[Outcome], where: str) -> None:
        """Show what came of it, and where it went."""
        made = [outcome for outcome in outcomes if outcome.made]
        saved = msgn("{n} document made", "{n} documents made", len(made))
        self._title.setText(self._language.say(saved if made else msg("Nothing was made")))
        self._where.setText(where)
        clear(self._items)
        self._words = []
        for outcome in outcomes:
            self._items.addWidget(self._item(outcome))
        self.show()

    def words(self) -> list[str]:
        """Each item as a screen reader says it."""
        return list(self._words)

    def _item(self, outcome: Outcome) -> QWidget:
        item = QWidget()
        lines = column(item)
        lines.addWidget(plain_label(outcome.item.path.name, tokens.NAME))
        notes = self._remarks(outcome)
        for words in notes:
            lines.addWidget(soft_label(words))
        if outcome.refusal:
            refusal = sentence(outcome.refusal, self._language)
            lines.addWidget(plain_label(refusal, colour=tokens.BAD))
            notes.append(refusal)
        self._words.append(". ".join([outcome.item.path.name, *notes]))
        item.setAccessibleName(self._words[-1])
        return item

    def _remarks(self, outcome: Outcome) -> list[str]:
        if outcome.made is None:
            return []
        remarks = [self._language.say(text) for text in outcome.made.missing]
        n = outcome.made.replaced_characters
        if n:
            by_name = msgn(
                "{n} sign is printed by its name, as no font has it.",
                "{n} signs are printed by their names, as no font has them.",
                n,
            )
            remarks.append(self._language.say(by_name))
        return remarks
