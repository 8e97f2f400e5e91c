"""Turns the features of a map file into notes, stops and tracks, whichever program drew them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from walkshop.domain.edits.intake import BARE
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import extent
from walkshop.domain.records import Note, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake.attached import Album, Picture
from walkshop.services.intake.columns import match
from walkshop.services.intake.coordinates import FAR_M
from walkshop.services.intake.lettering import Lettering
from walkshop.services.intake.marked_stops import StopFinder
from walkshop.services.intake.proposal import (
    Guessed,
    LeftOut,
    NewPhoto,
    Notices,
    Proposal,
    Track,
    shown,
)
from walkshop.services.intake.rows import RowReader
from walkshop.services.intake.shapes import Located, Shape, Surveyor
from walkshop.services.intake.table import MAX_CELL, MAX_ROWS, Row, Table

GEOMETRY, EXCHANGED = "geometry", "exchanged"
"""What a person says of a file whose numbers stand north first: column and field."""

NOWHERE = Shape()
NewId = Callable[[], str]


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing on a map.

    Args:
        cells: what is written about it, by the name of the attribute; clean words.
        layer: the layers or folders that it is in, outermost first.
        pictures: that belong to it.
    """

    cells: Mapping[str, str]
    shape: Shape = NOWHERE
    layer: tuple[str, ...] = ()
    pictures: tuple[Picture, ...] = ()


@dataclass(slots=True)
class MapFile:
    """What is in a map file, as its reader fills it.

    Args:
        name: of the file, for sentences about it.
    """

    name: str
    features: list[Feature] = field(default_factory=list)
    tracks: list[Track] = field(default_factory=list)
    guessed: dict[Guessed, None] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)

    def say(self, what: Text, taken_as: Text) -> None:
        """Note down what was read into the file, once."""
        self.guessed[Guessed(what, taken_as)] = None

    def add(self, feature: Feature) -> None:
        """Take a feature in.

        Raises:
            WalkshopError: there are more than a walk can have.
        """
        self.features.append(feature)
        if len(self.features) > MAX_ROWS:
            raise WalkshopError(
                msg("“{name}” has more than {n} places.", name=self.name, n=MAX_ROWS),
                msg("Cut it into smaller files."),
            )


def propose_features(
    found: MapFile, walk: Walk, columns: Mapping[str, str], new_id: NewId
) -> Proposal:
    """What the features of a file would bring into `walk`; each is a note, a stop or left out.

    Args:
        columns: what a person said of attributes; `geometry` may be said to be `exchanged`.

    Raises:
        WalkshopError: there is nothing in the file, or `columns` names what is not there.
    """
    if not (found.features or found.tracks or found.left_out):
        raise nothing_in(found)
    notices = Notices()
    for guess in found.guessed:
        notices.add(guess.what, guess.taken_as)
    around = extent(walk)
    near = around.grown(FAR_M) if around else None
    surveyor = Surveyor(near, columns.get(GEOMETRY) == EXCHANGED)
    said = {name: meant for name, meant in columns.items() if meant != EXCHANGED}
    _say_far_tracks(found.tracks, surveyor, notices)
    stops = StopFinder(new_id, surveyor)
    left_out = list(found.left_out)
    numbered = []
    for number, feature in enumerate(found.features, start=1):
        if any(len(cell) > MAX_CELL for cell in feature.cells.values()):
            left_out.append(LeftOut(number, msg("longer than {n} characters", n=MAX_CELL)))
        elif not stops.take(feature.cells, feature.layer, feature.shape):
            numbered.append((number, feature))
    reader = _FeatureReader(found.name, numbered, walk, notices)
    rows = reader.rows(said, surveyor, new_id)
    photos = reader.photos(rows, new_id)
    parts = (notices.all(), tuple(left_out), reader.names, tuple(found.tracks), tuple(stops.found))
    return Proposal(tuple(rows), *parts, photos, reader.fields)


