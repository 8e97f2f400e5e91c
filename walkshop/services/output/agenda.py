"""The action agenda: what will be done, what cannot and why, and what still waits."""

from __future__ import annotations

from walkshop.domain.queries.actions import agenda, long_term, now_and_short, top_actions
from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.queries.values import leading_value
from walkshop.domain.records import Action, ActionStatus, AnswerKind, Note, Residents, Subject
from walkshop.i18n import Text, msg, msgn
from walkshop.services.output.agenda_notes import answered_sections
from walkshop.services.output.bounds import fitted
from walkshop.services.output.edition import Edition
from walkshop.services.output.fonts import Printable
from walkshop.services.output.frame import document
from walkshop.services.output.paper import Paper
from walkshop.services.output.request import PX_PER_MM, MapPicture
from walkshop.services.output.words import (
    MONEY,
    STATUSES,
    answer_text,
    answered_by_texts,
)

SMALL_MAP_MM = (112.0, 66.0)
"""Width and height of the small map."""

_SMALLER = 1.35
"""How much smaller than usual its pins are, so that they do not hide each other."""

_BY_RESIDENTS = frozenset({Residents.YES, Residents.WITH_HELP})


def agenda_paper(edition: Edition, map_svg: bytes | None = None) -> Paper:
    """The agenda as a document of A4 on its side; `map_svg` is the small map, if there is one."""
    walk, say = edition.walk, edition.say
    doing = [action for action in agenda(walk) if not _refused(edition, action)]
    data = {
        **document(edition, say(msg("What we will do"))),
        "counted": edition.counted(),
        "no_decision": say(msg("This report is no decision.")),
        "none": "" if doing else say(msg("No actions have been made yet.")),
        "none_title": say(msg("Actions")),
        "top": _top(edition),
        "residents": _by_residents(edition, doing),
        "terms": _terms(edition, doing),
        "sections": answered_sections(edition),
        "next": _next(edition),
        "work": _work(edition, doing),
        "map": _map(edition) if map_svg else None,
    }
    return Paper("agenda.typ", data, {"map.svg": map_svg} if map_svg else {})


def agenda_picture(edition: Edition) -> MapPicture | None:
    """The small map that the agenda needs; None where nothing has a place."""
    bounds = shown_bounds(edition.walk)
    if bounds is None:
        return None
    width, height = (side * PX_PER_MM * _SMALLER for side in SMALL_MAP_MM)
    code = edition.language.code
    return MapPicture(edition.walk, code, fitted(bounds, width, height), width, height, words=False)


def _refused(edition: Edition, action: Action) -> bool:
    """An action that cannot be done stands with what cannot, not with what will be done."""
    answer = edition.book.own(Subject.ACTION, action.id)
    return answer is not None and answer.answer is AnswerKind.CANNOT


def _top(edition: Edition) -> Printable:
    chosen = [action for action in top_actions(edition.walk) if not _refused(edition, action)]
    return {
        "title": edition.say(msg("This comes first")),
        "actions": [
            {
                "nr": str(action.nr),
                "what": edition.what_of(action),
                "who": _capital(edition.of(action, "leader")),
                "when": edition.language.day(action.first_date) if action.first_date else "",
            }
            for action in chosen
        ],
    }


def _by_residents(edition: Edition, doing: list[Action]) -> Printable:
    own = [action for action in doing if action.residents in _BY_RESIDENTS]
    return {
        "title": edition.say(msg("What residents can do themselves")),
        "actions": [
            {
                "nr": str(action.nr),
                "what": edition.what_of(action),
                "how": edition.say(msg("with help"))
                if action.residents is Residents.WITH_HELP
                else "",
            }
            for action in sorted(own, key=lambda action: action.residents is not Residents.YES)
        ],
    }


def _terms(edition: Edition, doing: list[Action]) -> Printable:
    return [
        {
            "title": edition.say(title),
            "blocks": [_block(edition, action) for action in actions],
        }
        for title, actions in _by_term(edition, doing)
    ]


def _by_term(edition: Edition, doing: list[Action]) -> list[tuple[Text, list[Action]]]:
    soon = [action for action in now_and_short(edition.walk) if action in doing]
    later = [action for action in long_term(edition.walk) if action in doing]
    terms = ((msg("Now and within a year"), soon), (msg("In one to four years"), later))
    return [(title, actions) for title, actions in terms if actions]


def _block(edition: Edition, action: Action) -> Printable:
    """One action as residents read it: a question in bold, its answer behind it."""
    facts = [
        (msg("Why?"), _why(edition, action)),
        (msg("Where?"), _where(edition, action)),
        (msg("Who leads?"), _sentence(edition.of(action, "leader"))),
        (msg("Who helps?"), _sentence(edition.of(action, "helpers"))),
        (msg("What is there already?"), _sentence(edition.of(action, "exists"))),
        (msg("First step:"), _first_step(edition, action)),
        (msg("Answer:"), _answer(edition, action)),
        (msg("How far is it?"), _status(edition, action)),
        (msg("Money:"), _money(edition, action)),
    ]
    return {
        "nr": str(action.nr),
        "what": edition.what_of(action),
        "facts": [{"label": edition.say(label), "text": text} for label, text in facts if text],
    }


