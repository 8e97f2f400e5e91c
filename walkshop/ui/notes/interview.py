"""A conversation on the way, written down in one small form: first the consent, then the words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QWidget

from walkshop.domain.edits.interviews import add_interview
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    NOT_YET,
    WHOLE,
    Area,
    AtStop,
    Interview,
    InterviewId,
    Line,
    NoteId,
    Place,
    Point,
    Walk,
)
from walkshop.domain.words import place_of
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import title_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.wrapping import Wrapping

LONGEST_MINUTES = 240
_WHO = 40
_NOTES = 4
"""A note for each of the three questions, and one for a quote that stands apart."""

CONSENT_FIRST = msg("First ask: may I write this down and use it?")
NOTHING_SAID = msg("No text yet.")


class InterviewForm(QWidget):
    """Keeps nothing until the person agreed and the button was pressed.

    `ring` gives what was pointed at or drawn on the map.

    Signals:
        kept: the conversation is notes now.
        left: put away; what was typed stays until it is kept.
    """

    kept = Signal()
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ring: Callable[[], LonLat | Line | Area | None] = lambda: None
        say = desk.say
        places = {CONSENT_FIRST: "consent", NOTHING_SAID: "good"}
        self.form = Form(desk.language, places)
        self.consent = QCheckBox(say(msg("Yes, they agree")))
        self.place = Choice[Place | None](())
        self.minutes = LineField()
        self.minutes.setValidator(QIntValidator(0, LONGEST_MINUTES, self.minutes))
        self.who = LineField(say(msg("For example: older man")))
        self.who.setMaxLength(_WHO)
        self.good, self.better, self.yourself = LongField(2), LongField(2), LongField(2)
        self.quote = LongField(2)
        self.again = QCheckBox(say(msg("May be called again")))
        self.keep = Button(say(msg("Make notes of it")), self._keep, "primary")
        self.close_ = Button(say(msg("Close")), self.left.emit, "quiet")
        self._lay_out()
        desk.store.changed.connect(self._offer_places)
        self._offer_places()

    def _lay_out(self) -> None:
        form = self.form
        form.add("consent", msg("May I write this down and use it?"), self.consent, stacked=True)
        form.add("place", msg("Place"), self.place, stacked=True)
        form.add("minutes", msg("Minutes"), self.minutes, stacked=True)
        form.add("who", msg("Who, in general words"), self.who, stacked=True)
        form.add("good", msg("What is good here?"), self.good, stacked=True)
        form.add("better", msg("What must be better here?"), self.better, stacked=True)
        form.add(
            "yourself", msg("What would you like to do yourself?"), self.yourself, stacked=True
        )
        form.add("quote", msg("Said in these words"), self.quote, stacked=True)
        form.add_wide(self.again)
        lines = column(self, gap=tokens.GAP_12, edge=tokens.GAP_16)
        lines.addWidget(title_label(self._desk.say(msg("Conversation on the way"))))
        lines.addWidget(form)
        lines.addWidget(Wrapping((self.keep, self.close_)))
        lines.addStretch(1)

    def _offer_places(self) -> None:
        walk, say = self._desk.store.walk, self._desk.say
        now = self.place.thing if self.place.currentIndex() >= 0 else NOT_YET
        offered: list[Place] = [NOT_YET, WHOLE]
        offered += [AtStop(stop.id) for stop in sorted(walk.stops.values(), key=lambda s: s.nr)]
        pairs: list[tuple[Place | None, str]] = [
            (place, capital(say(place_of(walk, place)))) for place in offered
        ]
        pairs.insert(1, (None, say(msg("Where I click on the map"))))
        self.place.offer(pairs)
        self.place.show_thing(now if now in dict(pairs) else NOT_YET)

    def _place(self) -> Place | None:
        """The chosen place; None where the map was meant and nobody clicked there."""
        if self.place.thing is not None:
            return self.place.thing
        ring = self.ring()
        return Point(ring) if isinstance(ring, LonLat) else ring

    def _keep(self) -> None:
        store, place = self._desk.store, self._place()
        if place is None:
            words = msg("Click on the map first: a ring shows the place.")
            self.form.say_at("place", self._desk.say(words))
            return
        made = Interview(
            id=InterviewId(store.new_id()),
            place=place,
            minutes=int(self.minutes.text() or 0) or None,
            consent=self.consent.isChecked() or None,
            who=self.who.text().strip(),
            good=self.good.text().strip(),
            better=self.better.text().strip(),
            yourself=self.yourself.text().strip(),
            quote=self.quote.text().strip(),
            call_again=self.again.isChecked(),
        )
        ids = [NoteId(store.new_id()) for _ in range(_NOTES)]
        edit = partial(add_interview, interview=made, ids=ids, stamp=store.stamp())
        if self.form.act(store, msg("A conversation on the way written down"), edit):
            self._empty()
            self._select(store.walk, made)
            self.kept.emit()

    def _select(self, walk: Walk, made: Interview) -> None:
        """Its notes are in hand: theme and place are chosen beside."""
        notes = [note.id for note in walk.notes.values() if note.interview == made.id]
        self._desk.selection.select_notes(notes)

    def _empty(self) -> None:
        for field in (self.minutes, self.who, self.good, self.better, self.yourself, self.quote):
            field.show_words("")
            field.clear()
        self.consent.setChecked(False)
        self.again.setChecked(False)
        self.place.show_thing(NOT_YET)
