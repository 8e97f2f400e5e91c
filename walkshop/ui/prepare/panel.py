"""The Prepare stage: an index at the left, and one part of the preparation at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QWidget

from walkshop.i18n import Text
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import rule
from walkshop.ui.prepare.about import (
    CAME,
    COMING,
    DAYS,
    ROOM,
    SENDER,
    THE_WALK,
    CameSection,
    ComingSection,
    DaysSection,
    RoomToMove,
    SenderSection,
    WalkSection,
)
from walkshop.ui.prepare.area import AREA, AreaSection
from walkshop.ui.prepare.basemap import MAP, Maps, MapSection
from walkshop.ui.prepare.groups import GROUPS, GroupsSection
from walkshop.ui.prepare.lenses import LENSES, LensesSection
from walkshop.ui.prepare.route import ROUTE, RouteSection
from walkshop.ui.prepare.rows import Named, NamedList
from walkshop.ui.prepare.section import Section
from walkshop.ui.prepare.stops import STOPS, StopsSection
from walkshop.ui.prepare.subjects import PLANS, SUBJECTS, PlansSection, SubjectsSection
from walkshop.ui.prepare.themes import THEMES, ThemesSection
from walkshop.ui.prepare.walkers import WALKERS, WalkersSection
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.layouts import column
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

_INDEX_WIDTH = 240
_WIDEST = 860
_NARROW = 800
"""Under this width the index is a list to unfold above the page."""

_SHOWN = ("about", "area", "stops", "routes", "groups", "lenses", "participants", "topics", "plans")


class PreparePanel(QWidget):
    """Each part is made when it is first opened; each field is kept when one goes on.

    Args:
        maps: what finds and lays the map under the walk.
    """

    OWN_SIDE = True

    def __init__(self, desk: Desk, maps: Maps) -> None:
        super().__init__()
        on_surface(self, "card")
        self._desk = desk
        self._maps = maps
        self._parts = _parts(desk, maps)
        self._plan: QWidget | None = None
        self._made: dict[str, Section] = {}
        self._pages: dict[str, QWidget] = {}
        self._stack = QStackedWidget()
        titles = [(key, desk.say(title)) for key, (title, _make) in self._parts.items()]
        self.index = NamedList(desk.say(THE_WALK), self.open)
        self.index.setFixedWidth(px(_INDEX_WIDTH))
        self.index.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.fold = Choice[str](titles, self.open)
        self.fold.setAccessibleName(desk.say(THE_WALK))
        self._lay_out()
        self.index.show_rows([Named(key, words) for key, words in titles])
        desk.store.changed.connect(self._on_change)

    def areas(self) -> list[QWidget]:
        """What F6 goes round."""
        return [self._stack, self.index if self.index.isVisibleTo(self) else self.fold]

    @property
    def parts(self) -> tuple[str, ...]:
        """The names of all parts, in their order."""
        return tuple(self._parts)

    def open(self, key: str) -> None:
        """Open a part."""
        section = self.section(key)
        section.show_walk(self._desk.store.walk)
        self._stack.setCurrentWidget(self._pages[key])
        self.fold.show_thing(key)
        self.index.choose(key)

    def section(self, key: str) -> Section:
        """A part by its name, made if it was never opened."""
        if key not in self._made:
            made = self._made[key] = self._parts[key][1]()
            if isinstance(made, MapSection):
                made.plan_wanted.connect(self.open_plan)
            self._pages[key] = _page(made, _WIDEST)
            self._stack.addWidget(self._pages[key])
            made.show_walk(self._desk.store.walk)
        return self._made[key]

    def open_plan(self) -> None:
        """Open the page on which a plan is laid; it takes the room of a part."""
        if self._plan is None:
            from walkshop.ui.prepare.plan import PlanPage

            page = PlanPage(self._desk, self._maps.jobs, self._maps.walk_file)
            page.done.connect(self._maps.laying.remember)
            page.done.connect(self._leave_plan)
            page.left.connect(self._leave_plan)
            self._plan = _page(page)
            self._stack.addWidget(self._plan)
        self._stack.setCurrentWidget(self._plan)

    def minimumSizeHint(self) -> QSize:
        """Parts scroll."""
        return QSize(px(240), px(160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow panel has its index above the page."""
        super().resizeEvent(event)
        narrow = event.size().width() < px(_NARROW)
        self.index.setVisible(not narrow)
        self._rule.setVisible(not narrow)
        self._top.setVisible(narrow)

    def _leave_plan(self) -> None:
        plan, self._plan = self._plan, None
        if plan is not None:
            self.open("map")
            self._stack.removeWidget(plan)
            plan.deleteLater()

    def _on_change(self, change: Change) -> None:
        before, after = change.before, change.after
        if any(getattr(before, name) is not getattr(after, name) for name in _SHOWN):
            for made in self._made.values():
                made.show_walk(after)

    def _lay_out(self) -> None:
        self._rule = rule(across=False)
        self._top = QWidget()
        above = column(self._top)
        above.setContentsMargins(px(tokens.GAP_20), px(tokens.GAP_12), px(tokens.GAP_20), 0)
        above.addWidget(self.fold)
        right = column()
        right.addWidget(self._top)
        right.addWidget(self._stack, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.index)
        whole.addWidget(self._rule)
        whole.addLayout(right, 1)


def _parts(desk: Desk, maps: Maps) -> dict[str, tuple[Text, Callable[[], Section]]]:
    """The parts in the order in which a walk is prepared."""
    return {
        "walk": (THE_WALK, lambda: WalkSection(desk)),
        "days": (DAYS, lambda: DaysSection(desk)),
        "coming": (COMING, lambda: ComingSection(desk)),
        "room": (ROOM, lambda: RoomToMove(desk)),
        "subjects": (SUBJECTS, lambda: SubjectsSection(desk)),
        "plans": (PLANS, lambda: PlansSection(desk)),
        "area": (AREA, lambda: AreaSection(desk)),
        "map": (MAP, lambda: MapSection(desk, maps)),
        "stops": (STOPS, lambda: StopsSection(desk)),
        "route": (ROUTE, lambda: RouteSection(desk)),
        "groups": (GROUPS, lambda: GroupsSection(desk)),
        "came": (CAME, lambda: CameSection(desk)),
        "lenses": (LENSES, lambda: LensesSection(desk)),
        "walkers": (WALKERS, lambda: WalkersSection(desk)),
        "themes": (THEMES, lambda: ThemesSection(desk)),
        "sender": (SENDER, lambda: SenderSection(desk)),
    }


def _page(content: QWidget, widest: int = 0) -> QWidget:
    """A part on a page that scrolls, at the left, `widest` px wide at most; 0 for any width."""
    if widest:
        content.setMaximumWidth(px(widest))
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(*[px(tokens.GAP_24)] * 4)
    line.addWidget(content, 1)
    line.addStretch(0)
    line.setAlignment(Qt.AlignmentFlag.AlignLeft)
    return scrolling(holder)
