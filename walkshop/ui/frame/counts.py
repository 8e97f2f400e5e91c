"""The conscience of the window: the numbers as buttons, each a filter on click."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from walkshop.domain.records import Kind
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
from walkshop.ui.frame.counting import Count, counts_of
from walkshop.ui.frame.small import rule
from walkshop.ui.map.pins import draw_kind
from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.widgets.type import px

KIND_ICON_PX = 18
_FIRST = ("notes", "not_placed", "without", "waiting")
"""What keeps its place longest where there is little room."""

_AFTER_KINDS = "not_placed"


class CountsLine(QWidget):
    """The numbers as flat buttons; those that do not fit stand in a menu at the end of the line.

    Signals:
        asked: a number was clicked, and its notes are wanted in view.
    """

    asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wide = False
        self._room = 1 << 20
        self._counts: dict[str, Count] = {}
        self._buttons: dict[str, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(tokens.GAP_4))
        counts = counts_of(desk)
        for count in counts:
            if count.key == _AFTER_KINDS:
                self._rule = rule(across=False)
                self._rule.setFixedHeight(px(tokens.GAP_16))
                self._row.addWidget(self._rule)
            self._row.addWidget(self._button(count))
        self.more = self._more_button()
        self._row.addWidget(self.more)
        self._take(counts)

    def refresh(self) -> None:
        """Count anew."""
        self._take(counts_of(self._desk))

    def _take(self, counts: Iterable[Count]) -> None:
        for count in counts:
            self._counts[count.key] = count
            self._show(count)
        self.fit(self._room)

    def set_wide(self, wide: bool) -> None:
        """Give the kinds their words, or only their shapes."""
        if wide != self._wide:
            self._wide = wide
            for count in self._counts.values():
                self._show(count)

    def fit(self, room: int) -> None:
        """Show the numbers for which there is room (px); the others go into the menu."""
        self._room = room
        wanted = [count for count in self._counts.values() if self._has_place(count)]
        wide = {count.key: self._width(self._buttons[count.key]) for count in wanted}
        left = room - px(tokens.GAP_12)
        if sum(wide.values()) > left:
            left -= self._width(self.more)
        shown: set[str] = set()
        for count in sorted(wanted, key=self._rank):
            left -= wide[count.key]
            if left < 0 and shown:
                break
            shown.add(count.key)
        for key, button in self._buttons.items():
            button.setVisible(key in shown)
        self._rule.setVisible(any(count.asks.kind is None for count in wanted[1:]))
        self.more.setVisible(len(shown) < len(wanted))

    def minimumSizeHint(self) -> QSize:
        """The number of notes, and the way to the others."""
        least = self._width(self._buttons["notes"]) + self._width(self.more)
        return QSize(least, super().minimumSizeHint().height())

    def button(self, key: str) -> QToolButton:
        """The button of one number, by its key."""
        return self._buttons[key]

    def _rank(self, count: Count) -> tuple[bool, int]:
        """What is asked for now keeps its place, then what people must not lose sight of."""
        first = count.key in _FIRST or self._buttons[count.key].isChecked()
        return (not first, list(self._counts).index(count.key))

    def _width(self, button: QToolButton) -> int:
        button.ensurePolished()
        return button.sizeHint().width() + self._row.spacing()

    def _show(self, count: Count) -> None:
        button = self._buttons[count.key]
        spoken = self._spoken(count)
        is_kind = count.asks.kind is not None
        number = self._desk.language.number(count.n)
        button.setText(number if is_kind and not self._wide else button_words(spoken))
        button.setAccessibleName(spoken)
        button.setToolTip(plain_tip(spoken))
        button.setChecked(count.key != "notes" and self._is_asked(count))

    def _spoken(self, count: Count) -> str:
        words = self._desk.say(count.words)
        if count.asks.kind is None:
            return words
        return f"{self._desk.language.number(count.n)} {words}"

    def _is_asked(self, count: Count) -> bool:
        return replace(self._desk.filter.wanted, words="") == count.asks

    def _has_place(self, count: Count) -> bool:
        return bool(count.n) or not count.rare or self._buttons[count.key].isChecked()

    def _on_click(self, key: str) -> None:
        """Ask for these notes; a second click lets go."""
        wanted, count = self._desk.filter.wanted, self._counts[key]
        on = key != "notes" and not self._is_asked(count)
        self._desk.filter.want(replace(count.asks, words=wanted.words) if on else Wanted())
        self.refresh()
        self.asked.emit()

    def _button(self, count: Count) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "count")
        button.setCheckable(count.key != "notes")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        if count.asks.kind is not None:
            button.setIcon(kind_icon(count.asks.kind))
            button.setIconSize(QSize(px(KIND_ICON_PX), px(KIND_ICON_PX)))
        if count.key == "notes":
            font = button.font()
            font.setBold(True)
            button.setFont(font)
        button.clicked.connect(lambda: self._on_click(count.key))
        self._buttons[count.key] = button
        return button

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setText("…")
        name = self._desk.say(msg("More numbers"))
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.setProperty("role", "count")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        button.setMenu(menu)
        return button

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for key, count in self._counts.items():
            if self._has_place(count) and self._buttons[key].isHidden():
                action = menu.addAction(
                    self._buttons[key].icon(), button_words(self._spoken(count))
                )
                action.triggered.connect(lambda _=False, key=key: self._on_click(key))


def kind_icon(kind: Kind, colour: str = "") -> QIcon:
    """The outline of a kind as an icon, sharp at any screen; in ink where no colour is named."""
    icon = QIcon()
    side = px(KIND_ICON_PX)
    for ratio in (1.0, 1.5, 2.0, 3.0):
        picture = QPixmap(round(side * ratio), round(side * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        draw_kind(painter, QRectF(1.5, 1.5, side - 3, side - 3), kind.value, colour)
        painter.end()
        icon.addPixmap(picture)
    return icon
