"""The map under the walk: what lies there, how it looks, and laying another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.domain.records import Walk
from walkshop.i18n import Language, msg
from walkshop.services.basemap.shipped import sketch_for
from walkshop.services.settings import SettingsFile
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.frame.files import documents
from walkshop.ui.jobs import Jobs
from walkshop.ui.map.laying import TAKING, MapLaying, Refusal
from walkshop.ui.map.mapfinder import MapFinder
from walkshop.ui.map.style import BLACK_WHITE, COLOUR, PALE
from walkshop.ui.prepare.area import AskFile
from walkshop.ui.prepare.basemap_lying import LyingMap
from walkshop.ui.prepare.basemap_web import WebMaps
from walkshop.ui.prepare.place_map import PlaceMap
from walkshop.ui.prepare.section import WIDE_LABELS, Section
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.focus import KeptFocus
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

MAP = msg("Map")
LOOKS = {COLOUR: msg("In colour"), PALE: msg("Pale"), BLACK_WHITE: msg("Black and white")}

_ENDINGS = "*.gpkg *.geojson *.json *.fgb *.shp *.pbf *.osm *.mbtiles *.pmtiles"
_LOW = 200


@dataclass(frozen=True, slots=True, eq=False)
class Maps:
    """What finds and lays the map of an open walk, and remembers how it looks.

    Args:
        jobs: run what is slow.
        walk_file: the map file comes beside it.
    """

    finder: MapFinder
    laying: MapLaying
    settings: SettingsFile
    jobs: Jobs
    walk_file: Path


def ask_map(parent: QWidget, language: Language) -> Path | None:
    """Ask with the dialog of the system."""
    title = language.say(msg("Choose a map file"))
    kinds = f"{language.say(msg('Maps'))} ({_ENDINGS})"
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), kinds)
    return Path(chosen) if chosen else None


class MapSection(Section):
    """What lies under the pins, and the ways to lay something else there.

    Signals:
        plan_wanted: somebody has a plan to lay, which takes a page of its own.

    Args:
        ask: asks a person for a map file.
    """

    LABELS_WIDE = WIDE_LABELS
    plan_wanted = Signal()

    def __init__(self, desk: Desk, maps: Maps, ask: AskFile = ask_map) -> None:
        super().__init__(desk, MAP, msg("What lies under the pins, on screen and on paper."))
        self._maps = maps
        self._ask = ask
        self._refusal: Refusal | None = None
        self._focus = KeptFocus((self.form,))
        self._busy = False
        self.lying = LyingMap(desk)
        looks = [(look, desk.say(words)) for look, words in LOOKS.items()]
        self.look = Choice[str](looks, self._choose_look)
        self.choose = Button(desk.say(msg("Choose a map file")), self.ask_file)
        self.plan = Button(desk.say(msg("Lay a plan under it")), self.plan_wanted.emit)
        self.none = Button(desk.say(msg("No map")), self.take_away)
        self.sketch = Button(desk.say(msg("Use the sketch")), self.use_sketch)
        self.step = soft_label("")
        self.cancel = Button(desk.say(msg("Stop this")), maps.laying.stop)
        self.remarks = soft_label("")
        self.map = PlaceMap(desk, points=False)
        self.map.canvas.setMinimumHeight(px(_LOW))
        self._lay_out()
        maps.laying.changed.connect(self._show_work)
        desk.ground.changed.connect(self._show_now)
        maps.finder.lost.connect(self._show_now)

    def show_walk(self, walk: Walk) -> None:
        """Show what lies under the walk, and what can be laid there."""
        link, settings = walk.area.basemap, self._maps.settings.now
        self.lying.show_map(link, settings.map_address, self._maps.finder.is_lost)
        self.look.show_thing(self.desk.ground.style)
        self.none.setVisible(link is not None)
        sketch = sketch_for(walk)
        self.sketch.setVisible(sketch is not None and sketch != link)
        self.map.show_walk(walk)
        self.web.show_walk(walk)
        self._show_work()

    def ask_file(self) -> None:
        """Ask for a map file and lay it."""
        path = self._ask(self, self.desk.language)
        if path is not None:
            self.form.accept()
            self._maps.laying.lay_file(path)

    def use_sketch(self) -> None:
        """Lay the sketch that ships for this area."""
        sketch = sketch_for(self.desk.store.walk)
        if sketch is not None:
            self.form.accept()
            self._maps.laying.name(sketch)

    def take_away(self) -> None:
        """Lay nothing."""
        self.form.accept()
        self._maps.laying.take_away()

    def _choose_look(self, look: str) -> None:
        settings = self._maps.settings
        settings.keep(replace(settings.now, map_style=look))
        self.desk.ground.set_style(look)

    def _show_now(self) -> None:
        self.show_walk(self.desk.store.walk)

    def _show_work(self) -> None:
        """Show how far the work is, what was refused, and what was said of the map."""
        laying = self._maps.laying
        before, self._busy = self._busy, laying.busy
        if self._busy and not before:
            self._focus.hold()
        for button in (self.choose, self.plan, self.none, self.sketch):
            button.setEnabled(not self._busy)
        if before is not self._busy:
            self.web.show_walk(self.desk.store.walk)
        if before and not self._busy:
            self._focus.give_back()
        progress = laying.progress
        self._working.setVisible(progress is not None)
        if progress is not None:
            said = self.desk.say(progress.label)
            if progress.total and progress.label == TAKING:
                steps = msg("{n} of {total} pictures", n=progress.step, total=progress.total)
                said = f"{said}: {self.desk.say(steps)}"
            self.step.setText(said)
        self.remarks.setText("\n".join(self.desk.say(remark) for remark in laying.remarks))
        self.remarks.setVisible(bool(laying.remarks))
        if laying.refusal is not self._refusal:
            self._refusal = laying.refusal
            self._refuse()

    def _refuse(self) -> None:
        refusal = self._refusal
        if refusal is None:
            self.form.accept()
        else:
            self.form.say_at(refusal.asked, sentence(refusal.why, self.desk.language))

    def _lay_out(self) -> None:
        ways, now = QWidget(), QWidget()
        flow = Flow(ways, tokens.GAP_8, tokens.GAP_8)
        for button in (self.choose, self.plan, self.sketch, self.none):
            flow.addWidget(button)
        ways.setFocusProxy(self.choose)
        lines = column(now, tokens.GAP_4)
        lines.addWidget(self.lying)
        lines.addWidget(self.remarks)
        self.form.add("now", msg("Lies there now"), now)
        self.form.add("look", msg("How it looks"), self.look)
        self.form.add("file", msg("Something else"), ways)
        self.web = WebMaps(self.form, self.desk, self._maps.laying, self._maps.settings)
        self._working = QWidget()
        work = row(self._working, tokens.GAP_12)
        work.addWidget(self.step, 0, Qt.AlignmentFlag.AlignVCenter)
        work.addWidget(self.cancel)
        work.addStretch(1)
        for part in (self.form, self._working):
            self.lines.addWidget(part)
        self.lines.addWidget(self.map, 1)
