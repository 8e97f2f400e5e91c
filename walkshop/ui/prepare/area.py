"""The area: its name, the word for it, and its edge from a boundary file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.files import documents
from walkshop.ui.prepare import model
from walkshop.ui.prepare.place_map import PlaceMap
from walkshop.ui.prepare.section import WIDE_LABELS, Section
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import row

AREA = msg("Area")
_ENDINGS = "*.gpkg *.geojson *.json *.shp *.fgb *.kml"

AskFile = Callable[[QWidget, Language], Path | None]
"""Asks a person for a boundary file; None when the person thought better of it."""


def ask_boundary(parent: QWidget, language: Language) -> Path | None:
    """Ask with the dialog of the system."""
    title = language.say(msg("Choose a boundary file"))
    kinds = f"{language.say(msg('Maps'))} ({_ENDINGS})"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
    return Path(chosen) if chosen else None


class AreaSection(Section):
    """What the area is called and where it ends."""

    LABELS_WIDE = WIDE_LABELS

    def __init__(self, desk: Desk, ask: AskFile = ask_boundary) -> None:
        super().__init__(desk, AREA, msg("Without an outline the map grows with the first places."))
        self._ask = ask
        self.name = LineField()
        self.name.committed.connect(self._rename)
        self.word = Choice[str](self._words(), self._call)
        self.status = soft_label("")
        self.refusal = Refusal()
        self.read = Button(desk.say(msg("Read an outline")), self.ask_file)
        self.drop = Button(desk.say(msg("Take the outline away")), self.take_away)
        self.map = PlaceMap(desk, points=False)
        self.form.add("name", msg("Name of the area"), self.name)
        self.form.add("word", msg("Word for it"), self.word)
        self.lines.addWidget(self.form)
        buttons = row(gap=tokens.GAP_8)
        buttons.addWidget(self.read)
        buttons.addWidget(self.drop)
        buttons.addStretch(1)
        self.lines.addLayout(buttons)
        self.lines.addWidget(self.refusal)
        self.lines.addWidget(self.status)
        self.lines.addWidget(self.map, 1)

    def show_walk(self, walk: Walk) -> None:
        """Show name, word, outline and where that came from."""
        area = walk.area
        self.name.show_words(area.name)
        self.word.offer(self._words())
        self.word.show_thing(area.word or model.AREA_WORDS[0])
        self.drop.setVisible(bool(area.outlines))
        parts = msgn("{n} outline", "{n} outlines", len(area.outlines))
        said = msg("No outline yet. A boundary file of the municipality or CBS will do.")
        if area.outlines and area.outline_source:
            said = msg("{parts} from {file}", parts=parts, file=area.outline_source)
        elif area.outlines:
            said = parts
        self.status.setText(self.desk.say(said))
        self.map.show_walk(walk)

    def ask_file(self) -> None:
        """Ask for a boundary file and read it."""
        path = self._ask(self, self.desk.language)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Read the outline in a file; a refusal is said in a sentence."""
        store = self.desk.store
        try:
            area = model.read_area(path, store.walk.area)
        except WalkshopError as refusal:
            self.refusal.say(sentence(refusal, self.desk.language))
            return
        self.refusal.say("")
        self.do(msg("Outline of the area read"), model.outline_area(area, store.stamp()))

    def take_away(self) -> None:
        """An area without an outline."""
        store = self.desk.store
        bare = model.without_outline(store.walk.area)
        self.do(msg("Outline taken away"), model.outline_area(bare, store.stamp()))

    def _rename(self, words: str) -> None:
        stamp = self.desk.store.stamp()
        what = msg("Name of the area")
        self.do(msg("Changed: {what}", what=what), model.set_area("name", words, stamp))

    def _call(self, word: str) -> None:
        stamp = self.desk.store.stamp()
        what = msg("Word for it")
        self.do(msg("Changed: {what}", what=what), model.set_area("word", word, stamp))

    def _words(self) -> list[tuple[str, str]]:
        walk = self.desk.store.walk
        words = [*model.AREA_WORDS]
        if walk.area.word and walk.area.word not in words:
            words.append(walk.area.word)
        return [(word, self.desk.say(model.area_word(walk, word))) for word in words]
