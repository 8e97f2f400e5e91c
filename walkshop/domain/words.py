"""The words for every closed set of the walk, so that one thing has one name on every screen."""

from __future__ import annotations

from collections.abc import Mapping

from walkshop.domain.records import (
    ActionStatus,
    Answer,
    AnswerKind,
    AnswerState,
    Area,
    AssetType,
    AtStop,
    Influence,
    Kind,
    Line,
    Membership,
    Money,
    Note,
    NotYet,
    Owner,
    Place,
    Point,
    Profile,
    Quadrant,
    ReasonKind,
    Residents,
    Role,
    Scale,
    Side,
    Source,
    Term,
    VersionState,
    Walk,
    Whole,
)
from walkshop.i18n import Text, msg, msgc

KIND: Mapping[Kind, Text] = {
    Kind.ASSET: msg("Good"),
    Kind.CONCERN: msg("Must improve"),
    Kind.OPPORTUNITY: msg("Chance"),
    Kind.IDEA: msg("Idea"),
    Kind.UNKNOWN: msg("Question"),
}
"""What a note is. For a note without a chosen kind use `kind_of`."""

SOURCE: Mapping[Source, Text] = {
    Source.WALK: msg("walk"),
    Source.INTERVIEW: msg("conversation on the way"),
    Source.TABLE: msg("table"),
    Source.POST: msg("post"),
    Source.READING: msg("reading"),
    Source.PAPER: msg("paper"),
    Source.APP_GROUP: msg("app group"),
}

OWNER: Mapping[Owner, Text] = {
    Owner.MUNICIPALITY: msg("municipality"),
    Owner.HOUSING: msg("housing association"),
    Owner.PRIVATE: msg("private owner"),
    Owner.WATER_BOARD: msg("water board"),
}
"""Whose ground a stop is on."""

ASSET_TYPE: Mapping[AssetType, Text] = {
    AssetType.RESIDENTS: msg("people and what they can do"),
    AssetType.ASSOCIATIONS: msg("clubs and groups"),
    AssetType.INSTITUTIONS: msg("organisations"),
    AssetType.PLACE: msg("places"),
    AssetType.ECONOMY: msg("shops and work"),
    AssetType.STORIES: msg("stories and culture"),
}
"""What kind of strength something good is."""

MEMBERSHIP: Mapping[Membership, Text] = {
    Membership.NONE: msg("No value yet"),
    Membership.SUGGESTED: msg("placed by the suggestion"),
    Membership.HAND: msg("placed by hand"),
    Membership.LOCKED: msg("locked"),
}

SIDE: Mapping[Side, Text] = {
    Side.PHYSICAL: msg("streets and buildings"),
    Side.SOCIAL: msg("people and contact"),
    Side.BOTH: msg("both"),
}

QUADRANT: Mapping[Quadrant, Text] = {
    Quadrant.SECURITY: msg("Can we live well here?"),
    Quadrant.COHESION: msg("Do we belong together?"),
    Quadrant.INCLUSION: msg("Can everyone take part and get everywhere?"),
    Quadrant.EMPOWERMENT: msg("Can we change something ourselves?"),
}
"""The four plain questions, in reading order."""

QUADRANT_NR: Mapping[Quadrant, int] = {quadrant: n for n, quadrant in enumerate(QUADRANT, 1)}
"""1 to 4: numbers, since letters would clash with those of the themes."""

ANSWER: Mapping[AnswerKind, Text] = {
    AnswerKind.KEEP: msg("Stays as it is"),
    AnswerKind.TAKEN_UP: msg("We take this up"),
    AnswerKind.PARTLY: msg("We take up part of this"),
    AnswerKind.CANNOT: msg("Not possible"),
    AnswerKind.LATER: msg("Later"),
    AnswerKind.OTHER_PARTY: msg("With someone else"),
    AnswerKind.EXPLAINED: msg("Explained"),
    AnswerKind.PENDING: msg("Answer follows"),
    AnswerKind.REPORTED: msg("Reported"),
}
"""The answers to choose from. For one that was given use `answer_of`."""

REASON: Mapping[ReasonKind, Text] = {
    ReasonKind.NOT_POSSIBLE: msg("not possible"),
    ReasonKind.NOT_ALLOWED: msg("not allowed"),
    ReasonKind.NO_MONEY: msg("no money"),
    ReasonKind.NOT_CHOSEN: msg("not chosen"),
}

STATE: Mapping[AnswerState, Text] = {
    AnswerState.PROVISIONAL: msg("provisional"),
    AnswerState.CONFIRMED: msg("confirmed"),
}
"""The states to choose from. For an answer with its date use `state_of`."""

STATUS: Mapping[ActionStatus, Text] = {
    ActionStatus.IDEA: msg("idea"),
    ActionStatus.ASKED: msg("asked"),
    ActionStatus.AGREED: msg("agreed"),
    ActionStatus.BEGUN: msg("begun"),
    ActionStatus.DONE: msg("done"),
    ActionStatus.STOPPED: msg("stopped"),
}

