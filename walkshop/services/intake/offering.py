"""What of a proposal is to be brought in, as a person wishes it."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.edits.bringing import AllIn, Offer
from walkshop.domain.geo import length_m
from walkshop.domain.records import NoteId, Route, RouteId
from walkshop.services.intake.proposal import Proposal, Track


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of a proposal.

    Args:
        without: rows that stay outside.
        stops: whether places that may be stops become stops.
        route: the id of the route that the longest track becomes; None for no route.
        photos: whether pictures come along.
    """

    without: frozenset[NoteId] = frozenset()
    stops: bool = False
    route: RouteId | None = None
    photos: bool = True


def offer_of(proposal: Proposal, wish: Wish) -> Offer:
    """What the domain is asked to bring in."""
    track = longest(proposal.tracks) if wish.route else None
    photos = proposal.photos if wish.photos else ()
    return Offer(
        rows=[row for row in proposal.rows if row.id not in wish.without],
        photos=[(new.photo, new.note) for new in photos if new.note not in wish.without],
        stops=proposal.stops,
        take_stops=wish.stops,
        route=Route(id=wish.route, along=track.along) if track and wish.route else None,
    )


def longest(tracks: tuple[Track, ...]) -> Track | None:
    """The longest of these lines; None where there is none of two points or more."""
    lines = [track for track in tracks if len(track.along) > 1]
    return max(lines, key=lambda track: length_m(track.along), default=None)


def blobs_of(proposal: Proposal, came: AllIn) -> dict[str, bytes]:
    """The bytes of the pictures that are new in the walk, by checksum."""
    fresh = {photo.sha256 for photo in came.photos}
    return {new.photo.sha256: new.data for new in proposal.photos if new.photo.sha256 in fresh}
