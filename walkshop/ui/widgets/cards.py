"""A list of note cards: painted by a delegate, chosen with mouse and keys like any list."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from walkshop.domain.records import NoteId
from walkshop.ui import tokens
from walkshop.ui.map.pins import draw_pin
from walkshop.ui.widgets.cardmodel import Card, CardModel
from walkshop.ui.widgets.pins import draw_number
from walkshop.ui.widgets.tack import draw_tack
from walkshop.ui.widgets.text import Lines, break_lines
from walkshop.ui.widgets.type import px

Index = QModelIndex | QPersistentModelIndex
_GAP = 8
_HEAD = 28
_SCROLLBAR = 12
_TACK = 18
_REMEMBERED = 4_000
"""How many pieces of broken text a column keeps."""


class Look(Enum):
    """How the cards of a column are drawn."""

    ROW = "row"
    CARD = "card"
    GHOST = "ghost"


class CardDelegate(QStyledItemDelegate):
    """Paints a card: pin and number, the words in full, the small lines.

    Attributes:
        rings: whether the card with the focus has a ring: the keyboard is in use.
        tacks: whether cards can be locked here; the card under the pointer offers it then.
    """

    def __init__(self, look: Look, width: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._wide = width
        self._broken: dict[tuple[str, float], Lines] = {}
        self.rings = False
        self.tacks = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words."""
        return QSize(self._wide(), self.height(_card(index)))

    def box(self, place: QRectF) -> QRectF:
        """The card within the place of its row (px): without the gap and the scroll bar."""
        return QRectF(place.left(), place.top(), self._wide(), place.height() - px(_GAP))

    def height(self, card: Card) -> int:
        """The height in px of a card, with the gap under it."""
        inner = self._wide() - 2 * px(tokens.CARD_PADDING)
        words = self._lines(card.words, inner).height
        small = sum(self._lines(line, inner).height for line in card.lines)
        return 2 * px(tokens.CARD_PADDING) + px(_HEAD) + words + small + px(_GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        state: QStyle.StateFlag = option.state
        box = self.box(QRectF(option.rect))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, box, chosen, hovered)
        if focused and self.rings:
            _draw_focus(painter, box)
        card = _card(index)
        self._draw_words(painter, box, card)
        if card.locked or (self.tacks and hovered):
            colour = tokens.INK if card.locked else tokens.EDGE
            draw_tack(painter, tack_box(box), colour)
        painter.restore()

    def _lines(self, text: str, inner: float) -> Lines:
        """The words broken into lines, once for as long as they stay the same."""
        known = self._broken.get((text, inner))
        if known is None:
            if len(self._broken) > _REMEMBERED:
                self._broken.clear()
            known = self._broken[text, inner] = break_lines(text, tokens.BODY, inner)
        return known

    def _draw_box(self, painter: QPainter, box: QRectF, chosen: bool, hovered: bool) -> None:
        fill = tokens.TINT if chosen else tokens.SUNK if hovered else tokens.CARD
        if self._look is Look.ROW and not chosen:
            if hovered:
                painter.fillRect(box, QColor(fill))
            painter.fillRect(
                QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(tokens.LINE)
            )
            return
        width = tokens.BORDER_STRONG if chosen else tokens.BORDER
        pen = QPen(QColor(tokens.ACCENT if chosen else tokens.LINE), width)
        if self._look is Look.GHOST and not chosen:
            pen = dashed_pen()
        painter.setPen(pen)
        painter.setBrush(QColor(fill))
        edge = pen.widthF() / 2
        painter.drawRoundedRect(
            box.adjusted(edge, edge, -edge, -edge), tokens.RADIUS, tokens.RADIUS
        )

    def _draw_words(self, painter: QPainter, box: QRectF, card: Card) -> None:
        pad = px(tokens.CARD_PADDING)
        inner = box.adjusted(pad, pad, -pad, -pad)
        size = px(tokens.PIN_LIST)
        draw_pin(painter, QRectF(inner.left(), inner.top(), size, size), card.look)
        draw_number(painter, QPointF(inner.left() + size + px(6), inner.top()), card.look, size)
        top = inner.top() + px(_HEAD)
        for text, colour in (
            (card.words, tokens.INK),
            *((line, tokens.SOFT) for line in card.lines),
        ):
            lines = self._lines(text, inner.width())
            lines.draw(painter, QRectF(inner.left(), top, inner.width(), lines.height), colour)
            top += lines.height


