"""Whatever is typed is accepted, and no word of it is added, moved or reworded."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.entry.book import a_book
from walkshop.domain.entry import read_line

_BOOK = a_book()
_PIECES = st.sampled_from(
    ["+", "!", ">", "*", "?", "#", "@", "=", "\\", "#gr", "#ve", "@3", "@30", "@d2", "@p7",
     "@wijk", "@?", "@boez", "27", "=27", '"', "„", "”", "«", "»", " ", "\t", "\n", "\u00a0", ".",
     ",", "een", "bank", "'s", "é", "#!", "@crooswijksestr.", "\u2028"]
)  # fmt: skip
LINES = st.one_of(st.text(), st.lists(_PIECES, max_size=12).map("".join))


@given(LINES)
def test_the_words_are_what_was_typed_with_some_marks_taken_out(line: str) -> None:
    entry = read_line(line, _BOOK)

    typed = iter(line)
    assert all(character in typed for character in entry.text)


@given(LINES)
def test_a_line_is_a_note_or_a_voice_or_a_way_or_a_setting_or_says_why_not(line: str) -> None:
    entry = read_line(line, _BOOK)

    ways = (entry.makes_note, entry.voice_for is not None, entry.goes_to is not None)
    assert sum(ways) <= 1
    assert any(ways) or entry.only_sets or entry.remarks or entry.stop or entry.duo


@given(st.text(alphabet=st.characters(categories=("L", "N", "P", "Zs")), max_size=60))
def test_a_line_behind_a_backslash_is_taken_as_it_is(line: str) -> None:
    entry = read_line("\\" + line, _BOOK)

    assert entry.text == line.strip()
    assert entry.kind is None
    assert not entry.themes


@given(LINES)
def test_reading_the_words_of_a_note_again_changes_no_quote(line: str) -> None:
    entry = read_line(line, _BOOK)

    assert all(quote in entry.text for quote in entry.quotes)
