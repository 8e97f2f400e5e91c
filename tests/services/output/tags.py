"""Walks the tag tree of a PDF, as a screen reader does."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Tag:
    """One element of the tree: its name as the standard knows it, its depth and its own text."""

    name: str
    parents: tuple[str, ...]
    alt: str
    has_text: bool


def tree_of(pdf: bytes) -> list[Tag]:
    """All tags in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        roles = {str(own): str(known) for own, known in root.get("/RoleMap", {}).items()}
        return list(_walk(root.K, roles, ()))


def _walk(element: Any, roles: dict[str, str], parents: tuple[str, ...]) -> Iterator[Tag]:
    if isinstance(element, pikepdf.Array):
        for part in element:
            yield from _walk(part, roles, parents)
    elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
        own = str(element.S)
        name = roles.get(own, own).lstrip("/")
        kids = element.get("/K")
        yield Tag(name, parents, str(element.get("/Alt", "")), _holds_text(kids))
        if kids is not None:
            yield from _walk(kids, roles, (*parents, name))


def _holds_text(kids: Any) -> bool:
    """Whether marked content hangs directly under an element."""
    parts = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    return any(isinstance(part, int) or _is_content(part) for part in parts)


def _is_content(part: Any) -> bool:
    return isinstance(part, pikepdf.Dictionary) and str(part.get("/Type", "")) == "/MCR"
