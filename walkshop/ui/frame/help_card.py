"""The help card (F1): what the kinds look like and which keys do what, over the window."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from walkshop.domain.entry.tags import KIND_MARKS
from walkshop.domain.records import Kind
from walkshop.domain.words import KIND
from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.actions import ACTS, Act, Where, keys_in_words
from walkshop.ui.frame.counts import KIND_ICON_PX, kind_icon
from walkshop.ui.frame.small import OneLine, key_cap, spoken_keys
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label, title_label
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

GROUPS: tuple[tuple[Text, Where], ...] = (
    (msg("In Notes"), Where.NOTES),
    (msg("In every stage"), Where.WALK),
    (msg("Room screen"), Where.ROOM),
    (msg("Always"), Where.PROGRAM),
)
_TYPING: tuple[tuple[str, Text], ...] = (
    ("Enter", msg("Keeps what you typed as a note")),
    ("Esc", msg("Lets go of a place or a choice")),
    ("↑", msg("Brings back what you typed last")),
)
_SIGNS: tuple[tuple[str, Text], ...] = (
    ("#", msg("Theme, by its letter or a word: #w")),
    ("@", msg("Place or duo: @3, @street, @d2")),
    ("@?", msg("Not placed yet")),
    ("=27", msg("One more voice for {nr}", nr=27)),
    ("27", msg("Goes to note 27")),
    ("\\", msg("Takes the line as it is")),
)
"""What the entry line reads in front or at the end; everything else is words."""

_TOGETHER: dict[str, tuple[str, Text]] = {
    "nudge_left": (" ↑ → ↓", msg("Moves the pin a little")),
    "prepare": (" … 5", msg("Opens a stage")),
}
"""Acts that stand in one row with those after them: what follows the first key, and the words."""

_NOT_APART = frozenset(
    {"nudge_right", "nudge_up", "nudge_down", "notes", "values", "agenda", "share"}
)
_WIDTH, _HEIGHT = 1200, 900
_FOR_THREE, _FOR_TWO = 1060, 660
"""px of the card from which the keys stand in three columns, and in two."""


class HelpCard(QWidget):
    """A card in the middle of the window; the window behind it is veiled until it goes away.

    Args:
        window: what it comes over.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None
        self._language: Language | None = None
        self._card: QFrame | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()
        window.installEventFilter(self)

    def speak(self, language: Language) -> None:
        """Put it away, and speak this language when it is shown again."""
        self.put_away()
        self._language = language

    def toggle(self) -> None:
        """Show it, or put it away."""
        if self.isVisible():
            self.put_away()
        else:
            self._show()

    def put_away(self) -> None:
        """Go on where one was."""
        before, self._before = self._before, None
        if not self.isVisible():
            return
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay over the whole window."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._cover()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away; no other key reaches what is behind it."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card puts it away."""
        if self._card is not None and not self._card.geometry().contains(
            event.position().toPoint()
        ):
            self.put_away()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil the window."""
        painter = QPainter(self)
        veil = QColor(tokens.PAPER)
        veil.setAlphaF(0.85)
        painter.fillRect(self.rect(), veil)
        painter.end()

    def _show(self) -> None:
        if self._language is None:
            return
        if self._card is not None:
            self._card.deleteLater()
        # An editor that is open below must not lose its words to the card.
        self._before = QApplication.focusWidget()
        self._card = self._made(self._language)
        self._card.setParent(self)
        self._cover()
        self.show()
        self.raise_()
        self._card.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _cover(self) -> None:
        self.setGeometry(self._window.rect())
        if self._card is not None:
            size = self._size()
            self._card.resize(size)
            self._card.move(
                (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            )

    def _size(self) -> QSize:
        """As large as its words ask, and never larger than the window."""
        return QSize(px(_WIDTH), px(_HEIGHT)).boundedTo(self._window.size() - QSize(32, 32))

    def _made(self, language: Language) -> QFrame:
        card = QFrame()
        card.setProperty("role", "card")
        say = language.say
        self.setAccessibleName(say(msg("Help card")))
        head = QHBoxLayout()
        head.addWidget(title_label(say(msg("Help card"))), 1)
        head.addWidget(key_cap("Esc"))
        head.addWidget(Button(say(msg("Put away")), self.put_away, "quiet"))
        content = QWidget()
        content.setLayout(_columns(language, self._size().width()))
        whole = QVBoxLayout(card)
        whole.setContentsMargins(*[px(tokens.GAP_24)] * 4)
        whole.setSpacing(px(tokens.GAP_16))
        whole.addLayout(head)
        whole.addWidget(scrolling(content, "card"), 1)
        return card


def _columns(language: Language, wide: int) -> QHBoxLayout:
    """All keys in as many columns as a card `wide` px has room for."""
    kinds, signs = _kinds(language), _table(language.say(msg("In the line")), _SIGNS, language)
    notes, stages, room, always = (_keys(language, group) for group in GROUPS)
    rows: tuple[tuple[QWidget, ...], ...] = ((kinds, signs, notes, stages, room, always),)
    if wide >= px(_FOR_THREE):
        rows = ((kinds, signs, room), (notes,), (stages, always))
    elif wide >= px(_FOR_TWO):
        rows = ((kinds, signs, notes), (stages, room, always))
    columns = QHBoxLayout()
    columns.setContentsMargins(0, 0, px(tokens.GAP_16), 0)
    columns.setSpacing(px(tokens.GAP_32))
    for parts in rows:
        column = QVBoxLayout()
        column.setSpacing(px(tokens.GAP_20))
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        columns.addLayout(column, 1)
    return columns


def _kinds(language: Language) -> QWidget:
    """The kinds with their signs."""
    part, grid = _part(language.say(msg("Kinds")))
    sign_of = {kind: sign for sign, kind in KIND_MARKS.items()}
    for place, kind in enumerate(Kind):
        sign = QLabel()
        sign.setPixmap(kind_icon(kind).pixmap(px(KIND_ICON_PX), px(KIND_ICON_PX)))
        row = QHBoxLayout()
        row.setSpacing(px(tokens.GAP_8))
        row.addWidget(sign)
        row.addWidget(OneLine(language.say(KIND[kind])))
        row.addStretch(1)
        keys = _capped(_keys_of(f"kind_{kind.value}"))
        keys.insertWidget(0, key_cap(sign_of[kind]))
        grid.addLayout(keys, place, 0)
        grid.addLayout(row, place, 1)
    return part


def _keys(language: Language, group: tuple[Text, Where]) -> QWidget:
    """The acts of one place with their keys."""
    title, where = group
    rows = list(_TYPING) if where is Where.NOTES else []
    for act in _told(where):
        more, words = _TOGETHER.get(act.id, ("", act.text))
        rows.append((_keys_of(act.id) + more, words))
    return _table(language.say(title), rows, language)


def _table(title: str, rows: Sequence[tuple[str, Text]], language: Language) -> QWidget:
    """What is typed, and what it does."""
    part, grid = _part(title)
    for place, (keys, words) in enumerate(rows):
        grid.addLayout(_capped(keys), place, 0)
        grid.addWidget(plain_label(language.say(words)), place, 1)
    return part


def _told(where: Where) -> Sequence[Act]:
    there = (act for act in ACTS if act.where is where and act.keys)
    apart = (act for act in there if act.id not in _NOT_APART)
    return [act for act in apart if not act.id.startswith("kind_")]


def _keys_of(act_id: str) -> str:
    return spoken_keys(keys_in_words(act_id))


def _capped(keys: str) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addWidget(key_cap(keys))
    row.addStretch(1)
    return row


def _part(title: str) -> tuple[QWidget, QGridLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(tokens.GAP_8))
    column.addWidget(OneLine(title, "name"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(px(tokens.GAP_16))
    grid.setVerticalSpacing(px(6))
    grid.setColumnMinimumWidth(0, px(140))
    grid.setColumnStretch(1, 1)
    column.addLayout(grid)
    return part, grid
