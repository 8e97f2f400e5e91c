"""What was said in these very words: text between matching double quotes."""

from __future__ import annotations

import re

_PAIRS = (r'(?<!\w)"([^"]+)"(?!\w)', "[„“”]([^„“”]+)[“”]", "«([^«»]+)»")


def quotes_in(text: str) -> tuple[str, ...]:
    """The quotes of two words or more, in their order, without their marks.

    A single quoted word is emphasis, and one loose mark is an inch or a slip.
    """
    found = [match for pair in _PAIRS for match in re.finditer(pair, text)]
    found.sort(key=lambda match: match.start())
    return tuple(words for match in found if len((words := match[1].strip()).split()) > 1)
