"""Carrying cards over the board: what travels with the pointer, and how it looks on the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import NoteId
from walkshop.ui import tokens
from walkshop.ui.widgets.type import px, ui_font

CARDS_MIME = "application/x-walkshop-cards"
_OPACITY = 0.8
_BEHIND = 5


def cards_data(notes: Sequence[tuple[int, NoteId]]) -> QMimeData:
    """Notes with their numbers as something that can be carried."""
    data = QMimeData()
    data.setData(CARDS_MIME, "\n".join(f"{nr} {note}" for nr, note in notes).encode())
    return data


def carried_cards(data: QMimeData) -> list[tuple[int, NoteId]]:
    """The numbers and notes in what was carried; none for anything else."""
    if not data.hasFormat(CARDS_MIME):
        return []
    lines = bytes(data.data(CARDS_MIME).data()).decode().splitlines()
    parts = [line.partition(" ") for line in lines]
    return [(int(nr), NoteId(note)) for nr, _space, note in parts]


def carry(source: QWidget, card: QRect, at: QPoint, notes: Sequence[tuple[int, NoteId]]) -> None:
    """Let the pointer carry `notes` away from `source`.

    Args:
        source: what shows the card under the pointer.
        card: where it shows it (px of `source`).
        at: where the pointer is (px of `source`).
    """
    drag = QDrag(source)
    drag.setMimeData(cards_data(notes))
    drag.setPixmap(card_picture(source, card, len(notes)))
    drag.setHotSpot(at - card.topLeft())
    drag.exec(Qt.DropAction.MoveAction)


def card_picture(source: QWidget, card: QRect, count: int) -> QPixmap:
    """The card itself at 80 %; of several cards also the edge of a second, and how many."""
    ratio = source.devicePixelRatioF()
    behind = px(_BEHIND) if count > 1 else 0
    picture = QPixmap((card.size() + QSize(behind, behind)) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(_OPACITY)
    if behind:
        painter.setPen(QColor(tokens.ACCENT))
        painter.setBrush(QColor(tokens.TINT))
        below = QRectF(behind, behind, card.width() - 1, card.height() - 1)
        painter.drawRoundedRect(below, tokens.RADIUS, tokens.RADIUS)
    painter.drawPixmap(0, 0, source.grab(card))
    if behind:
        _draw_count(painter, card.width(), count)
    painter.end()
    return picture


def _draw_count(painter: QPainter, width: int, count: int) -> None:
    painter.setOpacity(1)
    side = px(24)
    plate = QRectF(width - side - px(tokens.GAP_4), px(tokens.GAP_4), side, px(20))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.ACCENT))
    painter.drawRoundedRect(plate, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
    painter.setPen(QColor(tokens.ON_ACCENT))
    painter.setFont(ui_font(tokens.NUMBER))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, str(count))
