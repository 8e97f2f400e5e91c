"""Who and what was hardly heard so far; for the facilitator alone, to invite and never to blame."""

from __future__ import annotations

from dataclasses import dataclass

from walkshop.domain.geo import LonLat, haversine_m
from walkshop.domain.queries.notes import count_notes, pin_at, standing_notes
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import Kind, Lens, Quadrant, Stop, ThemeId, Walk

FEW = 3
"""Fewer notes than this about a question are few."""

_ENOUGH_FOR_SHARES = 10
"""With fewer notes than this a share of kinds says nothing yet."""

_MOSTLY = 0.8
"""Share of what must improve from which little else was heard."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What was hardly heard.

    Args:
        duos: codes of duos that walked and of which there is no note.
        lenses: lenses that somebody has and nobody reported from; where nobody has one, those that
            no note names while others are named.
        stops: stops that were not skipped, with no note given there or standing within reach.
        complaints: percent of the notes that must improve, where little else was heard; else None.
        no_good: nothing good was said yet, though much was said.
        questions: the questions with few notes and how many, once values belong to questions.
        themes: themes of the set without any note, once much was said.
    """

    duos: tuple[str, ...] = ()
    lenses: tuple[Lens, ...] = ()
    stops: tuple[Stop, ...] = ()
    complaints: int | None = None
    no_good: bool = False
    questions: tuple[tuple[Quadrant, int], ...] = ()
    themes: tuple[ThemeId, ...] = ()

    @property
    def nothing(self) -> bool:
        """Whether everybody and everything was heard."""
        return self == Heard()


def heard(walk: Walk, themes: tuple[ThemeId, ...] = ()) -> Heard:
    """What was hardly heard in a walk; nothing before the first note.

    Args:
        themes: those of the set that the walk uses.
    """
    notes = standing_notes(walk)
    if not notes:
        return Heard()
    counts = count_notes(walk, notes)
    walked = {one.duo for one in walk.participants.values() if one.duo and one.present}
    spoke = {note.duo for note in notes} | {v.duo for note in notes for v in note.voices}
    seen = set(counts.lenses) | {v.lens for note in notes for v in note.voices}
    given = {one.lens for one in walk.participants.values() if one.lens and one.present}
    pins = [at for note in notes if (at := pin_at(walk, note.place))]
    enough = len(notes) >= _ENOUGH_FOR_SHARES
    bad = counts.kinds[Kind.CONCERN] / len(notes)
    return Heard(
        duos=tuple(sorted(walked - spoke, key=_by_number)),
        lenses=tuple(
            lens
            for lens in sorted(walk.lenses.values(), key=lambda lens: (lens.order, lens.name))
            if lens.id not in seen and (lens.id in given if given else any(seen))
        ),
        stops=tuple(
            stop
            for stop in sorted(walk.stops.values(), key=lambda stop: stop.nr)
            if not stop.skipped and stop.id not in counts.stops and not _reached(stop, pins)
        ),
        complaints=round(100 * bad) if enough and bad >= _MOSTLY else None,
        no_good=enough and not counts.kinds[Kind.ASSET],
        questions=_questions(walk),
        themes=tuple(key for key in themes if not counts.themes.get(key)) if enough else (),
    )


def _reached(stop: Stop, pins: list[LonLat]) -> bool:
    at = stop.at
    return at is not None and any(haversine_m(at, pin) <= stop.radius_m for pin in pins)


def _questions(walk: Walk) -> tuple[tuple[Quadrant, int], ...]:
    """The questions with fewer than FEW notes, in reading order; none before values have one."""
    found = dict.fromkeys(Quadrant, 0)
    values = [value for value in walk.values.values() if value.quadrant]
    for note in standing_notes(walk) if values else ():
        value = leading_value(walk, note.value)
        for quadrant in {value.quadrant, value.quadrant2} if value else ():
            if quadrant:
                found[quadrant] += 1
    return tuple((key, n) for key, n in found.items() if n < FEW) if values else ()


def _by_number(code: str) -> tuple[int, str]:
    digits = "".join(sign for sign in code if sign.isdecimal())
    return (int(digits) if digits else 0, code)
