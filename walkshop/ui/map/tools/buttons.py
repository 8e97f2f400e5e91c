"""The buttons on the map: find, to the walk, to what is selected, the tools of this stage."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.icons import icon
from walkshop.ui.map.tools.tool import ToolId

_ICON_PX = 20

_NAMES: dict[str, Text] = {
    "search": msg("Find on the map"),
    "fit_walk": msg("Show the whole walk"),
    "fit_selection": msg("Show what is selected"),
    ToolId.BOX: msg("Zoom to a box (Shift and drag)"),
    ToolId.LASSO: msg("Circle pins to select them"),
    ToolId.LINE: msg("Draw a line"),
    ToolId.AREA: msg("Draw an area"),
}


class MapButton(QAbstractButton):
    """One icon on the card; checked while its tool is in hand."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons = icon(name), icon(name, tokens.CARD)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedSize(tokens.TARGET_MIN, tokens.TARGET_MIN)

    def sizeHint(self) -> QSize:
        """As large as it is fixed."""
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground by state, the icon, and a ring when the keyboard is on it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        face = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._ground()))
        painter.drawRoundedRect(face, tokens.RADIUS - 1, tokens.RADIUS - 1)
        corner = (self.width() - _ICON_PX) // 2
        place = QRectF(corner, corner, _ICON_PX, _ICON_PX).toRect()
        shown = self._icons[self.isChecked()]
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        shown.paint(painter, place, mode=mode)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens.ACCENT), tokens.FOCUS_RING))
            painter.drawRoundedRect(face.adjusted(1, 1, -1, -1), tokens.RADIUS_SMALL, 4)

    def _ground(self) -> str:
        if self.isChecked():
            return tokens.ACCENT
        if self.isDown():
            return tokens.LINE
        return tokens.SUNK if self.underMouse() and self.isEnabled() else tokens.CARD


class MapButtons(QWidget):
    """The buttons on one card.

    Signals:
        pressed: the name of what somebody wants to see: search, fit_walk or fit_selection.
        chosen: a ToolId.
    """

    pressed = Signal(str)
    chosen = Signal(object)

    def __init__(
        self, language: Language, names: Sequence[str], tools: Sequence[ToolId], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[str, MapButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for name in (*names, *tools):
            self.buttons[name] = MapButton(name, self)
            column.addWidget(self.buttons[name])
        for name in names:
            self.buttons[name].clicked.connect(partial(self.pressed.emit, name))
        for tool in tools:
            self.buttons[tool].setCheckable(True)
            self.buttons[tool].clicked.connect(lambda _on, tool=tool: self.chosen.emit(tool))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.set_language(language)
        self.adjustSize()

    def set_language(self, language: Language) -> None:
        """Name the buttons for screen readers and tooltips."""
        for name, button in self.buttons.items():
            button.setAccessibleName(language.say(_NAMES[name]))
            button.setToolTip(language.say(_NAMES[name]))

    def show_tool(self, current: ToolId | None) -> None:
        """Press in the tool that is in hand."""
        for name, button in self.buttons.items():
            if button.isCheckable():
                button.setChecked(name == current)

    def set_target(self, px: int) -> None:
        """Make the buttons this wide and high: larger for fingers."""
        for button in self.buttons.values():
            button.setFixedSize(px, px)
        self.resize(px, len(self.buttons) * px)

    def stand(self, right: int, top: int, bottom: int) -> None:
        """Under the zoom keys, or beside them where the map is too low for both."""
        low = top + self.height() > bottom
        left = right - self.width() - (self.width() + tokens.GAP_8 if low else 0)
        self.move(QPoint(left, tokens.GAP_12 if low else top))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The card and its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(tokens.EDGE), tokens.BORDER))
        painter.setBrush(QColor(tokens.CARD))
        card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(card, tokens.RADIUS, tokens.RADIUS)
