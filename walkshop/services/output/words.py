"""The closed sets of the records as words on paper and page, so that documents say the same."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from walkshop.domain.records import (
    ActionStatus,
    Answer,
    AnswerKind,
    AnswerState,
    Kind,
    Money,
    Profile,
    ReasonKind,
)
from walkshop.i18n import Text, msg

KINDS: Mapping[Kind, Text] = MappingProxyType(
    {
        Kind.ASSET: msg("Good"),
        Kind.CONCERN: msg("Must improve"),
        Kind.OPPORTUNITY: msg("Chance"),
        Kind.IDEA: msg("Idea"),
        Kind.UNKNOWN: msg("Question"),
    }
)

STATUSES: Mapping[ActionStatus, Text] = MappingProxyType(
    {
        ActionStatus.IDEA: msg("idea"),
        ActionStatus.ASKED: msg("asked"),
        ActionStatus.AGREED: msg("agreed"),
        ActionStatus.BEGUN: msg("begun"),
        ActionStatus.DONE: msg("done"),
        ActionStatus.STOPPED: msg("stopped"),
    }
)

FAMILIES: Mapping[str, Text] = MappingProxyType(
    {
        "SAMEN": msg("together"),
        "WONEN": msg("living"),
        "VERKEER": msg("traffic"),
        "BUITEN": msg("outdoors"),
        "CULTUUR": msg("culture"),
        "GEZOND": msg("healthy"),
        "MEEDOEN": msg("taking part"),
        "RUST": msg("calm and safe"),
    }
)
"""Names of the families of the usual theme set."""

REASONS: Mapping[ReasonKind, Text] = MappingProxyType(
    {
        ReasonKind.NOT_POSSIBLE: msg("not possible"),
        ReasonKind.NOT_ALLOWED: msg("not allowed"),
        ReasonKind.NO_MONEY: msg("no money"),
        ReasonKind.NOT_CHOSEN: msg("not chosen"),
    }
)

MONEY: Mapping[Money, Text] = MappingProxyType(
    {
        Money.NONE: msg("no money needed"),
        Money.TO_1000: msg("up to 1,000 euro"),
        Money.TO_10000: msg("up to 10,000 euro"),
        Money.MORE: msg("more than 10,000 euro"),
        Money.UNKNOWN: msg("not known yet"),
    }
)

PROFILES: Mapping[Profile, Text] = MappingProxyType(
    {Profile.PUBLIC: msg("Public"), Profile.TEAM: msg("Team only")}
)

_ANSWERS: Mapping[AnswerKind, Text] = MappingProxyType(
    {
        AnswerKind.KEEP: msg("Stays as it is"),
        AnswerKind.TAKEN_UP: msg("We take this up"),
        AnswerKind.PARTLY: msg("We take up part of this"),
        AnswerKind.CANNOT: msg("Not possible"),
        AnswerKind.EXPLAINED: msg("Explained"),
    }
)


def answer_text(answer: Answer) -> Text:
    """What is answered, with the date, party or number that belongs to it."""
    if answer.answer is AnswerKind.LATER:
        return msg("Later: {date}", date=answer.due)
    if answer.answer is AnswerKind.PENDING:
        return msg("Answer follows on {date}", date=answer.due)
    if answer.answer is AnswerKind.OTHER_PARTY:
        return msg("With {who}", who=answer.with_whom)
    if answer.answer is AnswerKind.REPORTED:
        return msg("Reported, number {nr}", nr=answer.report_nr)
    return _ANSWERS[answer.answer]


def answered_by_texts(answer: Answer) -> list[Text]:
    """From whom the answer is, and how firm: provisional is said, never promised."""
    said = [msg("Answer from: {who}.", who=answer.answered_by)] if answer.answered_by else []
    if answer.state is AnswerState.CONFIRMED:
        firm = msg("Confirmed on {date}.", date=answer.on) if answer.on else msg("Confirmed.")
    elif answer.on:
        firm = msg("Provisional, as said on {date}.", date=answer.on)
    else:
        firm = msg("Provisional.")
    return [*said, firm]
