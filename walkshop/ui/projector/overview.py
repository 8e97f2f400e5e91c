"""The whole walk on one map for the room: stops by name, notes as small signs without numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from walkshop.ui import tokens
from walkshop.ui.map.arrange import Arrangement, arrange
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.marks import Highlight, MarksPainter
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import Box
from walkshop.ui.projector.fit import room_font
from walkshop.ui.projector.mapwords import draw_plate
from walkshop.ui.projector.stopnames import (
    HIGH,
    NUMBER_ONLY,
    NameSpot,
    Place,
    lay_names,
)

PIN_PX = 26.0
"""Of a note in the overview, on a screen 720 high: shape and colour, no number."""

_EDGE = 14.0
_SOURCE_HIGH = 34.0
_PLATE_WIDE, _PADDING, _GAP = 58.0, 5.0, 12.0
_STOP_DOT = 8.0
_ROWS = 3
"""Of signs about the whole area; more than these are only counted."""

_NAMES_UNTIL = 400
"""With more pins in view than this, names keep clear of none of them: they are everywhere."""


@dataclass(frozen=True, slots=True, eq=False)
class Overview:
    """An overview as it is laid out; lengths in px of a screen 720 high.

    Args:
        scene: what stands on the map.
        how: where its pins stand.
        spots: of the stops' names, in the order of the scene.
        names: of the stops, by their number.
        box: of the notes about the whole area; None for none.
    """

    scene: Scene
    camera: Camera
    how: Arrangement
    spots: tuple[NameSpot | None, ...]
    names: Mapping[int, str]
    aside: Aside | None

    @property
    def taken(self) -> list[Box]:
        """What names of streets keep clear of."""
        boxes = [*self.how.taken, *(spot.box for spot in self.spots if spot is not None)]
        return [*boxes, self.aside.box] if self.aside is not None else boxes


@dataclass(frozen=True, slots=True)
class Aside:
    """The words and signs about the whole area, in a corner."""

    title: str
    box: Box
    signs: tuple[tuple[float, float, int], ...]
    """Middle of each sign, and which note of the scene it is."""


def lay_overview(scene: Scene, names: Mapping[int, str], camera: Camera) -> Overview:
    """The overview of a scene as `camera` sees it."""
    how = arrange(scene, camera, lambda _text, _size: 0.0, PIN_PX)
    among = scene.pins.in_view(camera)
    x, y = scene.pins.screen(camera, among)
    many = len(among) > _NAMES_UNTIL
    pins = [] if many else list(zip(x.tolist(), y.tolist(), strict=True))
    frame = Box(_EDGE, _EDGE, camera.width - _EDGE, camera.height - _EDGE)
    source = Box(camera.width / 2, camera.height - _SOURCE_HIGH, camera.width, camera.height)
    stops = [camera.to_screen(stop.at) for stop in scene.stops]
    signs = [*pins, *((at.x, at.y) for at in stops)]
    aside = _lay_aside(scene, camera, signs)
    shut = [source, *([aside.box] if aside else [])]
    places = [
        Place(at.x, at.y, _wide(names.get(stop.nr, "")))
        for stop, at in zip(scene.stops, stops, strict=True)
    ]
    spots = lay_names(places, frame, pins, shut)
    return Overview(scene, camera, how, tuple(spots), names, aside)


def draw_overview(painter: QPainter, view: Overview, ink: SpriteInk) -> None:
    """Signs, then the stops with a line to each name."""
    still = replace(view.scene, stops=())
    MarksPainter(still, view.how, view.camera, ink).pins(painter, Highlight())
    painter.save()
    for stop, spot in zip(view.scene.stops, view.spots, strict=True):
        if spot is not None:
            at = view.camera.to_screen(stop.at)
            _draw_line(painter, QPointF(at.x, at.y), spot)
    for stop, spot in zip(view.scene.stops, view.spots, strict=True):
        if spot is not None:
            _draw_name(painter, spot, stop.nr, view.names.get(stop.nr, ""))
    if view.aside is not None:
        _draw_aside(painter, view.aside, view.scene, ink)
    painter.restore()


def _draw_line(painter: QPainter, at: QPointF, spot: NameSpot) -> None:
    to = QPointF(*spot.middle)
    for colour, wide, dot in ((tokens.PIN_HALO, 8.0, 4.0), (tokens.ACCENT, 3.5, 0.0)):
        painter.setPen(QPen(QColor(colour), wide))
        painter.drawLine(at, to)
        painter.setPen(QPen(QColor(tokens.PIN_HALO), 1.0))
        painter.setBrush(QColor(colour))
        painter.drawEllipse(at, _STOP_DOT + dot, _STOP_DOT + dot)


def _draw_name(painter: QPainter, spot: NameSpot, nr: int, name: str) -> None:
    box = _rect(spot.box)
    _card(painter, box, box.height() / 2)
    wide = _PLATE_WIDE if spot.named else box.width() - 2 * _PADDING
    plate = QRectF(box.left() + _PADDING, box.top() + _PADDING, wide, HIGH - 2 * _PADDING)
    draw_plate(painter, plate, str(nr))
    if spot.named:
        font = name_font()
        painter.setFont(font)
        painter.setPen(QColor(tokens.INK))
        metrics = QFontMetricsF(font)
        base = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
        painter.drawText(QPointF(plate.right() + _GAP, base), name)


def _draw_aside(painter: QPainter, aside: Aside, scene: Scene, ink: SpriteInk) -> None:
    box = _rect(aside.box)
    _card(painter, box, tokens.RADIUS)
    font = name_font()
    painter.setFont(font)
    painter.setPen(QColor(tokens.INK))
    metrics = QFontMetricsF(font)
    painter.drawText(QPointF(box.left() + _EDGE, box.top() + _EDGE + metrics.ascent()), aside.title)
    for x, y, which in aside.signs:
        ink.pin(painter, QPointF(x, y), PIN_PX, scene.whole.notes[which].look)


def _lay_aside(scene: Scene, camera: Camera, signs: Sequence[tuple[float, float]]) -> Aside | None:
    """The box of the whole area, in the corner where it hides least."""
    notes = scene.whole.notes
    if not notes:
        return None
    metrics = QFontMetricsF(name_font())
    step = PIN_PX * 1.4
    title = f"{scene.whole.title}: {len(notes)}"
    wide = max(metrics.horizontalAdvance(title), min(len(notes), 6) * step)
    a_row = max(1, int(wide // step))
    shown = notes if len(notes) <= _ROWS * a_row else ()
    rows = -(-len(shown) // a_row)
    wide, high = wide + 2 * _EDGE, metrics.height() + rows * step + 2 * _EDGE
    left, top = min(
        (
            (x, y)
            for x in (_EDGE, camera.width - wide - _EDGE)
            for y in (_EDGE, camera.height - high - _SOURCE_HIGH - _EDGE)
        ),
        key=lambda at: sum(
            at[0] - 20 < x < at[0] + wide + 20 and at[1] - 20 < y < at[1] + high + 20
            for x, y in signs
        ),
    )
    first = top + _EDGE + metrics.height() + step / 2
    places = tuple(
        (left + _EDGE + (n % a_row + 0.5) * step, first + n // a_row * step, n)
        for n in range(len(shown))
    )
    return Aside(title, Box(left, top, left + wide, top + high), places)


def name_font() -> QFont:
    """The type of the stops' names: 28 pt on a screen 720 high."""
    return room_font(tokens.ROOM_TEXT.px, tokens.NAME.weight)


def _wide(name: str) -> float:
    """Of a plate with a name, px."""
    if not name:
        return NUMBER_ONLY
    words = QFontMetricsF(name_font()).horizontalAdvance(name)
    return words + _PLATE_WIDE + 2 * _PADDING + _GAP + 1.8 * _GAP


def _card(painter: QPainter, box: QRectF, radius: float) -> None:
    card = QPainterPath()
    card.addRoundedRect(box, radius, radius)
    painter.fillPath(card, QColor(tokens.CARD))
    painter.strokePath(card, QPen(QColor(tokens.EDGE), 1.5))


def _rect(box: Box) -> QRectF:
    return QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom))
