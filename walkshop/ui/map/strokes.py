"""Pens of the map: no bend has a spike and no joint a gap."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

ROUND_FROM_PX = 4.0
"""Of a thinner stroke nobody sees the roundness, and it costs half the time without."""


def pen(colour: str, width: float, dash: tuple[float, ...] = (), flat: bool = False) -> QPen:
    """A pen of `width` px; dashes (on and off in px) and bridges end flat, all else closes gaps."""
    thin = width < ROUND_FROM_PX
    cap = Qt.PenCapStyle.SquareCap if thin else Qt.PenCapStyle.RoundCap
    join = Qt.PenJoinStyle.BevelJoin if thin else Qt.PenJoinStyle.RoundJoin
    if dash or flat:
        cap = Qt.PenCapStyle.FlatCap
    made = QPen(QColor(colour), width, Qt.PenStyle.SolidLine, cap, join)
    if dash:
        made.setDashPattern([part / width for part in dash])
    return made
