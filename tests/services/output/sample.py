"""The Crooswijk walk as a value, made from the sample's data, and a walk of awkward words."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    WHOLE,
    About,
    AboutId,
    Action,
    ActionId,
    ActionStatus,
    Answer,
    AnswerId,
    AnswerKind,
    AnswerState,
    AreaId,
    BasemapLink,
    Contact,
    Kind,
    Neighbourhood,
    Note,
    NoteId,
    Point,
    ReasonKind,
    Residents,
    Route,
    RouteId,
    Sender,
    Stop,
    StopId,
    Subject,
    Term,
    ThemeId,
    Translation,
    Value,
    ValueId,
    VersionState,
    Walk,
)
from walkshop.services.themes import theme_set

TODAY = date(2027, 4, 13)
NOTICE = "Voorbeeld: alles behalve de 28 opmerkingen is verzonnen."
RING = ((4.4845, 51.9255), (4.4845, 51.935), (4.499, 51.935), (4.499, 51.9255))

STATUS = {
    "idee": ActionStatus.IDEA,
    "afgesproken": ActionStatus.AGREED,
    "begonnen": ActionStatus.BEGUN,
}
TERM = {"nu": Term.NOW, "kort": Term.SHORT, "lang": Term.LONG}


def crooswijk(folder: Path) -> Walk:
    """The sample walk from the folder `walk` of the real data."""
    demo = json.loads((folder / "crooswijk_demo.json").read_text(encoding="utf-8"))
    notes = _notes(folder, demo)
    by_nr = {note.nr: note for note in notes}
    stops = [
        Stop(id=StopId(f"stop-{nr}"), nr=nr, name=name, at=LonLat(lon, lat))
        for nr, name, lat, lon in demo["stops"]
    ]
    route = Route(id=RouteId("route"), along=tuple(stop.at for stop in stops if stop.at))
    values = [_value(raw) for raw in demo["values"]]
    actions = [_action(raw, by_nr) for raw in demo["actions"]]
    answers = [_action_answer(raw) for raw in demo["actions"]]
    answers += [_note_answer(raw, by_nr) for raw in demo["note_answers"]]
    walk = Walk(about=_about(demo["walk"]), area=_area())
    return walk.having(*stops, route, *values, *notes, *actions, *answers)


def in_english(field: str, words: str | None) -> tuple[Translation, ...]:
    return (Translation(field, "en", words),) if words else ()


def _about(raw: dict[str, Any]) -> About:
    return About(
        id=AboutId("about"),
        title=raw["title_nl"],
        question=raw["question_nl"],
        translations=(
            *in_english("title", raw["title_en"]),
            *in_english("question", raw["question_en"]),
        ),
        walked_on=date(2027, 3, 8),
        next_meeting=date(2027, 6, 12),
        next_meeting_words="tweede wandeling, vanaf het Goudseplein",
        residents=raw["walked"]["residents"],
        professionals=raw["walked"]["professionals"],
        sender=Sender(name=raw["sender_nl"]),
        contact=Contact(**raw["contact_nl"]),
        version_state=VersionState.FOR_COMMENT,
        notice=NOTICE,
    )


def _area() -> Neighbourhood:
    link = BasemapLink("sketch", source="Schets van Walkshop", notice="schets, niet op schaal")
    ring = tuple(LonLat(lon, lat) for lon, lat in RING)
    return Neighbourhood(
        id=AreaId("area"), name="Crooswijk", word="wijk", outlines=(ring,), basemap=link
    )


def _notes(folder: Path, demo: dict[str, Any]) -> list[Note]:
    under = {nr: ValueId(raw["id"]) for raw in demo["values"] for nr in raw["notes"]}
    with (folder / "crooswijk_notes.csv").open(encoding="utf-8-sig", newline="") as rows:
        told = {int(row["nr"]): row for row in csv.DictReader(rows)}
    with (folder / "crooswijk_notes_geo.csv").open(encoding="utf-8-sig", newline="") as rows:
        return [_note(row, told[int(row["nr"])], under) for row in csv.DictReader(rows)]


def _note(row: dict[str, str], told: dict[str, str], under: dict[int, ValueId]) -> Note:
    nr, themes = int(row["nr"]), theme_set("walkshop-17")
    found = [themes.find(row[name].rstrip("*")) for name in ("theme_1", "theme_2")]
    place = WHOLE
    if row["lat_approx"]:
        at = LonLat(float(row["lon_approx"]), float(row["lat_approx"]))
        place = Point(at, True, float(row["accuracy_m"]), row["place_type"])  # type: ignore[assignment]  # one of the six
    return Note(
        id=NoteId(f"note-{nr}"),
        nr=nr,
        text=row["text_nl"],
        translations=in_english("text", told["text_en"]),
        kind=Kind(told["kind"]),
        kind_chosen=True,
        theme=found[0].id if found[0] else None,
        theme2=found[1].id if found[1] else None,
        place=place,
        place_words=told["location_hint"].split(" / ")[0],
        value=under[nr],
    )


def _value(raw: dict[str, Any]) -> Value:
    return Value(
        id=ValueId(raw["id"]),
        name=raw["name_nl"],
        statement=raw["statement_nl"],
        translations=in_english("name", raw["name_en"]),
        order=float(raw["id"][1:]),
    )


def _action(raw: dict[str, Any], by_nr: dict[int, Note]) -> Action:
    return Action(
        id=ActionId(f"action-{raw['id']}"),
        nr=raw["id"],
        what=raw["what_nl"],
        translations=in_english("what", raw["what_en"]),
        values=tuple(ValueId(value) for value in raw["why"]),
        notes=tuple(by_nr[nr].id for nr in raw["notes"]),
        leader=raw["leads"],
        helpers=raw["helps"],
        residents=Residents(raw["residents"]),
        term=TERM[raw["term"]],
        first_step=raw.get("first_step_nl", ""),
        first_date=date.fromisoformat(raw["first_date"]),
        status=STATUS[raw["status"]],
        top={2: 1, 3: 2, 4: 3}.get(raw["id"]),
        order=float(raw["id"]),
    )


def _action_answer(raw: dict[str, Any]) -> Answer:
    return Answer(
        id=AnswerId(f"of-action-{raw['id']}"),
        about=Subject.ACTION,
        about_id=f"action-{raw['id']}",
        answer=AnswerKind(raw["answer"]),
        because=raw.get("reason_nl", ""),
        translations=in_english("because", raw.get("reason_en")),
        answered_by=raw["answer_from"],
        on=date.fromisoformat(raw["answer_date"]),
        state=AnswerState(raw["answer_state"]),
        due=date.fromisoformat(raw["answer_due"]) if "answer_due" in raw else None,
    )


def _note_answer(raw: dict[str, Any], by_nr: dict[int, Note]) -> Answer:
    return Answer(
        id=AnswerId(f"of-note-{raw['nr']}"),
        about=Subject.NOTE,
        about_id=by_nr[raw["nr"]].id,
        answer=AnswerKind(raw["answer"]),
        because=raw["because_nl"],
        reason=ReasonKind(raw["kind_of_reason"]) if "kind_of_reason" in raw else None,
        answered_by=raw["from"],
        on=date.fromisoformat(raw["date"]),
        state=AnswerState(raw["state"]),
        due=date.fromisoformat(raw["on"]) if "on" in raw else None,
        with_whom=raw.get("with_nl", ""),
        action=ActionId(f"action-{raw['action']}") if "action" in raw else None,
    )


def bare(text: str = "Een bank", **about: Any) -> Walk:
    """A walk of one area and one note."""
    note = Note(id=NoteId("note-1"), nr=1, text=text, theme=ThemeId("natuur"), kind=Kind.IDEA)
    walk = Walk(
        about=About(id=AboutId("about"), **{"title": "Wandeling", **about}),
        area=Neighbourhood(id=AreaId("area")),
    )
    return walk.having(note)
