"""The route: drawn, read from a GPX file, or straight between the stops; and what is along it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from walkshop.domain.edits import routes
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat, length_m
from walkshop.domain.queries.routes import between_stops, route_of, walking_minutes
from walkshop.domain.records import Route, RouteId, Walk
from walkshop.i18n import Language, Text, msg, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.files import documents
from walkshop.ui.map.figures import Figure
from walkshop.ui.map.tools.measures import rounded_length
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.prepare.area import AskFile
from walkshop.ui.prepare.place_map import PlaceMap
from walkshop.ui.prepare.section import WIDE_LABELS, Section
from walkshop.ui.prepare.shape_on_map import ShapeOnMap
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label, soft_label

ROUTE = msg("Route")
LINES = (("obstacles", msg("Steps and obstacles")), ("seats", msg("Seats on the way")))
TOILET = msg("Toilet on the way")
LAID = msg("Route changed")


def ask_track(parent: QWidget, language: Language) -> Path | None:
    """Ask with the dialog of the system."""
    title = language.say(msg("Choose a GPX file"))
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(documents()), "GPX (*.gpx)")
    return Path(chosen) if chosen else None


class RouteSection(Section):
    """A map on which the route is drawn, and how far it is.

    Args:
        ask: asks a person for a GPX file.
    """

    LABELS_WIDE = WIDE_LABELS

    def __init__(self, desk: Desk, ask: AskFile = ask_track) -> None:
        super().__init__(desk, ROUTE, msg("The line that people walk, past the stops."))
        say = desk.say
        self._ask = ask
        self.far = plain_label("", tokens.NAME)
        self.hint = soft_label("")
        self.refusal = Refusal()
        self.map = PlaceMap(desk, points=False, tools=(ToolId.LINE,))
        self.shape = ShapeOnMap(self.map.canvas)
        self.shape.drawn.connect(lambda figure: self.lay(figure.along))
        self.shape.pulled.connect(lambda _key, figure: self.lay(figure.along))
        self.draw = Button(say(msg("Draw on the map")), self.take_pen)
        self.straight = Button(say(msg("Straight between the stops")), self.lay_straight)
        self.read = Button(say(msg("Read a GPX file")), self.ask_file)
        self.drop = Button(say(msg("Take the route away")), self.take_away)
        self.fields = {name: LineField() for name, _ in LINES}
        for name, label in LINES:
            self.form.add(name, label, self.fields[name])
            self.fields[name].committed.connect(self._committer(name, label))
        self.toilet = Choice[bool | None](
            [(None, say(msg("not known"))), (True, say(msg("yes"))), (False, say(msg("no")))],
            lambda there: self.change("toilet", TOILET, there),
        )
        self.form.add("toilet", TOILET, self.toilet)
        self._lay_out()

    def show_walk(self, walk: Walk) -> None:
        """Show the route, how far it is, and what is along it."""
        route = route_of(walk)
        self.far.setText(self._how_far(route) if route else "")
        self.far.setVisible(route is not None)
        self.map.show_walk(walk)
        movable = self.shape.show("route", Figure(route.along) if route else None)
        self.hint.setText(self.desk.say(_how(route, movable)))
        self.drop.setVisible(route is not None)
        self.straight.setEnabled(len(between_stops(walk)) > 1)
        self.form.setVisible(route is not None)
        if route is not None:
            for name, field in self.fields.items():
                field.show_words(str(getattr(route, name)))
            self.toilet.show_thing(route.toilet)

    def take_pen(self) -> None:
        """Take the tool that draws a line."""
        self.map.canvas.tools.choose(ToolId.LINE)
        self.map.canvas.setFocus()

    def lay(self, along: tuple[LonLat, ...]) -> None:
        """Let the route go along these places."""
        store = self.desk.store
        key, stamp = RouteId(store.new_id()), store.stamp()

        def edit(walk: Walk) -> Walk:
            return routes.lay_route(walk, key, along, stamp)

        if self.refusal.attempt(lambda: edit(store.walk), self.desk.language):
            store.apply(LAID, edit)
        self.show_walk(store.walk)

    def lay_straight(self) -> None:
        """A line from stop to stop; skipped stops are left out."""
        self.lay(between_stops(self.desk.store.walk))

    def ask_file(self) -> None:
        """Ask for a GPX file and read it."""
        path = self._ask(self, self.desk.language)
        if path is not None:
            self.read_file(path)

    def read_file(self, path: Path) -> None:
        """Lay the route along the line in a GPX file; a refusal is said in a sentence."""
        from walkshop.services.geometry.route import read_route

        found: list[tuple[LonLat, ...]] = []
        if self.refusal.attempt(lambda: found.append(read_route(path)), self.desk.language):
            self.lay(found[0])

    def take_away(self) -> None:
        """A walk without a route; undo brings it back."""
        self.do(msg("Route taken away"), routes.remove_route)

    def change(self, field: str, what: Text, value: str | bool | None) -> None:
        """Let a field of the route hold something else."""
        store = self.desk.store
        route, stamp = route_of(store.walk), store.stamp()
        if route is None:
            return
        kept = value.strip() if isinstance(value, str) else value

        def edit(walk: Walk) -> Walk:
            known = walk.routes.get(route.id)
            if known is None:
                raise WalkshopError(msg("This is no longer in the walk."))
            changed = replace(known, **{field: kept})  # type: ignore[arg-type]  # a field of it
            return routes.change_route(walk, changed, stamp)

        self.do(msg("Changed: {what}", what=what), edit)

    def _committer(self, name: str, what: Text) -> Callable[[str], None]:
        return lambda words: self.change(name, what, words)

    def _how_far(self, route: Route) -> str:
        metres = route.length_m or length_m(route.along)
        far, unit = rounded_length(metres)
        minutes = walking_minutes(metres)
        return self.desk.say(
            msgn(
                "{length}, {n} minute of walking",
                "{length}, {n} minutes of walking",
                minutes,
                length=f"{self.desk.language.number(far)} {unit}",
            )
        )

    def _lay_out(self) -> None:
        acts = QWidget()
        buttons = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        for button in (self.draw, self.straight, self.read, self.drop):
            buttons.addWidget(button)
        self.lines.addWidget(acts)
        self.lines.addWidget(self.refusal)
        self.lines.addWidget(self.far)
        self.lines.addWidget(self.map, 1)
        self.lines.addWidget(self.hint)
        self.lines.addWidget(self.form)


def _how(route: Route | None, movable: bool) -> Text:
    if route is None:
        return msg("Click the corners of the route. Enter is the end.")
    if movable:
        return msg("Pull a corner to move it. Right-click takes it away.")
    return msg("This line came from a file. Draw a new one to change it.")
