"""The middle of Notes: the map with the notes in view, and the tray of those without a pin."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPointF, Signal
from PySide6.QtGui import QDropEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.domain.geo import LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.records import Area, Line, Walk, Whole
from walkshop.domain.words import area_of
from walkshop.i18n import msg
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Wanted
from walkshop.ui.map.canvas import MapCanvas
from walkshop.ui.map.circling import select_circled
from walkshop.ui.map.of_walk import figure_of
from walkshop.ui.map.tools.tool import ToolId
from walkshop.ui.map.walk_on_map import WalkOnMap
from walkshop.ui.notes.drag import NOTE_MIME, carried_note
from walkshop.ui.notes.hot_switch import HotSwitch
from walkshop.ui.notes.tray import TrayBox
from walkshop.ui.selection import InHand
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px

RING_PX = 18.0
"""A click this near the open ring is a click on it."""


class MapSide(QWidget):
    """Shows where the notes are; what hands do on the map is told on.

    Signals:
        note_dropped: a note and the LonLat it was put down at.
        tray_picked: a note in the tray.
        resized: the map is larger or smaller now.
    """

    note_dropped = Signal(str, object)
    tray_picked = Signal(str)
    resized = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._pending: LonLat | Line | Area | None = None
        self.canvas = MapCanvas(desk.language, desk.ground.data, desk.ground.style)
        # The tray lists the notes about the whole area: once is enough.
        self._walk = WalkOnMap(desk, self.canvas, tokens.GAP_24, whole=False)
        self.canvas.offer(tuple(ToolId))
        self.canvas.fit_wanted.connect(self.fit)
        self.canvas.circled.connect(partial(select_circled, desk.selection))
        self.set_narrow(False)
        self.canvas.setAcceptDrops(True)
        self.canvas.installEventFilter(self)
        self.without = TrayBox(desk, dashed=True)
        self.whole = TrayBox(desk, dashed=False)
        for box in (self.without, self.whole):
            box.picked.connect(self.tray_picked)
        self.without.more.connect(lambda: desk.filter.want(Wanted(without_place=True)))
        self.whole.more.connect(lambda: desk.filter.want(Wanted(whole=True)))
        self.hot = HotSwitch(desk.say)
        self.hot.toggled.connect(self._walk.show_hot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._tray())
        desk.filter.changed.connect(self.refresh)
        desk.store.changed.connect(self._on_change)
        desk.selection.changed.connect(self._follow)
        desk.ground.changed.connect(self._show_ground)
        self.refresh()
        self.fit()

    def set_narrow(self, narrow: bool) -> None:
        """Keep enough of the map in sight."""
        self.canvas.setMinimumSize(px(240 if narrow else tokens.MAP_MIN_WIDTH), px(160))

    @property
    def pending(self) -> LonLat | Line | Area | None:
        """Where the next note comes, if somebody pointed or drew."""
        return self._pending

    def set_pending(self, at: LonLat | Line | Area | None) -> None:
        """Set or let go of the open ring, or of the line or area that was drawn."""
        self._pending = at
        drawn = at if isinstance(at, Line | Area) else None
        self.canvas.tools.pending = figure_of(drawn) if drawn else None
        self.canvas.set_pending(None if isinstance(at, Line | Area) else at)

    def is_on_ring(self, at: LonLat) -> bool:
        """Whether a click at `at` is a click on the open ring."""
        if self._pending is None or isinstance(self._pending, Line | Area):
            return False
        camera = self.canvas.view.camera
        ring, click = camera.to_screen(self._pending), camera.to_screen(at)
        return abs(ring.x - click.x) <= RING_PX and abs(ring.y - click.y) <= RING_PX

    def beside(self, at: LonLat, right: float, down: float) -> LonLat:
        """The place that many px from `at` at this zoom."""
        camera = self.canvas.view.camera
        spot = camera.to_screen(at)
        return camera.to_lonlat(spot.x + right, spot.y + down)

    @property
    def middle(self) -> LonLat:
        """The place in the middle of the map."""
        return self.canvas.view.camera.at

    def fit(self) -> None:
        """Show all pins and stops, or the whole area while there are few."""
        self._walk.fit()

    def refresh(self) -> None:
        """Show the notes in view as they are now."""
        self._walk.refresh()
        self._show_tray(self._desk.store.walk)
        self._follow(self._desk.selection.in_hand)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room for the tray."""
        super().resizeEvent(event)
        self._share_tray()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A note carried over the map may be put down on it."""
        if event.type() == QEvent.Type.Resize:
            self.resized.emit()
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(NOTE_MIME):
            return super().eventFilter(watched, event)
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            note = carried_note(event.mimeData())
            self.note_dropped.emit(note, self.canvas.lonlat_at(QPointF(event.position())))
        return True

    def _show_ground(self) -> None:
        ground = self._desk.ground
        self.canvas.set_map(ground.data, ground.style)

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if before.about is not after.about or before.area is not after.area:
            self._show_tray(after)

    def _show_tray(self, walk: Walk) -> None:
        notes = self._desk.filter.shown
        whole = [note for note in notes if isinstance(note.place, Whole)]
        gone = [
            note
            for note in notes
            if not isinstance(note.place, Whole) and pin_at(walk, note.place) is None
        ]
        say = self._desk.say
        self.without.show_notes(say(msg("Not placed yet")), gone)
        self.whole.show_notes(say(msg("Whole {area}", area=area_of(walk))), whole)
        self.whole.setVisible(bool(whole))
        # An empty box takes the room of notes that are there.
        self.without.setVisible(bool(gone) or not whole)
        self._share_tray()

    def _share_tray(self) -> None:
        """Notes go before the words of the switch."""
        shown = [box for box in (self.without, self.whole) if not box.isHidden()]
        gap = px(tokens.GAP_8)
        wanted = sum(box.sizeHint().width() + gap for box in shown) + self.hot.full_width()
        self.hot.set_short(wanted + 3 * gap > self.width())

    def _follow(self, in_hand: InHand) -> None:
        self.canvas.set_selected(frozenset(map(str, in_hand.notes)))
        for box in (self.without, self.whole):
            box.show_selected(in_hand.notes)

    def _tray(self) -> QWidget:
        tray = QWidget()
        on_surface(tray, "paper")
        row = QHBoxLayout(tray)
        row.setContentsMargins(px(tokens.GAP_8), px(8), px(tokens.GAP_8), px(8))
        row.setSpacing(px(tokens.GAP_8))
        row.addWidget(self.without)
        row.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(self.hot)
        return tray
