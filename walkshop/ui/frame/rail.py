"""The rail at the left: the five stages, one of them open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from walkshop.i18n import Language
from walkshop.ui import tokens
from walkshop.ui.actions import keys_in_words
from walkshop.ui.frame.stage import Stage
from walkshop.ui.icons import icon
from walkshop.ui.plain import plain_tip
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px, ui_font


class Rail(QWidget):
    """Buttons with an icon over a word; in a narrow window only the icon, the word as tooltip."""

    chosen = Signal(str)  # a stage's id

    def __init__(self, stages: Sequence[Stage], language: Language) -> None:
        super().__init__()
        on_surface(self, "paper")
        self._names = {stage.id: language.say(stage.title) for stage in stages}
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        column = QVBoxLayout(self)
        column.setSpacing(0)
        column.setContentsMargins(0, 0, 0, 0)
        for stage in stages:
            button = self._button(stage.id)
            self._group.addButton(button)
            self._buttons[stage.id] = button
            column.addWidget(button)
        column.addStretch(1)
        self.set_narrow(False)

    def show_chosen(self, stage: str) -> None:
        """Mark the stage that is open; none for a page that is not on the rail."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == stage)
        self._group.setExclusive(True)

    def set_counts(self, counts: Mapping[str, int]) -> None:
        """Let a screen reader say how much is in a stage: "Notes, 28"."""
        for stage, count in counts.items():
            self._buttons[stage].setAccessibleName(f"{self._names[stage]}, {count}")

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons over words."""
        for button in self._buttons.values():
            button.narrow = narrow
            button.update()
        self.setFixedWidth(px(tokens.RAIL_WIDTH_NARROW if narrow else tokens.RAIL_WIDTH))

    def _button(self, stage: str) -> RailButton:
        name = self._names[stage]
        button = RailButton(stage, name)
        button.setToolTip(plain_tip(f"{name} ({keys_in_words(stage)})"))
        button.clicked.connect(lambda: self.chosen.emit(stage))
        return button


class RailButton(QAbstractButton):
    """One stage: icon over word; its word never changes weight, so nothing moves."""

    def __init__(self, stage: str, name: str) -> None:
        super().__init__()
        self._icons = (icon(stage, tokens.SOFT), icon(stage, tokens.ACCENT))
        self.narrow = False
        self.setText(name)
        self.setAccessibleName(name)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(px(tokens.RAIL_BUTTON_HEIGHT))

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        wide = tokens.RAIL_WIDTH_NARROW if self.narrow else tokens.RAIL_WIDTH
        return QSize(px(wide), px(tokens.RAIL_BUTTON_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and bar by state, icon, word, and a ring when the keyboard is on it."""
        painter = QPainter(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            painter.fillRect(box, QColor(tokens.TINT if chosen else tokens.SUNK))
        if chosen:
            painter.fillRect(QRectF(0, 0, tokens.BAR_CURRENT, box.height()), QColor(tokens.ACCENT))
        side, line = px(tokens.RAIL_ICON), px(tokens.BODY.line)
        high = side if self.narrow else side + px(tokens.GAP_4) + line
        top = (box.height() - high) / 2
        left = (self.width() - side) // 2
        self._icons[chosen].paint(painter, left, round(top), side, side)
        if not self.narrow:
            painter.setFont(ui_font(tokens.BODY))
            painter.setPen(QColor(tokens.ACCENT if chosen else tokens.INK))
            words = QRectF(4, top + side + px(tokens.GAP_4), box.width() - 8, line)
            shown = painter.fontMetrics().elidedText(
                self.text(), Qt.TextElideMode.ElideRight, int(words.width())
            )
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
            painter.drawRect(box.adjusted(2, 2, -2, -2))
        painter.end()
