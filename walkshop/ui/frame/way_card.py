"""The large buttons of the start page: a way to begin, and a walk used before."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
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
MAP_WIDTH, MAP_HEIGHT = 132, 87


@dataclass(frozen=True, slots=True)
class Recent:
    """A walk used before.

    Args:
        title: its title when it was last open.
        when: when its file was last written, in words.
        counts: what was in it, in words; empty where nobody knows.
        picture: a small map; None where there is none.
    """

    path: Path
    title: str
    when: str
    counts: str = ""
    picture: Path | None = None


class TwoLines(QAbstractButton):
    """A wide button with a name and a line or two about it.

    Args:
        about: the lines; the last one stands back.
        boxed: drawn as a card; else as a row between lines.
        picture: the name of an icon; empty for none.
        keys: a key cap at the right; empty for none.
    """

    def __init__(
        self,
        name: str,
        about: tuple[str, ...],
        boxed: bool,
        picture: str = "",
        keys: str = "",
    ) -> None:
        super().__init__()
        self._about = about
        self._boxed = boxed
        self._picture = picture
        self._keys = keys
        self.setText(name)
        self.setAccessibleName(". ".join((name, *about)))
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
        """Ground and edge by state, icon or map, lines, key."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        left = self._draw_picture(painter, float(px(_SIDE if self._boxed else tokens.GAP_8)))
        right = float(self.width() - px(_SIDE))
        if self._keys:
            right = self._draw_key(painter, right) - px(tokens.GAP_12)
        self._draw_words(painter, left, max(0.0, right - left))
        painter.end()

    def _draw_words(self, painter: QPainter, left: float, wide: float) -> None:
        lines = [(self.text(), tokens.TITLE, tokens.INK)]
        lines += [(words, tokens.BODY, tokens.INK) for words in self._about[:-1]]
        lines.append((self._about[-1], tokens.BODY, tokens.SOFT))
        top = (self.height() - sum(px(role.line) for _, role, _ in lines)) / 2
        for words, role, colour in lines:
            painter.setFont(ui_font(role))
            painter.setPen(QColor(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(wide))
            at = QRectF(left, top, wide, px(role.line))
            painter.drawText(at, Qt.AlignmentFlag.AlignVCenter, shown)
            top += px(role.line)

    def _draw_picture(self, painter: QPainter, left: float) -> float:
        """Draw the icon, if there is one; where the words begin."""
        if not self._picture:
            return left
        side = px(_ICON)
        drawn = icon(self._picture, tokens.ACCENT)
        drawn.paint(painter, round(left), (self.height() - side) // 2, side, side)
        return left + side + px(_SIDE)

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
        super().__init__(title, (about,), True, act, spoken_keys(keys_in_words(act)))


class RecentRow(TwoLines):
    """A walk used before, with its map; the whole path stands in the tooltip."""

    def __init__(self, walk: Recent) -> None:
        where = f"{walk.when}, {walk.path.parent.name}"
        about = (walk.counts, where) if walk.counts else (where,)
        super().__init__(walk.title, about, False)
        self._map = QPixmap(str(walk.picture)) if walk.picture else QPixmap()
        self.setToolTip(plain_tip(str(walk.path)))

    def sizeHint(self) -> QSize:
        """As high as its map, and some air."""
        return QSize(px(280), px(MAP_HEIGHT) + 2 * px(tokens.GAP_12))

    def _draw_picture(self, painter: QPainter, left: float) -> float:
        """Draw the map, or an empty place that is as large; where the words begin."""
        box = QRectF(left, px(tokens.GAP_12), px(MAP_WIDTH), px(MAP_HEIGHT))
        painter.setPen(QPen(QColor(tokens.EDGE), tokens.BORDER))
        painter.setBrush(QColor(tokens.CARD))
        painter.drawRoundedRect(box, tokens.RADIUS_SMALL, tokens.RADIUS_SMALL)
        inner = box.adjusted(1, 1, -1, -1)
        if self._map.isNull():
            side = px(_ICON)
            at = inner.center().toPoint() - QPoint(side // 2, side // 2)
            icon("sample", tokens.SOFT).paint(painter, QRect(at, QSize(side, side)))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(inner, self._map, QRectF(self._map.rect()))
        return box.right() + px(tokens.GAP_20)
