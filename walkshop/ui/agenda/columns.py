"""How wide the columns of the agenda are, and which give way to a second line elsewhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from walkshop.ui import tokens
from walkshop.ui.agenda.rows import AgendaRow, Cell
from walkshop.ui.widgets.text import natural_width
from walkshop.ui.widgets.type import px

PAD = 8
"""px at each side of the words of a cell."""

_NR = 44
_PINS = 124
_PINS_NARROW = 72
_LEAST_WHAT = 150
_GOOD_WHAT = 190
_MOST = {Cell.LEADER: 190, Cell.DATE: 124, Cell.ANSWER: 150, Cell.STATUS: 124}
_STEPS: tuple[Mapping[Cell, Cell], ...] = (
    {},
    {Cell.DATE: Cell.LEADER},
    {Cell.DATE: Cell.LEADER, Cell.ANSWER: Cell.STATUS},
    {Cell.LEADER: Cell.WHAT, Cell.DATE: Cell.WHAT, Cell.ANSWER: Cell.STATUS},
    {Cell.LEADER: Cell.WHAT, Cell.DATE: Cell.WHAT, Cell.ANSWER: Cell.WHAT, Cell.STATUS: Cell.WHAT},
)
"""For each step down in room: the columns that stand as soft lines under another one."""


@dataclass(frozen=True)
class Columns:
    """The columns that stand, with their widths in px, and those that stand under another."""

    widths: Mapping[Cell, int] = field(default_factory=dict)
    under: Mapping[Cell, Cell] = field(default_factory=dict)

    def below(self, cell: Cell) -> list[Cell]:
        """The columns that stand as soft lines under this one."""
        return [own for own, other in self.under.items() if other is cell]


def columns_for(room: int, rows: Sequence[AgendaRow], heads: Sequence[str]) -> Columns:
    """The columns for `room` px: as many of their own as leave the words of an action enough."""
    wanted = _wanted(rows, heads)
    for step, under in enumerate(_STEPS):
        pins = max(px(_PINS if step < 2 else _PINS_NARROW), _head(heads[Cell.NOTES]))
        widths = {cell: width for cell, width in wanted.items() if cell not in under}
        for own, other in under.items():
            if other in widths:
                widths[other] = max(widths[other], wanted[own])
        widths |= {Cell.NR: px(_NR), Cell.NOTES: pins}
        left = room - sum(widths.values())
        if left >= px(_LEAST_WHAT):
            break
    answers = under.get(Cell.ANSWER, Cell.ANSWER)
    if answers in widths:
        # What is over goes first to the answers, which are short sentences.
        more = min(max(left - px(_GOOD_WHAT), 0), _whole(rows) - widths[answers])
        widths[answers] += max(more, 0)
        left -= max(more, 0)
    return Columns({**widths, Cell.WHAT: max(left, px(80))}, under)


def _wanted(rows: Sequence[AgendaRow], heads: Sequence[str]) -> dict[Cell, int]:
    """So wide that no word is broken, and not wider than that helps."""
    actions = [row for row in rows if row.action]
    found = {}
    for cell, most in _MOST.items():
        words = {word for row in actions for word in row.words[cell].split()}
        widest = max((natural_width(word, tokens.BODY) for word in words), default=0.0)
        found[cell] = max(min(_padded(widest), px(most)), _head(heads[cell]))
    return found


def _whole(rows: Sequence[AgendaRow]) -> int:
    """The width at which no answer is broken; a long one may be."""
    answers = [row.words[Cell.ANSWER] for row in rows if row.action]
    widest = max((natural_width(words, tokens.BODY) for words in answers), default=0.0)
    return min(_padded(widest), px(_MOST[Cell.ANSWER]))


def _head(words: str) -> int:
    return _padded(natural_width(words, tokens.BODY))


def _padded(width: float) -> int:
    return round(width) + 2 + 2 * px(PAD)