def _why(edition: Edition, action: Action) -> str:
    notes = _notes_of(edition, action)
    said = [_sentence(name) for name in _value_names(edition, action)]
    if notes:
        times = sum(edition.book.merges.mentions(note) for note in notes)
        numbers = edition.language.row([edition.number_of(note) for note in notes])
        which = msgn("number {numbers}", "numbers {numbers}", len(notes), numbers=numbers)
        said.append(
            edition.say(
                msgn(
                    "This was mentioned once ({which}).",
                    "This was mentioned {n} times ({which}).",
                    times,
                    which=which,
                )
            )
        )
    return " ".join(said)


def _where(edition: Edition, action: Action) -> str:
    words = edition.place_words(action.place, edition.of(action, "place_words"))
    return "" if words == edition.say(msg("not placed yet")) else _sentence(words)


def _first_step(edition: Edition, action: Action) -> str:
    step = edition.of(action, "first_step")
    when = edition.language.day(action.first_date) if action.first_date else ""
    return _sentence(": ".join(part for part in (when, step) if part))


def _answer(edition: Edition, action: Action) -> str:
    answer = edition.book.own(Subject.ACTION, action.id)
    if answer is None:
        return ""
    said = [_sentence(edition.say(answer_text(answer))), _sentence(edition.of(answer, "because"))]
    said += [edition.say(text) for text in answered_by_texts(answer)]
    return " ".join(part for part in said if part)


def _status(edition: Edition, action: Action) -> str:
    if action.status is ActionStatus.STOPPED and action.stopped_because:
        because = edition.of(action, "stopped_because")
        return _sentence(edition.say(msg("stopped, because {why}", why=because)))
    return _sentence(edition.say(STATUSES[action.status]))


def _money(edition: Edition, action: Action) -> str:
    """Off in public: `as_shown` has taken it out."""
    source = edition.of(action, "money_source")
    parts = [edition.say(MONEY[action.money]) if action.money else "", source]
    return _sentence(", ".join(part for part in parts if part))


def _work(edition: Edition, doing: list[Action]) -> Printable:
    """The tables for those who do the work, in the order of the agenda."""
    heads: list[Text] = [
        msg("No."),
        msg("What"),
        msg("Why"),
        msg("Who leads?"),
        msg("Who helps?"),
        msg("First step"),
        msg("Answer and status"),
    ]
    if any(action.money for action in doing):
        heads.append(msg("Money"))
    return {
        "title": edition.say(msg("For those who do the work")),
        "heads": [edition.say(head) for head in heads],
        "tables": [
            {
                "title": edition.say(title),
                "rows": [_work_row(edition, action)[: len(heads)] for action in actions],
            }
            for title, actions in _by_term(edition, doing)
        ],
    }


def _work_row(edition: Edition, action: Action) -> list[str]:
    numbers = ", ".join(edition.number_of(note) for note in _notes_of(edition, action))
    values = ", ".join(_value_names(edition, action))
    answer = edition.book.own(Subject.ACTION, action.id)
    answered = _sentence(edition.say(answer_text(answer))) if answer else ""
    return [
        str(action.nr),
        " ".join(part for part in (edition.what_of(action), _in(_where(edition, action))) if part),
        " ".join(part for part in (values, _in(numbers)) if part),
        _capital(edition.of(action, "leader")),
        _capital(edition.of(action, "helpers")),
        _first_step(edition, action).rstrip("."),
        " ".join(part for part in (answered, _status(edition, action)) if part),
        _money(edition, action).rstrip("."),
    ]


def _in(words: str) -> str:
    return f"({words.rstrip('.')})" if words else ""


def _next(edition: Edition) -> Printable:
    """When people meet again, and whom they can call."""
    about = edition.walk.about
    words = edition.of(about, "next_meeting_words")
    when = edition.language.day(about.next_meeting) if about.next_meeting else ""
    check = edition.language.day(about.next_check) if about.next_check else ""
    return {
        "title": edition.say(msg("We meet again")),
        "when": _sentence(": ".join(part for part in (when, words) if part)),
        "check": edition.say(msg("We check the agreements on {date}.", date=check))
        if check
        else "",
        "join": edition.say(msg("Everybody is welcome.")) if when or words else "",
    }


def _map(edition: Edition) -> Printable:
    return {
        "width": SMALL_MAP_MM[0],
        "alt": edition.say(
            msg("Map of the walk with the numbers of the notes. The lists name their places.")
        ),
        "caption": edition.say(msg("The numbers on the map are the numbers of the notes.")),
        "source": edition.map_words(),
    }


def _notes_of(edition: Edition, action: Action) -> list[Note]:
    """The standing notes that an action names, by number; a merged one through its leader."""
    named = set(action.notes)
    return [
        note
        for note in edition.notes
        if note.id in named
        or any(
            other.merged_into == note.id and other.id in named
            for other in edition.walk.notes.values()
        )
    ]


def _value_names(edition: Edition, action: Action) -> list[str]:
    found = (leading_value(edition.walk, value) for value in action.values)
    return list(dict.fromkeys(edition.of(value, "name") for value in found if value))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _sentence(text: str) -> str:
    """Words as a sentence: a capital first, a full stop last."""
    text = _capital(text.strip())
    return text if not text or text[-1] in ".!?…:" else f"{text}."
