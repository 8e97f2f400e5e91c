"""The line at the foot: counts at the left, what happened and what is safe at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.counts import CountsLine
from walkshop.ui.frame.notice import NoticeLine
from walkshop.ui.frame.programme import ProgrammeLine
from walkshop.ui.frame.saved import SavedLine
from walkshop.ui.frame.small import rule
from walkshop.ui.jobs import Jobs
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.type import px

COUNT_AFTER_MS = 30
"""Counting waits this long, so that a burst of acts is counted once."""


_FOR_NEXT = 840
"""px of the line from which the button to the next part has room."""


class StatusLine(QWidget):
    """Counts, notice and saved line. A notice takes the room of some counts: those go in a menu."""

    def __init__(self, desk: Desk, jobs: Jobs) -> None:
        super().__init__()
        on_surface(self, "card")
        self.counts = CountsLine(desk)
        self.notice = NoticeLine(desk, jobs)
        self.saved = SavedLine(desk)
        self._line = rule(across=False)
        self._line.setFixedHeight(px(tokens.GAP_16))
        self._before_programme = rule(across=False)
        self._before_programme.setFixedHeight(px(tokens.GAP_16))
        self._before_programme.setParent(self)
        self._before_programme.hide()
        self.setFixedHeight(px(tokens.STATUS_HEIGHT))
        row = QHBoxLayout(self)
        row.setContentsMargins(px(tokens.GAP_8), 0, px(tokens.GAP_16), 0)
        row.setSpacing(px(tokens.GAP_12))
        row.addWidget(self.counts)
        row.addStretch(1)
        for part in (self.notice, self._line, self.saved):
            row.addWidget(part)
        self._counting = QTimer(self, singleShot=True, interval=COUNT_AFTER_MS)
        self._counting.timeout.connect(self._count)
        desk.filter.changed.connect(self._counting.start)
        self._programme: ProgrammeLine | None = None
        self._row = row
        self.notice.installEventFilter(self)
        self.saved.installEventFilter(self)

    def add_programme(self, programme: ProgrammeLine) -> None:
        """Put the programme of the evening at the right; only the facilitator sees it."""
        self._programme = programme
        self._row.addWidget(self._before_programme)
        self._row.addWidget(programme)
        self._before_programme.show()
        programme.width_changed.connect(self._make_room)
        self._make_room()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Make room whenever the notice or the saved line comes, goes or changes its words."""
        kinds = QEvent.Type
        if event.type() in {kinds.ShowToParent, kinds.HideToParent, kinds.LayoutRequest}:
            self._make_room()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give what fits."""
        super().resizeEvent(event)
        self.counts.set_wide(event.size().width() >= px(tokens.WIDE_STATUS - tokens.RAIL_WIDTH))
        self._make_room()

    def _count(self) -> None:
        self.counts.refresh()
        self._make_room()

    def _make_room(self) -> None:
        spoken = self.notice.isVisibleTo(self)
        parts = [self.counts, self.notice, self.saved]
        keeps = not (spoken and self.saved.calm) or self._least_width(parts) <= self.width()
        self.saved.setVisible(keeps)
        room = self.width() - px(48) - (self.saved.sizeHint().width() if keeps else 0)
        if self._programme is not None:
            self._programme.set_short(self.width() < px(_FOR_NEXT))
            shows = not spoken or self._least_width([*parts, self._programme]) <= self.width()
            self._programme.setVisible(shows)
            self._before_programme.setVisible(shows)
            room -= (self._programme.sizeHint().width() + px(24)) if shows else 0
        if spoken:
            room -= self.notice.sizeHint().width() + px(24)
        self.counts.fit(max(room, 0))
        self._line.setVisible(spoken and keeps and bool(self.saved.words))

    def _least_width(self, parts: Sequence[QWidget]) -> int:
        """px of these parts at their narrowest; where there is less, a notice goes first."""
        gaps = px(tokens.GAP_8) + px(tokens.GAP_16) + 2 * len(parts) * px(tokens.GAP_12)
        return gaps + sum(part.minimumSizeHint().width() for part in parts)
