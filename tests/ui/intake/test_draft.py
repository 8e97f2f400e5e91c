"""What would come of files, worked out without touching the walk."""

from __future__ import annotations

from tests.domain.builders import LATER, STAMP, a_note, a_walk, new_id
from walkshop.domain.records import NoteId, RouteId
from walkshop.services.intake import propose_lines
from walkshop.ui.intake.draft import Outlook, Source, Standing, Wanted, look_ahead

ROUTE = RouteId("route")
WALK = a_walk(a_note(1, "Te weinig bankjes hier"), a_note(2, "Mooi groen"))


def looked(text: str, wanted: Wanted | None = None) -> Outlook:
    source = Source("list", proposal=propose_lines(text, new_id))
    return look_ahead(WALK, [source], wanted, ROUTE, STAMP)


def standings(outlook: Outlook) -> list[tuple[Standing, int]]:
    return [(row.standing, row.note.nr) for row in outlook.rows]


def test_new_rows_have_the_number_that_they_would_get():
    outlook = looked("Losse tegels\nMooi groen\n")
    assert standings(outlook) == [(Standing.NEW, 3), (Standing.KNOWN, 2)]
    assert (outlook.added, outlook.changed, outlook.other) == (1, 0, 0)
    assert outlook.before is WALK


def test_rows_with_the_words_of_a_note_in_another_order_stay_outside_unless_wanted():
    outlook = looked("Hier te weinig bankjes!\nLos\n")
    assert standings(outlook) == [(Standing.ALIKE, 0), (Standing.NEW, 3)]
    assert outlook.rows[0].other == 1
    assert outlook.wanted.without == {outlook.rows[0].row}
    inside = look_ahead(WALK, outlook.sources, Wanted(), ROUTE, STAMP)
    assert standings(inside) == [(Standing.ALIKE, 3), (Standing.NEW, 4)]


def test_a_row_that_stays_outside_gets_no_number_and_gives_none_away():
    first = looked("a\nb\n").rows[0].row
    assert isinstance(first, str)
    outlook = looked("a\nb\n")
    without = Wanted(without=frozenset({outlook.rows[0].row}))
    assert [row.note.nr for row in look_ahead(WALK, outlook.sources, without, ROUTE, STAMP).rows] \
        == [0, 3]  # fmt: skip


def test_the_walk_that_was_looked_at_becomes_the_one_that_was_worked_out():
    outlook = looked("Los\n")
    assert outlook.again(WALK) is outlook.walk
    other = a_walk(a_note(1), a_note(2), a_note(3))
    after = outlook.again(other)
    assert [note.nr for note in after.notes.values()] == [1, 2, 3, 4]
    assert outlook.stamp is not LATER


def test_what_could_not_be_read_brings_nothing():
    outlook = look_ahead(WALK, [Source("gone")], None, ROUTE, STAMP)
    assert outlook.walk is WALK
    assert outlook.rows == ()
    assert NoteId("note 1") in outlook.walk.notes
