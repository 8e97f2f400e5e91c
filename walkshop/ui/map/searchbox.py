"""A small field on the map for a street, a stop or a note's number, with what it finds under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.icons import icon
from walkshop.ui.map.lookup import MOST, Hit
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.type import px, ui_font

_WIDE = 340
_HIT = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Finder(QWidget):
    """The field and its list; the keyboard stays in the field.

    Signals:
        typed: what stands in the field now.
        chosen: a Hit.
        left: somebody wants to go on with something else; False when the focus is there already.
    """

    typed = Signal(str)
    chosen = Signal(object)
    left = Signal(bool)

    def __init__(self, language: Language, parent: QWidget) -> None:
        super().__init__(parent)
        self._language = language
        self._room = QRect(0, 0, _WIDE, _WIDE)
        self.field = FinderField(language)
        self.model = HitModel(self)
        self.list = _made_list(language, self.model)
        self.delegate = HitDelegate(self.list)
        self.list.setItemDelegate(self.delegate)
        self._nothing = plain_label("", colour=tokens.SOFT)
        self._nothing.setContentsMargins(px(tokens.GAP_4), 0, 0, px(tokens.GAP_4))
        self._nothing.hide()
        column = QVBoxLayout(self)
        side = px(tokens.GAP_8)
        column.setContentsMargins(side, side, side, side)
        column.setSpacing(px(tokens.GAP_4))
        for part in (self.field, self.list, self._nothing):
            column.addWidget(part)
        self.field.textChanged.connect(self.typed)
        self.field.stepped.connect(self._step)
        self.field.entered.connect(self._enter)
        self.field.left.connect(self.left)
        self.list.clicked.connect(self._choose)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.hide()

    def open(self, target: int = tokens.TARGET_MIN) -> None:
        """Be there, empty and with the focus, with rows of this height (px, at 100 %)."""
        self.delegate.row = px(target)
        self.field.clear()
        self.show_hits((), done=True)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_hits(self, hits: Sequence[Hit], done: bool) -> None:
        """Show what was found; when it is `done` and nothing was, say so."""
        self.model.show_hits(hits)
        self.list.setVisible(bool(hits))
        if hits:
            self._point_at(0)
        words = ""
        if self.field.text().strip() and not hits:
            found = msg("Nothing found on this map.") if done else msg("One moment ...")
            words = self._language.say(found)
        self._nothing.setText(words)
        self._nothing.setVisible(bool(words))
        self.stand()

    def stand(self, within: QRect | None = None) -> None:
        """Stand in the top right corner of `within` (px of the map), no larger than it."""
        self._room = within or self._room
        wide = min(px(_WIDE), self._room.width())
        row = self.delegate.row
        self.list.setFixedHeight(self.model.rowCount() * row)
        chrome = self.field.sizeHint().height() + 2 * px(tokens.GAP_8) + px(tokens.GAP_4)
        self.list.setMaximumHeight(max(row, self._room.height() - chrome))
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(wide, self.minimumSizeHint().height())
        self.move(self._room.right() + 1 - wide, self._room.top())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.EDGE), tokens.BORDER))
        painter.setBrush(QColor(tokens.CARD))
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, tokens.RADIUS, tokens.RADIUS)

    def _step(self, step: int) -> None:
        rows = self.model.rowCount()
        if rows:
            self._point_at((self.list.currentIndex().row() + step) % rows)

    def _point_at(self, row: int) -> None:
        index = self.model.index(row)
        self.list.setCurrentIndex(index)
        # The focus stays in the field: that is what a screen reader is at.
        self.field.setAccessibleDescription(index.data(Qt.ItemDataRole.AccessibleTextRole))

    def _enter(self) -> None:
        if self.list.currentIndex().isValid():
            self._choose(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_HIT))


class FinderField(QLineEdit):
    """The field.

    Signals:
        stepped: up (-1) or down (1).
        entered: Enter.
        left: Esc (True), or the focus went elsewhere (False).
    """

    stepped = Signal(int)
    entered = Signal()
    left = Signal(bool)

    def __init__(self, language: Language) -> None:
        super().__init__()
        name = language.say(msg("Street, stop or number"))
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setMaxLength(200)
        self.setMinimumHeight(px(tokens.CONTROL_HEIGHT))
        sign = icon("search", tokens.SOFT)
        self.addAction(sign, QLineEdit.ActionPosition.LeadingPosition).setText(name)

    def event(self, event: QEvent) -> bool:
        """Enter and Esc are for this field, whatever else they mean in the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            if plain and Qt.Key(event.key()) in (*_ENTER, *_STEPS, Qt.Key.Key_Escape):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go through the list, Enter takes, Esc leaves; the rest is typing."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Somebody went on elsewhere; another window or a menu for a moment does not count."""
        super().focusOutEvent(event)
        passing = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in passing:
            self.left.emit(False)


class HitModel(QAbstractListModel):
    """What was found, as rows."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Take other rows."""
        self.beginResetModel()
        self._hits = tuple(hits[:MOST])
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """How many were found."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A hit; for a screen reader its words and what it is."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == _HIT:
            return hit
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.words}, {hit.what}"
        return hit.words if role == Qt.ItemDataRole.DisplayRole else None


class HitDelegate(QStyledItemDelegate):
    """One line: the words, cut where there is no room, and right of them what it is."""

    row = tokens.TARGET_MIN
    """How high a row is, px."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """As high as a target."""
        return QSize(0, self.row)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the row."""
        hit = cast("Hit", index.data(_HIT))
        painter.save()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground = tokens.TINT if chosen else tokens.SUNK if hover else tokens.CARD
        painter.fillRect(option.rect, QColor(ground))
        if chosen:
            bar = QRect(option.rect.topLeft(), QSize(px(4), option.rect.height()))
            painter.fillRect(bar, QColor(tokens.ACCENT))
        line = QRect(option.rect).adjusted(px(tokens.GAP_12), 0, -px(tokens.GAP_8), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.setFont(ui_font(tokens.BODY))
        painter.setPen(QColor(tokens.SOFT))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, hit.what)
        metrics = painter.fontMetrics()
        room = line.width() - metrics.horizontalAdvance(hit.what) - px(tokens.GAP_12)
        words = metrics.elidedText(hit.words, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setPen(QColor(tokens.INK))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()


def _made_list(language: Language, model: HitModel) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setMouseTracking(True)
    view.setUniformItemSizes(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(language.say(msg("What was found")))
    view.hide()
    return view
