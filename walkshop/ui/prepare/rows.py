"""A list of names with a number plate each, and the line with which one more is added."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from walkshop.ui import tokens
from walkshop.ui.plain import plain_tip
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import LineField
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px, ui_font

_KEY, _PLATE, _SOFT = (Qt.ItemDataRole.UserRole + n for n in range(3))
_ROWS = (3, 12)
_PLATE_WIDTH, _PLATE_HEIGHT = 30, 22


@dataclass(frozen=True, slots=True)
class Named:
    """One row: `plate` stands before the name, `soft` stands back behind it."""

    key: str
    name: str
    plate: str = ""
    soft: str = ""


class NamedList(QListWidget):
    """Rows of which one is chosen.

    Args:
        name: what a screen reader calls the list.
        on_chosen: called with the key of the row that is chosen now, empty for none.
    """

    def __init__(self, name: str, on_chosen: Callable[[str], object]) -> None:
        super().__init__()
        self._on_chosen = on_chosen
        self.setAccessibleName(name)
        self.setItemDelegate(_Delegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setMinimumHeight(px(tokens.CONTROL_HEIGHT) * 3)
        self.currentItemChanged.connect(self._on_current)

    @property
    def key(self) -> str:
        """The key of the chosen row; empty for none."""
        item = self.currentItem()
        return str(item.data(_KEY)) if item is not None else ""

    def show_rows(self, rows: Sequence[Named]) -> None:
        """Show other rows; the chosen one stays chosen, else the one that takes its place."""
        kept, at = self.key, self.currentRow()
        self.blockSignals(True)
        self.clear()
        for one in rows:
            item = QListWidgetItem(one.name)
            item.setData(_KEY, one.key)
            item.setData(_PLATE, one.plate)
            item.setData(_SOFT, one.soft)
            parts = (one.plate, one.name, one.soft)
            item.setToolTip(plain_tip(" ".join(part for part in parts if part)))
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in parts if part)
            )
            self.addItem(item)
        keys = [one.key for one in rows]
        self.setCurrentRow(keys.index(kept) if kept in keys else min(max(at, 0), len(keys) - 1))
        self.blockSignals(False)
        self.updateGeometry()
        if self.key != kept:
            self._on_chosen(self.key)

    def choose(self, key: str) -> None:
        """Choose a row as a person does."""
        for index in range(self.count()):
            if self.item(index).data(_KEY) == key:
                self.setCurrentRow(index)

    def sizeHint(self) -> QSize:
        """As high as its rows, three at least and twelve at most."""
        rows = max(_ROWS[0], min(_ROWS[1], self.count()))
        return QSize(px(220), px(tokens.CONTROL_HEIGHT) * rows + 2)

    def _on_current(self) -> None:
        self._on_chosen(self.key)


class AddLine(QWidget):
    """A name and a button: Enter adds too.

    Args:
        hint: what stands in the empty field.
        button: what the button says.
        on_add: called with the name; the field is empty afterwards.
    """

    def __init__(self, hint: str, button: str, on_add: Callable[[str], object]) -> None:
        super().__init__()
        self._on_add = on_add
        self.name = LineField(hint)
        self.name.setAccessibleName(hint)
        self.name.setToolTip(plain_tip(hint))
        self.button = Button(button, self.add)
        self.name.returnPressed.connect(self.add)
        line = row(self, tokens.GAP_8)
        line.addWidget(self.name, 1)
        line.addWidget(self.button)

    def take(self) -> str:
        """The name that was typed; the field is empty afterwards."""
        words = self.name.text().strip()
        self.name.clear()
        return words

    def add(self) -> None:
        """Add what was typed; nothing without words."""
        words = self.take()
        if words:
            self._on_add(words)


class _Delegate(QStyledItemDelegate):
    """Paints plate, name and what stands behind it on one line."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as a control."""
        return QSize(px(80), px(tokens.CONTROL_HEIGHT))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Tint and bar when chosen, then the words."""
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(tokens.TINT))
            bar = QRectF(box.left(), box.top(), tokens.BAR_CURRENT, box.height())
            painter.fillRect(bar, QColor(tokens.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(tokens.SUNK))
        words = box.adjusted(px(tokens.GAP_12), 0, -px(tokens.GAP_8), 0)
        plate = index.data(_PLATE)
        if plate:
            _draw_plate(painter, words, plate)
            words.setLeft(words.left() + px(_PLATE_WIDTH + tokens.GAP_8))
        _draw_words(painter, words, index.data(), index.data(_SOFT))
        painter.restore()


def _draw_plate(painter: QPainter, box: QRectF, words: str) -> None:
    wide, high = px(_PLATE_WIDTH), px(_PLATE_HEIGHT)
    plate = QRectF(box.left(), box.center().y() - high / 2, wide, high)
    shape = QPainterPath()
    shape.addRoundedRect(plate, high / 2, high / 2)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(shape, QColor(tokens.ACCENT))
    painter.setFont(ui_font(tokens.NUMBER))
    painter.setPen(QColor(tokens.ON_ACCENT))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def _draw_words(painter: QPainter, box: QRectF, name: str, soft: str) -> None:
    painter.setFont(ui_font(tokens.BODY))
    metrics = painter.fontMetrics()
    back = metrics.horizontalAdvance(soft) + px(tokens.GAP_8) if soft else 0
    shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(box.width()) - back)
    side = Qt.AlignmentFlag.AlignVCenter
    painter.setPen(QColor(tokens.INK))
    painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft, shown)
    if soft:
        painter.setPen(QColor(tokens.SOFT))
        painter.drawText(box, side | Qt.AlignmentFlag.AlignRight, soft)
