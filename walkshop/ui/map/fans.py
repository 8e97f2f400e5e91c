"""Opens a heap of pins when one of it is pointed at or selected, and closes it again."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QVariantAnimation, Signal

from walkshop.ui import tokens
from walkshop.ui.map.marklayer import MarkLayer
from walkshop.ui.map.view import MapView


class Fans(QObject):
    """The one open heap of a map, if any.

    Signals:
        changed: pins are drawn elsewhere now.
    """

    changed = Signal()

    def __init__(self, layer: MarkLayer, view: MapView, parent: QObject) -> None:
        super().__init__(parent)
        self._layer = layer
        self._view = view
        self._open: tuple[int, ...] = ()
        self._held: int | None = None
        self._by_pointer = False
        self._selected: frozenset[int] = frozenset()
        self._from = self._to = layer.shown
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(tokens.MOTION_FAN)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step)

    @property
    def at_rest(self) -> bool:
        """Whether no heap is opening or closing."""
        return self._motion.state() == QVariantAnimation.State.Stopped

    def point(self, at: QPointF | None) -> int | None:
        """The pointer is at `at` (px; None: away); the pin under it, with its heap opened."""
        if at is not None and self._by_pointer and self._near(at):
            return self._layer.hit(at, self._view.camera)
        found = None if at is None else self._layer.hit(at, self._view.camera)
        heap = () if found is None else self._layer.heap_at(found, self._view.camera)
        if heap and heap != self._open:
            self._by_pointer = True
            self._show(heap, None)
        elif not heap and self._by_pointer:
            self._by_pointer = False
            self._show(*self._of_selection())
        return found

    def select(self, selected: frozenset[int]) -> None:
        """These pins are selected now; the heap of a single one opens around it."""
        self._selected = selected
        if not self._by_pointer:
            self._show(*self._of_selection())

    def renew(self) -> None:
        """The marks were arranged anew: open what was open, at once."""
        self._motion.stop()
        self._by_pointer, self._open, self._held = False, (), None
        heap, held = self._of_selection()
        self._open, self._held = heap, held
        self._layer.shown = self._layer.fanned(heap, held, self._view.camera)

    def _of_selection(self) -> tuple[tuple[int, ...], int | None]:
        if len(self._selected) != 1:
            return (), None
        (held,) = self._selected
        heap = self._layer.heap_at(held, self._view.camera)
        return (heap, held) if heap else ((), None)

    def _near(self, at: QPointF) -> bool:
        """Whether the pointer is still among the open pins: else they would flee from it."""
        size = self._layer.shown.size
        places = [self._layer.place_of(index, self._view.camera) for index in self._open]
        left, right = min(p.x() for p in places), max(p.x() for p in places)
        top, bottom = min(p.y() for p in places), max(p.y() for p in places)
        return left - size <= at.x() <= right + size and top - size <= at.y() <= bottom + size

    def _show(self, heap: tuple[int, ...], held: int | None) -> None:
        if (heap, held) == (self._open, self._held):
            return
        self._open, self._held = heap, held
        self._motion.stop()
        self._from = self._layer.shown
        self._to = self._layer.fanned(heap, held, self._view.camera)
        if self._view.less_motion:
            self._step(1.0)
        else:
            self._motion.start()

    def _step(self, part: float) -> None:
        self._layer.shown = self._to if part >= 1 else self._from.between(self._to, part)
        self.changed.emit()
