"""An app group among what is read in: its hours, who is which duo, and when which stop began."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Stop, Walk
from walkshop.i18n import Language, Text, msg, msgn
from walkshop.services.intake.chat.choices import BEGIN, DATE, END, STOP, read_time
from walkshop.services.intake.chat.seen import Chat, Sender
from walkshop.services.intake.chat.timed import chosen, placed_by_time
from walkshop.services.intake.columns import LEAVE_OUT
from walkshop.ui import tokens
from walkshop.ui.intake.draft import Source
from walkshop.ui.widgets.dates import read_day
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column

_WIDE = 150
"""px for the name of a line."""

_DUOS = 15
"""Duos offered where none were dealt."""

Say = Callable[[str, str], None]


class ChatChoices(QWidget):
    """What can be chosen of each chat.

    Signals:
        said: the name of a file, of what was chosen, and the choice.
    """

    said = Signal(str, str, str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.cards: dict[str, ChatCard] = {}
        self._shown: tuple[object, ...] = ()
        self._lines: QVBoxLayout = column(self, tokens.GAP_8, tokens.GAP_16)

    def show_sources(self, walk: Walk, sources: Sequence[Source]) -> None:
        """Show what is chosen of the chats among these."""
        chats = [
            (source.name, source.proposal.chat)
            for source in sources
            if source.proposal and source.proposal.chat
        ]
        stops = sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
        duos = _duos_of(walk)
        lines = tuple((name, tuple(one.key for one in chat.senders)) for name, chat in chats)
        shown = (lines, tuple((stop.nr, stop.name) for stop in stops), duos)
        if shown != self._shown:
            self._shown = shown
            clear(self._lines)
            self.cards = {
                name: ChatCard(self._language, chat, duos, stops, partial(self.said.emit, name))
                for name, chat in chats
            }
            for name, card in self.cards.items():
                if len(chats) > 1:
                    self._lines.addWidget(plain_label(name, tokens.NAME))
                self._lines.addWidget(card)
            self._lines.addStretch(1)
        for name, chat in chats:
            self.cards[name].show_chat(chat)


class ChatCard(QWidget):
    """The lines of one chat."""

    def __init__(
        self, language: Language, chat: Chat, duos: Sequence[str], stops: Sequence[Stop], said: Say
    ) -> None:
        super().__init__()
        self._language = language
        self._said = said
        self._chat = chat
        self.form = Form(language, wide=_WIDE)
        self.times: dict[str, LineField] = {}
        self.duos: dict[str, Choice[str]] = {}
        self._add_hours()
        self._add_senders(chat.senders, duos)
        self._add_stops(stops)
        lines: QVBoxLayout = column(self)
        lines.addWidget(self.form)

    def show_chat(self, chat: Chat) -> None:
        """Show what is chosen now."""
        self._chat = chat
        self.times[DATE].show_words(self._language.short_day(chat.day))
        self.times[BEGIN].show_words(f"{chat.begin:%H:%M}")
        self.times[END].show_words(f"{chat.end:%H:%M}")
        for sender in chat.senders:
            choice = self.duos.get(sender.key)
            if choice is not None:
                choice.show_thing(LEAVE_OUT if sender.left_out else sender.duo)
        begun = dict(chat.stops)
        for key, field in self.times.items():
            if key.startswith(STOP):
                field.show_words(f"{begun[key]:%H:%M}" if key in begun else "")

    def _add_hours(self) -> None:
        for key, label in ((DATE, msg("Day")), (BEGIN, msg("From")), (END, msg("Until"))):
            self._add_field(key, label)

    def _add_field(self, key: str, label: Text, hint: str = "") -> None:
        field = LineField(hint)
        field.committed.connect(partial(self._on_typed, key))
        self.times[key] = field
        self.form.add(key, label, field)

    def _add_senders(self, senders: Sequence[Sender], duos: Sequence[str]) -> None:
        say = self._language.say
        self._head(msg("Who is which duo?"), msg("Names stay on this screen, not in the walk."))
        choices = [("", say(msg("without a duo")))]
        choices += [(duo, say(msg("Duo {duo}", duo=duo))) for duo in duos]
        choices += [(LEAVE_OUT, say(msg("leave these messages out")))]
        for sender in senders:
            offered = choices
            if sender.duo and sender.duo not in dict(choices):
                offered = [*choices, (sender.duo, say(msg("Duo {duo}", duo=sender.duo)))]
            choice = Choice[str](offered, partial(self._said, sender.key))
            self.duos[sender.key] = choice
            count = msgn("{name}, {n} message", "{name}, {n} messages", sender.messages,
                         name=sender.name)  # fmt: skip
            self.form.add(sender.key, count, choice)

    def _add_stops(self, stops: Sequence[Stop]) -> None:
        if not stops:
            return
        self._head(
            msg("When were you where?"), msg("Notes without a track go to the stop of their time.")
        )
        hint = self._language.say(msg("from this time on"))
        for stop in stops:
            self._add_field(f"{STOP} {stop.nr}", msg("{nr} {name}", nr=stop.nr, name=stop.name),
                            hint)  # fmt: skip

    def _head(self, words: Text, hint: Text) -> None:
        say = self._language.say
        self.form.add_wide(plain_label(say(words), tokens.NAME))
        self.form.add_wide(soft_label(say(hint)))

    def _on_typed(self, key: str, words: str) -> None:
        """A day or a time that makes no sense is refused here, and nothing is read anew."""
        try:
            said = self._read(key, words)
        except WalkshopError as refusal:
            self.form.refuse_at(key, refusal)
            return
        self.form.accept()
        self._said(key, said)

    def _read(self, key: str, words: str) -> str:
        if key == DATE:
            day = read_day(words, self._chat.day.replace(month=1, day=1))
            return day.isoformat() if day else ""
        at = read_time(words) if words.strip() else None
        begin = at if key == BEGIN and at else self._chat.begin
        end = at if key == END and at else self._chat.end
        if begin > end:
            raise WalkshopError(
                msg("These hours end before they begin."), msg("Choose a later end.")
            )
        return f"{at:%H:%M}" if at else ""


def along_tracks(walk: Walk, sources: Sequence[Source]) -> list[Source]:
    """The same sources, messages of chats where people were along the tracks of the others."""
    return [_along(walk, source, sources) for source in sources]


def with_choice(
    walk: Walk, sources: Sequence[Source], file: str, choice: tuple[str, str]
) -> list[Source] | None:
    """The same sources with one choice of a chat made otherwise; None where it must be read anew.

    Args:
        choice: what was chosen by name, and the choice.
    """
    made = []
    for source in sources:
        changed = source
        if source.name == file and source.proposal is not None:
            proposal = chosen(source.proposal, walk, *choice)
            if proposal is None:
                return None
            changed = replace(
                source, proposal=proposal, columns={**source.columns, choice[0]: choice[1]}
            )
        made.append(changed)
    return along_tracks(walk, made)


def _along(walk: Walk, source: Source, sources: Sequence[Source]) -> Source:
    if source.proposal is None or source.proposal.chat is None:
        return source
    others = [one.proposal for one in sources if one is not source and one.proposal]
    tracks = [track for proposal in others for track in proposal.tracks]
    tracks += [track for one in sources if one.album for track in one.album.tracks]
    return replace(source, proposal=placed_by_time(source.proposal, walk, tracks))


def _duos_of(walk: Walk) -> tuple[str, ...]:
    """The duos that were dealt, by their number; else as many as a walk may have."""
    dealt = {walker.duo for walker in walk.participants.values() if walker.duo}
    return tuple(sorted(dealt, key=lambda duo: (len(duo), duo))) or tuple(
        f"d{n}" for n in range(1, _DUOS + 1)
    )
