"""Every stage with words that are too long, run from right to left, or look like markup."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea

from tests.domain.builders import a_note
from tests.ui.stages import ENGLISH, REST, AtOnce, a_desk, a_store, an_action, nid, small_walk
from walkshop.domain.records import Membership, Value
from walkshop.services.output import Made
from walkshop.services.output.preview import CountsPreview
from walkshop.services.settings import SettingsFile
from walkshop.ui.agenda.panel import AgendaPanel
from walkshop.ui.inspector.panel import Inspector
from walkshop.ui.selection import Selection
from walkshop.ui.share.panel import SharePanel
from walkshop.ui.values.panel import ValuesPanel

pytestmark = pytest.mark.slow


ROUGH = (
    "x" * 500,
    "word " * 100,
    "שלום עולם " * 12,
    "مرحبا بالعالم",
    "🌳👩‍👩‍👧 🚲" * 8,
    "<b>a</b> & {n} %s\n\nb",
)


def rough_walk(words):
    return small_walk(
        Value(id=REST, name=words, statement=words, order=1),
        a_note(1, words, value=REST, membership=Membership.HAND),
        an_action(1, what=words, leader=words, values=(REST,), notes=(nid(1),), top=1),
    )


class Emptily:
    """Makes nothing, and says that it did."""

    def __call__(self, out, what, profile, code, paper):
        return Made(out)

    def preview(self, document, wish, room):
        return CountsPreview(())


def widgets(store, selection):
    return (
        ValuesPanel(a_desk(store, selection), AtOnce()),
        AgendaPanel(store, selection, ENGLISH),
        SharePanel(a_desk(store, selection), Emptily(), AtOnce(), SettingsFile(None)),
        Inspector(store, selection, ENGLISH),
    )


def wider_than_their_place(panel):
    """Columns that only scroll up and down, but whose content would run out at the right."""
    never = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    return [
        area.widget()
        for area in panel.findChildren(QScrollArea)
        if area.horizontalScrollBarPolicy() == never
        and area.widget().minimumSizeHint().width() > area.viewport().width()
    ]


@pytest.mark.parametrize(
    "words", ROUGH, ids=["one word", "long", "hebrew", "arabic", "emoji", "markup"]
)
def test_rough_words_are_shown_whole_and_push_nothing_out(qtbot, words):
    selection = Selection()
    for panel in widgets(a_store(rough_walk(words)), selection):
        qtbot.addWidget(panel)
        least = panel.minimumSizeHint().width()
        for width in (320, 900) if isinstance(panel, Inspector) else (900, 1200):
            assert least <= width
            panel.resize(width, 628)
            panel.show()
            for take in (
                lambda: selection.select_note(nid(1)),
                lambda: selection.select_value(REST),
                lambda: selection.select_action(an_action(1).id),
            ):
                take()
                panel.grab()
        assert wider_than_their_place(panel) == []
        shown = [label.text() for label in panel.findChildren(QLabel)]
        assert isinstance(panel, SharePanel) or words in shown
        panel.hide()
