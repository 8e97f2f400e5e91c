"""A few words, and what they ask for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from walkshop.domain.queries.searching import Sought, sought


@pytest.mark.parametrize(
    ("words", "asked"),
    [
        ("27", Sought(numbers=(27,))),
        ("nr. 27", Sought(numbers=(27,))),
        ("Stop 3", Sought(stops=(3,))),
        ("stopplek 3 vies", Sought(terms=("vies",), stops=(3,))),
        ("@3", Sought(stops=(3,))),
        ("verkeer", Sought(terms=("verkeer",))),
        ("d2", Sought(terms=("d2",))),
        ("duo 2", Sought(duos=("d2",))),
        ("Duo d12 bankje", Sought(terms=("bankje",), duos=("d12",))),
        ("stop met roken", Sought(terms=("stop", "met", "roken"))),
        ("", Sought()),
    ],
)
def test_words_ask_for(words, asked):
    assert sought(words) == asked


@given(st.text(max_size=60))
def test_any_words_ask_for_something(words):
    assert all(term and not term.isdecimal() for term in sought(words).terms)
