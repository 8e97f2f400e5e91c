"""Compiles a Typst template with a document's data; words of people never become template."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from walkshop.files import resource
from walkshop.services.output.fonts import FAMILIES, Characters, Printable, fonts
from walkshop.services.output.typesetter import typeset

SHARED = "walkshop.typ"
"""What all templates import: page, type, footer."""


@dataclass(frozen=True)
class Paper:
    """A document before it is printed.

    Args:
        template: its file in resources/templates.
        data: what it says; reaches the template as data, never as Typst.
        drawings: SVG by the file name under which the template reads it.
    """

    template: str
    data: Mapping[str, Printable]
    drawings: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Printed:
    """A printed document: its pages, and how many characters were printed by name."""

    pages: tuple[bytes, ...]
    replaced: int


def to_pdf(paper: Paper, system_fonts: bool = True) -> Printed:
    """The document as one tagged PDF (PDF/UA-1)."""
    return _compile(paper, "pdf", system_fonts)


def to_png(paper: Paper, dots_per_inch: float, system_fonts: bool = True) -> Printed:
    """The document as one PNG per page."""
    return _compile(paper, "png", system_fonts, dots_per_inch)


def _compile(
    paper: Paper, kind: Literal["pdf", "png"], system_fonts: bool, dots_per_inch: float = 72
) -> Printed:
    characters = Characters(system_fonts)
    data = characters.printable({**paper.data, "families": FAMILIES})
    files = {
        "main": resource("templates", paper.template).read_bytes(),
        SHARED: resource("templates", SHARED).read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=True).encode(),
        **{name: characters.drawing(svg) for name, svg in paper.drawings.items()},
    }
    pages = typeset(files, fonts(system_fonts), kind, dots_per_inch)
    return Printed(pages, characters.replaced)
