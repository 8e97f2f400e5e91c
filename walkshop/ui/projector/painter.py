"""Paints a page for the room: white paper, large words, numbers at the foot."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.projector.fit import Block, Room, Sheet, blocks_of, lay_out, room_font
from walkshop.ui.projector.foot import Foot, foot_of
from walkshop.ui.projector.page import RoomPage

MARGIN, TOP, BOTTOM = 72, 52, 48
"""px at a screen 720 high."""

_NARROW = 960
"""Design width under which the type follows the width of the screen and not its height."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A page laid out for one size of screen.

    Args:
        room: what the words have.
        bottom: where the foot ends, px from the top of the screen.
    """

    sheets: tuple[Sheet, ...]
    foot: Foot
    room: Room
    bottom: float


def unit_of(size: QSizeF) -> float:
    """px of a screen to one px of a screen 720 high."""
    high = size.height() / tokens.ROOM_DESIGN_HEIGHT
    return max(0.2, min(high, size.width() / _NARROW))


def lay_page(page: RoomPage, size: QSizeF, chosen: float, unit: float | None = None) -> Laid:
    """A page laid out on `size` px, `chosen` times the usual size; `unit` of a larger screen."""
    unit = unit or unit_of(size)
    wide = size.width() - 2 * MARGIN * unit
    whole = Room(wide, size.height(), unit, chosen)
    foot = foot_of(page.looks, whole)
    high = size.height() - (TOP + BOTTOM) * unit
    bare = Room(wide, high, unit, chosen)
    below = foot.high + 24 * unit if foot.spots else 0.0
    least = 2 * tokens.ROOM_TEXT.line * unit * max(1.0, chosen)
    room = Room(wide, max(high - below, least), unit, chosen)
    sheets = lay_out(blocks_of(page), room)
    if len(sheets) > 1:  # "1 of 2" stands at the foot as well
        strip = tokens.ROOM_TEXT.line * unit
        room = Room(wide, max(bare.height - max(below, strip), least), unit, chosen)
        sheets = lay_out(blocks_of(page), room)
    return Laid(tuple(sheets), foot, room, size.height() - BOTTOM * unit)


def paint_page(
    painter: QPainter, page: RoomPage, laid: Laid, sheet: int, language: Language
) -> None:
    """Paint one sheet of a page that was laid out for this painter's screen."""
    unit = laid.room.unit
    for piece in laid.sheets[sheet]:
        lines = piece.lines
        box = QRectF(MARGIN * unit, TOP * unit + piece.top, laid.room.width, lines.height)
        lines.draw(painter, box, piece.colour)
    at = QPointF(MARGIN * unit, laid.bottom - laid.foot.high)
    laid.foot.draw(painter, at)
    _beside(painter, page, laid, at, language)
    if len(laid.sheets) > 1:
        words = msg("{n} of {total}", n=sheet + 1, total=len(laid.sheets))
        _at_right(painter, language.say(words), laid)


def _beside(painter: QPainter, page: RoomPage, laid: Laid, at: QPointF, language: Language) -> None:
    """Words right of the last pin: the kind of a single note, or how many more there are."""
    words = page.foot
    if laid.foot.more:
        words = language.say(msg("and {n} more", n=laid.foot.more))
    if not words or not laid.foot.spots:
        return
    foot = laid.foot
    font = room_font(round(tokens.ROOM_TEXT.px * laid.room.unit))
    top = at.y() + foot.high - foot.pin
    away = 0.0 if foot.more else foot.right_of() + foot.pin * 0.6
    box = QRectF(at.x() + away, top, 1.0, foot.pin)
    painter.setFont(font)
    painter.setPen(QColor(tokens.SOFT))
    side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(box, side | Qt.TextFlag.TextDontClip, words)


def _at_right(painter: QPainter, words: str, laid: Laid) -> None:
    font = room_font(round(tokens.ROOM_TEXT.px * laid.room.unit))
    metrics = QFontMetricsF(font)
    right = MARGIN * laid.room.unit + laid.room.width
    painter.setFont(font)
    painter.setPen(QColor(tokens.SOFT))
    painter.drawText(
        QPointF(right - metrics.horizontalAdvance(words), laid.bottom - metrics.descent()), words
    )


def head_block(text: str) -> Block:
    """The name over the map."""
    return Block(text, tokens.ROOM_NAME, tokens.INK)
