"""The walk itself: what it asks, of whom, when, and who sends the answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from walkshop.domain.geo import LonLat
from walkshop.domain.records.base import Record
from walkshop.domain.records.enums import Influence, VersionState
from walkshop.domain.records.ids import (
    AboutId,
    AreaId,
    FactId,
    GroupId,
    PlanId,
    SnapshotId,
    SubjectId,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: a function, never a person's name."""

    function: str = ""
    phone: str = ""
    hours: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """Who signs letters and invitations."""

    name: str = ""
    address: str = ""
    reference: str = ""
    logo: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class About(Record):
    """The one record about the walk as a whole. Lengths in comments are characters."""

    id: AboutId
    title: str = ""  # 80
    question: str = ""  # 140
    second_question: str = ""  # 140
    client: str = ""
    organisers: str = ""
    facilitator: str = ""
    language: str = "nl"
    second_language: str = ""
    theme_set: str = "walkshop-17"
    opportunity_off: bool = False
    influence: Influence | None = None
    walked_on: date | None = None
    debriefed_on: date | None = None
    validated_on: date | None = None
    told_back_on: date | None = None
    next_meeting: date | None = None
    next_meeting_words: str = ""
    next_check: date | None = None
    starts_at: time | None = None
    ends_at: time | None = None
    meeting_point: str = ""
    end_point: str = ""
    walking_minutes: int | None = None
    distance_m: float | None = None
    toilet: str = ""
    seats: str = ""
    wheelchair: bool | None = None
    rain_plan: str = ""
    coffee: str = ""
    sign_up: str = ""
    sign_up_until: date | None = None
    answer_before: date | None = None
    fixed: str = ""  # 300
    open: str = ""  # 300
    not_ours: str = ""  # 300
    known_issues: tuple[str, ...] = ()
    weather: str = ""  # 80
    residents: int | None = None
    professionals: int | None = None
    invited_addresses: int | None = None
    reach: str = ""  # 300
    missing_groups: tuple[str, ...] = ()
    accessibility: str = ""
    look_back: str = ""
    reaction: str = ""
    not_doing: str = ""
    letter_blocks: tuple[str, ...] = ()  # 400 each
    delete_after: date | None = None
    photo_rule: str = ""
    privacy_contact: str = ""
    handed_over_on: date | None = None
    copy_holders: tuple[str, ...] = ()
    sender: Sender = Sender()
    contact: Contact = Contact()
    version_state: VersionState = VersionState.DRAFT
    adopted_by: str = ""
    adopted_on: date | None = None
    previous_walk: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True)
class BasemapLink:
    """Which map lies under the walk; its file lies beside the walk or in maps/.

    Args:
        name: the file's name.
        sha256: its checksum, by which it is found elsewhere.
        source: the attribution that is always drawn.
        licence: the licence line.
        notice: what is said on every output ("sketch, not to scale").
    """

    name: str
    sha256: str = ""
    source: str = ""
    licence: str = ""
    notice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood(Record):
    """The area of the walk: rings of corners (WGS84), and the map under it."""

    id: AreaId
    name: str = ""  # 60
    word: str = ""  # what prints: wijk, buurt, dorp, park, gebied
    outlines: tuple[tuple[LonLat, ...], ...] = ()
    outline_names: tuple[str, ...] = ()
    outline_source: str = ""
    basemap: BasemapLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Record):
    """A group of people, by the name they choose themselves; only counts, never names."""

    id: GroupId
    label: str = ""  # 40
    lives_here: str = ""
    reached_by: str = ""
    invited: int | None = None
    came: int | None = None
    missing: bool = False
    done_about_it: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan(Record):
    """A plan that is known already, and how much of it is still open."""

    id: PlanId
    title: str = ""  # 80
    owner: str = ""  # 60
    status: str = ""
    link: str = ""
    fixed: str = ""
    open: str = ""
    not_ours: str = ""
    influence: Influence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic(Record):
    """A subject of the walk with the room there is: fixed, open and not ours."""

    id: SubjectId
    subject: str = ""
    fixed: str = ""
    open: str = ""
    not_ours: str = ""
    influence: Influence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Record):
    """A figure about the area, for the counting side beside the telling."""

    id: FactId
    label: str = ""  # 40
    value: str = ""  # 20
    source: str = ""  # 80
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot(Record):
    """A moment at which the room agreed with what stood on the screen."""

    id: SnapshotId
    label: str = ""
    history: int = 0
