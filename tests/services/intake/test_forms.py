"""Tables of form programs for phones are read as they come, without who sent them."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tests.domain.builders import a_walk
from tests.services.intake.conftest import said
from walkshop.domain.records import Area, Line, NotYet, Point
from walkshop.services.intake import Proposal, propose
from walkshop.services.intake.columns import NoWords

KOBO = {
    "all_geo_types_labels": ("Just a regular text question", 2, 2),
    "all_geo_types_xml": ("Just_a_regular_text_question", 2, 2),
    "grouped_translated_labels": ("Do_you_have_body_flu_intracellular_space", 3, 0),
    "grouped_translated_xml": ("Do_you_have_body_flu_intracellular_space", 3, 0),
    "media_types_labels": ("Who is your favourite emperor", 3, 0),
    "media_types_xml": ("fav_emperor", 3, 0),
    "restaurant_profile_labels": ("restaurant_name", 8, 8),
    "restaurant_profile_xml": ("restaurant_name", 8, 8),
}
"""The column with words, the rows and the places of every export."""

ODK = {"test": ("buildings-name", 5, 5), "ruODK_flora_quadrats_taxa": ("field_name", 2, 2)}

TABLES = [
    *((f"kobo/{name}.{ending}", of) for name, of in KOBO.items() for ending in ("csv", "xlsx")),
    *((f"odk/{name}.csv", of) for name, of in ODK.items()),
]

PERSONAL = ("0000000000", "collect:", "rob", "uuid:", "-04:00", "-06:00", "audit")


def proposed(path: Path, text: str) -> Proposal:
    numbers = count(1)
    return propose(path, a_walk(), {text: "text"}, lambda: f"id {next(numbers)}")


@pytest.mark.parametrize(("name", "of"), TABLES)
def test_every_export_is_read_with_its_places(shared_data, name, of):
    text, rows, places = of
    found = proposed(shared_data / "imports" / name, text)
    assert len(found.rows) == rows
    assert sum(isinstance(note.place, Point) for note in found.rows) == places
    assert found.left_out == ()


@pytest.mark.parametrize(("name", "of"), TABLES)
def test_nothing_that_tells_who_sent_a_row_is_kept(shared_data, name, of):
    found = proposed(shared_data / "imports" / name, of[0])
    kept = " ".join(f"{name} {words}" for note in found.rows for name, words in note.extra)
    # Paths and codes of the answers themselves stay: they are what was filled in.
    assert not [word for word in PERSONAL if word in kept.replace("uuid%3A", "")], kept


def test_no_column_is_taken_for_words_unless_somebody_says_so(shared_data):
    path = shared_data / "imports" / "kobo" / "restaurant_profile_xml.csv"
    with pytest.raises(NoWords) as failure:
        propose(path, a_walk(), {}, lambda: "id")
    assert failure.value.columns[:2] == ("restaurant_name", "location")


HEAD = '"start";"end";"username";"duo";"Plek/Punt";"Plek/_Punt_latitude";"Plek/_Punt_longitude"'
FORM = (
    f'{HEAD};"Plek/_Punt_precision";"gezien";"gezien/bank";"gezien/boom";"Groep/opmerking";"_uuid"\n'
    '"2027-03-08T18:42:37.313+01:00";"2027-03-08T18:47:10.516+01:00";"jan";"d2";'
    '"51.93 4.49 1.2 8";"51.93";"4.49";"8";"bank boom";"1";"1";"Te weinig bankjes";"u-1"\n'
    '"2027-03-08T18:42:37.313+01:00";"";"jan";"d2";"51.92 4.48 0 80";"51.92";"4.48";"80";"";"0";'
    '"0";"Mooi groen";"u-2"\n'
)


def test_a_place_of_five_columns_is_one_place_latitude_first(read):
    first, second = read(FORM).rows
    assert first.place == Point((4.49, 51.93), assumed=False, accuracy_m=8.0)
    assert second.place == Point((4.48, 51.92), assumed=True, accuracy_m=80.0)


def test_groups_in_headers_are_looked_through_and_ticks_are_not_kept_twice(read):
    note = read(FORM).rows[0]
    assert (note.text, note.duo) == ("Te weinig bankjes", "d2")
    assert note.extra == (("gezien", "bank boom"),)


def test_what_is_not_kept_is_said(read):
    told = said(read(FORM))
    assert "Column username: not kept: it says who sent the note" in told
    assert "Columns start, end, _uuid: not kept: the form program’s own" in told
    assert "Column “Plek/Punt”: the place, as phones write it" in told


def test_answers_that_only_stand_as_ticks_become_words(read):
    (note,) = read("opmerking,gezien/bank,gezien/boom\nx,1,1\n").rows
    assert note.extra == (("gezien", "bank; boom"),)


def test_personal_columns_of_any_table_are_not_kept_unless_somebody_says_so(read):
    table = "opmerking;telefoonnummer;naam\nx;0612345678;Plein\n"
    assert read(table).rows[0].extra == (("naam", "Plein"),)
    kept = read(table, columns={"telefoonnummer": "extra"}).rows[0].extra
    assert kept == (("telefoonnummer", "0612345678"), ("naam", "Plein"))


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("51.93 4.49 0 0;51.94 4.49 0 0;51.94 4.50 0 0", Line),
        ("51.93 4.49 0 0;51.94 4.49 0 0;51.94 4.50 0 0;51.93 4.49 0 0", Area),
        ("POINT (4.49 51.93 6.9)", Point),
        ("LINESTRING (4.49 51.93, 4.50 51.93)", Line),
        ("POLYGON ((4.49 51.93, 4.50 51.93, 4.50 51.94, 4.49 51.93))", Area),
    ],
)
def test_lines_areas_and_wkt_are_places(read, cell, kind):
    (note,) = read(f'tekst;vorm\nx;"{cell}"\n').rows
    assert isinstance(note.place, kind)
    corners = getattr(note.place, "along", ()) or getattr(note.place, "outline", ())
    assert (corners[0] if corners else note.place.at) == (4.49, 51.93)


def test_words_that_only_look_like_a_place_stay_words(read):
    (note,) = read("tekst;maten\nx;12 34\n").rows
    assert isinstance(note.place, NotYet)
    assert note.extra == (("maten", "12 34"),)


def test_a_place_far_from_the_walk_is_not_taken_and_said(read):
    walk = read("tekst;lat;lon\na;51.93;4.49\n")
    here = a_walk(*(note for note in walk.rows))
    proposal = read('tekst;punt\nb;"39.306938 -76.60869 11 22"\n', here)
    assert isinstance(proposal.rows[0].place, NotYet)
    assert any("km from this walk" in line for line in said(proposal))
