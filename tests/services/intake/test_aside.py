"""Large files are read in a process of their own, and come back whole or as a refusal."""

from __future__ import annotations

import multiprocessing
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from tests.domain.builders import a_note, a_walk
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Point
from walkshop.services.intake import aside
from walkshop.services.intake.aside import Request, propose_beside
from walkshop.services.intake.columns import NoWords

WALK = a_walk(a_note(1, place=Point(LonLat(4.49, 51.93))))


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    rows = (f"{n},Opmerking {n},51.93,4.49" for n in range(1, 601))
    path.write_text("\n".join(["nr,tekst,lat,lon", *rows, "601,ver,39.3,-76.6"]), encoding="utf-8")
    return path


def report(step: int, total: int) -> None:
    """Somebody still waits."""


@pytest.mark.slow
def test_what_is_read_apart_is_what_is_read_here(table, monkeypatch):
    numbers = count()
    here = propose_beside(Request(table, WALK), lambda: str(next(numbers)), report)
    monkeypatch.setattr(aside, "LARGE", 0)
    apart = propose_beside(Request(table, WALK), lambda: "unused", report)
    assert [replace(note, id="") for note in apart.rows] == [
        replace(note, id="") for note in here.rows
    ]
    assert (apart.guessed, apart.left_out) == (here.guessed, here.left_out)
    assert not multiprocessing.active_children()


@pytest.mark.slow
def test_a_refusal_comes_back_as_it_is(table, tmp_path, monkeypatch):
    monkeypatch.setattr(aside, "LARGE", 0)
    with pytest.raises(WalkshopError, match="There is no column “b”"):
        propose_beside(Request(table, WALK, {"b": "text"}), str, report)
    (tmp_path / "b.csv").write_text("een,twee\n1,2\n", encoding="utf-8")
    with pytest.raises(NoWords) as failure:
        propose_beside(Request(tmp_path / "b.csv", WALK), str, report)
    assert failure.value.columns == ("een", "twee")


@pytest.mark.slow
def test_nobody_reads_on_for_someone_who_left(table, monkeypatch):
    monkeypatch.setattr(aside, "LARGE", 0)
    left = iter([False])

    def gone(step: int, total: int) -> None:
        if next(left, True):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        propose_beside(Request(table, WALK), str, gone)
    assert not multiprocessing.active_children()
