"""What can be said of messages after they were read: where people were, and who is which duo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from walkshop.domain.records import NOT_YET, AtStop, LensId, Note, Place, Point, StopId, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake.chat.choices import SENDER, STOP, read_time
from walkshop.services.intake.chat.seen import Chat
from walkshop.services.intake.columns import LEAVE_OUT
from walkshop.services.intake.proposal import Guessed, Proposal, Track
from walkshop.services.photos.placing import Timeline, timeline_of

_ALONG = msg("placed by time along the track")
_AT_STOP = msg("placed at the stop of that time")


def placed_by_time(proposal: Proposal, walk: Walk, tracks: Sequence[Track] = ()) -> Proposal:
    """The proposal of a chat with its notes where people were when they wrote them.

    A shared place stays. A place along a track is a guess until somebody confirms it. Where no
    track and no time of a stop tells, a note has no place yet.

    Args:
        tracks: more than the proposal's own.
    """
    chat = proposal.chat
    if chat is None:
        return proposal
    line = timeline_of((*proposal.tracks, *tracks))
    moments = dict(chat.moments)
    rows = tuple(
        _placed(row, moments[row.id], line, chat, walk) if row.id in moments else row
        for row in proposal.rows
    )
    along = sum(isinstance(row.place, Point) for row in rows if row.id in moments)
    at_stop = sum(isinstance(row.place, AtStop) for row in rows)
    kept = tuple(one for one in proposal.guessed if one.taken_as not in (_ALONG, _AT_STOP))
    said = tuple(
        Guessed(_messages(n), how) for n, how in ((along, _ALONG), (at_stop, _AT_STOP)) if n
    )
    return replace(proposal, rows=rows, guessed=(*kept, *said))


def chosen(proposal: Proposal, walk: Walk, name: str, words: str) -> Proposal | None:
    """The proposal with one choice made otherwise; None where the chat must be read anew for it.

    Places are for `placed_by_time`, which is asked after this.
    """
    chat = proposal.chat
    if chat is None:
        return None
    if name.startswith(STOP):
        stops = [(key, begun) for key, begun in chat.stops if key != name]
        stops += [(name, read_time(words))] if words else []
        ordered = tuple(sorted(stops, key=lambda one: (one[1], one[0])))
        return replace(proposal, chat=replace(chat, stops=ordered))
    sender = next((one for one in chat.senders if one.key == name), None)
    if not name.startswith(SENDER) or sender is None or sender.left_out or words == LEAVE_OUT:
        return None
    own = {note for note, key in chat.by if key == name}
    lens = lens_of(walk, words)
    rows = (replace(row, duo=words, lens=lens) if row.id in own else row for row in proposal.rows)
    senders = (replace(one, duo=words) if one is sender else one for one in chat.senders)
    return replace(proposal, rows=tuple(rows), chat=replace(chat, senders=tuple(senders)))


def lens_of(walk: Walk, duo: str) -> LensId | None:
    """The eyes that a duo looks with, where they were dealt."""
    walkers = (one for one in walk.participants.values() if duo and one.duo == duo)
    return next((one.lens for one in walkers if one.lens), None)


def _messages(n: int) -> Text:
    return msgn("{n} message without a place", "{n} messages without a place", n)


def _placed(row: Note, when: datetime, line: Timeline, chat: Chat, walk: Walk) -> Note:
    found = line.at(when.timestamp())
    if found is not None:
        at, accuracy = found
        place: Place = Point(at, assumed=True, accuracy_m=round(accuracy))
        return replace(row, place=place, stop=None)
    stop = _stop_at(when, chat, walk)
    return replace(row, place=AtStop(stop) if stop else NOT_YET, stop=stop)


def _stop_at(when: datetime, chat: Chat, walk: Walk) -> StopId | None:
    passed = [key for key, begun in chat.stops if begun <= when.time()]
    numbers = {f"{STOP} {stop.nr}": stop.id for stop in walk.stops.values()}
    return numbers.get(passed[-1]) if passed else None