TERM: Mapping[Term, Text] = {
    Term.NOW: msg("now (within 6 weeks)"),
    Term.SHORT: msg("within a year"),
    Term.LONG: msg("later (1 to 4 years)"),
}

RESIDENTS: Mapping[Residents, Text] = {
    Residents.YES: msg("yes"),
    Residents.WITH_HELP: msg("with help"),
    Residents.NO: msg("no"),
}

SCALE: Mapping[Scale, Text] = {
    Scale.ENTRANCE: msg("entrance"),
    Scale.STREET: msg("street"),
    Scale.NEIGHBOURHOOD: msg("neighbourhood"),
    Scale.DISTRICT: msg("district"),
    Scale.CITY: msg("city"),
    Scale.REGION: msg("region"),
    Scale.STATE: msgc("who decides", "state"),
}

MONEY: Mapping[Money, Text] = {
    Money.NONE: msg("no money needed"),
    Money.TO_1000: msg("up to 1,000 euro"),
    Money.TO_10000: msg("up to 10,000 euro"),
    Money.MORE: msg("more than 10,000 euro"),
    Money.UNKNOWN: msg("not known yet"),
}

INFLUENCE: Mapping[Influence, Text] = {
    Influence.INFORM: msg("inform"),
    Influence.CONSULT: msg("consult"),
    Influence.ADVISE: msg("advise"),
    Influence.COPRODUCE: msg("co-produce"),
    Influence.DECIDE: msg("decide together"),
}

ROLE: Mapping[Role, Text] = {
    Role.RESIDENT: msg("resident"),
    Role.BUSINESS: msg("business owner"),
    Role.MUNICIPAL_PHYSICAL: msg("municipality, streets and buildings"),
    Role.MUNICIPAL_SOCIAL: msg("municipality, people and care"),
    Role.HOUSING: msg("housing association"),
    Role.WELFARE: msg("welfare or care"),
    Role.POLITICS: msg("politics"),
    Role.EDUCATION: msg("education"),
    Role.COUNCIL: msg("neighbourhood council"),
    Role.VISITOR: msg("visitor"),
    Role.OTHER: msg("other"),
}

PROFILE: Mapping[Profile, Text] = {
    Profile.PUBLIC: msg("Public"),
    Profile.TEAM: msg("Team only"),
}

VERSION_STATE: Mapping[VersionState, Text] = {
    VersionState.DRAFT: msg("draft"),
    VersionState.FOR_COMMENT: msg("for comment"),
    VersionState.ADOPTED: msg("adopted"),
}

_AREA: Mapping[str, Text] = {
    "": msg("neighbourhood"),
    "wijk": msg("neighbourhood"),
    "buurt": msgc("small", "neighbourhood"),
    "dorp": msg("village"),
    "park": msg("park"),
    "gebied": msg("area"),
}


def kind_of(note: Note) -> Text:
    """The kind of a note; one that nobody chose is "no kind yet" and not a question."""
    if note.kind is Kind.UNKNOWN and not note.kind_chosen:
        return msg("no kind yet")
    return KIND[note.kind]


def answer_of(answer: Answer) -> Text:
    """The answer that was given, with its date, party or number where it has one."""
    if answer.answer is AnswerKind.LATER and answer.due:
        return msg("Later: {date}", date=answer.due)
    if answer.answer is AnswerKind.PENDING and answer.due:
        return msg("Answer follows on {date}", date=answer.due)
    if answer.answer is AnswerKind.OTHER_PARTY and answer.with_whom:
        return msg("With {who}", who=answer.with_whom)
    if answer.answer is AnswerKind.REPORTED and answer.report_nr:
        return msg("Reported, number {nr}", nr=answer.report_nr)
    return ANSWER[answer.answer]


def state_of(answer: Answer) -> Text:
    """Whether an answer was said in the room or confirmed, and on which day."""
    if answer.on is None:
        return STATE[answer.state]
    if answer.state is AnswerState.CONFIRMED:
        return msg("confirmed on {date}", date=answer.on)
    return msg("provisional, as said on {date}", date=answer.on)


def area_of(walk: Walk) -> Text:
    """What this walk calls its area: the word that its facilitator chose for print."""
    word = walk.area.word.strip()
    return _AREA.get(word.casefold()) or msg("{word}", word=word)


def place_of(walk: Walk, place: Place) -> Text:
    """Where a note belongs: "bij stopplek 3, Boezemsingel", "hele wijk", "nog zonder plek"."""
    if isinstance(place, AtStop):
        stop = walk.stops.get(place.stop)
        if stop is not None:
            return msg("at stop {nr}, {name}", nr=stop.nr, name=stop.name)
    elif isinstance(place, Whole):
        return msg("whole {area}", area=area_of(walk))
    elif not isinstance(place, NotYet):
        return _shape_of(place)
    return msg("not placed yet")


def _shape_of(place: Point | Line | Area) -> Text:
    if isinstance(place, Line):
        return msg("along a line")
    return msg("in an area") if isinstance(place, Area) else msg("at a point")
