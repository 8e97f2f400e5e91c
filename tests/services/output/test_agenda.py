"""The action agenda says what will be done, what cannot and why, and forgets no note."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.services.output.conftest import drawing, edition
from tests.services.output.reading import pdf_text
from tests.services.output.sample import bare, note_of
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.records import (
    About,
    Answer,
    AnswerKind,
    ReasonKind,
    Subject,
    VersionState,
    Walk,
)
from walkshop.services.output.agenda import agenda_paper, agenda_picture
from walkshop.services.output.paper import to_pdf

GOLDEN = Path(__file__).parent / "golden"


def agenda_text(walk: Walk, code: str = "nl", with_map: bool = False, **more: Any) -> str:
    """The words of the printed agenda, one line each as they stand."""
    made = edition(walk, code, **more)
    asked = agenda_picture(made)
    svg = drawing(asked) if with_map and asked else None
    return pdf_text(to_pdf(agenda_paper(made, svg), system_fonts=False).pages[0])


def even(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("code", ["nl", "en"])
def test_the_agenda_of_the_sample_reads_as_agreed(walk: Walk, code: str) -> None:
    golden = (GOLDEN / f"agenda_{code}.txt").read_text(encoding="utf-8")
    assert words_for_residents(walk, code) == golden.split()


def words_for_residents(walk: Walk, code: str) -> list[str]:
    """The words before the tables, whose narrow columns break words."""
    work: Any = agenda_paper(edition(walk, code)).data["work"]
    return agenda_text(walk, code, with_map=True).rpartition(work["title"])[0].split()


def test_those_who_do_the_work_get_a_row_per_action(walk: Walk) -> None:
    work: Any = agenda_paper(edition(walk, "en")).data["work"]
    rows = [row for table in work["tables"] for row in table["rows"]]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6", "7"]
    assert rows[1] == [
        "2",
        "Place three benches on the way to the shops",
        "Being able to rest on the way (27)",
        "Gemeente, stadsbeheer",
        "Bewoners kiezen de plekken",
        "Tuesday 20 April 2027",
        "We take up part of this. Agreed.",
    ]


def test_every_note_stands_with_an_action_or_with_its_answer(walk: Walk) -> None:
    data = agenda_paper(edition(walk)).data
    sections: Any = data["sections"]
    answered = {row["nr"] for section in sections for row in section["rows"]}
    named = {str(walk.notes[note].nr) for act in walk.actions.values() for note in act.notes}
    assert answered | named >= {str(note.nr) for note in walk.notes.values()}
    rows = [row["nr"] for section in sections for row in section["rows"]]
    assert len(rows) == len(set(rows))


def test_a_walk_without_actions_is_a_valid_agenda() -> None:
    text = agenda_text(bare(), "en")
    assert "No actions have been made yet." in text
    assert "Without answer" in text
    assert "Een bank" in text


def test_an_answer_that_waits_past_its_date_is_no_answer(walk: Walk) -> None:
    late = replace(edition(walk, "en"), today=date(2027, 5, 2))
    sections: Any = agenda_paper(late).data["sections"]
    rows = {section["title"]: [row["nr"] for row in section["rows"]] for section in sections}
    assert rows["Without answer"] == ["Action 7", "10", "12"]
    assert "Still waiting for an answer" not in rows


def test_an_action_that_cannot_be_done_stands_with_its_reason(walk: Walk) -> None:
    action = next(action for action in walk.actions.values() if action.nr == 2)
    before = AnswerBook(walk).own(Subject.ACTION, action.id)
    assert before is not None
    refused = Answer(
        id=before.id,
        about=Subject.ACTION,
        about_id=action.id,
        answer=AnswerKind.CANNOT,
        because="De kabel ligt overal.",
        reason=ReasonKind.NOT_ALLOWED,
    )
    data: Any = agenda_paper(edition(walk.having(refused), "en")).data
    assert "2" not in [block["nr"] for term in data["terms"] for block in term["blocks"]]
    cannot = next(section for section in data["sections"] if section["kind"] == "cannot")
    assert cannot["rows"][0]["nr"] == "Action 2"
    assert cannot["rows"][0]["answer"]["head"] == "Not allowed"


def test_no_decision_is_said_once(walk: Walk) -> None:
    assert even(agenda_text(walk)).count("Dit verslag is geen besluit") == 1


def test_a_note_that_is_set_aside_is_without_answer(walk: Walk) -> None:
    aside = replace(note_of(walk, 7), set_apart=True)
    sections: Any = agenda_paper(edition(walk.having(aside), "en")).data["sections"]
    rows = {section["title"]: [row["nr"] for row in section["rows"]] for section in sections}
    assert rows["Without answer"] == ["7"]


def test_a_report_with_its_number_is_an_answer() -> None:
    walk = bare()
    note = replace(note_of(walk, 1), report=True, report_ref="M-12")
    assert "Reported, number M-12" in even(agenda_text(walk.having(note), "en"))


def test_a_merged_note_prints_with_the_number_that_leads(walk: Walk) -> None:
    merged = replace(note_of(walk, 18), merged_into=note_of(walk, 11).id)
    text = even(agenda_text(walk.having(merged), "en"))
    assert "11 (also 18)" in text


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ({"version_state": VersionState.DRAFT}, "Version: draft"),
        (
            {
                "version_state": VersionState.ADOPTED,
                "adopted_by": "de wijkraad",
                "adopted_on": date(2027, 5, 3),
            },
            "Version: adopted by de wijkraad on Monday 3 May 2027",
        ),
    ],
)
def test_the_state_of_the_version_stands_on_every_page(about: dict[str, Any], words: str) -> None:
    walk = bare()
    changed: About = replace(walk.about, **about)
    assert words in even(agenda_text(walk.having(changed), "en"))


def test_a_page_has_its_number_and_how_many_there_are(walk: Walk) -> None:
    text = agenda_text(walk, "en")
    pages = text.count("Made with the people who walked along")
    assert [f"Page {page} of {pages}" in text for page in range(1, pages + 1)] == [True] * pages


def test_an_action_is_never_cut_by_a_page(walk: Walk) -> None:
    for page in agenda_text(walk, "en").split("Made with the people who walked along")[:-1]:
        assert page.count("How far is it?") == page.count("Why?")
