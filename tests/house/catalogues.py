"""The sentences that the code uses, and the two catalogues that put them into words.

`make words` runs this file: new sentences get a place in both catalogues, sentences that the code
no longer uses go, and those that still wait for Dutch are listed.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import normalize, read_po

from tests.house.source import ROOT, modules

KEYWORDS = {"msg": None, "msgn": (1, 2), "msgc": ((1, "c"), 2)}
HEADER = """msgid ""
msgstr ""
"Project-Id-Version: walkshop\\n"
"Language: {code}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


@dataclass(frozen=True, order=True)
class Sentence:
    """A message id, with its plural and its context where it has one."""

    id: str
    plural: str = ""
    context: str = ""


Words = dict[Sentence, tuple[str, ...]]


@cache
def used() -> frozenset[Sentence]:
    """Every sentence in the code."""
    found = set()
    for path in modules():
        if path.name == "i18n.py":
            continue  # defines the calls that are looked for
        for _line, message, _comments, context in extract_from_file(
            "python", ROOT / path, keywords=KEYWORDS
        ):
            forms = (message,) if isinstance(message, str) else tuple(message)
            found.add(Sentence(forms[0], "".join(forms[1:2]), context or ""))
    return frozenset(found)


def file_of(code: str) -> Path:
    """The catalogue of a language."""
    return ROOT / "resources" / "i18n" / code / "LC_MESSAGES" / "walkshop.po"


def read(code: str) -> Words:
    """The words of a language: one form for a sentence, two for one with a plural."""
    return {
        _sentence(message.id, message.context): _forms(message.string)
        for message in catalogue(code)
        if message.id
    }


def catalogue(code: str) -> Catalog:
    """The catalogue of a language as Babel sees it."""
    with file_of(code).open("rb") as source:
        return read_po(source)


def write(code: str, words: Words) -> None:
    """Write a catalogue: sorted by sentence, without places in the code, which only churn."""
    parts = [HEADER.format(code=code)]
    parts += [_entry(sentence, words[sentence]) for sentence in sorted(words)]
    file_of(code).write_text("\n".join(parts), encoding="utf-8")


def english(sentence: Sentence) -> tuple[str, ...]:
    """A sentence in English: its own id."""
    return (sentence.id, sentence.plural) if sentence.plural else (sentence.id,)


def renew() -> list[Sentence]:
    """Bring both catalogues up to date; the sentences that wait for Dutch."""
    sentences = used()
    dutch = read("nl")
    blank = {sentence: tuple("" for _ in english(sentence)) for sentence in sentences}
    write("en", {sentence: english(sentence) for sentence in sentences})
    write("nl", {sentence: dutch.get(sentence, blank[sentence]) for sentence in sentences})
    return sorted(sentence for sentence in sentences if not all(dutch.get(sentence, ("",))))


def _sentence(message_id: str | tuple[str, ...], context: str | None) -> Sentence:
    forms = (message_id,) if isinstance(message_id, str) else tuple(message_id)
    return Sentence(forms[0], "".join(forms[1:2]), context or "")


def _forms(words: str | tuple[str, ...]) -> tuple[str, ...]:
    return (words,) if isinstance(words, str) else tuple(words)


def _entry(sentence: Sentence, forms: tuple[str, ...]) -> str:
    lines = [f"msgctxt {normalize(sentence.context, width=0)}"] if sentence.context else []
    lines.append(f"msgid {normalize(sentence.id, width=0)}")
    if not sentence.plural:
        return "\n".join([*lines, f"msgstr {normalize(forms[0], width=0)}", ""])
    lines.append(f"msgid_plural {normalize(sentence.plural, width=0)}")
    lines += [f"msgstr[{n}] {normalize(form, width=0)}" for n, form in enumerate(forms)]
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    for waiting in renew():
        sys.stdout.write(
            f"waits for Dutch: {waiting.context} {waiting.id}".replace("  ", " ") + "\n"
        )
