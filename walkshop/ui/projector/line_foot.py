"""The foot of the one screen: the note that the room sees, and the line typed unseen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from walkshop.i18n import msg
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.projector.fit import Room, room_font
from walkshop.ui.projector.hidden_line import HiddenLine
from walkshop.ui.projector.mapwords import LINES_AT_MOST, SIDE
from walkshop.ui.projector.painter import MARGIN, unit_of
from walkshop.ui.projector.view import RoomView
from walkshop.ui.widgets.text import Lines, lines_in

DOT = "•"
"""What stands for a letter that the room may not read yet."""

_GAP = 14


class LineFoot(QWidget):
    """Words in 28 pt or more above a line of dots; a note that is kept comes on the map.

    Args:
        line: takes notes down.
    """

    def __init__(self, desk: Desk, view: RoomView, line: QLineEdit, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._show = view.show_now
        self._screen = QSize()
        self.line = HiddenLine(line, view.keyPressEvent, self)
        self.line.setAccessibleName(line.accessibleName())
        words = desk.say(msg("Type here. The room reads it after Enter."))
        self.line.setAccessibleDescription(words)
        self.line.setPlaceholderText(words)
        self._show.changed.connect(self._fit_again)
        desk.store.changed.connect(self._follow)

    @property
    def words(self) -> str:
        """The note on the map as the room may read it; empty for none, or a black screen."""
        return self._show.said(self._desk.language)

    def fit(self, screen: QSize) -> None:
        """Take the height that it needs at the foot of a screen of this many px."""
        self._screen = screen
        unit = unit_of(QSizeF(screen))
        gap, side = round(_GAP * unit), self._side()
        lines = self._lines()
        high = round(self._room().pixels(tokens.ROOM_TEXT) * 1.7)
        top = gap + (round(lines.height) + gap // 2 if lines.lines and self.words else 0)
        self.setFixedHeight(top + high + gap)
        self._dress()
        # On a black screen it keeps the focus out of sight, with its blinking caret.
        top = self.height() if self._show.black else top
        self.line.setGeometry(side, top, screen.width() - 2 * side, high)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the note over the line."""
        painter = QPainter(self)
        black = self._show.black
        painter.fillRect(
            self.rect(), QColor(Qt.GlobalColor.black) if black else QColor(tokens.CARD)
        )
        if not black:
            painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(tokens.LINE))
        if self.words:
            gap = _GAP * unit_of(QSizeF(self._screen))
            box = QRectF(self._side(), gap, self.width() - 2 * self._side(), self.height())
            self._lines().draw(painter, box, tokens.INK)
        painter.end()

    def _fit_again(self) -> None:
        if self._screen.isValid():
            self.fit(self._screen)

    def _follow(self, change: Change) -> None:
        """Whatever is kept while the line is on screen is what the room looks at."""
        fresh = [key for key in change.after.notes if key not in change.before.notes]
        if self.isVisible() and len(fresh) == 1 and self.line.text():
            self._show.show_new(fresh[0])

    def _room(self) -> Room:
        wide = self._screen.width() - 2.0 * self._side()
        unit = unit_of(QSizeF(self._screen))
        return Room(wide, self._screen.height(), unit, self._show.percent / 100)

    def _side(self) -> int:
        return round(MARGIN * SIDE * unit_of(QSizeF(self._screen)))

    def _lines(self) -> Lines:
        room = self._room()
        font, high = room.font(tokens.ROOM_TEXT)
        return lines_in(self.words, font, high, room.width, LINES_AT_MOST)

    def _dress(self) -> None:
        """The line at the size of the room."""
        size = self._room().pixels(tokens.ROOM_TEXT)
        self.line.setFont(room_font(size))
        self.line.setStyleSheet(
            f"QLineEdit {{ font-size: {size}px; padding: 0 {size // 3}px; color: {tokens.INK};"
            f" background: {tokens.CARD}; border: 2px solid {tokens.EDGE}; border-radius: 6px;"
            f" lineedit-password-character: {ord(DOT)}; }}"
            f" QLineEdit:focus {{ border-color: {tokens.ACCENT}; }}"
        )
        palette = self.line.palette()
        palette.setColor(QPalette.ColorRole.PlaceholderText, QColor(tokens.SOFT))
        self.line.setPalette(palette)
