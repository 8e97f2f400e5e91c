"""Bringing a whole file in as one step: its rows, its pictures, and what was walked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from walkshop.domain.edits.intake import BroughtIn, bring_in
from walkshop.domain.edits.notes import next_marks
from walkshop.domain.edits.photos import marks_of
from walkshop.domain.edits.setting import set_route
from walkshop.domain.geo import haversine_m, length_m
from walkshop.domain.records import (
    NOT_YET,
    AtStop,
    Note,
    NoteId,
    Photo,
    PhotoId,
    Place,
    Point,
    Route,
    Stamp,
    Stop,
    StopId,
    Walk,
    born,
    touched,
)
from walkshop.domain.themes import plain_words

SAME_STOP_M = 5.0
"""Metres within which two stops without a name are one."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What is to be brought in.

    Args:
        rows: notes in their order; `nr` is the number asked for, 0 for none.
        photos: pictures, each with the row that shows it, None for none.
        stops: places that rows may name; `nr` is the number asked for, 0 for none.
        take_stops: whether they become stops of the walk; else rows stay where those are.
        route: what becomes the route of the walk; None leaves that as it is.
    """

    rows: Sequence[Note] = ()
    photos: Sequence[tuple[Photo, NoteId | None]] = ()
    stops: Sequence[Stop] = ()
    take_stops: bool = False
    route: Route | None = None


@dataclass(frozen=True, slots=True)
class AllIn:
    """What came of bringing an offer in.

    Args:
        done: what came of its rows; `walk` is the walk with everything.
        photos: pictures that are new.
        stops: stops that are new.
        routes: 1 where the walk has another route now.
        known: how many pictures, stops and routes the walk had already.
    """

    done: BroughtIn
    photos: tuple[Photo, ...] = ()
    stops: tuple[Stop, ...] = ()
    routes: int = 0
    known: int = 0

    @property
    def walk(self) -> Walk:
        """The walk with everything in it."""
        return self.done.walk


@dataclass(slots=True)
class _Album:
    """The pictures of an offer against those of a walk, told by their checksums."""

    walk: Walk
    new: dict[PhotoId, Photo] = field(default_factory=dict)
    known: int = 0
    _by_mark: dict[str, PhotoId] = field(init=False)

    def __post_init__(self) -> None:
        photos = self.walk.photos.values()
        self._by_mark = {mark: photo.id for photo in photos for mark in marks_of(photo)}

    def take(self, photo: Photo) -> PhotoId:
        """The id under which a picture is kept."""
        marks = marks_of(photo)
        kept = next((self._by_mark[mark] for mark in marks if mark in self._by_mark), None)
        if kept is None:
            self.new[photo.id] = photo
            self._by_mark |= dict.fromkeys(marks, photo.id)
            return photo.id
        self.known += kept not in self.new
        return kept

    def known_rows(self, rows: Iterable[Note]) -> dict[NoteId, NoteId]:
        """Rows without words whose pictures notes show already, each with the first of these.

        A row whose pictures were withdrawn stands for itself: no note shows it any more.
        """
        shown = {
            photo: note.id
            for note in reversed(tuple(self.walk.notes.values()))
            for photo in note.photos
        }
        gone = {photo.id for photo in self.walk.photos.values() if not photo.sha256}
        return {
            row.id: next((shown[one] for one in row.photos if one in shown), row.id)
            for row in rows
            if row.photos and not row.text.strip() and set(row.photos) <= shown.keys() | gone
        }

    def without_gone(self, row: Note) -> Note:
        """The row without pictures that somebody withdrew."""
        gone = {photo.id for photo in self.walk.photos.values() if not photo.sha256}
        return replace(row, photos=tuple(one for one in row.photos if one not in gone))


def bring_all_in(walk: Walk, offer: Offer, stamp: Stamp) -> AllIn:
    """The walk with everything of an offer; the same offer twice brings nothing twice.

    Pictures are told by their checksums, stops by name or place, a route by its points. A row
    that the walk has already is completed, see `bring_in`; it gets the pictures that it lacks.
    """
    stops = _Stops(walk, offer.stops, offer.take_stops)
    after = stops.taken(stamp)
    album = _Album(walk)
    shown: dict[NoteId, list[PhotoId]] = {}
    for photo, row in offer.photos:
        kept = album.take(photo)
        if row is not None and kept not in shown.setdefault(row, []):
            shown[row].append(kept)
    rows = [_with_photos(stops.settled(row), shown.get(row.id, ()), offer) for row in offer.rows]
    fresh = tuple(born(photo, stamp) for photo in album.new.values())
    after = after.having(*fresh) if fresh else after
    known_rows = album.known_rows(rows)
    telling = [album.without_gone(row) for row in rows if row.id not in known_rows]
    done = bring_in(after, telling, stamp)
    twice, became = done.duplicates + len(known_rows), {**done.became, **known_rows}
    done = replace(done, duplicates=twice, became=became)
    after, routes, had = _routed(_illustrated(done, telling, stamp), offer.route, stamp)
    known = album.known + stops.known + had
    return AllIn(replace(done, walk=after), fresh, tuple(stops.new), routes, known)


def _with_photos(row: Note, photos: Iterable[PhotoId], offer: Offer) -> Note:
    """The row with its pictures; ids that the offer itself gave them are replaced."""
    offered = {photo.id for photo, _row in offer.photos}
    kept = tuple(photo for photo in row.photos if photo not in offered)
    return replace(row, photos=tuple(dict.fromkeys((*kept, *photos))))


def _illustrated(done: BroughtIn, rows: Iterable[Note], stamp: Stamp) -> Walk:
    """The walk in which notes that were there already also show the pictures of their rows."""
    changed = []
    for row in rows:
        note = done.walk.notes.get(done.became.get(row.id, row.id))
        lacking = [photo for photo in row.photos if note and photo not in note.photos]
        if note is not None and lacking:
            changed.append(touched(replace(note, photos=(*note.photos, *lacking)), stamp))
    return done.walk.having(*changed) if changed else done.walk


def _routed(walk: Walk, route: Route | None, stamp: Stamp) -> tuple[Walk, int, int]:
    """The walk with its route, whether that is another one, and whether it was there already."""
    if route is None or len(route.along) < 2:
        return walk, 0, 0
    if any(known.along == route.along for known in walk.routes.values()):
        return walk, 0, 1
    return set_route(walk, replace(route, length_m=length_m(route.along)), stamp), 1, 0


class _Stops:
    """The stops of an offer against those of a walk."""

    def __init__(self, walk: Walk, stops: Iterable[Stop], take: bool) -> None:
        self._walk = walk
        self._offered = {stop.id: stop for stop in stops}
        self._same: dict[StopId, StopId] = {}
        self.new: list[Stop] = []
        self.known = 0
        for stop in self._offered.values():
            same = self._find(stop)
            if same is not None:
                self._same[stop.id] = same
                self.known += 1
            elif take:
                self._same[stop.id] = stop.id
                self.new.append(stop)

    def taken(self, stamp: Stamp) -> Walk:
        """The walk with those that are new; a number that is in use gives way to the next one."""
        if not self.new:
            return self._walk
        taken = {stop.nr for stop in self._walk.stops.values()}
        asked = [stop.nr for stop in self.new]
        free = max(self._walk.marks.stop, 1 + max((*taken, *asked), default=0))
        for place, stop in enumerate(self.new):
            nr = stop.nr
            if not nr or nr in taken:
                nr, free = free, free + 1
            taken.add(nr)
            self.new[place] = born(replace(stop, nr=nr, order=float(nr)), stamp)
        after = self._walk.having(*self.new)
        return replace(after, marks=next_marks(after))

    def settled(self, row: Note) -> Note:
        """The row at a stop of the walk, or where a stop that is not taken would be."""
        at = row.place.stop if isinstance(row.place, AtStop) else None
        if not {at, row.stop} & set(self._offered):
            return row
        place = row.place
        if at is not None and at in self._offered:
            place = self._place(self._offered[at])
        stop = row.stop
        if stop is not None and stop in self._offered:
            stop = self._same.get(stop)
        return replace(row, place=place, stop=stop)

    def _place(self, stop: Stop) -> Place:
        same = self._same.get(stop.id)
        if same is not None:
            return AtStop(same)
        return Point(stop.at) if stop.at else NOT_YET

    def _find(self, stop: Stop) -> StopId | None:
        name = plain_words(stop.name)
        for known in self._walk.stops.values():
            if name and plain_words(known.name) == name:
                return known.id
            near = stop.at and known.at and haversine_m(stop.at, known.at) <= SAME_STOP_M
            if near and not (name and plain_words(known.name)):
                return known.id
        return None
