"""Who may import whom: the layers hold, and the domain stays free of everything but Python."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.house.source import ROOT, imported, modules, tree

DOMAIN = modules("walkshop/domain")
COMMANDS = modules("walkshop/cli")

# Standard modules that read the machine, its clock or its dice.
IMPURE = {
    *("asyncio", "ftplib", "glob", "http", "io", "locale", "multiprocessing", "os", "pathlib"),
    *("random", "secrets", "shutil", "socket", "sqlite3", "subprocess", "sys", "tempfile"),
    *("threading", "time", "urllib"),
}
# Calls that do so from a module which is otherwise welcome (datetime, uuid, builtins).
IMPURE_CALLS = {"now", "today", "utcnow", "uuid1", "uuid4", "open", "print", "input"}


def test_imports_keep_to_the_contracts_in_pyproject() -> None:
    lint = (
        "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True))"
    )
    run = subprocess.run(
        [sys.executable, "-c", lint], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr


@pytest.mark.parametrize("path", DOMAIN, ids=str)
def test_the_domain_imports_only_python_and_its_own_leaves(path) -> None:
    ours = ("walkshop.domain", "walkshop.i18n", "walkshop.files")
    strange = [
        name
        for name in imported(tree(path), everywhere=True)
        if not name.startswith(ours) and name.split(".")[0] not in sys.stdlib_module_names - IMPURE
    ]
    assert not strange


@pytest.mark.parametrize("path", DOMAIN, ids=str)
def test_the_domain_asks_neither_the_machine_nor_the_clock_nor_the_dice(path) -> None:
    calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
    impure = [
        f"line {call.lineno}: {ast.unparse(call.func)}()"
        for call in calls
        if ast.unparse(call.func).split(".")[-1] in IMPURE_CALLS
    ]
    assert not impure


@pytest.mark.parametrize("path", COMMANDS, ids=str)
def test_a_command_takes_the_window_in_only_when_it_needs_it(path) -> None:
    windowed = ("PySide6", "walkshop.ui", "walkshop.app")
    assert not [
        name for name in imported(tree(path), everywhere=False) if name.startswith(windowed)
    ]
