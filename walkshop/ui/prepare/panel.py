"""The Prepare stage in its first form: what the walk is called, asks and passes by."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.records import Stop, StopId, Walk
from walkshop.i18n import Text, msg
from walkshop.store.store import Change, Edit
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.plain import plain_tip
from walkshop.ui.prepare import model
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import plain_label, title_label
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

_WIDEST = 720
LANGUAGE_WORDS = {"nl": msg("Dutch"), "en": msg("English")}


class PreparePanel(QWidget):
    """A form for the walk and one for its stops; each field is kept when one goes on."""

    OWN_SIDE = True

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.title = LineField()
        self.question = LongField(2)
        self.area_name = LineField()
        self.area = Choice[str](self._area_words(), self._call_area)
        self.language = Choice[str](
            [(code, desk.say(words)) for code, words in LANGUAGE_WORDS.items()], self._speak
        )
        self.themes = LineField()
        self.themes.setReadOnly(True)
        self.form = Form(desk.language)
        self.stops: dict[StopId, LineField] = {}
        self._stops_form = Form(desk.language)
        self._no_stops = plain_label(
            desk.say(msg("This walk has no stops yet.")), colour=tokens.SOFT
        )
        self._lay_out()
        self._wire()
        desk.store.changed.connect(self._on_change)
        self._show(desk.store.walk)

    def areas(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self.title, *list(self.stops.values())[:1]]

    def _wire(self) -> None:
        say = self._do
        self.title.committed.connect(say(msg("Title changed"), model.retitle, self.title))
        self.question.committed.connect(say(msg("Question changed"), model.ask, self.question))
        self.area_name.committed.connect(
            say(msg("Name of the area changed"), model.name_area, self.area_name)
        )

    def _do(
        self, label: Text, make: Callable[..., Edit], field: LineField | LongField
    ) -> Callable[[str], None]:
        def commit(words: str) -> None:
            store = self._desk.store
            if not self.form.act(store, label, make(words, store.stamp())):
                return
            self._show(store.walk)

        return commit

    def _call_area(self, word: str) -> None:
        store = self._desk.store
        self.form.act(store, msg("Word for the area changed"), model.call_area(word, store.stamp()))

    def _speak(self, code: str) -> None:
        store = self._desk.store
        self.form.act(store, msg("Language of documents changed"), model.speak(code, store.stamp()))

    def _area_words(self) -> list[tuple[str, str]]:
        walk = self._desk.store.walk
        words = [*model.AREA_WORDS]
        if walk.area.word and walk.area.word not in words:
            words.append(walk.area.word)
        return [(word, self._desk.say(model.area_word(walk, word))) for word in words]

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if any(
            getattr(before, name) is not getattr(after, name) for name in ("about", "area", "stops")
        ):
            self._show(after)

    def _show(self, walk: Walk) -> None:
        self.title.show_words(walk.about.title)
        self.question.show_words(walk.about.question)
        self.area_name.show_words(walk.area.name)
        self.area.offer(self._area_words())
        self.area.show_thing(walk.area.word or model.AREA_WORDS[0])
        self.language.show_thing(walk.about.language)
        self.themes.show_words(walk.about.theme_set)
        stops = model.stops_in_order(walk)
        if [stop.id for stop in stops] != list(self.stops):
            self._make_stops(stops)
        for stop in stops:
            self.stops[stop.id].show_words(stop.name)
        self._no_stops.setVisible(not stops)

    def _make_stops(self, stops: list[Stop]) -> None:
        fresh = Form(self._desk.language)
        self.stops = {}
        for stop in stops:
            field = LineField()
            field.committed.connect(self._namer(stop.id, fresh))
            fresh.add(str(stop.id), msg("Stop {nr}", nr=stop.nr), field)
            self.stops[stop.id] = field
        self._column.replaceWidget(self._stops_form, fresh)
        self._stops_form.deleteLater()
        self._stops_form = fresh

    def _namer(self, stop: StopId, form: Form) -> Callable[[str], None]:
        def name(words: str) -> None:
            store = self._desk.store
            nr = store.walk.stop(stop).nr
            edit = model.name_stop(stop, words, store.stamp())
            form.act(store, msg("Name of stop {nr} changed", nr=nr), edit)

        return name

    def _lay_out(self) -> None:
        say = self._desk.say
        self.form.add("title", msg("Title"), self.title)
        self.form.add("question", msg("Main question"), self.question)
        self.form.add("area_name", msg("Area"), self.area_name)
        self.form.add("area", msg("Word for it"), self.area)
        self.form.add("language", msg("Documents in"), self.language)
        self.form.add("themes", msg("Theme set"), self.themes)
        self.themes.setToolTip(plain_tip(say(msg("A walk keeps the themes it began with."))))
        content = QWidget()
        content.setMaximumWidth(px(_WIDEST))
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(tokens.GAP_12))
        self._column.addWidget(title_label(say(msg("The walk"))))
        self._column.addWidget(self.form)
        self._column.addSpacing(px(tokens.GAP_20))
        self._column.addWidget(title_label(say(msg("Stops"))))
        self._column.addWidget(self._no_stops)
        self._column.addWidget(self._stops_form)
        self._column.addStretch(1)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(*[px(tokens.GAP_32)] * 4)
        row.addWidget(content, 1)
        row.addStretch(0)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(holder))
