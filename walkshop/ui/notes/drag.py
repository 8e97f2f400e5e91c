"""Carrying a note from tray or list to the map: what travels, and how it is read back."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDrag, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from walkshop.domain.records import NoteId

NOTE_MIME = "application/x-walkshop-note"


def note_data(note: NoteId) -> QMimeData:
    """A note as something that can be carried."""
    data = QMimeData()
    data.setData(NOTE_MIME, note.encode())
    return data


def carried_note(data: QMimeData) -> NoteId | None:
    """The note in what was carried; None for anything else."""
    if not data.hasFormat(NOTE_MIME):
        return None
    return NoteId(bytes(data.data(NOTE_MIME).data()).decode())


def carry(source: QWidget, note: NoteId) -> None:
    """Let the pointer carry `note` away from `source`, which shows it, at 80 %."""
    picture = QPixmap(source.size() * source.devicePixelRatioF())
    picture.setDevicePixelRatio(source.devicePixelRatioF())
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setOpacity(0.8)
    painter.drawPixmap(0, 0, source.grab())
    painter.end()
    drag = QDrag(source)
    drag.setMimeData(note_data(note))
    drag.setPixmap(picture)
    drag.setHotSpot(QPoint(source.width() // 4, source.height() // 2))
    drag.exec(Qt.DropAction.MoveAction)
