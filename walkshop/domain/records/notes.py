"""What people said: notes, their extra voices, interviews and photos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from walkshop.domain.records.base import Record
from walkshop.domain.records.enums import AssetType, Faces, Kind, Membership, Source
from walkshop.domain.records.ids import (
    InterviewId,
    LensId,
    NoteId,
    ParticipantId,
    PhotoId,
    StopId,
    ThemeId,
    ValueId,
)
from walkshop.domain.records.places import NOT_YET, Place


@dataclass(frozen=True, slots=True)
class Voice:
    """One more person who said the same, with that person's own words where they were kept."""

    at: datetime | None = None
    words: str = ""
    lens: LensId | None = None
    duo: str = ""
    participant: ParticipantId | None = None


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots that one table gave in one round; a count, never a grade."""

    round: int
    table: str
    count: int


@dataclass(frozen=True, slots=True)
class Guess:
    """What the program read into a note, or a mark it did not understand."""

    what: str
    taken_as: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Record):
    """One thing that somebody saw or said. Its number is given once and never changes.

    `text` holds the words as they were said. A merged note points at the one that leads
    (`merged_into`) and keeps everything; a note split off points back (`split_from`).
    A withdrawn note keeps its number and nothing of its words.
    """

    id: NoteId
    nr: int
    text: str = ""  # soft 90, hard 280
    language: str = ""
    typed: str = ""
    quotes: tuple[str, ...] = ()
    public_text: str = ""  # the general wording that prints instead, where one was made
    kind: Kind = Kind.UNKNOWN
    kind_chosen: bool = False
    theme: ThemeId | None = None
    theme2: ThemeId | None = None
    theme_set: str = ""
    theme_label: str = ""  # the label as it was written, whatever it was read as
    place: Place = NOT_YET
    place_words: str = ""
    stop: StopId | None = None
    photos: tuple[PhotoId, ...] = ()
    lens: LensId | None = None
    duo: str = ""
    participant: ParticipantId | None = None
    source: Source = Source.WALK
    source_ref: str = ""  # box on a printed map, numbered sheet
    interview: InterviewId | None = None
    voices: tuple[Voice, ...] = ()
    dots: tuple[Dots, ...] = ()
    asset_type: AssetType | None = None
    report: bool = False
    report_ref: str = ""  # 30
    reported_on: date | None = None
    value: ValueId | None = None
    membership: Membership = Membership.NONE
    masked: bool = False
    withdrawn: bool = False
    set_apart: bool = False
    set_apart_because: str = ""
    merged_into: NoteId | None = None
    split_from: NoteId | None = None
    same_breath: NoteId | None = None
    quote_consent: bool | None = None
    checked: tuple[str, ...] = ()  # what somebody looked at and found good as it is
    guesses: tuple[Guess, ...] = ()
    extra: tuple[tuple[str, str], ...] = ()  # columns of a table that have no field here


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview(Record):
    """A conversation on the way; it becomes one to three notes."""

    id: InterviewId
    place: Place = NOT_YET
    minutes: int | None = None
    consent: bool | None = None
    who: str = ""  # 40, general: a role, never a name
    good: str = ""  # 200
    better: str = ""  # 200
    yourself: str = ""  # 200
    quote: str = ""  # 200
    call_again: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo(Record):
    """A photo by its checksum; the bytes lie in the file, downscaled and without EXIF.

    `origin` is the checksum of the file that it was made from, so that the same photo is known
    again after its faces were blurred. A withdrawn photo keeps that alone.
    """

    id: PhotoId
    sha256: str = ""
    mime: str = "image/jpeg"
    width_px: int = 0
    height_px: int = 0
    caption: str = ""  # 80
    faces: Faces = Faces.UNCHECKED
    taken_at: datetime | None = None
    original_name: str = ""
    origin: str = ""
