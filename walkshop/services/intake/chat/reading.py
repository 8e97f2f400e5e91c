"""Proposes notes from the messages of an app group: one each, with a duo or with nobody."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from walkshop.domain.geo import LonLat
from walkshop.domain.records import NOT_YET, Note, NoteId, Place, Point, Source, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake.attached import Album, is_picture
from walkshop.services.intake.chat.choices import SENDER, STOP, Choices, choices_of
from walkshop.services.intake.chat.files import ChatFiles, open_chat
from walkshop.services.intake.chat.messages import Conversation, Message, read_messages
from walkshop.services.intake.chat.seen import Chat, Sender
from walkshop.services.intake.chat.timed import lens_of, placed_by_time
from walkshop.services.intake.chat.wording import Wording
from walkshop.services.intake.chat.words import CARDS, FILMS, PLACE, VOICES
from walkshop.services.intake.columns import LEAVE_OUT
from walkshop.services.intake.proposal import LeftOut, NewPhoto, Notices, Proposal

APP_GROUP = msg("app group")
"""What history calls such a file: its name may be that of a person."""

_OF_A_PHONE = re.compile(r"(?:IMG-\d{8}-WA\d+|\d+-PHOTO-[\d-]+)\.\w{2,5}", re.IGNORECASE)
"""Names that phones give to pictures; any other name may tell who somebody is."""


def from_chat(
    path: Path, walk: Walk, said: Mapping[str, str], new_id: Callable[[], str]
) -> Proposal:
    """What the messages of the chosen hours would bring.

    Args:
        said: what a person chose: "date", "from" and "to"; the duo of "sender 1" or `LEAVE_OUT`;
            the time at which "stop 1" began.

    Raises:
        WalkshopError: there is no chat that can be read, or a choice makes no sense.
    """
    files = open_chat(path)
    talk = read_messages(files.text, walk.about.walked_on)
    choices = choices_of(said, walk, talk.messages)
    keys: dict[str, str] = {}
    for message in talk.messages:
        keys.setdefault(message.who, f"{SENDER} {len(keys) + 1}")
    reading = _Reading(files, walk, choices, keys, new_id)
    reading.read(talk.messages)
    _say_guesses(reading.notices, talk, choices)
    found = Proposal(
        rows=tuple(reading.rows),
        guessed=(*files.guessed, *reading.notices.all()),
        left_out=tuple(reading.left_out),
        tracks=files.tracks,
        photos=tuple(map(_nameless, reading.album.photos)),
        kept_as=APP_GROUP,
        chat=reading.seen(),
    )
    return placed_by_time(found, walk)


def _say_guesses(notices: Notices, talk: Conversation, choices: Choices) -> None:
    """What was guessed of the chat as a whole."""
    if choices.guessed_day:
        day = msg("{day}, with the most messages", day=choices.day)
        notices.add(msg("The day of the walk"), day)
    if not talk.order.certain:
        first = talk.order.places[2] == 0
        as_written = msg("day, then month") if first else msg("month, then day")
        notices.add(msg("Days that can be read in two ways"), as_written)
    if talk.system:
        what = msgn(
            "{n} line of the program itself", "{n} lines of the program itself", talk.system
        )
        notices.add(what, msg("left out"))


@dataclass(slots=True)
class _Reading:
    """Gathers what the messages of one chat bring; `keys` names senders without their names."""

    files: ChatFiles
    walk: Walk
    choices: Choices
    keys: Mapping[str, str]
    new_id: Callable[[], str]
    rows: list[Note] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notices: Notices = field(default_factory=Notices)
    album: Album = field(init=False)
    _sent: list[Message] = field(default_factory=list)
    _wrote: Counter[str] = field(default_factory=Counter)
    _wording: Wording = field(init=False)

    def __post_init__(self) -> None:
        self.album = Album(self.new_id, self.notices)
        self._wording = Wording(self.keys)

    def read(self, messages: tuple[Message, ...]) -> None:
        """Take every message: those outside the hours are only counted."""
        outside, unwanted = 0, 0
        minutes: Counter[str] = Counter()
        for message in messages:
            minute = f"{message.when:%Y-%m-%d %H:%M}"
            minutes[minute] += 1
            inside = self.choices.holds(message.when)
            self._wrote[message.who] += inside
            if not inside:
                outside += 1
            elif self.choices.duos.get(self.keys[message.who]) == LEAVE_OUT:
                unwanted += 1
            else:
                self._take(message, f"{minute} ({minutes[minute]})")
            self._wording.remember(message.words)
        if outside:
            what = msgn("{n} message outside these hours", "{n} messages outside these hours",
                        outside)  # fmt: skip
            self.notices.add(what, msg("left out"))
        if unwanted:
            what = msgn("{n} message of somebody who stays outside",
                        "{n} messages of people who stay outside", unwanted)  # fmt: skip
            self.notices.add(what, msg("left out"))

    def seen(self) -> Chat:
        """What was chosen, for the window."""
        chosen = self.choices
        senders = tuple(
            Sender(
                key,
                who,
                self._wrote[who],
                "" if chosen.duos.get(key) == LEAVE_OUT else chosen.duos.get(key, ""),
                chosen.duos.get(key) == LEAVE_OUT,
            )
            for who, key in self.keys.items()
            if self._wrote[who]
        )
        stops = tuple((f"{STOP} {nr}", begun) for nr, begun in chosen.stops)
        moments = tuple(
            (note.id, message.when)
            for note, message in zip(self.rows, self._sent, strict=True)
            if note.place == NOT_YET
        )
        by = tuple(
            (note.id, self.keys[message.who])
            for note, message in zip(self.rows, self._sent, strict=True)
        )
        return Chat(chosen.day, chosen.begin, chosen.end, senders, stops, moments, by)

    def _take(self, message: Message, ref: str) -> None:
        words, quoted = self._wording.of(message.words)
        if quoted:
            what = msg("A quoted message in front of an answer")
            self.notices.add(what, msg("left out"), message.line)
        note = NoteId(self.new_id())
        pictures = self._pictures(message, note)
        if not words and not pictures:
            self._leave_out(message, quoted)
            return
        duo = self.choices.duos.get(self.keys[message.who], "")
        self.rows.append(
            Note(
                id=note,
                nr=0,
                text=words,
                typed=words,
                place=_shared_place(words),
                photos=(),
                duo=duo,
                lens=lens_of(self.walk, duo),
                source=Source.APP_GROUP,
                source_ref=ref,
            )
        )
        self._sent.append(message)

    def _pictures(self, message: Message, note: NoteId) -> bool:
        """Take the pictures of a message along; whether there are any."""
        before = len(self.album.photos)
        for name in message.files:
            if is_picture(name) and not PurePosixPath(name).name.upper().startswith("STK-"):
                self.album.add([self.files.picture(name)], note, message.line)
            else:
                self.left_out.append(LeftOut(message.line, _what_it_is(name)))
        return len(self.album.photos) > before

    def _leave_out(self, message: Message, quoted: bool) -> None:
        if message.deleted:
            why = msg("its sender took this message back")
        elif message.omitted:
            why = msg("the picture, film or voice was not exported")
        elif quoted:
            why = msg("only a quoted message")
        elif any(out.row == message.line for out in self.left_out):
            return
        elif message.files:
            why = msg("its picture cannot be read")
        else:
            why = msg("There is no text in this row.")
        self.left_out.append(LeftOut(message.line, why))


def _what_it_is(name: str) -> Text:
    ending = PurePosixPath(name).suffix.lower()
    if ending in VOICES:
        return msg("a voice message: listen to it and type what was said")
    if ending in FILMS:
        return msg("a film: films do not come along")
    if ending in CARDS:
        return msg("a contact card: names do not come along")
    if is_picture(name):
        return msg("a sticker")
    return msg("a file that is no photo")


def _shared_place(words: str) -> Place:
    """The place that a message shares; a stranger's numbers may lie outside the world."""
    found = PLACE.search(words)
    if found is None:
        return NOT_YET
    lon, lat = float(found["lon"]), float(found["lat"])
    return Point(LonLat(lon, lat)) if abs(lon) <= 180 and abs(lat) <= 85 else NOT_YET


def _nameless(new: NewPhoto) -> NewPhoto:
    if _OF_A_PHONE.fullmatch(new.photo.original_name):
        return new
    return replace(new, photo=replace(new.photo, original_name=""))


__all__ = ["APP_GROUP", "from_chat"]
