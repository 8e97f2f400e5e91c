"""A line or area of the walk itself, drawn on a small map and pulled by its corners."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.figures import Figure

MOST_CORNERS = 120
"""With more corners than this handles would lie on each other: such a shape came from a file."""


class ShapeOnMap(QObject):
    """The shape that shows its corners, and what a person draws or pulls.

    Signals:
        drawn: a Figure.
        pulled: a key and the Figure it has now, once per pull; what is refused goes back.
    """

    drawn = Signal(object)
    pulled = Signal(str, object)

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._key = ""
        self._figure: Figure | None = None
        canvas.figure_drawn.connect(self.drawn)
        # The canvas knows no such shape and takes its handles away first: this comes after it.
        canvas.tools.reshaped.connect(self._on_reshaped)

    @property
    def figure(self) -> Figure | None:
        """The shape with handles."""
        return self._figure

    def show(self, key: str, figure: Figure | None) -> bool:
        """Handles on this shape, or on none; False when it has too many corners for them."""
        few = figure is not None and len(figure.along) <= MOST_CORNERS
        self._key, self._figure = key, figure if few else None
        self._canvas.tools.show_corners(key, self._figure)
        return few or figure is None

    def _on_reshaped(self, key: str, figure: Figure) -> None:
        self.pulled.emit(key, figure)
        self._canvas.tools.show_corners(self._key, self._figure)
