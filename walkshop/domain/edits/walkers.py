"""The walkers: by code and role only, who is there, and the duos and lenses that were dealt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.dealing import LARGEST, Duo
from walkshop.domain.records import (
    LensId,
    Participant,
    ParticipantId,
    Role,
    Stamp,
    Walk,
    born,
    touched,
)
from walkshop.i18n import msg

_CODE = re.compile(r"[Pp]([0-9]+)")


def add_walkers(
    walk: Walk, walkers: Sequence[ParticipantId], role: Role | None, stamp: Stamp
) -> Walk:
    """The walk with walkers of this role; each gets the code after the highest in use."""
    used = [
        int(found[1]) for one in walk.participants.values() if (found := _CODE.fullmatch(one.code))
    ]
    first = max(used, default=0) + 1
    return walk.having(
        *(
            born(Participant(id=key, code=f"P{nr:02}", role=role), stamp)
            for nr, key in enumerate(walkers, start=first)
        )
    )


def set_role(walk: Walk, walker: ParticipantId, role: Role | None, stamp: Stamp) -> Walk:
    """The walk with what brought a walker here."""
    return _changed(walk, [replace(_walker(walk, walker), role=role)], stamp)


def set_present(walk: Walk, walker: ParticipantId, present: bool, stamp: Stamp) -> Walk:
    """The walk with a walker who is there, or stays away; duos stay until they are dealt again."""
    return _changed(walk, [replace(_walker(walk, walker), present=present)], stamp)


def remove_walker(walk: Walk, walker: ParticipantId) -> Walk:
    """The walk without a walker of whom no note is.

    Raises:
        WalkshopError: a note says that this walker gave it.
    """
    gone = _walker(walk, walker)
    voices = (voice.participant for note in walk.notes.values() for voice in note.voices)
    if walker in {*(note.participant for note in walk.notes.values()), *voices}:
        raise WalkshopError(
            msg("A note is from {code}, so this walker stays.", code=gone.code),
            msg("Say that the walker is not there."),
        )
    return walk.lacking(gone)


def deal_out(walk: Walk, duos: Iterable[Duo], stamp: Stamp) -> Walk:
    """The walk with these duos, and nobody in any other. Notes keep the lens they got."""
    dealt = {walker: duo for duo in duos for walker in duo.walkers}
    changed = []
    for key, one in walk.participants.items():
        duo = dealt.get(key)
        changed.append(replace(one, duo=duo.code if duo else "", lens=duo.lens if duo else None))
    return _changed(walk, changed, stamp)


def move_walker(walk: Walk, walker: ParticipantId, duo: str, stamp: Stamp) -> Walk:
    """The walk with a walker in another duo, with the eyes of that duo; "" for in none.

    Raises:
        WalkshopError: that duo is full.
    """
    moved = _walker(walk, walker)
    others = [one for one in members(walk).get(duo, ()) if one.id != walker]
    if duo and len(others) >= LARGEST:
        raise WalkshopError(msg("Duo {duo} has {n} people already.", duo=duo, n=len(others)))
    lens = next(
        (one.lens for one in others if one.lens), moved.lens if duo and not others else None
    )
    return _changed(walk, [replace(moved, duo=duo, lens=lens)], stamp)


def set_duo_lens(walk: Walk, duo: str, lens: LensId | None, stamp: Stamp) -> Walk:
    """The walk with another lens for all of a duo."""
    return _changed(walk, [replace(one, lens=lens) for one in members(walk).get(duo, ())], stamp)


def members(walk: Walk) -> Mapping[str, tuple[Participant, ...]]:
    """The walkers of each duo by its code, both in the order of their numbers."""
    found: dict[str, list[Participant]] = {}
    for one in sorted(walk.participants.values(), key=lambda one: _by_number(one.code)):
        if one.duo:
            found.setdefault(one.duo, []).append(one)
    return {duo: tuple(found[duo]) for duo in sorted(found, key=_by_number)}


def _by_number(code: str) -> tuple[int, str]:
    digits = re.sub(r"\D", "", code)
    return int(digits or 0), code


def _changed(walk: Walk, walkers: Iterable[Participant], stamp: Stamp) -> Walk:
    fresh = [one for one in walkers if walk.participants[ParticipantId(one.id)] != one]
    return walk.having(*(touched(one, stamp) for one in fresh)) if fresh else walk


def _walker(walk: Walk, walker: ParticipantId) -> Participant:
    found = walk.participants.get(walker)
    if found is None:
        raise WalkshopError(msg("This is no longer in the walk."), msg("Undo brings it back."))
    return found
