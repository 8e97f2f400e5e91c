"""Words on the map: with a halo, level or along a street, as text also in a printed picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPen,
    QTransform,
)

from walkshop.ui import tokens
from walkshop.ui.fonts import map_font
from walkshop.ui.map.bends import Letter

LABEL_HALO_PX = 3.5
NUMBER_HALO_PX = 3.0
PLATE_PADDING = QPointF(6, 2)


class Lettering(NamedTuple):
    """Font, colour "#RRGGBB", and the width in px of the white halo."""

    font: QFont
    colour: str
    halo: float = LABEL_HALO_PX


def label_font(layer: str) -> QFont:
    """The font of names on the map; water alone is in italics."""
    return map_font(tokens.BODY.px, tokens.BODY.weight, layer == "water")


def number_font(pin_size: float) -> QFont:
    """The bold font of a number beside a pin of this size."""
    px = tokens.NUMBER.px if pin_size < tokens.PIN_INSPECTOR else pin_size / 2
    return map_font(px, tokens.NUMBER.weight)


def width_px(text: str, font: QFont) -> float:
    """How wide the text is in logical px."""
    return QFontMetricsF(font).horizontalAdvance(text)


def draw_words(painter: QPainter, at: QPointF, text: str, how: Lettering) -> None:
    """Text with its baseline starting at `at`, no halo; stays text in a printed picture."""
    painter.setFont(how.font)
    painter.setPen(QColor(how.colour))
    painter.drawText(at, text)


def draw_haloed(painter: QPainter, at: QPointF, text: str, how: Lettering) -> None:
    """Text on a white halo, baseline starting at `at`."""
    outline = QPainterPath()
    outline.addText(at, how.font, text)
    painter.strokePath(outline, _halo_pen(how.halo))
    draw_words(painter, at, text, how)


def draw_label(painter: QPainter, lines: Sequence[str], how: Lettering) -> None:
    """Lines of a name centred on the painter's origin, one under the other."""
    metrics = QFontMetricsF(how.font)
    step = float(tokens.BODY.line) - 2
    middle = (metrics.ascent() - metrics.descent()) / 2
    for number, line in enumerate(lines):
        y = middle + (number - (len(lines) - 1) / 2) * step
        x = -metrics.horizontalAdvance(line) / 2
        draw_haloed(painter, QPointF(x, y), line, how)


def draw_bent(painter: QPainter, letters: Sequence[Letter], how: Lettering) -> None:
    """A name letter by letter around the painter's origin; the halo lies under all of them."""
    metrics = QFontMetricsF(how.font)
    down = (metrics.ascent() - metrics.descent()) / 2
    outline, turned = QPainterPath(), []
    for letter in letters:
        turn = QTransform().translate(letter.x, letter.y).rotate(letter.angle)
        start = QPointF(-metrics.horizontalAdvance(letter.text) / 2, down)
        shape = QPainterPath()
        shape.addText(start, how.font, letter.text)
        outline.addPath(turn.map(shape))
        turned.append((turn, start, letter.text))
    painter.strokePath(outline, _halo_pen(how.halo))
    for turn, start, text in turned:
        painter.save()
        painter.setTransform(turn, combine=True)
        draw_words(painter, start, text, how)
        painter.restore()


def draw_number(painter: QPainter, box: QRectF, text: str, size: float, selected: bool) -> None:
    """A note's number in `box` (of spread.number_box); on an accent plate when selected."""
    font = number_font(size)
    metrics = QFontMetricsF(font)
    y = box.center().y() + (metrics.ascent() - metrics.descent()) / 2
    at = QPointF(box.center().x() - metrics.horizontalAdvance(text) / 2, y)
    if not selected:
        draw_haloed(painter, at, text, Lettering(font, tokens.INK, NUMBER_HALO_PX))
        return
    wide = metrics.horizontalAdvance(text)
    plate = QRectF(at.x() - PLATE_PADDING.x(), 0, wide + 2 * PLATE_PADDING.x(), 0)
    plate.setTop(box.center().y() - metrics.capHeight() / 2 - 5)
    plate.setBottom(box.center().y() + metrics.capHeight() / 2 + 5)
    shape = QPainterPath()
    shape.addRoundedRect(plate, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.strokePath(shape, _halo_pen(NUMBER_HALO_PX))
    painter.fillPath(shape, QColor(tokens.ACCENT))
    draw_words(painter, at, text, Lettering(font, tokens.ON_ACCENT))


def draw_plate(painter: QPainter, box: QRectF, text: str) -> None:
    """A stop's plate: its number in white on accent, edged white."""
    shape = QPainterPath()
    shape.addRoundedRect(box, 10, 10)
    painter.strokePath(shape, QPen(QColor(tokens.ON_ACCENT), 4))
    painter.fillPath(shape, QColor(tokens.ACCENT))
    font = map_font(tokens.NUMBER.px, tokens.NUMBER.weight)
    metrics = QFontMetricsF(font)
    x = box.center().x() - metrics.horizontalAdvance(text) / 2
    y = box.center().y() + metrics.capHeight() / 2
    draw_words(painter, QPointF(x, y), text, Lettering(font, tokens.ON_ACCENT))


def draw_focus(painter: QPainter, frame: QRect) -> None:
    """The ring around a map that has the keyboard."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
    painter.drawRect(QRectF(frame).adjusted(1, 1, -1, -1))


def _halo_pen(width: float) -> QPen:
    return QPen(
        QColor(tokens.PIN_HALO),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )
