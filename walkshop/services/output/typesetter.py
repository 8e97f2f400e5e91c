"""The one door to Typst: files in memory in, pages out; it fetches nothing and reads no disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, cast

if TYPE_CHECKING:
    import typst

PDF_UA = "ua-1"
"""Accessible PDF: every document of ours is one, or Typst refuses it."""


def typeset(
    files: Mapping[str, bytes],
    fonts: typst.Fonts,
    kind: Literal["pdf", "png"] = "pdf",
    dots_per_inch: float = 72,
) -> tuple[bytes, ...]:
    """The document whose template is the file "main": one PDF (PDF/UA-1), or a PNG per page.

    Raises:
        typst.TypstError: the template is wrong, or a character has no font.
    """
    import typst

    made = typst.compile(  # type: ignore[call-overload]  # its stubs know no files in memory
        dict(files),
        font_paths=fonts,
        format=kind,
        ppi=dots_per_inch,
        pdf_standards=PDF_UA if kind == "pdf" else [],
    )
    return tuple(cast("list[bytes]", made if isinstance(made, list) else [made]))
