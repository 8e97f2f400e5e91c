"""Columns are known by their names in Dutch and English, or as a person says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import STAMP, a_walk
from tests.services.intake.conftest import said
from walkshop.domain.edits.setting import change_about
from walkshop.domain.records import Translation


@pytest.mark.parametrize(
    "header", ["text", "Tekst", "OPMERKING", "note", "Notes ", "text_nl", "Wat is er gezegd?"]
)
def test_what_was_said_stands_under_many_names(read, header):
    assert read(f"{header}\nBanken\n").rows[0].text == "Banken"


def test_a_dutch_table_is_read_as_an_english_one(read):
    dutch = read(
        "Nummer;Opmerking;Thema;Soort;Breedtegraad;Lengtegraad;Nauwkeurigheid;Plek;Citaat;Taal\n"
        "3;Banken;natuur;Fijn;51,93;4,49;50;Singel;Zitten;Nederlands\n"
    )
    english = read(
        "number;note;theme;kind;latitude;longitude;accuracy_m;location;quote;language\n"
        "3;Banken;natuur;asset;51.93;4.49;50;Singel;Zitten;nl\n"
    )
    assert replace(dutch.rows[0], id="") == replace(english.rows[0], id="")
    assert dutch.rows[0].place_words == "Singel"
    assert dutch.rows[0].quotes == ("Zitten",)


def test_a_name_that_is_not_the_fields_own_is_told(read):
    proposal = read("nr,opmerking,lat_approx,lon\n1,a,,\n")
    assert said(proposal) == [
        "Column “opmerking”: the field “text”",
        "Column “lat_approx”: the field “lat”",
    ]


def test_the_most_usual_name_goes_first_and_the_other_column_is_kept(read):
    (note,) = read("note,text,opmerking\na,b,c\n").rows
    assert note.text == "b"
    assert note.extra == (("note", "a"), ("opmerking", "c"))


def test_a_person_says_which_column_holds_what(read):
    table = "aap;noot;mies;lat;lon\nBanken;7;weg;4,49;51,93\n"
    proposal = read(
        table, columns={"Aap": "text", "noot": "nr", "lat": "lon", "lon": "lat", "mies": "extra"}
    )
    (note,) = proposal.rows
    assert (note.nr, note.text, note.extra) == (7, "Banken", (("mies", "weg"),))
    assert note.place.at == (4.49, 51.93)


def test_a_column_that_a_person_names_goes_before_the_usual_one(read):
    (note,) = read("text,summary\na,b\n", columns={"summary": "text"}).rows
    assert (note.text, note.extra) == ("b", (("text", "a"),))


@pytest.mark.parametrize("spoken", ["nl", "en", "tr"])
def test_the_first_words_are_as_they_were_said_and_the_others_are_translations(read, spoken):
    walk = a_walk()
    walk = change_about(walk, replace(walk.about, language=spoken), STAMP)
    (note,) = read("text_nl,text_en,tekst_tr\nBanken,Benches,Banklar\n", walk).rows
    assert (note.text, note.language) == ("Banken", "nl")
    assert note.translations == (
        Translation("text", "en", "Benches"),
        Translation("text", "tr", "Banklar"),
    )


def test_a_column_without_a_language_goes_before_those_with_one(read):
    (note,) = read("text_en,text\nBenches,Banken\n").rows
    assert (note.text, note.language) == ("Banken", "")
    assert note.translations == (Translation("text", "en", "Benches"),)


def test_a_row_with_words_in_the_second_language_only_is_kept(read):
    (note,) = read("text_nl,text_en\n,Benches\n").rows
    assert (note.text, note.language, note.translations) == ("Benches", "en", ())


def test_the_language_of_a_row_goes_before_that_of_its_column(read):
    proposal = read("text,language\nBanken,Turks\nBank,klingon\n")
    assert [note.language for note in proposal.rows] == ["tr", ""]
    assert proposal.rows[1].extra == (("language", "klingon"),)


@pytest.mark.parametrize(
    ("header", "cells", "nr", "extra"),
    [
        ("id,text", "4,a", 4, ()),
        ("id,text", "5f2e,a", 0, (("id", "5f2e"),)),
        ("id,nr,text", "9,4,a", 4, (("id", "9"),)),
    ],
)
def test_an_id_is_the_number_where_it_can_be_and_there_is_no_other(read, header, cells, nr, extra):
    (note,) = read(f"{header}\n{cells}\n").rows
    assert (note.nr, note.extra) == (nr, extra)


@pytest.mark.parametrize(
    ("cell", "nr"), [("7", 7), ("7.0", 7), ("7,00", 7), ("#7", 7), ("Nr. 7", 7), ("007", 7)]
)
def test_a_number_is_read_as_people_and_spreadsheets_write_it(read, cell, nr):
    assert read(f"nr;text\n{cell};a\n").rows[0].nr == nr


@pytest.mark.parametrize("cell", ["-1", "1.5", "zeven", "99999999999999999999", "٣", "0"])
def test_a_number_that_is_none_is_kept_and_told(read, cell):
    proposal = read(f"nr;text\n{cell};a\n")
    assert (proposal.rows[0].nr, proposal.rows[0].extra) == (0, (("nr", cell),))
    assert f"Number “{cell}” (row 2): the next free number; the word is kept" in said(proposal)


def test_columns_without_a_field_stay_with_their_notes_and_are_told_once(read):
    proposal = read("text,weer,wind,leeg\na,droog,\nb,,west\n")
    assert [note.extra for note in proposal.rows] == [(("weer", "droog"),), (("wind", "west"),)]
    assert said(proposal) == ["Columns weer, wind: kept with each note, not read"]


def test_a_row_without_words_is_left_out_and_says_why(read):
    proposal = read("nr,text\n1,a\n2,\n3,b\n")
    assert [(out.row, out.why.id) for out in proposal.left_out] == [
        (3, "There is no text in this row.")
    ]
