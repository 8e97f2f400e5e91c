"""The room screen as a whole: opens on the room's screen, obeys its keys, survives its loss."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from walkshop.i18n import Text, msg
from walkshop.services.basemap.data import MapData
from walkshop.ui.actions import Where, make_actions
from walkshop.ui.desk import Desk
from walkshop.ui.projector.one_screen import OneScreen
from walkshop.ui.projector.screens import own_place, room_place, screens_now
from walkshop.ui.projector.show import Show
from walkshop.ui.projector.view import RoomView

Places = Callable[[], Sequence[QRect]]
"""Gives the places of all screens, in px of the desktop."""


def places_now() -> list[QRect]:
    """The places of the screens of this machine."""
    return [screen.geometry() for screen in screens_now()]


class Room(QObject):
    """Belongs to the frame of an open walk, and goes with it.

    Args:
        basemap: the map under the walk.
        owner: the frame; its window is the facilitator's.
        say: says one quiet sentence in the main window.
        places: the places of the screens.
    """

    def __init__(
        self,
        desk: Desk,
        basemap: MapData | None,
        owner: QWidget,
        say: Callable[[Text], object],
        places: Places = places_now,
    ) -> None:
        super().__init__(owner)
        self._desk = desk
        self._basemap = basemap
        self._owner = owner
        self._say = say
        self._places = places
        self.show_now = Show(desk, self)
        self.view: RoomView | None = None
        self.over: OneScreen | None = None
        self._before: QWidget | None = None
        self.line: Callable[[], QLineEdit | None] = lambda: None
        """Gives the line that takes notes down; with one screen it is typed in unseen."""
        self.acts = make_actions(owner, Where.ROOM, desk.language, self._what_to_do())
        for key in ("room", "room_hold", "room_black"):
            self.acts[key].setCheckable(True)
        self._show_state()
        self.show_now.changed.connect(self._show_state)
        # A window on another screen has no parent to go with.
        owner.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_later)
            app.screenRemoved.connect(self._screens_later)

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
        if self.is_open:
            self.close()
            return
        self._before = QApplication.focusWidget()
        self.view = RoomView(self._desk, self.show_now, self._basemap)
        self.view.left.connect(self.close)
        place = room_place(own_place(self._owner), self._places())
        if place is None:
            self._lie_over(self.view)
        else:
            self._stand_at(self.view, place)
        self._show_state()

    def close(self) -> None:
        """Close it; what was on show comes back when it is opened again."""
        view, over = self.view, self.over
        self.view = self.over = None
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
        if self.view is None:
            return
        place = room_place(own_place(self._owner), self._places())
        if self.over is not None:
            if place is not None and self.over.asking:
                self.close()
                self.toggle()
        elif place is None:
            self.close()
            self._say(msg("The screen for the room is gone. Your work goes on here."))
        elif not place.contains(self.view.geometry().center()):
            self._stand_at(self.view, place)

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
        self.over = OneScreen(self._desk, view, self._owner, self.line())
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
        }

    def _step(self, steps: int) -> None:
        if self.view is not None:
            self.view.step(steps)

    def _show_state(self) -> None:
        """Keys of the room work only while it is open; ticks say how it is."""
        on = {"room": self.is_open, "room_hold": self.show_now.held,
              "room_black": self.show_now.black}  # fmt: skip
        for key, action in self.acts.items():
            if key in on:
                action.setChecked(on[key])
            if key != "room":
                action.setEnabled(self.is_open)
