"""The three actions that stand first, large above the table."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from walkshop.domain.queries.actions import top_actions
from walkshop.domain.records import Action, ActionId, Walk
from walkshop.i18n import Language, msg
from walkshop.ui import tokens
from walkshop.ui.widgets.cards import dashed_pen
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.text import capital
from walkshop.ui.widgets.type import px

_TITLE_LINES = 4
_HEIGHT = 96
_BESIDE = 560


class TopCard(QWidget):
    """One of the three, or an empty place; a click or Enter takes it in hand."""

    chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self._action: ActionId | None = None
        self._in_hand = False
        self._small = False
        self._nr = plain_label("", tokens.NUMBER_IN_HAND, tokens.ACCENT)
        self._small_nr = plain_label("", tokens.TITLE, tokens.ACCENT)
        self._what = plain_label("", tokens.TITLE, most=_TITLE_LINES)
        self._who = plain_label("", most=2)
        self._when = soft_label("")
        self._details = QWidget()
        details = column(self._details, gap=tokens.GAP_4)
        details.addWidget(self._who)
        details.addWidget(self._when)
        names = column(gap=tokens.GAP_4)
        names.addWidget(self._what)
        names.addWidget(self._details)
        names.addStretch(1)
        self._beside = row(self, gap=tokens.GAP_12, edge=tokens.GAP_12)
        self._beside.addWidget(self._nr, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._small_nr, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addLayout(names, 1)

    def show_action(self, action: Action | None, in_hand: bool) -> None:
        """Show this action, or an empty place."""
        self._action = action.id if action else None
        self._in_hand = in_hand
        for label in (self._nr, self._small_nr):
            label.setText(str(action.nr) if action else "")
        self._show_nr()
        hint = self._language.say(msg("Free. Tick “In the top 3” with an action."))
        self._what.setText(action.what if action else "")
        self._what.setVisible(action is not None)
        self._who.setText(capital(action.leader) if action else "")
        day = action.first_date if action else None
        date = self._language.short_day(day) if day else ""
        self._when.setText(date if action else hint)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if action else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{action.nr} {action.what}" if action else hint)
        self.update()

    def set_small(self, small: bool) -> None:
        """One line with number and words, or all of it."""
        self._what.set_most(1 if small else _TITLE_LINES)
        self._details.setVisible(not small)
        self._small = small
        self._show_nr()
        self.setMinimumHeight(0 if small else px(_HEIGHT))
        above = px(tokens.GAP_4 if small else tokens.GAP_12)
        self._beside.setContentsMargins(px(tokens.GAP_12), above, px(tokens.GAP_12), above)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click takes it in hand."""
        self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or space takes it in hand."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A card; dashed while it is free."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._in_hand or self.hasFocus()
        pen = QPen(QColor(tokens.LINE), tokens.BORDER)
        if strong:
            pen = QPen(QColor(tokens.ACCENT), tokens.BORDER_STRONG)
        elif self._action is None:
            pen = dashed_pen()
        painter.setPen(pen)
        if self._action is not None:
            painter.setBrush(QColor(tokens.TINT if self._in_hand else tokens.CARD))
        edge = pen.widthF() / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, tokens.RADIUS, tokens.RADIUS)
        painter.end()

    def _show_nr(self) -> None:
        self._nr.setVisible(self._action is not None and not self._small)
        self._small_nr.setVisible(self._action is not None and self._small)

    def _choose(self) -> None:
        if self._action is not None:
            self.chosen.emit(self._action)


class TopRow(QWidget):
    """Three cards beside each other."""

    chosen = Signal(str)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.cards = tuple(TopCard(language) for _ in range(3))
        self._cards = row(self, gap=tokens.GAP_12)
        for card in self.cards:
            card.chosen.connect(self.chosen)
            card.set_small(False)
            self._cards.addWidget(card, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room they stand below each other, in one line each."""
        super().resizeEvent(event)
        small = event.size().width() < px(_BESIDE)
        ways = QBoxLayout.Direction
        self._cards.setDirection(ways.TopToBottom if small else ways.LeftToRight)
        self._cards.setSpacing(px(tokens.GAP_4 if small else tokens.GAP_12))
        for card in self.cards:
            card.set_small(small)

    def show_walk(self, walk: Walk, in_hand: ActionId | None) -> None:
        """Show the top of this walk, and the action in hand."""
        top = [*top_actions(walk), None, None, None]
        for card, action in zip(self.cards, top, strict=False):
            card.show_action(action, action is not None and action.id == in_hand)
