"""A walk with words that the public may not see, each marked SECRET."""

from __future__ import annotations

from dataclasses import replace

from tests.services.output.sample import bare
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    Action,
    ActionId,
    Answer,
    AnswerId,
    AnswerKind,
    Money,
    Note,
    NoteId,
    Participant,
    ParticipantId,
    Point,
    Subject,
    Translation,
    Voice,
    Walk,
)

HERE = Point(LonLat(4.49, 51.93))


HIDDEN = Note(
    id=NoteId("hidden"),
    nr=2,
    text="SECRET hidden",
    masked=True,
    place=HERE,
    place_words="SECRET address",
    translations=(Translation("text", "en", "SECRET hidden in English"),),
)
GENERAL = replace(
    HIDDEN,
    id=NoteId("general"),
    nr=3,
    masked=False,
    text="SECRET original",
    public_text="Een buur is ziek",
    typed="SECRET typed",
    quotes=("SECRET quote",),
    voices=(Voice(words="SECRET voice", duo="SECRET duo"),),
    duo="SECRET duo",
    extra=(("naam", "SECRET column"),),
    place_words="Marnixplein",
    translations=(
        Translation("text", "en", "SECRET original in English"),
        Translation("public_text", "en", "A neighbour is ill"),
    ),
)
GONE = replace(HIDDEN, id=NoteId("gone"), nr=4, masked=False, withdrawn=True, text="SECRET")


def secretive() -> Walk:
    """Three notes: one hidden, one with a general wording, one withdrawn that was not emptied."""
    walker = Participant(
        id=ParticipantId("p"), code="SECRET code", duo="SECRET duo", group="SECRET group"
    )
    action = Action(
        id=ActionId("a"), nr=1, what="Zet een bank", money=Money.MORE, money_source="SECRET pot"
    )
    answers = [
        Answer(
            id=AnswerId(f"answer {note.nr}"),
            about=Subject.NOTE,
            about_id=note.id,
            answer=AnswerKind.EXPLAINED,
            because="SECRET because",
        )
        for note in (HIDDEN, GONE)
    ]
    return bare("Een bank").having(walker, HIDDEN, GENERAL, GONE, action, *answers)
