"""What came of bringing a file in, said in the language of who reads it."""

from __future__ import annotations

import pytest

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.intake import bring_in
from walkshop.i18n import language
from walkshop.services.intake import report, report_all


def test_numbers_that_gave_way_and_rows_that_were_left_out_are_told(read):
    walk = a_walk(a_note(1, "Here already"))
    proposal = read("nr,text\n1,New\n2,\n", walk)
    told = report(proposal, bring_in(walk, proposal.rows, STAMP), language("en"))
    assert told["guessed"] == [{"what": "Number 1 in the file", "as": "number 2"}]
    assert told["left_out"] == [{"row": 3, "why": "There is no text in this row."}]
    assert (told["notes"], told["not_placed"]) == (1, 1)


def test_a_report_of_no_file_is_a_mistake_of_the_program():
    with pytest.raises(ValueError, match="needs a file"):
        report_all([], language("en"))
