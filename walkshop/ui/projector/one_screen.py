"""One screen for laptop and room: says so, then shows the picture and a line typed unseen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.projector.line_foot import LineFoot
from walkshop.ui.projector.screens import how_to_extend
from walkshop.ui.projector.view import RoomView
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

_WIDEST = 640


class OneScreen(QWidget):
    """Lies over the whole of `under`: first the question whether to go on, then the picture.

    Args:
        line: takes notes down; None for a picture without a line.

    Signals:
        left: somebody goes back to the window.
        went_on: somebody goes on with one screen.
    """

    left = Signal()
    went_on = Signal()

    def __init__(
        self, desk: Desk, view: RoomView, under: QWidget, line: QLineEdit | None = None
    ) -> None:
        super().__init__(under)
        on_surface(self, "card")
        self._view = view
        self._offer = self._make_offer(desk)
        lines = column(self)
        lines.addWidget(self._offer)
        lines.addWidget(view)
        view.hide()
        view.left.connect(self.left)
        self.foot = LineFoot(desk, view, line, self) if line is not None else None
        if self.foot is not None:
            lines.addWidget(self.foot)
            self.foot.hide()
            self.foot.line.left.connect(self.left)
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusChanged.connect(self._keep_focus)
        under.installEventFilter(self)
        self.setGeometry(under.rect())
        self.show()
        self.raise_()
        self.on.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def asking(self) -> bool:
        """Whether it still waits for an answer."""
        return not self._view.isVisibleTo(self)

    def go_on(self) -> None:
        """Show the picture of the room."""
        self._offer.hide()
        self._view.show()
        if self.foot is not None:
            self.foot.show()
            self._view.setFocusProxy(self.foot.line)
            self._share()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.went_on.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It stays as large as what it lies over."""
        under = self.parentWidget()
        if under is not None and watched is under and event.type() == QEvent.Type.Resize:
            self.setGeometry(under.rect())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The type is as large as on the whole screen."""
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Keys of the window below may move the focus there, where nobody sees what is typed."""
        under = self.parentWidget()
        if self.foot is None or now is None or self.asking or not self.isVisible():
            return
        own = now is self or self.isAncestorOf(now)
        if under is not None and under.isAncestorOf(now) and not own:
            self.foot.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _share(self) -> None:
        """The picture and the line share the screen."""
        if self.foot is not None:
            self._view.be_part_of(self.size())
            self.foot.fit(self.size())

    def _make_offer(self, desk: Desk) -> QWidget:
        say = desk.say
        self.words = plain_label(
            say(how_to_extend()),
            tokens.QUESTION,
        )
        what = soft_label(
            say(msg("With one screen the room sees this window. Page Down goes on, Esc goes back."))
        )
        self.on = Button(say(msg("Go on with one screen")), self.go_on, "primary")
        self.back = Button(say(msg("Back to the window")), self.left.emit)
        inner = QWidget()
        inner.setMaximumWidth(px(_WIDEST))
        lines = column(inner, tokens.GAP_20, tokens.GAP_32)
        lines.addStretch(1)
        lines.addWidget(self.words)
        lines.addWidget(what)
        buttons = row(gap=tokens.GAP_12)
        buttons.addWidget(self.on)
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        lines.addLayout(buttons)
        lines.addStretch(1)
        offer = QWidget()
        across = row(offer)
        across.addStretch(1)
        across.addWidget(inner, 8)
        across.addStretch(1)
        return offer
