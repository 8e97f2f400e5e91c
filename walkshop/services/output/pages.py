"""The one door to PDFium: the pages of a finished PDF as pixels, for the window and the printer."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_ALONE = threading.Lock()
"""PDFium has one state for the whole process: previews and prints take turns."""

_POINT_MM = 25.4 / 72
_BYTES = 4


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture of rows from the top; each pixel is blue, green, red and one byte unused."""

    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Sheet:
    """The size of a page in mm."""

    width: float
    height: float


class Pages:
    """The pages of one PDF; made by `pages_of`."""

    def __init__(self, document: Any) -> None:  # Any: pypdfium2 has no types
        self._document = document
        sizes = [document.get_page_size(page) for page in range(len(document))]
        self.sheets = tuple(Sheet(w * _POINT_MM, h * _POINT_MM) for w, h in sizes)

    def pixels(
        self, page: int, width: int, height: int, rows: range | None = None, paper: bool = False
    ) -> Pixels:
        """A page drawn `width` by `height` pixels, or only these rows of it.

        Args:
            paper: for a printer, with what is only meant for paper.
        """
        import pypdfium2
        import pypdfium2.raw as pdfium

        rows = rows or range(height)
        flags = pdfium.FPDF_ANNOT | (pdfium.FPDF_PRINTING if paper else 0)
        sheet = self._document[page]
        bitmap = pypdfium2.PdfBitmap.new_native(width, len(rows), pdfium.FPDFBitmap_BGRx)
        try:
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, width, len(rows))
            place = (0, -rows.start, width, height, 0, flags)
            pdfium.FPDF_RenderPageBitmap(bitmap, sheet, *place)
            return Pixels(width, len(rows), _packed(bytes(bitmap.buffer), width, bitmap.stride))
        finally:
            bitmap.close()
            sheet.close()


@contextmanager
def pages_of(pdf: bytes) -> Iterator[Pages]:
    """The pages of a PDF of ours; until it is left nobody else can read a PDF."""
    import pypdfium2

    with _ALONE:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield Pages(document)
        finally:
            document.close()


def _packed(content: bytes, width: int, stride: int) -> bytes:
    """Rows without the bytes that PDFium may put after each."""
    whole = width * _BYTES
    if stride == whole:
        return content
    starts = range(0, len(content), stride)
    return b"".join(content[start : start + whole] for start in starts)
