"""Reads back what was made, as people and programs would."""

from __future__ import annotations

import html
import re
import sqlite3
from pathlib import Path

import pypdfium2


def text_of(path: Path) -> str:
    """All words of a document, blanks made even."""
    ending = path.suffix
    if ending == ".pdf":
        words = pdf_text(path.read_bytes())
    elif ending == ".gpkg":
        words = _all_cells(path)
    else:
        words = html.unescape(path.read_text(encoding="utf-8-sig"))
    return " ".join(words.split())


def pdf_text(pdf: bytes) -> str:
    """The words of all pages, with hyphens of line ends taken out."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pages = [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()
    return re.sub(r"\ufffe\s*|\u200b", "", "\n".join(pages))


def _page_text(document: pypdfium2.PdfDocument, number: int) -> str:
    page = document[number]
    lines = page.get_textpage()
    words = str(lines.get_text_bounded())
    lines.close()
    page.close()
    return words


def _all_cells(path: Path) -> str:
    file = sqlite3.connect(path)
    tables = [name for (name,) in file.execute("SELECT table_name FROM gpkg_contents")]
    cells = [str(row) for table in tables for row in file.execute(f'SELECT * FROM "{table}"')]
    file.close()
    return "\n".join(cells)
