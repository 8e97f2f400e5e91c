"""Words that would run as code somewhere, and a walk that holds them wherever words can stand."""

from __future__ import annotations

from dataclasses import fields, replace
from enum import StrEnum
from typing import Any, TypeVar

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    WHOLE,
    About,
    AboutId,
    Action,
    ActionId,
    Answer,
    AnswerId,
    AnswerKind,
    AreaId,
    BasemapLink,
    Contact,
    Kind,
    Lens,
    LensId,
    Neighbourhood,
    Note,
    NoteId,
    Point,
    Record,
    Residents,
    Sender,
    Stop,
    StopId,
    Subject,
    ThemeId,
    Value,
    ValueId,
    Walk,
)

PAYLOADS = {
    "picture": "<img src=x onerror=\"document.title='RAN'\">",
    "script": "</script><script>document.title='RAN'</script>",
    "style": "</style><style>body{display:none}",
    "title": "</title><script>document.title='RAN'</script>",
    "attribute": '" onmouseover="document.title=\'RAN\'" x="',
    "template": "${document.title='RAN'}",
    "backtick": "`+(document.title='RAN')+`",
    "backslash": "\\`+(document.title='RAN')+`\\",
    "jinja": "{{ 7*7 }}{% raw %}{# #}",
    "formula": '=HYPERLINK("http://example.org";"klik")',
    "typst": '#import "@preview/cetz:0.3.4": * *vet* _schuin_ $x$ #panic("x") <label> @ref',
    "latex": "\\input{x} \\end{document} %",
    "right to left": "\u200fמה טוב כאן؟ مقاعد قليلة",
    "emoji": "Een bank 🪑 onder de boom 🌳👍🏽",
    "separator": "a\u2028b\u0085c",
    "nothing but space": " ",
    "no letter": "a\x00b\ud800c",
    "long": "x" * 5000,
}

_IDS = {"id", "about_id", "language", "second_language", "theme_set", "theme", "theme2", "station"}
R = TypeVar("R", bound=Record)


def laden(payload: str) -> Walk:
    """A walk with `payload` in every field that holds words, of every record that prints."""
    note = NoteId("note-1")
    here = Point(LonLat(4.49, 51.93))
    records: list[Record] = [
        Stop(id=StopId("stop"), nr=1, at=here.at),
        Lens(id=LensId("lens")),
        Value(id=ValueId("value")),
        Note(
            id=note,
            nr=1,
            kind=Kind.IDEA,
            theme=ThemeId("natuur"),
            lens=LensId("lens"),
            value=ValueId("value"),
            place=here,
        ),
        Note(id=NoteId("note-2"), nr=2, place=WHOLE, value=ValueId("value")),
        Note(id=NoteId("note-3"), nr=3),
        Action(
            id=ActionId("action"),
            nr=1,
            values=(ValueId("value"),),
            notes=(note,),
            residents=Residents.YES,
            top=1,
        ),
        *(_answer(subject, key) for subject, key in _ANSWERED),
    ]
    area = Neighbourhood(id=AreaId("area"), basemap=BasemapLink("x", payload, notice=payload))
    about = About(id=AboutId("about"), sender=Sender(payload), contact=Contact(payload, payload))
    walk = Walk(about=filled(about, payload), area=filled(area, payload))
    return walk.having(*(filled(record, payload) for record in records))


_ANSWERED = (
    (Subject.NOTE, "note-2"),
    (Subject.VALUE, "value"),
    (Subject.ACTION, "action"),
)


def _answer(subject: Subject, key: str) -> Answer:
    return Answer(
        id=AnswerId(f"answer {key}"), about=subject, about_id=key, answer=AnswerKind.OTHER_PARTY
    )


def filled(record: R, payload: str) -> R:
    """`record` with `payload` in each of its text fields; ids and codes stay."""
    texts: dict[str, Any] = {
        field.name: payload
        for field in fields(record)
        if isinstance(value := getattr(record, field.name), str)
        and not isinstance(value, StrEnum)
        and field.name not in _IDS
    }
    texts.pop("public_text", None)
    return replace(record, **texts)
