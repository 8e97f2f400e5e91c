"""What people take care of in a note: reported, set apart, whose it was, what kind of strength."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtWidgets import QCheckBox

from walkshop.domain.edits import care, speakers
from walkshop.domain.records import AssetType, Kind, LensId, Note, ParticipantId, Walk
from walkshop.domain.words import ASSET_TYPE
from walkshop.i18n import Language, msg
from walkshop.ui.inspector.part import NotePart
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.datefield import DateField
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.text import capital

_WHY = msg("To set a note apart, say why.")


class SpeakerPart(NotePart):
    """Lens, duo and participant: as much as anybody may know of who said it."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(store, language)
        self.lens = Choice[LensId | None]((), self._look)
        self.duo = LineField()
        self.duo.committed.connect(self._name_duo)
        self.participant = Choice[ParticipantId | None]((), self._name)
        self.strength = Choice[AssetType | None]((), self._strength)
        self.add("duo", msg("Duo"), self.duo)
        self.add("lens", msg("Lens"), self.lens)
        self.add("participant", msg("Participant"), self.participant)
        self.add("strength", msg("Strength"), self.strength)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show whose note this is."""
        self.take(note)
        self.duo.show_words(note.duo)
        lenses: list[tuple[LensId | None, str]] = [(None, self.say(msg("No lens")))]
        lenses += [(LensId(lens.id), lens.name) for lens in walk.lenses.values()]
        self.lens.offer(lenses)
        self.lens.show_thing(note.lens)
        self.show_row("lens", bool(walk.lenses))
        people: list[tuple[ParticipantId | None, str]] = [(None, self.say(msg("Nobody named")))]
        people += [(ParticipantId(one.id), one.code) for one in walk.participants.values()]
        self.participant.offer(people)
        self.participant.show_thing(note.participant)
        self.show_row("participant", bool(walk.participants))
        strengths: list[tuple[AssetType | None, str]] = [(None, self.say(msg("Not chosen yet")))]
        strengths += [(kind, capital(self.say(words))) for kind, words in ASSET_TYPE.items()]
        self.strength.offer(strengths)
        self.strength.show_thing(note.asset_type)
        self.show_row("strength", note.kind is Kind.ASSET or note.asset_type is not None)

    def _look(self, lens: LensId | None) -> None:
        if self.note:
            label = msg("Lens of {nr} changed", nr=self.note.nr)
            edit = partial(speakers.look_through, note=self.note.id, lens=lens, stamp=self.stamp)
            self.do(label, edit)

    def _name_duo(self, duo: str) -> None:
        if self.note:
            label = msg("Duo of {nr} changed", nr=self.note.nr)
            self.do(label, partial(speakers.name_duo, note=self.note.id, duo=duo, stamp=self.stamp))

    def _name(self, who: ParticipantId | None) -> None:
        if self.note:
            label = msg("Participant of {nr} changed", nr=self.note.nr)
            edit = partial(
                speakers.name_participant, note=self.note.id, participant=who, stamp=self.stamp
            )
            self.do(label, edit)

    def _strength(self, kind: AssetType | None) -> None:
        if self.note:
            label = msg("Strength of {nr} changed", nr=self.note.nr)
            self.do(label, partial(care.name_asset, note=self.note.id, kind=kind, stamp=self.stamp))


class CarePart(NotePart):
    """The list of reports, with its number and day; and setting apart, with its reason."""

    def __init__(self, store: QtStore, language: Language) -> None:
        super().__init__(store, language, {_WHY: "because"})
        self.report = QCheckBox(self.say(msg("Put on the list of reports")))
        self.report.clicked.connect(self._list)
        self.reference = LineField()
        self.reference.setMaxLength(care.LONGEST_REFERENCE)
        self.reference.committed.connect(self._refer)
        self.on = DateField(language, self._today, self._date, partial(self.refuse_at, "on"))
        self.because = LineField(self.say(msg("Why? It stands in the account.")))
        self.because.committed.connect(self._set_apart)
        self.back = Button(self.say(msg("Back into the conversation")), self._take_back, "quiet")
        self.add_wide(self.report)
        self.add("reference", msg("Number of the report"), self.reference, stacked=True)
        self.add("on", msg("Reported on"), self.on)
        self.add("because", msg("Set apart, because"), self.because, stacked=True)
        self.add_wide(self.back)

    def show_note(self, walk: Walk, note: Note) -> None:
        """Show whether this note is reported or set apart."""
        self.take(note)
        self.report.setChecked(note.report)
        self.reference.show_words(note.report_ref)
        self.on.show_day(note.reported_on)
        self.show_row("reference", note.report)
        self.show_row("on", note.report and bool(note.report_ref))
        self.because.show_words(note.set_apart_because)
        self.back.setVisible(note.set_apart)

    def _today(self) -> date:
        return self.stamp.now.astimezone().date()

    def _list(self, listed: bool) -> None:
        if self.note:
            listed_now = msg("{nr} put on the list of reports", nr=self.note.nr)
            label = listed_now if listed else msg("{nr} off the list of reports", nr=self.note.nr)
            edit = partial(care.list_report, note=self.note.id, listed=listed, stamp=self.stamp)
            self.do(label, edit)

    def _refer(self, reference: str) -> None:
        if self.note:
            self._report(reference, self.note.reported_on or self._today())

    def _date(self, on: date | None) -> None:
        if self.note:
            self._report(self.note.report_ref, on or self._today())

    def _report(self, reference: str, on: date) -> None:
        note = self.note
        if note is None:
            return
        label = msg("{nr} reported, number {reference}", nr=note.nr, reference=reference.strip())
        edit = partial(
            care.note_reported, note=note.id, reference=reference, on=on, stamp=self.stamp
        )
        self.do(label, edit)

    def _set_apart(self, because: str) -> None:
        note = self.note
        if note is None:
            return
        if note.set_apart and not because.strip():
            self._take_back()
            return
        label = msg("{nr} set apart", nr=note.nr)
        edit = partial(care.set_note_apart, note=note.id, because=because, stamp=self.stamp)
        self.do(label, edit)

    def _take_back(self) -> None:
        if self.note:
            label = msg("{nr} back in the conversation", nr=self.note.nr)
            self.do(label, partial(care.take_note_back, note=self.note.id, stamp=self.stamp))
