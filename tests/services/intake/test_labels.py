"""Theme and kind cells are read as they were meant, with everything that was written kept."""

from __future__ import annotations

import pytest

from tests.domain.builders import a_walk
from tests.services.intake.conftest import said
from walkshop.domain.records import Guess, Kind, Lens, LensId, Source
from walkshop.services.themes import DEFAULT_SET, theme_set


def themes_of(read, cell: str) -> tuple[str | None, str | None, str]:
    (note,) = read(f'text;thema\na;"{cell}"\n').rows
    return note.theme, note.theme2, note.theme_label


@pytest.mark.parametrize(
    ("cell", "first", "second"),
    [
        ("natuur", "natuur", None),
        ("Groen en water", "natuur", None),
        ("Green and water", "natuur", None),
        ("sport en spel", "sport", None),
        ("Schoon, heel en onderhoud", "leefomgeving", None),
        ("cultuur en leefomgeving", "cultuur", "leefomgeving"),
        ("empowerment / sport en spel", "empowerment", "sport"),
        ("sport en spel en natuur", "sport", "natuur"),
        ("Schoon, heel en onderhoud; Sport en spel", "leefomgeving", "sport"),
        ("diversiteit / cultuur", "inclusie", "cultuur"),
        ("Traffic and parking, noise", "verkeer", "lawaai"),
        ("groen", "natuur", None),
        ("natuur, groen", "natuur", None),
        ("ontmoeten*", "ontmoeten", None),
    ],
)
def test_a_cell_is_first_one_theme_and_then_two(read, cell, first, second):
    assert themes_of(read, cell) == (first, second, cell)


@pytest.mark.parametrize("cell", ["", "(geen label)", "-", "geen", "n.v.t.", "?"])
def test_a_row_may_have_no_theme(read, cell):
    assert themes_of(read, cell) == (None, None, "")


def test_a_word_that_is_no_theme_is_kept_and_told(read):
    proposal = read("text;thema\na;ruimtevaart\nb;natuur en ruimtevaart\n")
    assert [(n.theme, n.theme_label) for n in proposal.rows] == [
        (None, "ruimtevaart"),
        ("natuur", "natuur en ruimtevaart"),
    ]
    told = "Theme “ruimtevaart” (row 2, 3): no theme of this walk; the word is kept"
    assert told in said(proposal)
    assert proposal.rows[0].guesses == (Guess("ruimtevaart", ""),)


def test_two_columns_are_two_themes_and_their_labels_stand_together(read):
    (note,) = read("text,theme_1,theme_2\na,cultuur,diversiteit\n").rows
    assert (note.theme, note.theme2) == ("cultuur", "inclusie")
    assert (note.theme_label, note.theme_set) == ("cultuur / diversiteit", DEFAULT_SET)


def test_a_third_theme_is_kept_as_a_word_and_told(read):
    proposal = read("text;thema\na;natuur, wonen, lawaai\n")
    assert (proposal.rows[0].theme, proposal.rows[0].theme2) == ("natuur", "wonen")
    assert "Theme “lawaai” (row 2): kept as a word: a note has two themes at most" in said(proposal)


def test_an_everyday_word_and_a_mark_after_a_label_are_told(read):
    proposal = read("text;theme\na;diversiteit\nb;ontmoeten*\n")
    assert said(proposal) == [
        "Theme “diversiteit” (row 2): the theme “Erbij horen”",
        "Theme “ontmoeten*” (row 3): a label with a mark after it",
    ]
    assert proposal.rows[0].guesses == (Guess("diversiteit", "inclusie"),)


def test_a_story_in_the_theme_column_is_one_unknown_label(read):
    story = "natuur en " * 60
    assert themes_of(read, story.strip()) == (None, None, story.strip())


def test_reading_many_labels_at_once_reads_them_as_one_by_one():
    themes = theme_set(DEFAULT_SET)
    names = themes.names()
    assert len(names) > 100
    for word, theme in names.items():
        found = themes.find(word)
        assert found is not None
        assert found.id == theme


@pytest.mark.parametrize(
    ("cell", "kind", "chosen"),
    [
        ("asset", Kind.ASSET, True),
        ("Fijn", Kind.ASSET, True),
        ("+", Kind.ASSET, True),
        ("Moet beter", Kind.CONCERN, True),
        ("must improve", Kind.CONCERN, True),
        ("!", Kind.CONCERN, True),
        ("Kans", Kind.OPPORTUNITY, True),
        (">", Kind.OPPORTUNITY, True),
        ("idee", Kind.IDEA, True),
        ("*", Kind.IDEA, True),
        ("Vraag", Kind.UNKNOWN, True),
        ("?", Kind.UNKNOWN, True),
        ("unknown", Kind.UNKNOWN, False),
        ("nog geen soort", Kind.UNKNOWN, False),
        ("", Kind.UNKNOWN, False),
        ("zorg", Kind.CONCERN, True),
        ("Kracht", Kind.ASSET, True),
    ],
)
def test_a_kind_is_an_id_a_label_a_mark_or_an_old_label(read, cell, kind, chosen):
    (note,) = read(f"text;soort\na;{cell}\n").rows
    assert (note.kind, note.kind_chosen, note.extra) == (kind, chosen, ())


def test_an_old_label_and_an_unknown_word_for_a_kind_are_told(read):
    proposal = read("text;kind\na;zorg\nb;klacht\n")
    assert said(proposal) == [
        "Kind “zorg” (row 2): the kind “Must improve”",
        "Kind “klacht” (row 3): no kind yet; the word is kept",
    ]
    assert proposal.rows[1].extra == (("kind", "klacht"),)
    assert [note.guesses for note in proposal.rows] == [
        (Guess("zorg", "concern"),),
        (Guess("klacht", ""),),
    ]


def test_a_lens_and_a_source_are_those_of_the_walk_or_stay_words(read):
    walk = a_walk(Lens(id=LensId("senior"), name="Fitte senior"))
    proposal = read("text;bril;duo;bron\na;fitte Senior;C;papier\nb;robot;;droom\n", walk)
    known, strange = proposal.rows
    assert (known.lens, known.duo, known.source) == ("senior", "C", Source.PAPER)
    assert (strange.lens, strange.source) == (None, Source.WALK)
    assert strange.extra == (("bril", "robot"), ("bron", "droom"))
    assert "Lens “robot” (row 3): no lens of this walk; the word is kept" in said(proposal)
    assert "Source “droom” (row 3): walk; the word is kept" in said(proposal)


def test_a_guess_in_many_rows_is_told_once_with_the_first_rows(read):
    proposal = read("text;kind\n" + "a;klacht\n" * 20)
    rows = "2, 3, 4, 5, 6, 7, 8, 9, …"
    assert said(proposal) == [f"Kind “klacht” (row {rows}): no kind yet; the word is kept"]


def test_a_long_word_is_told_short(read):
    proposal = read("text;kind\na;" + "k" * 500 + "\n")
    assert len(said(proposal)[0]) < 130
