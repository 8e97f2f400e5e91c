"""The project's own files, as the tests of the house read them."""

from __future__ import annotations

import ast
import functools
import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def modules(folder: str = "walkshop") -> list[Path]:
    """Every Python file below `folder`, with paths that start at the checkout."""
    return sorted(path.relative_to(ROOT) for path in (ROOT / folder).rglob("*.py"))


@functools.cache
def tree(path: Path) -> ast.Module:
    """The parsed source of `path`, a path that starts at the checkout."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def imported(body: ast.Module, *, everywhere: bool) -> Iterator[str]:
    """Names of the modules imported at the top of a module, or anywhere in it."""
    for node in ast.walk(body) if everywhere else body.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield f"{'.' * node.level}{node.module or ''}"


def kept_files() -> list[Path]:
    """The text files that git keeps or would keep; without git, all but hidden and made ones."""
    listed = subprocess.run(
        # A container may own the checkout as somebody else, and git would then refuse to read it.
        ["git", "-c", "safe.directory=*", "ls-files", "-z", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    if listed.returncode == 0:
        names = listed.stdout.decode().split("\0")
        return [ROOT / name for name in names if name and (ROOT / name).is_file()]
    made = {"__pycache__", "dist", "build", "walkshop-demo", "screenshots"}
    return [
        path
        for path in ROOT.rglob("*")
        if path.is_file() and not any(_hidden(part, made) for part in path.relative_to(ROOT).parts)
    ]


def _hidden(part: str, made: set[str]) -> bool:
    return part in made or (part.startswith(".") and part not in {".ci", ".gitignore"})
