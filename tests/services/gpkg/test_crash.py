"""An edit that was said to be saved survives the end of the program at any moment."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.services.gpkg.filled import Opened, add, new_file, note
from walkshop.services.gpkg import check, read_walk

ROOT = Path(__file__).resolve().parents[3]
EDITS, KILLS = 500, 30


def killed(path: Path, chance: random.Random) -> set[int]:
    """The numbers that a child told as saved before it was killed at a random moment."""
    command = [sys.executable, "-m", "tests.services.gpkg.crashed", str(path), str(EDITS)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        told = [child.stdout.readline() for _ in range(chance.randrange(1, EDITS // 4))]
        time.sleep(chance.random() * 0.004)
        child.send_signal(signal.SIGKILL)
        told += child.stdout.readlines()
    return {int(line) for line in told if line.endswith("\n")}


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_no_saved_edit_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    seed = int(os.environ.get("WALKSHOP_SEED", random.randrange(10**6)))
    print(f"seed {seed}: WALKSHOP_SEED={seed} kills at the same moments")
    chance = random.Random(seed)
    path = new_file(tmp_path / "walk.gpkg")
    told: set[int] = set()
    for _ in range(KILLS):
        told |= killed(path, chance)
        report = check(path)
        assert report.ok, (seed, report.problems)
        notes = {one.nr: one for one in read_walk(path).notes.values()}
        assert notes.keys() >= told, f"seed {seed}"
        thirds = [notes[nr] for nr in told if nr % 3 == 0]
        assert all(one.public_text == f"public {one.nr}" for one in thirds), f"seed {seed}"
    assert len(told) > KILLS
    with Opened(path) as opened:
        assert opened.store.walk.marks.note == len(notes) + 1


def test_a_file_copied_while_it_is_worked_in_holds_every_saved_edit(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    with Opened(path) as opened:
        for _ in range(50):
            opened.do(add())
        opened.file.flush()
        copy = tmp_path / "mailed.gpkg"
        subprocess.run(["cp", str(path), str(copy)], check=True)
        assert read_walk(copy) == opened.store.walk
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mailed.gpkg", "walk.gpkg"]


def test_what_a_crash_left_beside_the_file_is_put_right_by_reading(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", *(note(nr) for nr in range(1, 400)))
    left = tmp_path / "left" / "walk.gpkg"
    left.parent.mkdir()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 2")  # pages go to the disk before the end
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE notes SET text = hex(zeroblob(4000))")
        for end in ("", "-journal"):
            shutil.copy(f"{path}{end}", f"{left}{end}")
    assert {one.text for one in read_walk(left).notes.values() if one.nr < 3} == {
        "Gezegd 1",
        "Gezegd 2",
    }
    assert [one.name for one in left.parent.iterdir()] == ["walk.gpkg"]
    assert check(left).ok
