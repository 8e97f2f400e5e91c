"""Right of the rows: where they come on the map, and below it words or columns."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from walkshop.domain.geo import bounds_of
from walkshop.domain.queries.shown import shown_bounds
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import rule
from walkshop.ui.intake.chats import ChatChoices
from walkshop.ui.intake.draft import Outlook
from walkshop.ui.intake.fields import FieldChoices
from walkshop.ui.intake.photos import cameras_in
from walkshop.ui.intake.reading import Prospect
from walkshop.ui.intake.summary import Summary
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.of_walk import routes_of, stops_of
from walkshop.ui.photos.clocks import CameraClocks
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

_LEAST_MAP = 180
_PAGES = ("summary", "fields", "clocks", "chats")


class IntakeSide(QWidget):
    """The map with the pins to come, the summary and the columns."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk = desk
        self._fitted: tuple[str, ...] = ()
        self.canvas = MapCanvas(desk.language, desk.ground.data, desk.ground.style)
        self.canvas.movable = False
        self.canvas.setMinimumHeight(px(_LEAST_MAP))
        self.canvas.fit_wanted.connect(self.fit)
        desk.ground.changed.connect(self._show_ground)
        self.summary = Summary(desk.language)
        self.fields = FieldChoices(desk.language)
        self.clocks = CameraClocks(desk.language)
        self.chats = ChatChoices(desk.language)
        say = desk.say
        self.switch = Switch(
            say(msg("Beside the rows")),
            (
                ("summary", say(msg("In words"))),
                ("fields", say(msg("Columns"))),
                ("clocks", say(msg("Cameras"))),
                ("chats", say(msg("App group"))),
            ),
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(scrolling(self.summary))
        self._stack.addWidget(scrolling(self.fields))
        self._stack.addWidget(scrolling(self.clocks))
        self._stack.addWidget(scrolling(self.chats))
        self.switch.chosen.connect(lambda key: self._stack.setCurrentIndex(_PAGES.index(key)))
        bar = row(None, 0, 0)
        bar.setContentsMargins(px(tokens.GAP_12), px(tokens.GAP_8), px(tokens.GAP_12), 0)
        bar.addWidget(self.switch)
        lines: QVBoxLayout = column(self)
        lines.addWidget(self.canvas, 4)
        lines.addWidget(rule())
        lines.addLayout(bar)
        lines.addWidget(self._stack, 5)

    def show_prospect(self, prospect: Prospect) -> None:
        """Show what would come."""
        outlook = prospect.outlook
        walk = outlook.walk
        self.canvas.set_stops(stops_of(walk), routes_of(walk))
        self.canvas.set_outline(walk.area.outlines)
        self.canvas.set_pins(prospect.pins)
        self.summary.show_outlook(outlook)
        self.fields.show_sources(outlook.sources)
        self.clocks.show_cameras(*cameras_in(outlook.sources))
        self.chats.show_sources(outlook.before, outlook.sources)
        self._show_pages(outlook)
        files = tuple(f"{source.name} {sorted(source.columns.items())}"
                      for source in outlook.sources)  # fmt: skip
        if files != self._fitted:
            self._fitted = files
            self.fit()
            self._choose_page(outlook)

    def _show_pages(self, outlook: Outlook) -> None:
        """Only pages that something on them can be chosen for; columns are for tables."""
        chats = [source for source in outlook.sources if source.proposal and source.proposal.chat]
        shown = {
            "fields": len(chats) < len(outlook.sources),
            "clocks": any(source.album for source in outlook.sources),
            "chats": bool(chats),
        }
        for key, has in shown.items():
            self.switch.button(key).setVisible(has)
            if self.switch.key == key and not has:
                self.switch.choose("summary")

    def forget(self) -> None:
        """Whatever comes next is looked at from afar again."""
        self._fitted = ()

    def fit(self) -> None:
        """Show all pins to come, or the walk where there are none."""
        pins = bounds_of(pin.at for pin in self.canvas.scene.pins.pins)
        bounds = pins.grown(60.0) if pins else shown_bounds(self._desk.store.walk)
        if bounds is not None:
            self.canvas.fit_to(bounds, tokens.GAP_32)

    def _choose_page(self, outlook: Outlook) -> None:
        """What somebody must choose first: the column of the words, or who is who in a chat."""
        asked = any(source.refusal and source.seen for source in outlook.sources)
        if asked:
            self.switch.choose("fields")
        elif any(source.proposal and source.proposal.chat for source in outlook.sources):
            self.switch.choose("chats")

    def _show_ground(self) -> None:
        self.canvas.set_map(self._desk.ground.data, self._desk.ground.style)
