"""The pins of a map for a screen reader: each note a named child that can be pressed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget

from walkshop.ui.map.surface import MapSurface


def name_pins_of_maps() -> None:
    """Let screen readers see the pins of every map of this program; asks for it once."""
    _install()


@lru_cache(maxsize=1)
def _install() -> None:
    QAccessible.installFactory(interface_of)


def interface_of(_kind: str, thing: QObject) -> QAccessibleInterface | None:
    """What a screen reader talks to for a map; None for all else."""
    if not isinstance(thing, MapSurface):
        return None
    if thing.interface is None:
        thing.interface = MapInterface(thing)
    return thing.interface


def _give_back(ids: list[int]) -> None:
    for number in ids:
        QAccessible.deleteAccessibleInterface(number)
    ids.clear()


class PinInterface(QAccessibleInterface):
    """One pin, by its place in the order of the map's pins."""

    def __init__(self, surface: MapSurface, index: int) -> None:
        super().__init__()
        self._surface = surface
        self._index = index

    def isValid(self) -> bool:
        """Whether the map still has so many pins."""
        return self._index < len(self._surface.scene.pins)

    def object(self) -> QObject | None:  # type: ignore[override] # stubs forgot None
        """A pin is no object of Qt."""
        return None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override] # stubs forgot None
        """The map."""
        return QAccessible.queryAccessibleInterface(self._surface)

    def child(self, _index: int) -> QAccessibleInterface | None:  # type: ignore[override] # stubs forgot None
        """A pin has no parts."""
        return None

    def childAt(self, _x: int, _y: int) -> QAccessibleInterface | None:  # type: ignore[override] # stubs forgot None
        """A pin has no parts."""
        return None

    def childCount(self) -> int:
        """A pin has no parts."""
        return 0

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """A pin has no parts."""
        return -1

    def text(self, what: QAccessible.Text) -> str:
        """What the pin stands for."""
        if what is not QAccessible.Text.Name or not self.isValid():
            return ""
        pin = self._surface.scene.pins.pins[self._index]
        return pin.name or pin.look.number

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """A reader changes nothing."""

    def rect(self) -> QRect:
        """Where the pin is drawn, on the screen."""
        if not self.isValid():
            return QRect()
        box = self._surface.pin_box(self._surface.scene.pins.pins[self._index].key)
        place = box.toAlignedRect()
        return QRect(self._surface.mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        """A sign that can be pressed."""
        return QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        """Selected or not."""
        state = QAccessible.State()
        state.selectable = True
        state.selected = self._index in self._surface.highlight.selected
        return state


class MapInterface(QAccessibleWidget):
    """The map: its keys, then its pins in their order."""

    def __init__(self, surface: MapSurface) -> None:
        super().__init__(surface, QAccessible.Role.Canvas)
        self._surface = surface
        self._pins: dict[int, PinInterface] = {}
        # Qt owns what is registered: it is given back when the map goes, never by Python.
        ids: list[int] = []
        self._ids = ids
        surface.destroyed.connect(lambda: _give_back(ids))

    def childCount(self) -> int:
        """Keys and pins."""
        return super().childCount() + len(self._surface.scene.pins)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # stubs forgot None
        """A key, else a pin."""
        keys = super().childCount()
        if index < keys:
            return super().child(index)
        at = index - keys
        if at >= len(self._surface.scene.pins):
            return None
        if at not in self._pins:
            made = PinInterface(self._surface, at)
            self._ids.append(QAccessible.registerAccessibleInterface(made))
            self._pins[at] = made
        return self._pins[at]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Where a child stands."""
        if isinstance(child, PinInterface):
            return super().childCount() + child._index
        return super().indexOfChild(child)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override] # stubs forgot None
        """The pin on top under a point of the screen, else what Qt finds."""
        key = self._surface.pin_at(self._surface.mapFromGlobal(QPoint(x, y)).toPointF())
        if key:
            return self.child(super().childCount() + self._surface.scene.pins.index(key))
        return super().childAt(x, y)
