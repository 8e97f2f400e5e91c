"""The closed sets of words that records use; their words on screen come from the catalogues."""

from enum import StrEnum


class Kind(StrEnum):
    """What a note is, as its speaker means it."""

    ASSET = "asset"
    CONCERN = "concern"
    OPPORTUNITY = "opportunity"
    IDEA = "idea"
    UNKNOWN = "unknown"


class Source(StrEnum):
    """Where a note was heard or read."""

    WALK = "walk"
    INTERVIEW = "interview"
    TABLE = "table"
    POST = "post"
    READING = "reading"
    PAPER = "paper"
    APP_GROUP = "app_group"


class AssetType(StrEnum):
    """What kind of strength an asset is (asset-based community development)."""

    RESIDENTS = "residents"
    ASSOCIATIONS = "associations"
    INSTITUTIONS = "institutions"
    PLACE = "place"
    ECONOMY = "economy"
    STORIES = "stories"


class Membership(StrEnum):
    """How a note came to stand under its value."""

    NONE = "none"
    SUGGESTED = "suggested"
    HAND = "hand"
    LOCKED = "locked"


class Side(StrEnum):
    """Whether a value is about streets and buildings, people and contact, or both."""

    PHYSICAL = "physical"
    SOCIAL = "social"
    BOTH = "both"


class Quadrant(StrEnum):
    """The four questions of social quality, in reading order."""

    SECURITY = "security"
    COHESION = "cohesion"
    INCLUSION = "inclusion"
    EMPOWERMENT = "empowerment"


class ValueLevel(StrEnum):
    """How wide a value reaches."""

    STRATEGIC = "strategic"
    CONCRETE = "concrete"


class AnswerKind(StrEnum):
    """The one vocabulary of answers, for notes, values and actions."""

    KEEP = "keep"
    TAKEN_UP = "taken_up"
    PARTLY = "partly"
    CANNOT = "cannot"
    LATER = "later"
    OTHER_PARTY = "other_party"
    EXPLAINED = "explained"
    PENDING = "pending"
    REPORTED = "reported"


class ReasonKind(StrEnum):
    """Why something cannot be done."""

    NOT_POSSIBLE = "not_possible"
    NOT_ALLOWED = "not_allowed"
    NO_MONEY = "no_money"
    NOT_CHOSEN = "not_chosen"


class AnswerState(StrEnum):
    """Whether an answer was said in the room or confirmed afterwards."""

    PROVISIONAL = "provisional"
    CONFIRMED = "confirmed"


class Subject(StrEnum):
    """What an answer is about."""

    NOTE = "note"
    VALUE = "value"
    ACTION = "action"


class ActionStatus(StrEnum):
    """How far an action is."""

    IDEA = "idea"
    ASKED = "asked"
    AGREED = "agreed"
    BEGUN = "begun"
    DONE = "done"
    STOPPED = "stopped"


BINDING = frozenset({ActionStatus.AGREED, ActionStatus.BEGUN, ActionStatus.DONE})
"""States that an action reaches only with a leader, a date and the leader's own yes."""


class Term(StrEnum):
    """When an action is done: within 6 weeks, within a year, in 1 to 4 years."""

    NOW = "now"
    SHORT = "short"
    LONG = "long"


class Residents(StrEnum):
    """Whether residents can do an action themselves."""

    YES = "yes"
    WITH_HELP = "with_help"
    NO = "no"


class Scale(StrEnum):
    """Where a thing is done, or decided."""

    ENTRANCE = "entrance"
    STREET = "street"
    NEIGHBOURHOOD = "neighbourhood"
    DISTRICT = "district"
    CITY = "city"
    REGION = "region"
    STATE = "state"


class Money(StrEnum):
    """What an action costs, in euro."""

    NONE = "none"
    TO_1000 = "to_1000"
    TO_10000 = "to_10000"
    MORE = "more"
    UNKNOWN = "unknown"


class Influence(StrEnum):
    """How much influence people have on a subject."""

    INFORM = "inform"
    CONSULT = "consult"
    ADVISE = "advise"
    COPRODUCE = "coproduce"
    DECIDE = "decide"


class Role(StrEnum):
    """What brought a participant to the walk."""

    RESIDENT = "resident"
    BUSINESS = "business"
    MUNICIPAL_PHYSICAL = "municipal_physical"
    MUNICIPAL_SOCIAL = "municipal_social"
    HOUSING = "housing"
    WELFARE = "welfare"
    POLITICS = "politics"
    EDUCATION = "education"
    COUNCIL = "council"
    VISITOR = "visitor"
    OTHER = "other"


class Faces(StrEnum):
    """What may be seen of people in a photo."""

    UNCHECKED = "unchecked"
    NONE = "none"
    BLURRED = "blurred"
    CONSENT = "consent"


class Owner(StrEnum):
    """Who owns the ground of a stop."""

    MUNICIPALITY = "municipality"
    HOUSING = "housing"
    PRIVATE = "private"
    WATER_BOARD = "water_board"


class VersionState(StrEnum):
    """How final a document of this walk is."""

    DRAFT = "draft"
    FOR_COMMENT = "for_comment"
    ADOPTED = "adopted"


class Profile(StrEnum):
    """For whom a document or file is made."""

    PUBLIC = "public"
    TEAM = "team"
