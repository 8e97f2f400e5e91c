"""What lies under the walk now, in words: its name, whose it is, what is on it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from walkshop.domain.records import BasemapLink
from walkshop.i18n import Text, msg, msgc
from walkshop.services.basemap.data import MapData, said
from walkshop.services.basemap.finding import PICTURES, WEB, layer_names
from walkshop.services.basemap.websources import source_of
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.type import px

NONE = msg("No map lies under this walk.")
NOT_HERE = msg("The map under this walk is not here. The pins stand where they belong.")

LAYERS: Mapping[str, Text] = {
    PICTURES: msgc("on the map", "pictures"),
    "building": msgc("on the map", "buildings"),
    "street": msgc("on the map", "streets"),
    "path": msgc("on the map", "paths"),
    "square": msgc("on the map", "squares"),
    "rail": msgc("on the map", "rails"),
    "water": msgc("on the map", "water"),
    "green": msgc("on the map", "green"),
    "area": msgc("on the map", "areas"),
    "label": msgc("on the map", "names"),
}
"""The layers of a map, what one sees first named first."""


class LyingMap(QWidget):
    """Three lines about a map; those that say nothing take no room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._seen: MapData | None = None
        self._layers = ""
        self.name = plain_label("", tokens.NAME)
        self.source = soft_label("")
        self.content = soft_label("")
        lines = column(self, tokens.GAP_4)
        # Its first line stands level with its label, as a field's words do.
        lines.setContentsMargins(0, (px(tokens.FIELD_HEIGHT) - px(tokens.NAME.line)) // 2, 0, 0)
        for line in (self.name, self.source, self.content):
            lines.addWidget(line)

    def show_map(self, link: BasemapLink | None, own_address: str, lost: bool) -> None:
        """Show what the walk names, and what was found of it."""
        say = self._desk.say
        self.name.setText(say(NONE) if link is None else self._name(link, own_address))
        parts = (link.source, link.licence, link.notice) if link else ()
        self.source.setText(", ".join(part for part in parts if part))
        self.content.setText(say(NOT_HERE) if lost else self._content())
        for line in (self.source, self.content):
            line.setVisible(bool(line.text()))

    def _name(self, link: BasemapLink, own_address: str) -> str:
        if not link.name.startswith(WEB):
            return Path(link.name).name
        source = source_of(link.name.removeprefix(WEB), own_address)
        name = said(source.names, self._desk.language.code) if source else link.source
        return self._desk.say(msg("{name}, from the internet", name=name))

    def _content(self) -> str:
        """The layers by name; counted once for a map, which may have many thousands of things."""
        data = self._desk.ground.data
        if data is not self._seen:
            self._seen = data
            there = layer_names(data)
            words = [self._desk.say(word) for layer, word in LAYERS.items() if layer in there]
            layers = self._desk.language.row(words)
            self._layers = self._desk.say(msg("With {layers}.", layers=layers)) if words else ""
        return self._layers
