"""Numbers and times as people type them."""

from __future__ import annotations

from datetime import time

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.ui.prepare.numbers import read_count, read_time


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("10:00", time(10)),
        ("9.30", time(9, 30)),
        (" 14 uur ", time(14)),
        ("14u30", time(14, 30)),
        ("7", time(7)),
        ("19h", time(19)),
        ("", None),
    ],
)
def test_a_time_is_read_as_it_is_typed(words: str, meant: time | None) -> None:
    assert read_time(words) == meant


@pytest.mark.parametrize("words", ["24:00", "9:60", "straks", "10:5", "-1", "1000", "١٠:٠٠x"])
def test_what_is_no_time_is_refused(words: str) -> None:
    with pytest.raises(WalkshopError, match="no time"):
        read_time(words)


def test_a_count_is_a_whole_number_or_nothing() -> None:
    assert (read_count(" 12 "), read_count(""), read_count("0")) == (12, None, 0)
    for words in ("-1", "1.5", "veel", "1234567", "٣"):
        with pytest.raises(WalkshopError, match="no number"):
            read_count(words)
