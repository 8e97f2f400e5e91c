"""Choosing a map of the internet: one that ships, or one at an address of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import BasemapLink, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.basemap.along import pictures_of
from walkshop.services.basemap.credits import plain
from walkshop.services.basemap.data import WebSource, said
from walkshop.services.basemap.finding import WEB
from walkshop.services.basemap.websources import OWN, own_source, source_of, web_sources
from walkshop.services.settings import SettingsFile
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.errors import sentence
from walkshop.ui.map.laying import MapLaying
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column

ADDRESS = msg("Its address")
WHOSE = msg("Whose map it is")


class WebMaps:
    """The lines of a form that are about maps of the internet.

    Args:
        form: gets a line for the choice, two for an address, and one for what to do with it.
        settings: keep the address of one's own map.
    """

    def __init__(self, form: Form, desk: Desk, laying: MapLaying, settings: SettingsFile) -> None:
        self._form = form
        self._desk = desk
        self._laying = laying
        self._settings = settings
        self._named: BasemapLink | None = None
        self.source = Choice[str](self._offers(), lambda _key: self.show_walk(desk.store.walk))
        self.source.show_thing(web_sources()[0].id)
        self.address = LineField("https://example.org/{z}/{x}/{y}.png")
        self.whose = LineField()
        self.show = Button(desk.say(msg("Show it over the internet")), self.show_web)
        self.along = Button(desk.say(msg("Take it along")), self.take_along)
        self.said = soft_label("")
        form.add("web", msg("From the internet"), self.source)
        form.add("address", ADDRESS, self.address)
        form.add("whose", WHOSE, self.whose)
        form.add("use", msg("Use it"), _acts((self.show, self.along), self.said))
        self.address.show_words(settings.now.map_address)
        self.whose.show_words(settings.now.map_attribution)
        for field in (self.address, self.whose):
            field.returnPressed.connect(self.show_web)

    def show_walk(self, walk: Walk) -> None:
        """Show the map that the walk names, and whether the chosen one can be taken along."""
        named = walk.area.basemap
        if named != self._named:
            self._named = named
            key = named.name.removeprefix(WEB) if named and named.name.startswith(WEB) else ""
            if key == OWN or source_of(key) is not None:
                self.source.show_thing(key)
        own = self.source.thing == OWN
        self._form.show_row("address", own)
        self._form.show_row("whose", own)
        can, why = self._can_take(walk)
        self.said.setText(self._desk.say(why) if isinstance(why, Text) else why)
        free = not self._laying.busy
        self.show.setEnabled(free)
        self.along.setEnabled(can and free)
        self.along.setToolTip("" if can else plain_tip(self.said.text()))

    def show_web(self) -> None:
        """Lay the chosen map; it is fetched while one looks."""
        self._with_source(self._laying.show_web)

    def take_along(self) -> None:
        """Fetch the chosen map for the area of the walk."""
        self._with_source(self._laying.take_along)

    def refuse(self, why: WalkshopError) -> None:
        """Say why a map did not come under the choice."""
        self._form.refuse_at("web", why)

    def _with_source(self, act: Callable[[WebSource], None]) -> None:
        if self.source.thing != OWN:
            self._form.accept()
            act(next(one for one in web_sources() if one.id == self.source.thing))
            return
        try:
            source = own_source(self.address.text(), self.whose.text())
        except WalkshopError as refusal:
            self._form.refuse_at("address", refusal)
            return
        self._form.accept()
        whose = plain(self.whose.text())
        now = self._settings.now
        self._settings.keep(replace(now, map_address=source.address, map_attribution=whose))
        act(source)

    def _can_take(self, walk: Walk) -> tuple[bool, Text | str]:
        """Whether the chosen map can be taken along, and what that asks or why not."""
        key = self.source.thing
        source = source_of(key)
        if source is None:
            return False, msg("Whether this map may be taken along is not known. So it is not.")
        try:
            count = pictures_of(walk, source)
        except WalkshopError as refusal:
            return False, sentence(refusal, self._desk.language)
        return True, msgn(
            "Taking it along fetches {n} picture.",
            "Taking it along fetches {n} pictures.",
            count,
        )

    def _offers(self) -> list[tuple[str, str]]:
        code = self._desk.language.code
        known = [(source.id, said(source.names, code)) for source in web_sources()]
        return [*known, (OWN, self._desk.say(msg("A map at an address of your own")))]


def _acts(buttons: tuple[Button, ...], under: QWidget) -> QWidget:
    holder, line = QWidget(), QWidget()
    holder.setFocusProxy(buttons[0])
    flow = Flow(line, tokens.GAP_8, tokens.GAP_8)
    for button in buttons:
        flow.addWidget(button)
    lines = column(holder, tokens.GAP_4)
    lines.addWidget(line)
    lines.addWidget(under)
    return holder
