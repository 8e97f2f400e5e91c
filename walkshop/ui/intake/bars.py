"""The still parts of the page that shows what files would bring."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake import Proposal
from walkshop.services.intake.features import EXCHANGED, GEOMETRY
from walkshop.ui import tokens
from walkshop.ui.desk import Desk
from walkshop.ui.frame.small import rule
from walkshop.ui.intake.draft import Outlook
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px


def bar(left: Sequence[QWidget], right: Sequence[QWidget]) -> QHBoxLayout:
    """Widgets at both ends of a line."""
    made: QHBoxLayout = row(None, tokens.GAP_12)
    made.setContentsMargins(px(16), px(tokens.GAP_8), px(16), px(tokens.GAP_8))
    for widget in left:
        made.addWidget(widget)
    made.addStretch(1)
    for widget in right:
        made.addWidget(widget)
    return made


def beside(wide: QWidget, narrow: QWidget) -> QWidget:
    """Two parts with one line between them; the first has the room that is left."""
    both = QWidget()
    line: QHBoxLayout = row(both)
    line.addWidget(wide, 1)
    line.addWidget(rule(across=False))
    line.addWidget(narrow)
    return both


def empty_page(desk: Desk, *buttons: QWidget) -> QWidget:
    """What to do while nothing is chosen."""
    empty = QWidget()
    lines: QVBoxLayout = column(empty, tokens.GAP_12, tokens.GAP_32)
    for words in (
        msg("Drop files on the window, or choose them here."),
        msg("You see every row first. Nothing is read in before you say so."),
    ):
        lines.addWidget(soft_label(desk.say(words)))
    line: QHBoxLayout = row(None, tokens.GAP_12)
    for button in buttons:
        line.addWidget(button)
    line.addStretch(1)
    lines.addLayout(line)
    lines.addStretch(1)
    return empty


def exchanged(proposal: Proposal) -> dict[str, str]:
    """What is to be said of columns so that north and east change places.

    In a table two columns do; in a map file, which has no columns for them, all its numbers do.
    """
    held = {field: name for name, field in proposal.fields}
    pairs = [pair for pair in (("lat", "lon"), ("x", "y")) if {*pair} <= held.keys()]
    said = {held[a]: b for pair in pairs for a, b in (pair, pair[::-1])}
    return said or {GEOMETRY: EXCHANGED}


def what_to_read_in(outlook: Outlook | None) -> Text:
    """The verb on the button, with what it brings."""
    if outlook is None or not (outlook.added or outlook.changed or outlook.other):
        return msg("Read in")
    if outlook.added:
        return msgn("Read in {n} note", "Read in {n} notes", outlook.added)
    if outlook.changed:
        return msgn("Complete {n} note", "Complete {n} notes", outlook.changed)
    return msg("Read in")
