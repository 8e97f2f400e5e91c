"""The stops: added by name or on the map, in order, skipped with a reason, taken away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from walkshop.domain.geo import LonLat
from walkshop.domain.records import Stop, StopId, Walk
from walkshop.i18n import Text, msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.prepare import model
from walkshop.ui.prepare.place_map import PlaceMap
from walkshop.ui.prepare.rows import AddLine, Named, NamedList
from walkshop.ui.prepare.section import Section
from walkshop.ui.prepare.stop_more import StopMore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row

STOPS = msg("Stops")
FIELDS = (
    ("name", msg("Name")),
    ("why", msg("Why here?")),
    ("skipped", msg("Skipped, because")),
)


class StopsSection(Section):
    """A list, a map, and a form for the stop that is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, STOPS, msg("Seven stops in 45 minutes are enough."))
        say = desk.say
        self._for: StopId | None = None
        self._shown: StopId | None = None
        self._details = QWidget()
        self.list = NamedList(say(STOPS), self._on_chosen)
        self.map = PlaceMap(desk)
        self.map.pointed.connect(self._put)
        self.none = soft_label(say(msg("This walk has no stops yet. Type a name, or point.")))
        self.add_line = AddLine(say(msg("Name of a new stop")), say(msg("Add")), self.add)
        self.point = Button(say(msg("Point at the map")), self.ask_new)
        self.fields = {name: LineField() for name, _ in FIELDS}
        for name, label in FIELDS:
            self.form.add(name, label, self.fields[name])
            self.fields[name].committed.connect(self._committer(name, label))
        self.more = StopMore(desk, self.form, self._set)
        self.earlier = Button(say(msg("Earlier")), lambda: self.reorder(-1))
        self.later = Button(say(msg("Later in the walk")), lambda: self.reorder(1))
        self.place = Button(say(msg("Put on the map")), self.ask_place)
        self.remove = Button(say(msg("Take away")), self.take_away)
        self._lay_out()

    @property
    def chosen(self) -> Stop | None:
        """The stop that is chosen."""
        return self.desk.store.walk.stops.get(StopId(self.list.key))

    def show_walk(self, walk: Walk) -> None:
        """Show list, map and the chosen stop."""
        skipped = self.desk.say(msg("skipped"))
        unnamed = self.desk.say(msg("without a name"))
        nowhere = self.desk.say(msg("not on the map"))
        self.list.show_rows(
            [
                Named(
                    str(stop.id),
                    stop.name or unnamed,
                    str(stop.nr),
                    skipped if stop.skipped else "" if stop.at else nowhere,
                )
                for stop in model.stops_in_order(walk)
            ]
        )
        self.none.setVisible(not walk.stops)
        self.map.show_walk(walk)
        self._show_chosen()

    def add(self, name: str, at: LonLat | None = None) -> None:
        """Add a stop; without a place the map is asked for one."""
        store = self.desk.store
        stop = Stop(id=StopId(store.new_id()), nr=0, name=name, at=at)
        label = msg("Stop added: {name}", name=name or str(store.walk.marks.stop))
        if not self.do(label, model.add_stop(stop, store.stamp())):
            return
        self.list.choose(str(stop.id))
        if at is None:
            self.ask_place()
        elif not name:
            self.fields["name"].setFocus()

    def ask_new(self) -> None:
        """Let the next click on the map be a new stop."""
        self._for = None
        self.map.ask(self.desk.say(msg("Click where the new stop is. Esc lets go.")))
        self.map.canvas.setFocus()

    def ask_place(self) -> None:
        """Let the next click on the map be the place of the chosen stop."""
        stop = self.chosen
        if stop is not None:
            self._for = stop.id
            self.map.ask(self.desk.say(msg("Click where stop {nr} is. Esc lets go.", nr=stop.nr)))
            self.map.canvas.setFocus()

    def reorder(self, steps: int) -> None:
        """The chosen stop comes later in the walk, or earlier; its number stays."""
        stop, store = self.chosen, self.desk.store
        if stop is not None:
            label = msg("Order of stop {nr} changed", nr=stop.nr)
            self.do(label, model.move_stop(stop, steps, store.stamp()))

    def take_away(self) -> None:
        """Take the chosen stop away, when nothing hangs on it."""
        stop = self.chosen
        if stop is not None:
            self.do(msg("Stop {nr} taken away", nr=stop.nr), model.remove_stop(stop))

    def _put(self, at: LonLat) -> None:
        store = self.desk.store
        stop = store.walk.stops.get(self._for) if self._for is not None else None
        if stop is None:
            self.add(self.add_line.take(), at)
            return
        label = msg("Stop {nr} put on the map", nr=stop.nr)
        self.do(label, model.set_stop(stop.id, "at", at, store.stamp()))

    def _set(self, name: str, label: Text, value: model.StopValue) -> None:
        stop, store = self._shown, self.desk.store
        if stop is None or stop not in store.walk.stops:
            return
        what = msg("Changed: stop {nr}, {what}", nr=store.walk.stops[stop].nr, what=label)
        self.do(what, model.set_stop(stop, name, value, store.stamp()))

    def _committer(self, name: str, label: Text) -> Callable[[str], None]:
        return lambda words: self._set(name, label, words)

    def _on_chosen(self, _key: str) -> None:
        self.map.stop_asking()
        self.form.accept()
        self._show_chosen()

    def _show_chosen(self) -> None:
        stop = self.chosen
        if stop is not None and stop.id != self._shown:
            for field in (*self.fields.values(), self.more.radius):
                field.clearFocus()  # what was typed belongs to the stop before
        self._shown = stop.id if stop else None
        for name, field in self.fields.items():
            field.show_words(str(getattr(stop, name)) if stop else "")
        if stop is not None:
            self.more.show_stop(self.desk.store.walk, stop)
        self._details.setVisible(stop is not None)

    def _lay_out(self) -> None:
        left = column(gap=tokens.GAP_8)
        left.addWidget(self.none)
        left.addWidget(self.list, 1)
        across = row(gap=tokens.GAP_12)
        across.addLayout(left, 2)
        across.addWidget(self.map, 3)
        self.lines.addLayout(across, 1)
        adding = row(gap=tokens.GAP_8)
        adding.addWidget(self.add_line, 1)
        adding.addWidget(self.point)
        self.lines.addLayout(adding)
        self.lines.addWidget(self._details)
        lines = column(self._details, tokens.GAP_8)
        lines.addWidget(self.form)
        acts = QWidget()
        buttons = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        for button in (self.earlier, self.later, self.place, self.remove):
            buttons.addWidget(button)
        lines.addWidget(acts)
