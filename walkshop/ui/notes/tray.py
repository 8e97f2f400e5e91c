"""The tray under the map: notes without a place, and notes for the whole area, as small pins."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from walkshop.domain.records import Note, NoteId
from walkshop.i18n import msg, msgc, msgn
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import OneLine
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.pins import draw_pin
from walkshop.ui.notes.drag import carry
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.notes import look_of, name_of
from walkshop.ui.widgets.pins import draw_number
from walkshop.ui.widgets.type import px, ui_font

_PAD = 6
_HIGH = 36
_AROUND = 36
"""Margins and gaps beside title and notes."""


class TrayPin(QAbstractButton):
    """One note in the tray: click selects, a drag carries it to the map."""

    def __init__(self, note: NoteId) -> None:
        super().__init__()
        self.note = note
        self._look = PinLook()
        self._pressed = QPoint()
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def show_note(self, look: PinLook, name: str, words: str) -> None:
        """Show the note as it is now."""
        self._look = look
        self.setAccessibleName(name)
        self.setToolTip(plain_tip(words))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """Pin and number."""
        number = QFontMetricsF(ui_font(tokens.NUMBER)).horizontalAdvance(self._look.number)
        wide = px(tokens.PIN_LIST) + px(tokens.GAP_4) + number + 2 * px(_PAD)
        return QSize(round(wide), px(_HIGH))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground by state, pin and number, and a ring when the keyboard is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.TINT if self.isChecked() else tokens.SUNK))
            painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        size = px(tokens.PIN_LIST)
        pin = QRectF(px(_PAD), (box.height() - size) / 2, size, size)
        draw_pin(painter, pin, self._look)
        at = QPointF(pin.right() + px(tokens.GAP_4), 0)
        draw_number(painter, at, self._look, box.height())
        if self.hasFocus() or self.isChecked():
            painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right belong to the whole tray."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where, to tell a drag from a click."""
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Far enough with the button down: carry the note."""
        far = (event.position().toPoint() - self._pressed).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            self.setDown(False)
            carry(self, self.note)


class TrayBox(QWidget):
    """A titled row of notes; what does not fit is counted, and shown in the list by a click.

    Signals:
        picked: a note.
        more: there are more than fit, and somebody wants to see them.
    """

    picked = Signal(str)
    more = Signal()

    def __init__(self, desk: Desk, dashed: bool) -> None:
        super().__init__()
        self._desk = desk
        self._dashed = dashed
        self._pins: list[TrayPin] = []
        self._title = OneLine(role="name")
        self._none = OneLine(desk.say(msgc("notes", "none")), "soft")
        self._more = QToolButton()
        self._more.setProperty("role", "quiet")
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.clicked.connect(self.more)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(tokens.GAP_12), 0, px(tokens.GAP_8), 0)
        self._row.setSpacing(0)
        self._row.addWidget(self._title)
        self._row.addSpacing(px(tokens.GAP_8))
        self._row.addWidget(self._none)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def pins(self) -> list[TrayPin]:
        """The notes that are in it, in sight or not."""
        return self._pins

    def show_notes(self, title: str, notes: Sequence[Note]) -> None:
        """Show these notes."""
        self._title.setText(title)
        self._none.setVisible(not notes)
        if [pin.note for pin in self._pins] != [note.id for note in notes]:
            self._rebuild(notes)
        walk = self._desk.store.walk
        for pin, note in zip(self._pins, notes, strict=True):
            name = name_of(walk, note, self._desk.language)
            pin.show_note(look_of(walk, note), f"{name}. {title}", note.text)
        self.setAccessibleName(f"{title}: {len(notes)}")
        self.updateGeometry()
        self._fit()

    def show_selected(self, chosen: frozenset[NoteId]) -> None:
        """Mark what is in hand."""
        for pin in self._pins:
            pin.setChecked(pin.note in chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from note to note."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        shown = [pin for pin in self._pins if pin.isVisibleTo(self)]
        now = next((place for place, pin in enumerate(shown) if pin.hasFocus()), None)
        if step and now is not None:
            shown[max(0, min(len(shown) - 1, now + step))].setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other notes in sight."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box: dashed for what is not decided, solid for what is."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.EDGE if self._dashed else tokens.LINE), tokens.BORDER)
        if self._dashed:
            pen.setWidthF(tokens.DASH_PEN)
            pen.setDashPattern([part / tokens.DASH_PEN for part in tokens.DASH])
        painter.setPen(pen)
        painter.setBrush(QColor(tokens.PAPER if self._dashed else tokens.CARD))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.end()

    def sizeHint(self) -> QSize:
        """The size in px at which all of it is in sight."""
        wide = self._title.sizeHint().width() + px(_AROUND)
        if not self._pins:
            wide += self._none.sizeHint().width()
        wide += sum(pin.sizeHint().width() for pin in self._pins)
        return QSize(wide, px(tokens.ENTRY_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """The title, in a very narrow window its beginning, and how many notes there are."""
        few = px(_AROUND) + (self._more_width() if self._pins else self._none.sizeHint().width())
        wide = min(self.sizeHint().width(), self._title.minimumSizeHint().width() + few)
        return QSize(wide, px(tokens.ENTRY_HEIGHT))

    def _rebuild(self, notes: Sequence[Note]) -> None:
        for pin in self._pins:
            self._row.removeWidget(pin)
            pin.deleteLater()
        self._pins = []
        for place, note in enumerate(notes):
            pin = TrayPin(note.id)
            pin.clicked.connect(lambda _=False, key=note.id: self.picked.emit(key))
            self._row.insertWidget(2 + place, pin)
            self._pins.append(pin)
        if self._pins:
            # One stop of the Tab key for all of them; the arrows go on from there.
            self._pins[0].setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _more_width(self) -> int:
        """The room in px for how many more there are, whatever their number."""
        most = self._desk.say(msg("{n} more", n=len(self._pins)))
        return self._more.fontMetrics().horizontalAdvance(most) + px(tokens.GAP_20)

    def _fit(self) -> None:
        room = self.width() - self._title.sizeHint().width() - px(_AROUND)
        needed = sum(pin.sizeHint().width() for pin in self._pins)
        if needed > room:
            room -= self._more_width()
        shown = 0
        for pin in self._pins:
            room -= pin.sizeHint().width()
            fits = room >= 0
            pin.setVisible(fits)
            shown += fits
        left = len(self._pins) - shown
        more = msg("{n} more", n=left) if shown else msgn("{n} note", "{n} notes", left)
        words = self._desk.say(more) if left else ""
        self._more.setText(words)
        self._more.setAccessibleName(words)
        self._more.setVisible(bool(left))
