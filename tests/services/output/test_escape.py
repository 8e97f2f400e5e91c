"""Typed text stays text in pages and in spreadsheets."""

from __future__ import annotations

import html

import pytest

from walkshop.services.output.escape import cell_text, map_text

HARMFUL = ("<img src=x onerror=1>", "${1}", "`", "\\`", "{{ 1 }}", "</script>", "\"'&")


@pytest.mark.parametrize("text", HARMFUL)
def test_no_sign_that_a_page_could_run_is_left_raw(text: str) -> None:
    assert not set(map_text(text)) & set("<>\"'`$\\{}")


@pytest.mark.parametrize("text", [*HARMFUL, "é ü — „quote”", "a\nb", "&amp;"])
def test_a_browser_reads_the_words_as_they_were_typed(text: str) -> None:
    assert html.unescape(map_text(text)) == text


@pytest.mark.parametrize("text", ["=1", "+31", "-1", "@x", "\t=1", "\r", "  =1", "\u00a0=1", "＝1"])
def test_a_cell_that_would_be_calculated_starts_with_an_apostrophe(text: str) -> None:
    assert cell_text(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "een = twee", "14", "'t Is hier fijn", "a\n=1"])
def test_a_cell_of_words_stays_as_it_is(text: str) -> None:
    assert cell_text(text) == text
