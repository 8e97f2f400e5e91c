"""Makes typed text harmless where a page or a spreadsheet would take it for code."""

from __future__ import annotations

import html

_RISKY = str.maketrans({sign: f"&#{ord(sign)};" for sign in "`$\\{}"})
_STARTS_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
GUARD = "'"
"""Stands before a cell that a spreadsheet would calculate; our own import takes it off."""


def map_text(text: str) -> str:
    """`text` for HTML, an attribute, a template literal or a folium template.

    `html.escape` alone lets `${...}` run in folium's pages, so five more signs become entities.
    """
    return html.escape(file_text(text), quote=True).translate(_RISKY)


def cell_text(text: str) -> str:
    """`text` for a cell of a CSV: never a formula (OWASP, CSV injection)."""
    first = text.lstrip(" \u00a0\u200b\ufeff")
    return GUARD + text if first.startswith(_STARTS_FORMULA) else text


def file_text(text: str) -> str:
    """`text` for a file that ends a text at a zero and holds nothing but UTF-8."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
