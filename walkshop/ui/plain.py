"""People's words in tooltips and on buttons: always plain, never read as markup."""

from __future__ import annotations

from html import escape

LONGEST_TIP = 400
"""Characters of a tooltip; more would cover the screen."""


def plain_tip(text: str) -> str:
    """`text` as a tooltip: Qt would read words that look like markup as markup."""
    shown = text if len(text) <= LONGEST_TIP else text[: LONGEST_TIP - 1] + "…"
    return f"<qt>{escape(shown)}</qt>" if shown else ""


def button_words(text: str) -> str:
    """`text` for a button, tab or menu, where a lone & would become a shortcut."""
    return text.replace("&", "&&")