class CardList(QListView):
    """Cards below each other.

    Args:
        width: in px; 0 for as wide as its place.
    """

    chosen_by_hand = Signal(bool)  # whether other columns keep what is chosen there
    leaving = Signal(int)  # to the column at the left (-1) or right (1)
    placing = Signal()  # put what is chosen somewhere
    taking_out = Signal()

    def __init__(self, look: Look, width: int = 0) -> None:
        super().__init__()
        self.cards = CardModel()
        self._adding = False
        self._showing = False
        # Before the selection hears of it: a card that goes is not let go by hand.
        self.cards.rowsAboutToBeRemoved.connect(lambda: self._hush(True))
        self.setModel(self.cards)
        self.cards.rowsRemoved.connect(lambda: self._hush(False))
        self.painter = CardDelegate(look, self._card_width, self)
        self.setItemDelegate(self.painter)
        if width:
            self.setFixedWidth(width)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setMouseTracking(True)
        self.setStyleSheet("QListView { background: transparent; }")
        self.selectionModel().selectionChanged.connect(self._on_selected)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self.placing)

    def chosen(self) -> list[Card]:
        """The cards that are selected, from top to bottom."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return [self.cards.cards[row] for row in rows]

    def show_chosen(self, notes: frozenset[NoteId], current: NoteId | None = None) -> None:
        """Select the cards of these notes and go to that of `current`; nobody is told."""
        wanted = {row for note in notes if (row := self.cards.row_of(note)) >= 0}
        model = self.selectionModel()
        self._showing = True
        if {index.row() for index in model.selectedIndexes()} != wanted:
            model.clearSelection()
            for row in wanted:
                model.select(self.cards.index(row), QItemSelectionModel.SelectionFlag.Select)
        here = self.cards.row_of(current) if current else -1
        if here >= 0 and model.currentIndex().row() != here:
            model.setCurrentIndex(
                self.cards.index(here), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self._showing = False

    def wish(self) -> int:
        """The height in px that all cards together ask for."""
        return sum(self.painter.height(card) for card in self.cards.cards)

    def selectionCommand(
        self, index: Index, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Remember whether the person adds to what is chosen."""
        if isinstance(event, QInputEvent):
            adding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
            self._adding = bool(event.modifiers() & adding)
        return super().selectionCommand(index, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A ring shows where the keyboard is, and only then."""
        self.painter.rings = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A hand on the mouse needs no ring."""
        self.painter.rings = False
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the next column, Enter puts in a value, Delete takes out."""
        self.painter.rings = True
        key = event.key()
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.leaving.emit(-1 if key == Qt.Key.Key_Left else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.placing.emit()
        elif key == Qt.Key.Key_Delete:
            self.taking_out.emit()
        else:
            super().keyPressEvent(event)

    def _hush(self, showing: bool) -> None:
        self._showing = showing

    def _card_width(self) -> int:
        # Room for a scroll bar is kept, so that cards do not change when one appears.
        return max(self.width() - px(_SCROLLBAR), px(80))

    def _on_selected(self) -> None:
        if not self._showing:
            self.chosen_by_hand.emit(self._adding)

    def _on_menu(self) -> None:
        self.placing.emit()


def tack_box(box: QRectF) -> QRectF:
    """Where the thumbtack of a card is: right in its head (px)."""
    size, pad = px(_TACK), px(tokens.CARD_PADDING)
    return QRectF(box.right() - pad - size, box.top() + pad + px(3), size, size)


def dashed_pen() -> QPen:
    """The pen for what no person decided yet."""
    pen = QPen(QColor(tokens.EDGE), tokens.DASH_PEN)
    pen.setDashPattern([part / tokens.DASH_PEN for part in tokens.DASH])
    return pen


def _draw_focus(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), tokens.RADIUS, tokens.RADIUS)


def _card(index: Index) -> Card:
    model = index.model()
    assert isinstance(model, CardModel)  # noqa: S101 - the delegate is only ever given to one
    return model.card(index)
