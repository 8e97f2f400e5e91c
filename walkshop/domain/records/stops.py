"""Stops, routes, lenses and participants: who looked where, with which eyes."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.geo import LonLat
from walkshop.domain.records.base import Record
from walkshop.domain.records.enums import Owner, Role
from walkshop.domain.records.ids import (
    LensId,
    NodeId,
    NoteId,
    ParticipantId,
    PhotoId,
    RouteId,
    StopId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop(Record):
    """A place where the walk halts."""

    id: StopId
    nr: int
    name: str = ""  # 40
    at: LonLat | None = None
    radius_m: float = 75.0
    order: float = 0.0
    why: str = ""  # 100
    owner: Owner | None = None
    photo: PhotoId | None = None
    skipped: str = ""  # the reason; a skipped stop does not count as "nobody looked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route(Record):
    """The line that is walked (WGS84), in walking direction."""

    id: RouteId
    along: tuple[LonLat, ...] = ()
    length_m: float | None = None
    obstacles: str = ""
    seats: str = ""
    toilet: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens(Record):
    """The eyes a walker looks with ("someone with a walker")."""

    id: LensId
    name: str = ""  # 40
    prompts: tuple[str, ...] = ()
    order: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant(Record):
    """A walker by code only; names and contacts are never in the walk."""

    id: ParticipantId
    code: str = ""  # P07
    role: Role | None = None
    role_words: str = ""  # 30
    lens: LensId | None = None
    duo: str = ""
    group: str = ""
    photo_consent: bool | None = None
    quote_consent: bool | None = None
    contact_consent: bool | None = None
    present: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Node(Record):
    """A place where much meets, named by the street or stop nearest."""

    id: NodeId
    name: str = ""
    at: LonLat | None = None
    radius_m: float = 75.0
    stop: StopId | None = None
    notes: tuple[NoteId, ...] = ()
