"""What is to be looked at in the note in hand, each with the act that settles it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QFrame, QWidget

from walkshop.domain.edits.care import consent_to_quote, find_good, mask_note
from walkshop.domain.edits.joining import merge_notes
from walkshop.domain.edits.place import confirm_place
from walkshop.domain.queries.checking import Look, Reason
from walkshop.domain.queries.notes import is_assumed
from walkshop.domain.records import Note, Walk
from walkshop.i18n import Language, Text, msg
from walkshop.store.store import Edit
from walkshop.ui import tokens
from walkshop.ui.qt_store import QtStore
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.layouts import clear, column
from walkshop.ui.widgets.wrapping import Wrapping

Ask = Callable[[str], object]
"""Leads to the field of this name on the page of the note."""

FIELDS = {Look.KIND: "kind", Look.THEME: "theme", Look.PLACE: "place"}

GENERAL = "general"
"""The name of the field for a general wording."""


def reason_in_words(walk: Walk, reason: Reason) -> Text:
    """Why a note is to be looked at."""
    other = walk.notes.get(reason.other) if reason.other else None
    words = reason.words
    return {
        Look.KIND: msg("No kind yet."),
        Look.THEME: msg("No theme yet."),
        Look.PLACE: msg("Not placed yet."),
        Look.NOT_UNDERSTOOD: msg("Not understood: {words}", words=words),
        Look.GUESS: msg("Guessed: {words}", words=words) if words else msg("The place is a guess."),
        Look.DOUBLE: msg("Probably the same as {nr}.", nr=other.nr if other else 0),
        Look.QUOTE: msg("May these very words be printed?"),
        Look.PHOTO: msg("A photo: may people in it be seen?"),
        Look.PRIVATE: msg("Perhaps a name, address or number: {words}", words=words),
    }[reason.look]


class CheckCard(QFrame):
    """One sentence and its buttons for each reason; there only while there is any."""

    def __init__(self, store: QtStore, language: Language, ask: Ask) -> None:
        super().__init__()
        self._store, self._language, self._ask = store, language, ask
        self.setProperty("role", "broken")
        on_surface(self, "card")
        self.buttons: dict[str, Button] = {}
        self._shown: tuple[Note, tuple[Reason, ...]] | None = None
        self._rows = column(self, gap=tokens.GAP_8, edge=tokens.GAP_12)
        self.hide()

    def show_reasons(self, walk: Walk, note: Note, reasons: tuple[Reason, ...]) -> None:
        """Show these reasons to look at this note; none hides the card."""
        if self._shown == (note, reasons):
            return
        self._shown = (note, reasons)
        clear(self._rows)
        self.buttons = {}
        if reasons:
            title = self._language.say(msg("To check"))
            self._rows.addWidget(plain_label(title, tokens.NAME))
        for reason in reasons:
            words = self._language.say(reason_in_words(walk, reason))
            self._rows.addWidget(plain_label(words))
            self._rows.addWidget(self._buttons(walk, note, reason))
        self.setVisible(bool(reasons))

    def _buttons(self, walk: Walk, note: Note, reason: Reason) -> QWidget:
        made = list(self._settling(walk, note, reason))
        good = self._act(msg("{nr} is good as it is", nr=note.nr),
                         partial(find_good, note=note.id, what=reason.key))  # fmt: skip
        made.append((msg("Good as it is"), good))
        buttons = []
        for words, act in made:
            button = Button(self._language.say(words), act)
            self.buttons[f"{reason.look}/{words.id}"] = button
            buttons.append(button)
        return Wrapping(buttons)

    def _settling(
        self, walk: Walk, note: Note, reason: Reason
    ) -> list[tuple[Text, Callable[[], object]]]:
        """What settles this reason, beside finding it good."""
        look = reason.look
        if look in FIELDS:
            words = {
                Look.KIND: msg("Choose a kind"),
                Look.THEME: msg("Choose a theme"),
                Look.PLACE: msg("Choose a place"),
            }[look]
            return [(words, partial(self._ask, FIELDS[look]))]
        if look is Look.GUESS and is_assumed(note.place) and reason.words == note.place_words:
            label = msg("Place of {nr} is right", nr=note.nr)
            return [(msg("Place is right"), self._act(label, partial(confirm_place, note=note.id)))]
        double = walk.notes.get(reason.other) if reason.other else None
        if double:
            nr = double.nr
            label = msg("Merged: {one} and {other}. The words of both stay.", one=nr, other=note.nr)
            merge = self._act(label, partial(merge_notes, notes=(note.id, double.id)))
            return [(msg("Merge with {nr}", nr=nr), merge)]
        if look is Look.QUOTE:
            return [(words, self._consent(note, given)) for given, words in _ANSWERS]
        if look is Look.PRIVATE:
            hide = self._act(msg("{nr} hidden", nr=note.nr),
                             partial(mask_note, note=note.id, masked=True))  # fmt: skip
            return [(msg("Make general"), partial(self._ask, GENERAL)), (msg("Hide"), hide)]
        return []

    def _consent(self, note: Note, given: bool) -> Callable[[], object]:
        label = msg("Consent for the words of {nr}", nr=note.nr)
        return self._act(label, partial(consent_to_quote, note=note.id, consent=given))

    def _act(self, label: Text, edit: Callable[..., Walk]) -> Callable[[], object]:
        def act() -> None:
            done: Edit = partial(edit, stamp=self._store.stamp())
            self._store.apply(label, done)

        return act


_ANSWERS = ((True, msg("Yes, they may")), (False, msg("No, they may not")))
