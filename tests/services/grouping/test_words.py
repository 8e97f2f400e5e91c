import unicodedata

import pytest

from walkshop.services.grouping.lexicon import lexicon
from walkshop.services.grouping.words import Compounds, fold, tokens


def test_a_word_is_compared_without_capitals_and_accents() -> None:
    assert fold("CAFÉ") == fold("café") == "cafe"


def test_an_accent_written_apart_belongs_to_its_word() -> None:
    apart = unicodedata.normalize("NFD", "het café")
    assert [token.form for token in tokens(apart)] == ["het", "cafe"]
    assert apart[tokens(apart)[1].start : tokens(apart)[1].end] == apart[4:]


def test_digits_and_signs_are_no_words() -> None:
    assert [token.form for token in tokens("30 km/u, auto's!! 🙂")] == ["km", "u", "auto", "s"]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("speelplek", ("speel", "plek")),
        ("hondenuitlaatplek", ("hondenuitlaat", "plek")),
        ("fietsenstalling", ("fietsen", "stalling")),
        ("buurtmoestuin", ("buurt", "moestuin")),
        ("dorpsplein", ("dorp", "plein")),
    ],
)
def test_a_compound_is_split_into_two_known_parts(word: str, parts: tuple[str, str]) -> None:
    known = {"fietsen", "stalling", "buurt", "moestuin", "dorp"}
    compounds = Compounds(known, ("speel", "hondenuitlaat"), {"plek", "plein", "tuin"})
    assert compounds.parts(word) == parts


@pytest.mark.parametrize("word", ["parkeren", "verkeerd", "bankroet", "speeltje", "plek"])
def test_a_word_of_unknown_parts_stays_whole(word: str) -> None:
    assert Compounds({"park", "bank", "verkeer"}, ("speel",), {"plek"}).parts(word) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Er is te weinig groen in de straat", "nl"),
        ("There is not enough green in the street", "en"),
        ("groen", "nl"),
        ("Burada ağaç yok", "nl"),
    ],
)
def test_little_words_tell_the_language(text: str, language: str) -> None:
    assert lexicon().guess([token.form for token in tokens(text)]) == language
