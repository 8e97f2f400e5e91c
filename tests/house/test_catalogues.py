"""Both languages say everything, with the words of the glossary and nothing left from before."""

from __future__ import annotations

import ast
import csv
import re
import string
from pathlib import Path

import pytest

from tests.house.catalogues import Sentence, catalogue, english, read, used
from tests.house.source import modules, tree

LANGUAGES = ("nl", "en")


def placeholders(template: str) -> set[str]:
    """The names in braces in a sentence."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_of_the_code_is_in_the_catalogue(code: str) -> None:
    assert not sorted(used() - set(read(code)))


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_catalogue_holds_nothing_that_the_code_no_longer_says(code: str) -> None:
    assert not sorted(set(read(code)) - used())
    assert not catalogue(code).obsolete


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_sentence_has_words_and_none_is_a_guess(code: str) -> None:
    assert not [sentence for sentence, forms in read(code).items() if not all(forms)]
    assert not [message.id for message in catalogue(code) if message.id and message.fuzzy]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_translation_keeps_the_placeholders(code: str) -> None:
    broken = [
        (original, form)
        for sentence, forms in read(code).items()
        for original, form in zip(english(sentence), forms, strict=True)
        # A form for one may say the number as a word: "One note", "1 opmerking".
        if (placeholders(original) ^ placeholders(form)) - ({"n"} if sentence.plural else set())
    ]
    assert not broken


def test_english_is_said_as_it_stands_in_the_code() -> None:
    assert not {
        sentence: forms for sentence, forms in read("en").items() if forms != english(sentence)
    }


def test_every_sentence_is_written_out_where_it_is_used() -> None:
    """A name or an f-string in a call of msg would never reach the catalogues."""
    counts = {"msg": 1, "msgn": 2, "msgc": 2}
    hidden = [
        f"{path}:{call.lineno}: {ast.unparse(call)[:60]}"
        for path in modules()
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        if (count := counts.get(ast.unparse(call.func).split(".")[-1]))
        if not all(isinstance(argument, ast.Constant) for argument in call.args[:count])
    ]
    assert not hidden


def test_dutch_words_are_those_of_the_glossary(shared_data: Path) -> None:
    with (shared_data.parent / "glossary.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    by_key = {row["key"]: row for row in rows}
    by_english: dict[str, set[str]] = {}
    for row in rows:
        by_english.setdefault(row["en"], set()).add(row["nl"])
    differing = []
    for sentence, forms in read("nl").items():
        if not (allowed := glossary_words(sentence, by_key, by_english)):
            continue
        if unnamed(forms[0]) not in map(unnamed, allowed):
            differing.append((sentence.id, forms[0], sorted(allowed)))
    assert not differing


def unnamed(words: str) -> str:
    """`words` with bare placeholders: the glossary names them in Dutch, the code in English."""
    return re.sub(r"\{\w+\}", "{}", words)


def glossary_words(
    sentence: Sentence, by_key: dict[str, dict[str, str]], by_english: dict[str, set[str]]
) -> set[str]:
    """The Dutch that the glossary has for a sentence, by its context or by its English."""
    if not sentence.context:
        return by_english.get(sentence.id, set())
    row = by_key.get(sentence.context)
    return {row["nl"]} if row and row["en"] == sentence.id else set()
