"""Real first pages on the cards: made beside the window, kept, and made anew when it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor

from tests.domain.builders import STAMP
from tests.ui.share.test_share import open_share
from tests.ui.stages import AtOnce, an_action, nid, small_walk
from walkshop.domain.edits.place import move_note
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import WHOLE, Profile
from walkshop.i18n import msg
from walkshop.services.output.preview import (
    CountsPreview,
    PagePreview,
    Room,
    TablePreview,
)
from walkshop.ui.jobs import Jobs
from walkshop.ui.share.documents import DOCUMENTS
from walkshop.ui.share.making import Wish
from walkshop.ui.share.previews import Previews

pytestmark = pytest.mark.slow

ROOM = Room(208, 166)
AGENDA = next(one for one in DOCUMENTS if one.key == "agenda")


class Counting:
    """Counts what is asked of it; a preview is the wish itself."""

    def __init__(self, refuses: bool = False) -> None:
        self.asked: list[tuple[str, str]] = []
        self._refuses = refuses

    def preview(self, document, wish, room):
        self.asked.append((document.key, wish.paper))
        if self._refuses:
            raise WalkshopError(msg("No text yet."))
        return CountsPreview(((len(self.asked), document.key),))


def previews(exporter):
    made = Previews(exporter, AtOnce())
    made.got = []
    made.ready.connect(lambda key, preview: made.got.append((key, preview)))
    return made


def test_every_card_shows_the_first_page_of_its_document(qtbot):
    jobs = Jobs()
    panel = open_share(qtbot, small_walk(an_action(1)), None, jobs)
    pictures = {key: card.picture for key, card in panel.cards.items()}
    qtbot.waitUntil(lambda: all(one.preview for one in pictures.values()), timeout=60_000)
    agenda = pictures["agenda"].preview
    assert isinstance(agenda, PagePreview)
    assert agenda.sheet.width > agenda.sheet.height
    assert f"{agenda.pages} page" in panel.cards["agenda"].kind.text()
    table = pictures["table"].preview
    assert isinstance(table, TablePreview)
    assert table.rows[0][2] == "Too few benches"
    gis = pictures["gpkg"].preview
    assert isinstance(gis, CountsPreview)
    names = ("opmerkingen", "stopplek", "routes", "waarden", "actie")
    assert gis.counts == tuple(zip((5, 1, 0, 2, 1), names, strict=True))
    jobs.close()


def test_a_page_is_drawn_pixel_on_pixel_on_its_card(qtbot):
    panel = open_share(qtbot, small_walk(), None)
    picture = panel.cards["agenda"].picture
    made = panel.outbox.exporter.preview(AGENDA, Wish(), picture.room())
    picture.show_preview(made)
    shown = picture.grab().toImage()
    left = (picture.width() - made.pixels.width) // 2
    top = (picture.height() - made.pixels.height) // 2
    for x, y in ((30, 20), (60, 34), (100, 80)):
        place = (y * made.pixels.width + x) * 4
        blue, green, red = made.pixels.content[place : place + 3]
        assert shown.pixelColor(left + x, top + y) == QColor(red, green, blue)


def test_what_was_made_is_kept_until_the_walk_changes(qapp):
    exporter = Counting()
    made = previews(exporter)
    made.want(DOCUMENTS, Wish(), 1, ROOM)
    assert len(exporter.asked) == len(DOCUMENTS)
    made.want(DOCUMENTS, Wish(), 1, ROOM)
    assert len(exporter.asked) == len(DOCUMENTS)
    assert len(made.got) == 2 * len(DOCUMENTS)
    made.want(DOCUMENTS, Wish(), 2, ROOM)
    assert len(exporter.asked) == 2 * len(DOCUMENTS)


def test_another_paper_asks_only_for_what_is_on_that_paper(qapp):
    exporter = Counting()
    made = previews(exporter)
    made.want(DOCUMENTS, Wish(), 1, ROOM)
    made.want(DOCUMENTS, Wish(paper="a3"), 1, ROOM)
    again = [key for key, paper in exporter.asked if paper == "a3"]
    assert again == [one.key for one in DOCUMENTS if one.any_paper]
    made.want(DOCUMENTS, Wish(Profile.TEAM), 1, ROOM)
    assert len(exporter.asked) == 2 * len(DOCUMENTS) + len(again)


def test_a_document_that_cannot_be_made_keeps_its_empty_sheet(qapp):
    made = previews(Counting(refuses=True))
    made.want(DOCUMENTS, Wish(), 1, ROOM)
    assert made.got == [(one.key, None) for one in DOCUMENTS]


def test_pages_are_made_anew_when_the_walk_changes_and_only_while_seen(qtbot):
    exporter = Counting()
    panel = open_share(qtbot, small_walk(), None)
    panel.previews._exporter = exporter
    qtbot.waitUntil(lambda: len(exporter.asked) == len(DOCUMENTS), timeout=5_000)
    panel.hide()
    panel.store.apply(msg("x"), lambda walk: move_note(walk, nid(2), WHOLE, STAMP))
    qtbot.wait(400)
    assert len(exporter.asked) == len(DOCUMENTS)
    panel.show()
    qtbot.waitUntil(lambda: len(exporter.asked) == 2 * len(DOCUMENTS), timeout=5_000)


def test_a_new_wish_lets_go_of_the_old_one(qtbot):
    jobs, exporter = Jobs(), Counting()
    made = Previews(exporter, jobs)
    got = []
    made.ready.connect(lambda key, _preview: got.append(key))
    made.want(DOCUMENTS, Wish(), 1, ROOM)
    made.want([AGENDA], replace(Wish(), language="en"), 1, ROOM)
    qtbot.waitUntil(lambda: not jobs.busy, timeout=5_000)
    assert got == ["agenda"]
