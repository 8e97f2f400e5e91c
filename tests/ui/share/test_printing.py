"""Pages on paper: every page, in its size and the right way up, as sharp as the printer."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest

from tests.ui.share.test_share import Places, open_share
from tests.ui.stages import an_action, small_walk
from walkshop.domain.errors import WalkshopError
from walkshop.services.output.fonts import fonts
from walkshop.services.output.pages import Sheet, pages_of
from walkshop.services.output.typesetter import typeset
from walkshop.ui.share.printing import print_pages, put_on_sheet

pytestmark = pytest.mark.slow

LEFT = Qt.MouseButton.LeftButton
A4, A3_FLAT = Sheet(210, 297), Sheet(420, 297)


class Printing(Places):
    """A printer that prints into a file."""

    def printer(self, parent, title, sheet):
        return a_printer(self._folder / "printed.pdf", sheet) if self._folder else None


def a_printer(out, sheet=A4):
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(out))
    made.setResolution(150)
    put_on_sheet(made, sheet)
    return made


def a_pdf(width=210, height=297, pages=1):
    bar = b"#place(top + left, rect(width: 40mm, height: 20mm, fill: black))\n"
    text = (
        f'#set document(title: "x")\n#set page(width: {width}mm, height: {height}mm, margin: 0mm)\n'
    )
    body = b"#pagebreak()\n".join([b"#title[x]\n" + bar] * pages)
    return typeset({"main": text.encode() + body}, fonts(False))[0]


def sheets_in(path):
    with pages_of(path.read_bytes()) as pages:
        return [(round(one.width), round(one.height)) for one in pages.sheets]


def dark_at(path, x_mm, y_mm, page=0):
    with pages_of(path.read_bytes()) as pages:
        sheet = pages.sheets[page]
        pixels = pages.pixels(page, round(sheet.width), round(sheet.height))
        place = (round(y_mm) * pixels.width + round(x_mm)) * 4
        return max(pixels.content[place : place + 3]) < 60


def quiet(step, total):
    pass


def test_a_page_stands_on_paper_where_it_stands_in_the_document(qapp, tmp_path):
    out = tmp_path / "out.pdf"
    assert print_pages(a_printer(out), [a_pdf(pages=2)], quiet) == 2
    assert sheets_in(out) == [(210, 297)] * 2
    assert dark_at(out, 38, 10)
    assert dark_at(out, 38, 10, page=1)
    assert not dark_at(out, 43, 10)
    assert not dark_at(out, 38, 40)


def test_each_document_has_its_own_paper_and_way_up(qapp, tmp_path):
    out = tmp_path / "out.pdf"
    print_pages(a_printer(out), [a_pdf(), a_pdf(420, 297), a_pdf(297, 210)], quiet)
    assert sheets_in(out) == [(210, 297), (420, 297), (297, 210)]
    assert dark_at(out, 38, 10, page=1)


def test_paper_that_a_person_chose_is_kept_and_the_page_fits(qapp, tmp_path):
    out = tmp_path / "out.pdf"
    print_pages(a_printer(out, A4), [a_pdf(420, 297)], quiet)
    assert sheets_in(out) == [(297, 210)]
    assert dark_at(out, 27, 7)
    assert not dark_at(out, 31, 7)


def test_only_the_pages_that_were_asked_for_are_printed(qapp, tmp_path):
    printer = a_printer(tmp_path / "out.pdf")
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 3)
    assert print_pages(printer, [a_pdf(pages=4)], quiet) == 2


def test_a_page_in_slices_is_the_same_as_a_whole_one(qapp):
    with pages_of(a_pdf()) as pages:
        whole = pages.pixels(0, 210, 297).content
        rows = [pages.pixels(0, 210, 297, range(at, min(at + 50, 297))) for at in range(0, 297, 50)]
    assert b"".join(one.content for one in rows) == whole


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_says_so(qapp, tmp_path):
    with pytest.raises(WalkshopError, match="does not begin"):
        print_pages(a_printer(tmp_path / "no folder" / "out.pdf"), [a_pdf()], quiet)


def test_the_paper_of_a_document_is_suggested_to_its_edge(qapp):
    printer = a_printer("x.pdf", A3_FLAT)
    layout = printer.pageLayout()
    assert layout.pageSize().id() == QPageSize.PageSizeId.A3
    assert layout.orientation() is QPageLayout.Orientation.Landscape
    assert layout.pageSize().size(QPageSize.Unit.Millimeter) == QSizeF(297, 420)


def test_the_button_on_a_card_prints_its_document_and_print_all_prints_all(qtbot, tmp_path):
    panel = open_share(qtbot, small_walk(an_action(1)), tmp_path)
    panel.outbox.asking = Printing(tmp_path)
    assert not panel.cards["table"].print.isVisible()
    QTest.mouseClick(panel.cards["agenda"].print, LEFT)
    alone = sheets_in(tmp_path / "printed.pdf")
    assert set(alone) == {(297, 210)}
    assert panel.cards["agenda"].state.text() == "Made"
    QTest.mouseClick(panel.all.print, LEFT)
    assert len(sheets_in(tmp_path / "printed.pdf")) > len(alone)
    assert len(panel.outcomes.words()) == 2


def test_nothing_is_printed_when_the_person_thought_better_of_it(qtbot, tmp_path):
    panel = open_share(qtbot, small_walk(), None)
    panel.outbox.asking = Printing(None)
    QTest.mouseClick(panel.cards["agenda"].print, LEFT)
    assert not panel.outcomes.isVisible()
