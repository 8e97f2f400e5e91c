"""Under the head of the list: all notes or those to check, the filter menu, what is asked for."""

from __future__ import annotations

from dataclasses import replace

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
from walkshop.ui.notes.facets import FilterButton, FilterChip, chosen
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.wrapping import Wrapping

ALL, CHECK = "all", "check"


class NarrowBar(Wrapping):
    """The switch, the menu and the chips, on as many lines as they need."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(gap=tokens.GAP_4, edge=tokens.GAP_8)
        self._desk = desk
        say = desk.say
        self.switch = Switch(
            say(msg("Which notes")), [(ALL, say(msg("All"))), (CHECK, say(msg("To check")))]
        )
        self.menu = FilterButton(desk)
        self.chips: list[FilterChip] = []
        for part in (self.switch, self.menu):
            self.take(part)
        self.switch.chosen.connect(self._choose)
        desk.filter.changed.connect(self.refresh)
        desk.filter.checks.changed.connect(self.refresh)
        desk.filter.checks.wake()
        self._counted: tuple[object, object, int] = (None, None, 0)
        self._asked: list[tuple[str, Wanted]] = []
        self.refresh()

    def refresh(self) -> None:
        """Show what is asked for now, and how many there are."""
        desk = self._desk
        number = desk.language.number
        count = self._count()
        for key, words, n in (
            (ALL, msg("All"), len(desk.filter.standing)),
            (CHECK, msg("To check"), count),
        ):
            self.switch.set_words(key, f"{desk.say(words)} {number(n)}")
        self.switch.choose(CHECK if desk.filter.wanted.to_check else ALL)
        asked = chosen(desk)
        if asked != self._asked:
            self._asked = asked
            self._show_chips()

    def _count(self) -> int:
        """How many notes are to be checked; counted anew only where notes or reasons are new."""
        standing, checks = self._desk.filter.standing, self._desk.filter.checks
        known_notes, known_reasons, count = self._counted
        if known_notes is not standing or known_reasons is not checks.reasons:
            count = sum(bool(checks.of(note)) for note in standing if note.id in checks.reasons)
            self._counted = (standing, checks.reasons, count)
        return count

    def _show_chips(self) -> None:
        for chip in self.chips:
            self.drop(chip)
        self.chips = [FilterChip(self._desk, words, left) for words, left in self._asked]
        for chip in self.chips:
            self.take(chip)

    def _choose(self, key: str) -> None:
        wanted = self._desk.filter.wanted
        self._desk.filter.want(replace(wanted, to_check=key == CHECK))
