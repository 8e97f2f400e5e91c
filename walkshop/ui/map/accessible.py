"""The pins of a map for a screen reader: each note a named child that can be pressed."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
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


class PressPin(QAccessibleActionInterface):
    """What can be done to a pin: press it, as a click does."""

    def __init__(self, surface: MapSurface, index: int) -> None:
        super().__init__()
        self._surface = surface
        self._index = index

    def actionNames(self) -> list[str]:
        """Pressing alone."""
        return [self.pressAction()]

    def doAction(self, name: str) -> None:
        """Press the pin."""
        found = _named(self._surface, self._index)
        if name == self.pressAction() and found is not None:
            self._surface.press_pin(found[0])

    def keyBindingsForAction(self, _name: str) -> list[str]:
        """It has no key of its own."""
        return []


class PinInterface(QAccessibleInterface):
    """One pin, by its place in the order: those on the map, then those in the whole area's box."""

    def __init__(self, surface: MapSurface, index: int) -> None:
        super().__init__()
        self._surface = surface
        self._index = index
        self._press = PressPin(surface, index)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> object:  # type: ignore[override] # stubs say int where Qt takes the interface
        """It can be pressed."""
        return self._press if kind is QAccessible.InterfaceType.ActionInterface else None

    def isValid(self) -> bool:
        """Whether the map still has so many pins."""
        return _named(self._surface, self._index) is not None

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
        found = _named(self._surface, self._index)
        return found[1] if what is QAccessible.Text.Name and found is not None else ""

    def setText(self, _what: QAccessible.Text, _text: str) -> None:
        """A reader changes nothing."""

    def rect(self) -> QRect:
        """Where the pin is drawn, on the screen."""
        found = _named(self._surface, self._index)
        box = (
            self._surface.layer.box_of(found[0], self._surface.view.camera)
            if found is not None
            else None
        )
        if box is None:
            return QRect()
        place = box.toAlignedRect()
        return QRect(self._surface.mapToGlobal(place.topLeft()), place.size())

    def role(self) -> QAccessible.Role:
        """A sign that can be pressed."""
        return QAccessible.Role.Button

    def state(self) -> QAccessible.State:
        """Selected or not."""
        state = QAccessible.State()
        state.selectable = True
        found = _named(self._surface, self._index)
        state.selected = found is not None and found[0] in self._surface.highlight.keys
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
        return super().childCount() + _count(self._surface)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override] # stubs forgot None
        """A key, else a pin."""
        keys = super().childCount()
        if index < keys:
            return super().child(index)
        at = index - keys
        if at >= _count(self._surface):
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
            return self.child(super().childCount() + _index_of(self._surface, key))
        return super().childAt(x, y)


def _count(surface: MapSurface) -> int:
    return len(surface.scene.pins) + len(surface.scene.whole.notes)


def _named(surface: MapSurface, index: int) -> tuple[str, str] | None:
    """The key and the name of a pin by its place in the order; None beyond the last."""
    pins, whole = surface.scene.pins.pins, surface.scene.whole.notes
    if index < len(pins):
        return pins[index].key, pins[index].name or pins[index].look.number
    if index < len(pins) + len(whole):
        aside = whole[index - len(pins)]
        return aside.key, aside.name or aside.look.number
    return None


def _index_of(surface: MapSurface, key: str) -> int:
    pins = surface.scene.pins
    if key in pins:
        return pins.index(key)
    return len(pins) + [aside.key for aside in surface.scene.whole.notes].index(key)
