"""The area: its name, the word for it, and its edge from a boundary file."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.domain.edits import areas
from walkshop.domain.edits.areas import Ring
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Neighbourhood, Walk
from walkshop.i18n import Language, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.files import documents
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.prepare import model
from walkshop.ui.prepare.area_choice import AreaChoice
from walkshop.ui.prepare.place_map import PlaceMap
from walkshop.ui.prepare.section import WIDE_LABELS, Section
from walkshop.ui.prepare.shape_on_map import ShapeOnMap
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import row

AREA = msg("Area")
MOVABLE = msg("Pull a corner to move it. Right-click takes it away.")
TOO_MANY = msg("This outline has too many corners to pull.")
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
        self.draw = Button(desk.say(msg("Draw on the map")), self.take_pen)
        self.drop = Button(desk.say(msg("Take the outline away")), self.take_away)
        self.map = PlaceMap(desk, points=False, tools=(ToolId.AREA,))
        self.shape = ShapeOnMap(self.map.canvas)
        self.shape.drawn.connect(lambda figure: self.outline(figure.along))
        self.shape.pulled.connect(lambda _key, figure: self.reshape(figure.along))
        self.hint = soft_label("")
        self.pulled = Choice[int]([], lambda _ring: self.show_walk(desk.store.walk))
        self.choice = AreaChoice(desk, self._preview, self._use, self._leave)
        self.choice.hide()
        self._lay_out()

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
        self._show_corners(area)

    def take_pen(self) -> None:
        """Take the tool that draws an area."""
        self.map.canvas.tools.choose(ToolId.AREA)
        self.map.canvas.setFocus()

    def outline(self, ring: Ring) -> None:
        """The outline that was drawn, in the place of any other."""
        stamp = self.desk.store.stamp()
        self.do(
            msg("Outline of the area drawn"), partial(areas.draw_outline, ring=ring, stamp=stamp)
        )

    def reshape(self, ring: Ring) -> None:
        """A corner was pulled, added or taken away."""
        stamp, place = self.desk.store.stamp(), max(self.pulled.currentIndex(), 0)
        edit = partial(areas.reshape_outline, place=place, ring=ring, stamp=stamp)
        self.do(msg("Outline of the area changed"), edit)

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
        if len(areas.parts_of(area)) > 1:
            self.choice.show()
            self.choice.offer(area)
            self.form.hide()
            self.choice.boxes[0].setFocus()
        else:
            self._use(area)

    def take_away(self) -> None:
        """An area without an outline."""
        store = self.desk.store
        bare = model.without_outline(store.walk.area)
        self.do(msg("Outline taken away"), model.outline_area(bare, store.stamp()))

    def _use(self, area: Neighbourhood) -> None:
        self._leave()
        self.do(msg("Outline of the area read"), model.outline_area(area, self.desk.store.stamp()))

    def _leave(self) -> None:
        self.choice.hide()
        self.form.show()
        self.map.show_outlines(self.desk.store.walk.area)
        self._show_corners(self.desk.store.walk.area)

    def _preview(self, area: Neighbourhood) -> None:
        self.shape.show("", None)
        self.hint.setText("")
        self.map.show_outlines(area)

    def _show_corners(self, area: Neighbourhood) -> None:
        """Handles on one outline: the only one, or the one that is chosen."""
        say = self.desk.say
        names = [*area.outline_names, *[""] * len(area.outlines)]
        rings = range(len(area.outlines))
        self.pulled.offer([(n, names[n] or say(msg("area {nr}", nr=n + 1))) for n in rings])
        self.form.show_row("pulled", len(rings) > 1)
        if not rings:
            self.shape.show("", None)
            self.hint.setText(say(msg("Or draw it: click its corners. Enter is the end.")))
            return
        self.pulled.setCurrentIndex(max(self.pulled.currentIndex(), 0))
        ring = area.outlines[self.pulled.currentIndex()]
        movable = self.shape.show("outline", Figure(ring, closed=True))
        self.hint.setText(say(MOVABLE if movable else TOO_MANY))

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

    def _lay_out(self) -> None:
        self.form.add("name", msg("Name of the area"), self.name)
        self.form.add("word", msg("Word for it"), self.word)
        self.form.add("pulled", msg("Pull corners of"), self.pulled)
        acts = QWidget()
        buttons = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        for button in (self.read, self.draw, self.drop):
            buttons.addWidget(button)
        for part in (self.form, acts, self.refusal, self.status):
            self.lines.addWidget(part)
        across = row(gap=tokens.GAP_16)
        across.addWidget(self.choice, 2)
        across.addWidget(self.map, 3)
        self.lines.addLayout(across, 1)
        self.lines.addWidget(self.hint)
