"""The plain words in a balloon: map programs write HTML where people write text."""

from __future__ import annotations

import html
import re

_TAG = re.compile(r"(<[^<>]*>)")
_NAME = re.compile(r"<\s*(/?)\s*([a-z][a-z0-9]*|!)", re.IGNORECASE)
_KNOWN = re.compile(
    r"<\s*/?\s*(?:a|b|body|br|center|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|script|span|"
    r"strong|style|table|tbody|td|th|thead|tr|u|ul)(?:\s[^<>]*)?/?\s*>",
    re.IGNORECASE,
)
_BLOCKS = "br div h1 h2 h3 h4 h5 h6 hr li ol p table tr ul"
_LINES = frozenset(_BLOCKS.split())
_SILENT = frozenset({"script", "style", "head"})
_SOURCE = re.compile(r"\ssrc\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)


def plain(text: str) -> tuple[str, tuple[str, ...]]:
    """The words of `text` without HTML, and the pictures that it shows (their src).

    Text in which "<" is only a sign stays as it is.
    """
    if "<" not in text or not _KNOWN.search(text):
        return text, ()
    words: list[str] = []
    pictures: list[str] = []
    silent = ""
    for piece in _TAG.split(text):
        found = _NAME.match(piece) if piece.startswith("<") else None
        if found is None:
            words.append("" if silent else html.unescape(piece).replace("\n", " "))
            continue
        closing, name = found.group(1) == "/", found.group(2).lower()
        if silent:
            silent = "" if closing and name == silent else silent
        elif name in _SILENT:
            silent = "" if closing else name
        elif name == "img":
            pictures += [next(filter(None, one)) for one in _SOURCE.findall(piece) if any(one)]
        else:
            words.append("\n" if name in _LINES else " " if name in {"td", "th"} else "")
    lines = (" ".join(line.split()) for line in "".join(words).split("\n"))
    return "\n".join(line for line in lines if line), tuple(pictures)
