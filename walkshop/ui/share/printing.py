"""Puts the pages of finished PDFs on paper, sharp as the printer and in slices that fit memory."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.output.pages import Pages, Sheet, pages_of

Report = Callable[[int, int], None]

SHARP_DPI = 600
"""Letters gain nothing from more, and a page takes four times as long."""

LARGE_DPI = 300
"""For sheets larger than A3, which are read from farther off."""

_LARGE_MM = 430.0
_SLICE_PX = 1_000_000
"""Drawing a slice holds up the window for a hundredth of a second."""


def put_on_sheet(printer: QPrinter, sheet: Sheet) -> None:
    """Suggest the paper of a document to a printer: its size, its way up, to its very edge."""
    upright = QPageLayout.Orientation.Portrait
    if sheet.width > sheet.height:
        upright = QPageLayout.Orientation.Landscape
    short, long = sorted((sheet.width, sheet.height))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    printer.setPageLayout(QPageLayout(size, upright, QMarginsF()))
    printer.setFullPage(True)


def print_pages(printer: QPrinter, pdfs: Sequence[bytes], report: Report) -> int:
    """Print all pages of these PDFs, each on its own paper; how many there were.

    It may run beside the window. Paper that was chosen and that the first PDF does not ask for is
    kept, and the pages are fitted to it.

    Raises:
        WalkshopError: the printer does not begin.
    """
    chosen = _chosen_paper(printer, pdfs)
    painter = QPainter()
    printed = 0
    try:
        for step, pdf in enumerate(pdfs):
            report(step, len(pdfs))
            with pages_of(pdf) as pages:
                for page in _wanted(printer, pages):
                    _turn_to(printer, painter, pages.sheets[page], chosen)
                    _draw_page(printer, painter, pages, page)
                    printed += 1
    finally:
        if painter.isActive():
            painter.end()
    return printed


def _chosen_paper(printer: QPrinter, pdfs: Sequence[bytes]) -> Sheet | None:
    """The paper that a person chose instead of what the documents ask for."""
    size = printer.pageLayout().pageSize().size(QPageSize.Unit.Millimeter)
    for pdf in pdfs:
        with pages_of(pdf) as pages:
            wanted = sorted((pages.sheets[0].width, pages.sheets[0].height))
        found = sorted((size.width(), size.height()))
        if all(abs(one - other) < 2.0 for one, other in zip(wanted, found, strict=True)):
            return None
    return Sheet(size.width(), size.height())


def _wanted(printer: QPrinter, pages: Pages) -> range:
    """The pages that were asked for in the dialog, counted from 0."""
    last = len(pages.sheets)
    if printer.printRange() is QPrinter.PrintRange.PageRange and printer.fromPage():
        return range(printer.fromPage() - 1, min(printer.toPage() or last, last))
    return range(last)


def _turn_to(printer: QPrinter, painter: QPainter, sheet: Sheet, chosen: Sheet | None) -> None:
    """Begin a page of the right size and way up."""
    if chosen is not None:
        short, long = sorted((chosen.width, chosen.height))
        sheet = Sheet(long, short) if sheet.width > sheet.height else Sheet(short, long)
    if not painter.isActive():
        put_on_sheet(printer, sheet)
        _begin(printer, painter)
        return
    same = _lies_on(printer, sheet)
    if not same and printer.outputFormat() is not QPrinter.OutputFormat.PdfFormat:
        # Most printers take another paper only with another job.
        painter.end()
        put_on_sheet(printer, sheet)
        _begin(printer, painter)
        return
    if not same:
        put_on_sheet(printer, sheet)
    printer.newPage()


def _lies_on(printer: QPrinter, sheet: Sheet) -> bool:
    size = printer.pageLayout().fullRect(QPageLayout.Unit.Millimeter)
    return abs(size.width() - sheet.width) < 2.0 and abs(size.height() - sheet.height) < 2.0


def _begin(printer: QPrinter, painter: QPainter) -> None:
    if not painter.begin(printer):
        raise WalkshopError(
            msg("The printer does not begin."), msg("Look whether it is on, and try again.")
        )


def _draw_page(printer: QPrinter, painter: QPainter, pages: Pages, page: int) -> None:
    """Draw a page as large as its paper allows, slice by slice."""
    sheet = pages.sheets[page]
    room = printer.pageLayout().fullRectPixels(printer.resolution())
    fit = min(room.width() / sheet.width, room.height() / sheet.height)
    most = LARGE_DPI if max(sheet.width, sheet.height) > _LARGE_MM else SHARP_DPI
    finer = min(1.0, most / printer.resolution())
    width, height = round(sheet.width * fit * finer), round(sheet.height * fit * finer)
    left = (room.width() - width / finer) / 2
    top = (room.height() - height / finer) / 2
    slice_rows = max(1, _SLICE_PX // width)
    for first in range(0, height, slice_rows):
        rows = range(first, min(first + slice_rows, height))
        drawn = pages.pixels(page, width, height, rows, paper=True)
        image = QImage(drawn.content, width, drawn.height, width * 4, QImage.Format.Format_RGB32)
        place = QRectF(left, top + first / finer, width / finer, drawn.height / finer)
        painter.drawImage(place, image, QRectF(QRect(0, 0, width, drawn.height)))
