"""Two ways to put signs and names on a map: as paths for paper, from ready pictures on screen."""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

from walkshop.ui.map.labels import Label
from walkshop.ui.map.lettering import (
    Lettering,
    draw_bent,
    draw_label,
    draw_number,
    draw_plate,
    label_font,
    width_px,
)
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pincrowd import Spot, draw_crowd
from walkshop.ui.map.pins import draw_pin, reach_px
from walkshop.ui.map.spread import plate_box
from walkshop.ui.map.style import MapStyle

_KEPT = 4000


class Ink(Protocol):
    """Draws one sign at a place in px."""

    def pin(self, painter: QPainter, at: QPointF, size: float, look: PinLook) -> None:
        """A pin with its middle at `at`."""

    def crowd(self, painter: QPainter, pins: Iterable[Spot], size: float) -> None:
        """Very many pins, one after another."""

    def number(self, painter: QPainter, box: QRectF, size: float, look: PinLook) -> None:
        """The number of a pin of `size` px, in `box`."""

    def plate(self, painter: QPainter, at: QPointF, text: str) -> None:
        """A stop's plate with its middle at `at`."""

    def label(self, painter: QPainter, at: QPointF, label: Label, style: MapStyle) -> None:
        """A name with its middle at `at`."""


class PathInk:
    """Draws every sign anew: sharp at any scale, text stays text."""

    def pin(self, painter: QPainter, at: QPointF, size: float, look: PinLook) -> None:
        """A pin with its middle at `at`."""
        draw_pin(painter, QRectF(at.x() - size / 2, at.y() - size / 2, size, size), look)

    def crowd(self, painter: QPainter, pins: Iterable[Spot], size: float) -> None:
        """Very many pins, those that look alike drawn together."""
        draw_crowd(painter, list(pins), size)

    def number(self, painter: QPainter, box: QRectF, size: float, look: PinLook) -> None:
        """The number of a pin of `size` px, in `box`."""
        draw_number(painter, box, look.number, size, look.selected)

    def plate(self, painter: QPainter, at: QPointF, text: str) -> None:
        """A stop's plate with its middle at `at`."""
        box = plate_box(at.x(), at.y())
        draw_plate(
            painter, QRectF(QPointF(box.left, box.top), QPointF(box.right, box.bottom)), text
        )

    def label(self, painter: QPainter, at: QPointF, label: Label, style: MapStyle) -> None:
        """A name with its middle at `at`."""
        painter.save()
        painter.translate(at)
        painter.rotate(label.angle)
        how = Lettering(label_font(label.layer), style.label(label.layer))
        if label.letters:
            draw_bent(painter, label.letters, how)
        else:
            draw_label(painter, label.lines, how)
        painter.restore()


