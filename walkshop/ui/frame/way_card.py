"""The large buttons of the start page: a way to begin, and a walk used before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.frame.small import spoken_keys
from walkshop.ui.icons import icon
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.type import px, ui_font

_HIGH = 76
_ICON = 26
_SIDE = 18


@dataclass(frozen=True, slots=True)
class Recent:
    """A walk used before.

    Args:
        title: its title when it was last open.
        when: when its file was last written, in words.
    """

    path: Path
    title: str
    when: str


class TwoLines(QAbstractButton):
    """A wide button with a name and a line about it.

    Args:
        boxed: drawn as a card; else as a row between lines.
        picture: the name of an icon; empty for none.
        keys: a key cap at the right; empty for none.
    """

    def __init__(
        self, name: str, about: str, boxed: bool, picture: str = "", keys: str = ""
    ) -> None:
        super().__init__()
        self._about = about
        self._boxed = boxed
        self._picture = picture
        self._keys = keys
        self.setText(name)
        self.setAccessibleName(f"{name}. {about}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Two lines high."""
        return QSize(px(280), px(_HIGH))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is a click, as Space is."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and edge by state, icon, two lines, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        left = float(px(_SIDE) if self._boxed else px(tokens.GAP_8))
        if self._picture:
            side = px(_ICON)
            drawn = icon(self._picture, tokens.ACCENT)
            drawn.paint(painter, round(left), (self.height() - side) // 2, side, side)
            left += side + px(_SIDE)
        right = float(self.width() - px(_SIDE))
        if self._keys:
            right = self._draw_key(painter, right) - px(tokens.GAP_12)
        first, second = px(tokens.TITLE.line), px(tokens.BODY.line)
        top = (self.height() - first - second) / 2
        wide = max(0.0, right - left)
        for words, role, colour, at, high in (
            (self.text(), tokens.TITLE, tokens.INK, top, first),
            (self._about, tokens.BODY, tokens.SOFT, top + first, second),
        ):
            painter.setFont(ui_font(role))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(wide))
            painter.drawText(QRectF(left, at, wide, high), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _draw_ground(self, painter: QPainter) -> None:
        ground = tokens.CARD if self._boxed else tokens.PAPER
        if self.isDown():
            ground = tokens.LINE
        elif self.underMouse():
            ground = tokens.SUNK
        wide = tokens.BORDER_STRONG if self.hasFocus() else tokens.BORDER
        edge = tokens.EDGE if self._boxed else ground
        painter.setPen(QPen(QColor(tokens.ACCENT if self.hasFocus() else edge), wide))
        painter.setBrush(QColor(ground))
        box = QRectF(self.rect()).adjusted(wide / 2, wide / 2, -wide / 2, -wide / 2)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)

    def _draw_key(self, painter: QPainter, right: float) -> float:
        """Draw the key cap so that it ends at `right`; where it begins."""
        font = ui_font(tokens.BODY)
        wide = QFontMetricsF(font).horizontalAdvance(self._keys) + 2 * px(6)
        high = px(24)
        cap = QRectF(right - wide, (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(QColor(tokens.LINE), 1))
        painter.setBrush(QColor(tokens.PAPER))
        painter.drawRoundedRect(cap, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        painter.setFont(font)
        painter.setPen(QColor(tokens.SOFT))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, self._keys)
        return cap.left()


class WayCard(TwoLines):
    """One way to begin: icon, two lines, and its key.

    Args:
        act: the id of its act, and of its icon.
    """

    def __init__(self, act: str, title: str, about: str) -> None:
        super().__init__(title, about, True, act, spoken_keys(keys_in_words(act)))


class RecentRow(TwoLines):
    """A walk used before; the whole path stands in the tooltip."""

    def __init__(self, walk: Recent) -> None:
        super().__init__(walk.title, f"{walk.when}, {walk.path.parent.name}", False)
        self.setToolTip(plain_tip(str(walk.path)))
