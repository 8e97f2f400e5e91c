"""Files, classes and functions stay small enough to be read in one go."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.house.source import ROOT, modules, tree

FILE, CLASS, FUNCTION, ARGUMENTS = 300, 200, 40, 5
TEST = 25

# What may be larger, and why. A name is a file, or a file and what is in it.
EXEMPT = {
    "walkshop/services/gpkg/schema.py": "the SQL of the walk file reads as one text",
    "walkshop/ui/actions.py": "a table: one row for each thing that people can do",
}

Sized = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def too_large(path: Path) -> list[str]:
    """What in a file is larger than it may be, by name and number."""
    found = []
    lines = len((ROOT / path).read_text(encoding="utf-8").splitlines())
    if lines > FILE:
        found.append(f"{path}: {lines} lines")
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ClassDef) and length(node) > CLASS:
            found.append(f"{path}::{node.name}: {length(node)} lines")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if length(node) > FUNCTION:
                found.append(f"{path}::{node.name}: {length(node)} lines")
            if arguments(node) > ARGUMENTS:
                found.append(f"{path}::{node.name}: {arguments(node)} arguments")
    return [line for line in found if not exempt(line)]


def length(node: Sized) -> int:
    """Lines from the name to the last statement, docstring included, decorators not."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def arguments(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """How many things a caller has to give; fields of a dataclass are no arguments."""
    asked = node.args
    names = [arg.arg for arg in (*asked.posonlyargs, *asked.args, *asked.kwonlyargs)]
    stars = [star for star in (asked.vararg, asked.kwarg) if star]
    return len(names) + len(stars) - (names[:1] in (["self"], ["cls"]))


def exempt(line: str) -> bool:
    """Whether what this line names, or the file it is in, may be larger."""
    what = line.rpartition(":")[0]
    return what in EXEMPT or what.partition("::")[0] in EXEMPT


def test_files_and_what_is_in_them_stay_small() -> None:
    large = [line for path in (*modules(), *modules("tests")) for line in too_large(path)]
    assert not large, "\n".join(large)


def test_tests_are_short_enough_to_be_read_as_a_sentence() -> None:
    long = [
        f"{path}::{test.name}: {length(test)} lines"
        for path in modules("tests")
        for test in ast.walk(tree(path))
        if isinstance(test, ast.FunctionDef)
        if test.name.startswith("test_") and length(test) > TEST
    ]
    assert not long, "\n".join(long)


def test_what_is_exempt_by_name_is_there() -> None:
    assert not [name for name in EXEMPT if not (ROOT / name.partition("::")[0]).is_file()]
