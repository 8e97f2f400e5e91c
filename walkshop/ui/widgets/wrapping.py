"""Small widgets that go on to the next line where the width ends, and come and go while shown.

It places its children itself, so that they can be added and dropped at any time.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkshop.ui.widgets.type import px


class Wrapping(QWidget):
    """Widgets beside each other, on as many lines as they need.

    Args:
        gap: px between widgets and between lines.
        edge: px around all of them.
    """

    def __init__(self, widgets: Sequence[QWidget] = (), gap: int = 4, edge: int = 0) -> None:
        super().__init__()
        self._gap, self._edge = px(gap), px(edge)
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.take(widget)

    def take(self, widget: QWidget) -> None:
        """One more, at the end."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self._again()

    def drop(self, widget: QWidget) -> None:
        """Let one of them go for good."""
        self._widgets.remove(widget)
        widget.hide()
        widget.deleteLater()
        self._again()

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in px of all lines at a width."""
        return self._lay(width, move=False)

    def sizeHint(self) -> QSize:
        """All on one line."""
        sizes = [self._size(widget) for widget in self._widgets]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide + 2 * self._edge, self.heightForWidth(wide + 2 * self._edge))

    def minimumSizeHint(self) -> QSize:
        """The widest of them."""
        wide = max((self._size(widget).width() for widget in self._widgets), default=0)
        return QSize(wide + 2 * self._edge, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put every widget in its place."""
        super().resizeEvent(event)
        self._lay(self.width(), move=True)

    def event(self, event: QEvent) -> bool:
        """One of them became wider or narrower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    def _again(self) -> None:
        self.updateGeometry()
        self._lay(self.width(), move=True)

    def _size(self, widget: QWidget) -> QSize:
        widget.ensurePolished()
        size = widget.sizeHint().expandedTo(widget.minimumSize())
        return size.boundedTo(widget.maximumSize())

    def _lay(self, width: int, move: bool) -> int:
        x, y, line = self._edge, self._edge, 0
        for widget in self._widgets:
            size = self._size(widget)
            if x > self._edge and x + size.width() > width - self._edge:
                x, y, line = self._edge, y + line + self._gap, 0
            if move:
                widget.setGeometry(x, y, size.width(), size.height())
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line + self._edge
