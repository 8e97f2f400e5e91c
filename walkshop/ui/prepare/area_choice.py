"""Which areas of a boundary file the walk is about: ticked by name, shown on the map meanwhile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from walkshop.domain.edits.areas import Part, parts_of, with_parts
from walkshop.domain.records import Neighbourhood
from walkshop.i18n import msg, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.plain import button_words
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

_ROWS = 5


class AreaChoice(QWidget):
    """A list of names to tick.

    Args:
        show: called with the area as it is ticked now, or as it was read while nothing is.
        use: called with the area that a person wants.
        leave: called when a person wants none of it.
    """

    def __init__(
        self,
        desk: Desk,
        show: Callable[[Neighbourhood], object],
        use: Callable[[Neighbourhood], object],
        leave: Callable[[], object],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._show = show
        self._use = use
        self._read: Neighbourhood | None = None
        self._parts: list[Part] = []
        words = desk.say(msg("Tick the areas of this walk."))
        self.boxes: list[QCheckBox] = []
        self._area = scrolling(QWidget())
        self._area.setMinimumHeight(px(tokens.CONTROL_HEIGHT) * _ROWS)
        self.use = Button(desk.say(msg("Use these areas")), self.take, "primary")
        self.leave = Button(desk.say(msg("Leave it")), leave)
        lines = column(self, tokens.GAP_8)
        lines.addWidget(soft_label(words))
        lines.addWidget(self._area, 1)
        acts = QWidget()
        buttons = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        buttons.addWidget(self.use)
        buttons.addWidget(self.leave)
        lines.addWidget(acts)

    def offer(self, read: Neighbourhood) -> None:
        """Offer the areas that were read; none is ticked yet."""
        self._read, self._parts = read, parts_of(read)
        fresh = QWidget()
        lines = column(fresh)
        self.boxes = []
        for nr, part in enumerate(self._parts, start=1):
            name = part.name or self._desk.say(msg("area {nr}", nr=nr))
            box = QCheckBox(button_words(name))
            box.setAccessibleName(name)
            box.toggled.connect(self._on_ticked)
            self.boxes.append(box)
            lines.addWidget(box)
        lines.addStretch(1)
        on_surface(fresh, "card")
        self._area.setWidget(fresh)
        self._on_ticked()

    @property
    def ticked(self) -> list[Part]:
        """The parts that are ticked."""
        return [part for part, box in zip(self._parts, self.boxes, strict=True) if box.isChecked()]

    def tick(self, name: str) -> None:
        """Tick the part with this name."""
        for part, box in zip(self._parts, self.boxes, strict=True):
            if part.name == name:
                box.setChecked(True)

    def take(self) -> None:
        """Use what is ticked."""
        if self._read is not None and self.ticked:
            self._use(with_parts(self._read, self.ticked))

    def _on_ticked(self) -> None:
        if self._read is None:
            return
        ticked = self.ticked
        self.use.setEnabled(bool(ticked))
        self.use.set_words(
            self._desk.say(
                msgn("Use this area", "Use these {n} areas", len(ticked))
                if ticked
                else msg("Use these areas")
            )
        )
        self._show(with_parts(self._read, ticked) if ticked else self._read)
