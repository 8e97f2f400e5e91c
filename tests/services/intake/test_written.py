"""However a table was written, its cells are read as they were meant."""

from __future__ import annotations

import pytest

from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError

WORDS = "Café: “veel” groen, mooi"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a_table_has_commas_semicolons_or_tabs_and_any_line_ending(read, delimiter, ending):
    rows = [["nr", "text", "thema"], ["4", '"Banken,\nen; groen\t!"', "natuur"]]
    table = ending.join(delimiter.join(row) for row in rows)
    (note,) = read(table).rows
    assert (note.nr, note.text, note.theme) == (4, "Banken,\nen; groen\t!", "natuur")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_table_comes_in_any_encoding_that_spreadsheets_write(read, encoding):
    proposal = read(f'nr;text\n1;"{WORDS}"\n'.encode(encoding))
    assert proposal.rows[0].text == WORDS
    guess = "The letters in this file: Windows text (cp1252)"
    assert (guess in said(proposal)) == (encoding == "cp1252")


def test_utf_16_with_its_large_byte_first_is_read_too(read):
    table = b"\xfe\xff" + f"nr;text\n1;{WORDS}\n".encode("utf-16-be")
    assert read(table).rows[0].text == WORDS


def test_lines_of_two_encodings_in_one_file_are_read_each_by_itself(read):
    table = "nr;text\n1;één\n".encode() + "2;twéé\n".encode("cp1252") + b"3;\x81x\n"
    assert [note.text for note in read(table).rows] == ["één", "twéé", "x"]


def test_a_first_line_that_says_the_delimiter_is_believed(read):
    assert read("sep=;\nnr;text\n1;a,b,c\n").rows[0].text == "a,b,c"
    assert read('"sep=\t"\r\nnr\ttext\r\n1\ta\r\n').rows[0].text == "a"


def test_a_table_of_one_column_keeps_its_commas(read):
    proposal = read("opmerking\nVeel groen, mooi; echt\nBanken\n")
    assert [note.text for note in proposal.rows] == ["Veel groen, mooi; echt", "Banken"]


def test_the_known_names_decide_between_delimiters(read):
    (note,) = read("nr;text;waar, ongeveer\n1;a, b, c;hier\n").rows
    assert (note.text, note.extra) == ("a, b, c", (("waar, ongeveer", "hier"),))


def test_a_header_alone_brings_nothing_and_is_no_failure(read):
    proposal = read("nr,text\n")
    assert (proposal.rows, proposal.left_out, proposal.columns) == ((), (), ("nr", "text"))


def test_blank_lines_before_the_header_are_passed_over_and_rows_count_as_in_a_spreadsheet(read):
    proposal = read("\n;\nnr;text\n1;a\n;\n\n2;\n")
    assert [out.row for out in proposal.left_out] == [7]
    assert "2 rows without anything in them: no note" in said(proposal)


def test_cells_beyond_the_header_are_kept_under_a_column_of_their_own(read):
    proposal = read("nr,text\n1,a,b,c\n")
    assert proposal.rows[0].extra == (("column 3", "b"), ("column 4", "c"))
    assert "Columns column 3, column 4: kept with each note, not read" in said(proposal)


def test_columns_of_the_same_name_are_all_kept(read):
    proposal = read("text,box,weer,weer,\na,1,dry,warm,x\n")
    assert proposal.rows[0].extra == (("weer", "dry"), ("weer (2)", "warm"), ("column 5", "x"))


def test_the_apostrophe_before_a_formula_goes_and_one_before_a_word_stays(read):
    proposal = read("text\n'=1+1\n'-4 graden\n't Is hier mooi\n'+'\n")
    assert [note.text for note in proposal.rows] == ["=1+1", "-4 graden", "'t Is hier mooi", "+'"]


def test_signs_that_no_page_can_print_become_blanks(read):
    (note,) = read('nr,text\n1,"a\x0bb\x1bc\ufffed\ne"\n').rows
    assert note.text == "a b c d\ne"


def test_new_pictographs_stay(read):
    assert read("text\n🫨🫱🏽‍🫲🏻\n").rows[0].text == "🫨🫱🏽‍🫲🏻"


def test_words_in_quotation_marks_at_the_start_of_a_cell_stay_as_they_are(read):
    proposal = read('nr,text\n1,"Meer groen" zei ze\n2,"Banken"\n')
    assert [note.text for note in proposal.rows] == ['"Meer groen" zei ze', "Banken"]
    assert "A quotation mark near row 2: a sign like any other" in said(proposal)


def test_a_quotation_mark_that_is_never_closed_swallows_no_rows(read):
    proposal = read('nr,text\n1,"Mooi\n2,Banken\n')
    assert [note.text for note in proposal.rows] == ['"Mooi', "Banken"]


def test_a_loose_quotation_mark_in_a_cell_with_commas_is_read_the_one_way_that_fits(read):
    proposal = read('nr,text\n1,"a, b" c\n2,d\n')
    assert [note.text for note in proposal.rows] == ["a, b c", "d"]


def test_quotation_marks_without_any_sense_are_refused_with_their_row(read):
    with pytest.raises(WalkshopError, match=r"Near row 3 of “notes.csv” a quotation mark"):
        read('nr,text\n1,a\n2,"b, c\n3,d\n')
