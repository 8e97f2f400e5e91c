"""The words, fields and buttons around plan and map, and where each of them stands."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QProgressBar, QWidget

from walkshop.i18n import Language, Text, msg
from walkshop.services.basemap.plan import Plan
from walkshop.ui import tokens
from walkshop.ui.jobs import Progress
from walkshop.ui.plain import button_words, plain_tip
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.flow import Flow
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label, soft_label, title_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px

_BAR_WIDTH = 160
_PAGES_WIDTH = 180


class PlanParts(QObject):
    """Everything on the page that is not plan or map; what it does is decided elsewhere.

    Signals:
        page_chosen: the number of a page, from 0.
    """

    page_chosen = Signal(int)

    def __init__(self, language: Language, view: QWidget, over: QWidget) -> None:
        super().__init__()
        say = self._say = language.say
        self._left, self._right = view, over
        self.title = title_label(say(msg("Lay a plan under the walk")))
        self.name = soft_label("", most=1)
        self.pages = Choice[int]([], self.page_chosen.emit)
        self.pages.setAccessibleName(say(msg("Page of the plan")))
        self.pages.setFixedWidth(px(_PAGES_WIDTH))
        self.step = plain_label("", tokens.NAME)
        self.fit = soft_label("")
        self.over = QCheckBox(button_words(say(msg("Show the plan on the map"))))
        self.over.setChecked(True)
        hint = say(msg("Such as: municipality of Rotterdam, 2026"))
        self.whose = LineField(hint)
        self.whose.setToolTip(plain_tip(hint))
        self.refusal = Refusal()
        self.lay = Button(say(msg("Lay the plan under the map")), lambda: None, "primary")
        self.back = Button(say(msg("Take the last point back")), lambda: None)
        self.choose = Button("", lambda: None)
        self.leave = Button(say(msg("Back without a plan")), lambda: None, "quiet")
        self.stop = Button(say(msg("Stop this")), lambda: None)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(px(_BAR_WIDTH))

    def lay_out(self, page: QWidget) -> None:
        """Put everything on a page."""
        lines = column(page, tokens.GAP_8)
        head = row(gap=tokens.GAP_12)
        head.addWidget(self.title, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.name, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.choose)
        lines.addLayout(head)
        now = row(gap=tokens.GAP_12)
        now.addWidget(self.step, 1, Qt.AlignmentFlag.AlignVCenter)
        now.addWidget(self.pages)
        lines.addLayout(now)
        both = row(gap=tokens.GAP_12)
        both.addWidget(self._left, 1)
        both.addWidget(self._right, 1)
        lines.addLayout(both, 1)
        lines.addWidget(self.fit)
        lines.addLayout(self._asked())
        lines.addWidget(self.refusal)
        acts = QWidget()
        flow = Flow(acts, tokens.GAP_8, tokens.GAP_8)
        for part in (self.lay, self.back, self.leave, self._working()):
            flow.addWidget(part)
        lines.addWidget(acts)
        self.show_plan(None)

    def show_plan(self, plan: Plan | None) -> None:
        """Show the name of a plan, and its pages where there is a choice."""
        choose = msg("Choose a plan") if plan is None else msg("Choose another plan")
        self.choose.set_words(self._say(choose))
        self.name.setText(plan.name if plan is not None else "")
        count = plan.pages if plan is not None else 0
        named = ((n, msg("Page {n} of {pages}", n=n + 1, pages=count)) for n in range(count))
        self.pages.offer((n, self._say(words)) for n, words in named)
        self.pages.show_thing(0)
        self.pages.setVisible(count > 1)

    def show_page(self, page: int) -> None:
        """Show which page (from 0) lies open."""
        self.pages.show_thing(page)

    def show_progress(self, progress: Progress | None, busy: Text | None) -> None:
        """Show how far slow work is, and the way to stop it."""
        self._work.setVisible(busy is not None and progress is not None)
        if progress is not None:
            self.bar.setVisible(progress.total > 0)
            self.bar.setRange(0, max(progress.total, 1))
            self.bar.setValue(progress.step)

    def _asked(self) -> QHBoxLayout:
        """Whose map it is, and whether the plan is shown over the map."""
        line = row(gap=tokens.GAP_12)
        label = soft_label(self._say(msg("Whose map is this?")))
        label.setBuddy(self.whose)
        self.whose.setAccessibleName(label.text())
        line.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.whose, 1)
        line.addWidget(self.over)
        return line

    def _working(self) -> QWidget:
        self._work = QWidget()
        inner = row(self._work, tokens.GAP_8)
        inner.addWidget(self.bar)
        inner.addWidget(self.stop)
        return self._work