@dataclass(slots=True)
class _FeatureReader:
    """Reads numbered features as the rows of a table with places beside it."""

    name: str
    features: Sequence[tuple[int, Feature]]
    walk: Walk
    notices: Notices
    names: tuple[str, ...] = ()
    fields: tuple[tuple[str, str], ...] = ()

    def rows(self, said: Mapping[str, str], surveyor: Surveyor, new_id: NewId) -> list[Note]:
        """The note of every feature; attributes that no field takes are kept with it."""
        if not self.features:
            return []
        written = [feature.cells for _, feature in self.features]
        lettering = Lettering(self.walk, written, said, self.name, self.notices)
        self.names = lettering.names
        layers = len({feature.layer for _, feature in self.features}) > 1
        rows, rest = [], []
        for number, feature in self.features:
            cells, others = lettering.cells(number, feature.cells, feature.layer)
            layer = ((lettering.layer, " / ".join(feature.layer)),) if layers else ()
            rows.append(Row(number, cells))
            rest.append((*others, *(pair for pair in layer if pair[1])))
        lettering.say_aside()
        table = Table(self.name, lettering.columns, tuple(rows))
        located = {number: surveyor.locate(feature.shape) for number, feature in self.features}
        matched = match(table, lettering.said, self.notices)
        self.fields = tuple(pair for pair in matched.read if pair[0] in lettering.names)
        reader = RowReader(table, self.walk, matched, self.notices, located)
        notes = [note for row in rows if (note := reader.note(row, new_id))]
        self._say_without_shape(located)
        file = f"{BARE}{self.name}"
        return [
            replace(
                note,
                extra=(*note.extra, *more),
                source_ref=file if row.number in lettering.bare else note.source_ref,
            )
            for note, row, more in zip(notes, rows, rest, strict=True)
        ]

    def photos(self, notes: Sequence[Note], new_id: NewId) -> tuple[NewPhoto, ...]:
        """The pictures of the features, each with its note."""
        album = Album(new_id, self.notices)
        for (number, feature), note in zip(self.features, notes, strict=True):
            album.add(feature.pictures, note.id, number)
        return tuple(album.photos)

    def _say_without_shape(self, located: Mapping[int, Located]) -> None:
        bare = sum(one.place is None and one.why_not is None for one in located.values())
        if bare:
            self.notices.add(
                msgn("{n} row without a shape", "{n} rows without a shape", bare),
                msg("placed only where its words say so"),
            )


def nothing_in(found: MapFile) -> WalkshopError:
    """The failure of a file in which there is nothing for a walk."""
    empty = msg("There are no places in “{name}”.", name=found.name)
    if any(guess.taken_as == NOT_FETCHED for guess in found.guessed):
        return WalkshopError(
            empty, msg("It only points at files elsewhere. Save those and choose them.")
        )
    return WalkshopError(empty, msg("Choose another file."))


def cut_off(line: int) -> tuple[Text, Text]:
    """What is said of a file that ends in the middle."""
    return msg("The file is damaged at line {n}", n=line), msg("read up to there")


def without_line(name: str) -> tuple[Text, Text]:
    """What is said of a track of fewer than two places."""
    return msg("Track “{name}”", name=shown(name)), msg("left out: no two places in it")


def points_lost(name: str) -> tuple[Text, Text]:
    """What is said of a track of which some points are nowhere."""
    return msg("Track “{name}”", name=shown(name)), msg("points that are no place are left out")


NOT_FETCHED = msg("not fetched: nothing is loaded from elsewhere")
"""What is said of everything that a file only points at."""


def _say_far_tracks(tracks: Sequence[Track], surveyor: Surveyor, notices: Notices) -> None:
    for track in tracks:
        if surveyor.near is not None and not surveyor.near.contains(track.along[0]):
            far = msg("more than {n} km from this walk", n=round(FAR_M / 1000))
            notices.add(msg("Track “{name}”", name=shown(track.name)), far)


__all__ = [
    "EXCHANGED",
    "GEOMETRY",
    "NOT_FETCHED",
    "Feature",
    "MapFile",
    "NewId",
    "nothing_in",
    "propose_features",
]
