"""The room screen as a whole: opens on the room's screen, obeys its keys, survives its loss."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from walkshop.i18n import Text, msg
from walkshop.ui.actions import Where, keys_in_words, make_actions
from walkshop.ui.desk import Desk
from walkshop.ui.projector.half_line import HalfLine
from walkshop.ui.projector.one_screen import OneScreen
from walkshop.ui.projector.remote import Remote
from walkshop.ui.projector.screens import own_place, room_place, screens_now
from walkshop.ui.projector.show import Show
from walkshop.ui.projector.thing import CLOSING, FOUR, MAP, QUESTION
from walkshop.ui.projector.view import RoomView

Places = Callable[[], Sequence[QRect]]
"""Gives the places of all screens, in px of the desktop."""


_SWITCHES = ("room", "room_hold", "room_black", "room_follow")


def places_now() -> list[QRect]:
    """The places of the screens of this machine."""
    return [screen.geometry() for screen in screens_now()]


class Room(QObject):
    """Belongs to the frame of an open walk, and goes with it.

    Args:
        owner: the frame; its window is the facilitator's.
        say: says one quiet sentence in the main window.
        places: the places of the screens.
    """

    def __init__(
        self,
        desk: Desk,
        owner: QWidget,
        say: Callable[[Text], object],
        places: Places = places_now,
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._owner = owner
        self._say = say
        self._places = places
        self.show_now = Show(desk, self)
        self.view: RoomView | None = None
        self.over: OneScreen | None = None
        self._before: QWidget | None = None
        self._lost = False
        self.half_line = HalfLine(self)
        self.remote = Remote(owner, self.show_now.blacken)
        self.line: Callable[[], QLineEdit | None] = lambda: None
        """Gives the line that takes notes down; with one screen it is typed in unseen."""
        self.acts = make_actions(owner, Where.ROOM, desk.language, self._what_to_do())
        for key in _SWITCHES:
            self.acts[key].setCheckable(True)
        self._show_state()
        self.show_now.changed.connect(self._show_state)
        self.half_line.changed.connect(self._show_state)
        # A window on another screen has no parent to go with.
        owner.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)
            app.screenRemoved.connect(self._screens_later)
            for screen in app.screens():
                self._on_screen_added(screen)

    @property
    def act(self) -> QAction:
        """What opens and closes it, for a button."""
        return self.acts["room"]

    @property
    def is_open(self) -> bool:
        """Whether the room sees something, or somebody is asked about it."""
        return self.view is not None

    def toggle(self) -> None:
        """Open the room screen, or close it."""
        self._lost = False
        if self.is_open:
            self.close()
        else:
            self._open()

    def _open(self) -> None:
        self._before = QApplication.focusWidget()
        self.half_line.show()
        self.view = RoomView(self._desk, self.show_now)
        self.view.left.connect(self.close)
        place = room_place(own_place(self._owner), self._places())
        if place is None:
            self._lie_over(self.view)
        else:
            self._stand_at(self.view, place)
            self.remote.listen(self.line())
        self._show_state()

    def close(self) -> None:
        """Close it; what was on show comes back when it is opened again."""
        view, over = self.view, self.over
        self.view = self.over = None
        self.remote.rest()
        self.show_now.with_line = False
        if over is not None and not over.asking:
            self._hide_half_line()
        for widget in (view, over):
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if over is not None and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._before = None
        self._show_state()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """When the frame goes, or its window closes, the room screen goes too."""
        if event.type() == QEvent.Type.Hide and watched is self._owner and not event.spontaneous():
            self.close()
        return super().eventFilter(watched, event)

    def look_at_screens(self) -> None:
        """A screen came or went: move, or close without harm."""
        place = room_place(own_place(self._owner), self._places())
        if self.view is None:
            if place is not None and self._lost and self._owner.isVisible():
                self.toggle()
                self._say(msg("The screen for the room is back."))
        elif self.over is not None:
            if place is not None and self.over.asking:
                self.close()
                self.toggle()
        elif place is None:
            self.close()
            self._lost = True
            self._say(msg("The screen for the room is gone. Your work goes on here."))
        elif self.view.geometry() != place:
            self._stand_at(self.view, place)

    def _hide_half_line(self) -> None:
        """The room still looks on: what is not a note yet stays dots until somebody says show."""
        line = self.line()
        if line is not None and line.text():
            self.half_line.hide(line)
            key = keys_in_words("room_words")
            self._say(msg("Half a line is hidden. {key} shows it.", key=key))

    def _on_screen_added(self, screen: QScreen) -> None:
        # A screen that is joined or mirrored without being taken away only changes its place.
        screen.geometryChanged.connect(self._screens_later)
        self._screens_later()

    def _screens_later(self) -> None:
        # Qt tells while it is still taking the screen away; look when that is done.
        QTimer.singleShot(0, self, self.look_at_screens)

    def _stand_at(self, view: RoomView, place: QRect) -> None:
        """Fill the room's screen; the focus stays where somebody is typing."""
        view.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        view.setGeometry(place)
        view.setWindowState(Qt.WindowState.WindowFullScreen)
        view.setVisible(True)  # showFullScreen would take the focus
        self._owner.activateWindow()  # and some systems give it to any new window

    def _lie_over(self, view: RoomView) -> None:
        line = self.line()
        self.show_now.with_line = line is not None
        self.over = OneScreen(self._desk, view, self._owner, line)
        self.over.left.connect(self.close)

    def _what_to_do(self) -> dict[str, Callable[[], object]]:
        return {
            "room": self.toggle,
            "room_hold": self.show_now.hold,
            "room_black": self.show_now.blacken,
            "room_larger": lambda: self.show_now.resize(1),
            "room_smaller": lambda: self.show_now.resize(-1),
            "room_next": lambda: self._step(1),
            "room_previous": lambda: self._step(-1),
            "room_follow": self.show_now.turn_following,
            "room_words": self.half_line.show,
            "room_question": lambda: self.show_now.show(QUESTION),
            "room_map": lambda: self.show_now.show(MAP),
            "room_four": lambda: self.show_now.show(FOUR),
            "room_check": self.show_now.ask,
            "room_closing": lambda: self.show_now.show(CLOSING),
        }

    def _step(self, steps: int) -> None:
        if self.view is not None:
            self.view.step(steps)

    def _show_state(self) -> None:
        """Keys of the room work only while it is open; ticks say how it is."""
        show = self.show_now
        on = dict(zip(_SWITCHES, (self.is_open, show.held, show.black, show.follows), strict=True))
        for key, action in self.acts.items():
            if key in on:
                action.setChecked(on[key])
            if key not in ("room", "room_words"):
                action.setEnabled(self.is_open)
        self.acts["room_words"].setEnabled(self.half_line.hidden)