class SpriteInk:
    """Draws each look once and then copies pixels; for a screen with `dpr` device px to the px."""

    def __init__(self, dpr: float) -> None:
        self.dpr = dpr
        self._paths = PathInk()
        self._made: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def pin(self, painter: QPainter, at: QPointF, size: float, look: PinLook) -> None:
        """A pin with its middle at `at`."""
        self._stamp(painter, at, self.pin_sprite(size, look))

    def pin_sprite(self, size: float, look: PinLook) -> QPixmap:
        """The picture of a pin; its number is not in it, so alike pins share one."""
        face = (
            look.kind, look.colour, look.glyph, look.letter,
            look.assumed, look.masked, look.selected, look.hover, size,
        )  # fmt: skip
        side = size + 2 * reach_px(size)
        return self._sprite(
            face, QSizeF(side, side), lambda p: self._paths.pin(p, QPointF(0, 0), size, look)
        )

    def crowd(self, painter: QPainter, pins: Iterable[Spot], size: float) -> None:
        """Very many pins, one after another, on whole px: half a microsecond each."""
        sprites: dict[int, QPixmap] = {}
        half = int(size / 2 + reach_px(size))
        draw, floor = painter.drawPixmap, math.floor
        for x, y, look in pins:
            sprite = sprites.get(id(look))
            if sprite is None:
                sprite = sprites[id(look)] = self.pin_sprite(size, look)
            draw(floor(x + 0.5) - half, floor(y + 0.5) - half, sprite)

    def number(self, painter: QPainter, box: QRectF, size: float, look: PinLook) -> None:
        """The number of a pin of `size` px, in `box`."""
        around = QSizeF(box.width() + 24, box.height() + 12)

        def draw(to: QPainter) -> None:
            middle = QRectF(-box.width() / 2, -box.height() / 2, box.width(), box.height())
            self._paths.number(to, middle, size, look)

        sprite = self._sprite(
            (look.number, look.selected, size, box.size().toTuple()), around, draw
        )
        self._stamp(painter, box.center(), sprite)

    def plate(self, painter: QPainter, at: QPointF, text: str) -> None:
        """A stop's plate with its middle at `at`."""
        box = plate_box(0, 0)
        around = QSizeF(box.right * 2 + 8, box.bottom * 2 + 8)
        sprite = self._sprite(
            ("plate", text), around, lambda p: self._paths.plate(p, QPointF(0, 0), text)
        )
        self._stamp(painter, at, sprite)

    def label(self, painter: QPainter, at: QPointF, label: Label, style: MapStyle) -> None:
        """A name with its middle at `at`."""
        self._stamp(painter, at, self.label_sprite(label, style))

    def has_label(self, label: Label, style: MapStyle) -> bool:
        """Whether the picture of a name is made already."""
        return _label_key(label, style) in self._made

    def label_sprite(self, label: Label, style: MapStyle) -> QPixmap:
        """The picture of a name; some two thirds of a millisecond when it is new."""
        turned = label._replace(angle=round(label.angle, 1))
        return self._sprite(
            _label_key(label, style),
            _label_size(turned),
            lambda p: self._paths.label(p, QPointF(0, 0), turned, style),
        )

    def _stamp(self, painter: QPainter, at: QPointF, sprite: QPixmap) -> None:
        """Copy the picture with its middle at `at`, on whole device px: it stays sharp."""
        wide, high = sprite.width() / self.dpr, sprite.height() / self.dpr
        x = round((at.x() - wide / 2) * self.dpr) / self.dpr
        y = round((at.y() - high / 2) * self.dpr) / self.dpr
        painter.drawPixmap(QPointF(x, y), sprite)

    def _sprite(self, key: Hashable, around: QSizeF, draw: Callable[[QPainter], None]) -> QPixmap:
        known = self._made.get(key)
        if known is not None:
            self._made.move_to_end(key)
            return known
        wide, high = (2 * math.ceil(side * self.dpr / 2) for side in around.toTuple())
        made = QPixmap(wide, high)
        made.setDevicePixelRatio(self.dpr)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(wide / 2 / self.dpr, high / 2 / self.dpr)
        draw(painter)
        painter.end()
        self._made[key] = made
        if len(self._made) > _KEPT:
            self._made.popitem(last=False)
        return made


def _label_key(label: Label, style: MapStyle) -> Hashable:
    return (label.lines, label.layer, round(label.angle, 1), label.letters, style.id)


def _label_size(label: Label) -> QSizeF:
    """Room for a name around its middle, px."""
    if label.letters:
        return QSizeF(
            2 * max(abs(letter.x) for letter in label.letters) + 26,
            2 * max(abs(letter.y) for letter in label.letters) + 26,
        )
    font = label_font(label.layer)
    wide = max(width_px(line, font) for line in label.lines) + 8
    high = 22.0 * len(label.lines)
    turn = math.radians(label.angle)
    return QSizeF(
        abs(wide * math.cos(turn)) + abs(high * math.sin(turn)) + 4,
        abs(wide * math.sin(turn)) + abs(high * math.cos(turn)) + 4,
    )
