"""Whatever a file holds, it is read or refused; and no row is ever lost."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Point
from walkshop.i18n import language
from walkshop.services.intake import report

pytestmark = pytest.mark.slow


WALK = a_walk(a_note(1, "Banken", place=Point(LonLat(4.49, 51.93))))
HEADER = ["nr", "text", "theme", "kind", "lat", "lon", "x", "y", "accuracy_m", "stop", "plek", "q"]
ODD = ["", "0", "7", "51,93", "4.49", "NaN", "437123", '"', "'", "-", "a\nb", "natuur, wonen", "?"]

cells = st.one_of(
    st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs"]), max_size=9)
)
calm = st.one_of(st.sampled_from(ODD), st.text(st.characters(exclude_categories=["Cs", "Cc"])))
rows = st.lists(st.lists(cells, min_size=1, max_size=14), max_size=6)
once = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)


def read_or_refused_in_words(read, content: bytes) -> bool:
    try:
        read(content, WALK)
    except WalkshopError as refusal:
        return bool(str(refusal))
    return True


def written(table: list[list[str]], delimiter: str) -> str:
    words = io.StringIO()
    csv.writer(words, delimiter=delimiter).writerows(table)
    return words.getvalue()


@once
@given(st.one_of(st.text(), rows.map(lambda found: written([HEADER, *found], ";"))))
def test_any_text_is_read_or_refused_in_a_sentence(read, text):
    assert read_or_refused_in_words(read, text.encode(errors="replace"))


@once
@given(st.binary())
def test_any_bytes_are_read_or_refused_in_a_sentence(read, content):
    assert read_or_refused_in_words(read, b"text,nr\n" + content)


@once
@given(
    st.lists(st.lists(calm, min_size=12, max_size=14), max_size=6),
    st.sampled_from(",;\t"),
    st.permutations(HEADER),
)
def test_every_row_is_a_note_or_is_left_out_with_its_reason(read, table, delimiter, header):
    proposal = read(written([header, *table], delimiter), WALK)
    full = [row for row in table if any(cell.strip() for cell in row)]
    assert len(proposal.rows) + len(proposal.left_out) == len(full)
    done = bring_in(WALK, proposal.rows, STAMP)
    told = report(proposal, done, language("nl"))
    assert told["notes"] + told["changed"] + told["duplicates"] == len(proposal.rows)
    assert told["placed"] + told["whole"] + told["not_placed"] == told["notes"] + told["changed"]
    again = bring_in(done.walk, proposal.rows, STAMP)
    assert again.duplicates == len(proposal.rows)
    assert again.walk is done.walk


words = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1)


@once
@given(st.lists(words.filter(lambda said: said.strip() and said[0] != "'"), max_size=8))
def test_the_words_of_a_table_are_the_words_of_its_notes(read, said):
    table = written([["nr", "text"], *([str(nr), cell] for nr, cell in enumerate(said, 1))], ",")
    found = [(note.nr, note.text) for note in read(table).rows]
    assert found == [(nr, cell.strip()) for nr, cell in enumerate(said, 1)]
