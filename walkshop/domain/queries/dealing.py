"""Deals lenses and duos: a resident with a professional, and nobody in their own daily role.

The same walkers always get the same duos: what is dealt is explained by who is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from walkshop.domain.records import Lens, LensId, Participant, ParticipantId, Role

SMALLEST, LARGEST = 2, 4
"""How many people a duo may have; three are still a duo on paper."""

RESIDENT_ROLES = frozenset({Role.RESIDENT, Role.BUSINESS, Role.VISITOR})
PHYSICAL_ROLES = frozenset({Role.MUNICIPAL_PHYSICAL, Role.HOUSING})


@dataclass(frozen=True, slots=True)
class Duo:
    """Walkers who go together, and the eyes they look with."""

    code: str
    walkers: tuple[ParticipantId, ...]
    lens: LensId | None = None


@dataclass(slots=True)
class _Hand:
    """A duo while it is dealt."""

    walkers: list[Participant] = field(default_factory=list)


def deal(
    walkers: Sequence[Participant],
    lenses: Sequence[Lens],
    size: int = SMALLEST,
    own: Mapping[LensId, frozenset[Role]] | None = None,
) -> tuple[Duo, ...]:
    """Duos of `size` of those who are present, each with a lens.

    Residents are spread over the duos first, then professionals of streets and buildings, then
    those of people and care, so that a duo mixes what there is to mix. Who is left over joins a
    duo that has none of their side. A lens is not given to a duo in which somebody has it as a
    daily role, while another is left.

    Args:
        size: 2 to 4 people to a duo.
        own: the roles that look through a lens every day.

    Returns:
        the duos, "d1" first; none where nobody is present. One walker alone is a duo of one.
    """
    present = sorted((one for one in walkers if one.present), key=lambda one: (one.code, one.id))
    if not present:
        return ()
    size = max(SMALLEST, min(LARGEST, size))
    hands = [_Hand() for _ in range(_duos(len(present), size))]
    for side in _sides(present):
        for one in side:
            _smallest(hands, one).walkers.append(one)
    return _with_lenses(hands, lenses, own or {})


def _duos(people: int, size: int) -> int:
    """How many duos of at most `size`, or of one more where somebody would walk alone."""
    duos = -(-people // size)
    return duos if people // duos >= SMALLEST else max(1, people // SMALLEST)


def side_of(walker: Participant) -> str:
    """ "resident", "physical" or "social"; who gave no role counts as a resident."""
    if walker.role is None or walker.role in RESIDENT_ROLES:
        return "resident"
    return "physical" if walker.role in PHYSICAL_ROLES else "social"


def _sides(present: Sequence[Participant]) -> list[list[Participant]]:
    return [
        [one for one in present if side_of(one) == side]
        for side in ("resident", "physical", "social")
    ]


def _smallest(hands: Sequence[_Hand], one: Participant) -> _Hand:
    """The duo with the fewest people, and among those the one that lacks this side most."""
    side = side_of(one)

    def fullness(hand: _Hand) -> tuple[int, int]:
        return len(hand.walkers), sum(side_of(other) == side for other in hand.walkers)

    return min(hands, key=fullness)


def _with_lenses(
    hands: Sequence[_Hand], lenses: Sequence[Lens], own: Mapping[LensId, frozenset[Role]]
) -> tuple[Duo, ...]:
    """Each lens once before any is given twice; who cannot be spared their own role goes last."""
    duos: list[Duo] = []
    free = list(lenses)
    for number, hand in enumerate(hands, 1):
        if not free:
            free = list(lenses)
        roles = {one.role for one in hand.walkers}
        fitting = [lens for lens in free if not roles & own.get(LensId(lens.id), frozenset())]
        lens = (fitting or free or [None])[0]  # type: ignore[list-item] # None: there are no lenses
        if lens is not None:
            free.remove(lens)
        walkers = tuple(ParticipantId(one.id) for one in hand.walkers)
        duos.append(Duo(f"d{number}", walkers, LensId(lens.id) if lens else None))
    return tuple(duos)
