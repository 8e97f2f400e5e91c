"""What the repository keeps says nothing about one machine, and pins every version."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.source import ROOT, kept_files

# Written with brackets, so that this file does not hold what it looks for.
MACHINE = re.compile(
    r"(?<![\w.$}])/(?:[w]ork|[r]oot|[h]ome|[t]mp|[o]pt|[U]sers|[v]ar)/"
    r"|[A-Z]:\\[U]sers"
    r"|[i]ndex-url|[f]ind-links|[t]rusted-host"
    r"|[p]ythonhosted|\b[p]ypi\.org|[d]evpi|[a]rtifactory"
)
PIN = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.!+_-]+")


def text_of(path: Path) -> str:
    """The words in a file; nothing for one that is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_kept_file_names_a_machine_or_a_registry() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in kept_files()
        for number, line in enumerate(text_of(path).splitlines(), start=1)
        if MACHINE.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "line", ["/" + "home/anna/walk.gpkg", "C:\\" + "Users\\anna", "--index" + "-url https://x"]
)
def test_a_path_of_a_machine_is_seen(line: str) -> None:
    assert MACHINE.search(line)


def test_constraints_hold_one_version_a_line_and_no_address() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert not [line for line in lines if not line.startswith("#") and not PIN.fullmatch(line)]


def test_every_package_that_is_asked_for_is_pinned_within_its_bounds() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    asked = project["dependencies"] + settings["build-system"]["requires"]
    for extra in project["optional-dependencies"].values():
        asked = asked + extra
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = dict(line.split("==") for line in lines if "==" in line)
    versions = {canonicalize_name(name): version for name, version in pinned.items()}
    for wanted in map(Requirement, asked):
        assert wanted.specifier.contains(versions[canonicalize_name(wanted.name)]), wanted


def test_the_top_of_the_tree_holds_only_the_program_and_what_tools_need() -> None:
    tops = {path.relative_to(ROOT).parts[0] for path in kept_files()}
    program = {"walkshop", "resources", "maps", "tests", "README.md", "LICENSE"}
    tools = {"pyproject.toml", "constraints.txt", "Makefile", "hatch_build.py", ".ci", ".gitignore"}
    assert tops <= program | tools | {".gitattributes"}
