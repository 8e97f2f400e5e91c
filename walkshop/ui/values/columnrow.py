"""Which columns stand on the board and in which order; those that stay keep place and focus."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QHBoxLayout

from walkshop.ui.values.columns import Column, GhostColumn, ValueColumn

Make = Callable[[str], Column]


class ColumnRow:
    """The columns of values, then those of suggestions, after the first one.

    Args:
        layout: where they stand; it holds `first` and a stretch.
    """

    def __init__(self, layout: QHBoxLayout, first: Column, value: Make, ghost: Make) -> None:
        self._layout = layout
        self._first = first
        self._make_value = value
        self._make_ghost = ghost
        self._columns: dict[str, Column] = {}

    def all(self) -> list[Column]:
        """All columns from left to right."""
        return [self._first, *self._columns.values()]

    def at(self, key: str) -> Column:
        """The column of a value or suggestion by its id; KeyError for none."""
        return self._columns[key]

    def key_of(self, column: Column) -> str:
        """The value or suggestion that a column shows; empty for the first column."""
        return next((key for key, each in self._columns.items() if each is column), "")

    def of_values(self) -> Iterator[tuple[str, ValueColumn]]:
        """The columns of values by id, from left to right."""
        for key, column in self._columns.items():
            if isinstance(column, ValueColumn):
                yield key, column

    def arrange(self, values: Sequence[str], ghosts: Sequence[str]) -> None:
        """Make, drop and order columns."""
        wanted: dict[str, Make] = dict.fromkeys(values, self._make_value)
        wanted |= dict.fromkeys(ghosts, self._make_ghost)
        kept: dict[str, Column] = {}
        for key, column in self._columns.items():
            if key in wanted and isinstance(column, ValueColumn) == (key in values):
                kept[key] = column
            else:
                self._layout.removeWidget(column)
                column.hide()
                column.deleteLater()
        self._columns = {key: kept.get(key) or make(key) for key, make in wanted.items()}
        for place, column in enumerate(self._columns.values(), 1):
            if self._layout.indexOf(column) != place:
                self._layout.removeWidget(column)
                self._layout.insertWidget(place, column)

    def level_heads(self) -> None:
        """Heads of one sort are equally high; those of suggestions hold more."""
        ghosts = [column for column in self.all() if isinstance(column, GhostColumn)]
        others = [column for column in self.all() if not isinstance(column, GhostColumn)]
        for alike in (ghosts, others):
            tallest = max((column.wish() for column in alike), default=0)
            for column in alike:
                column.head.setFixedHeight(tallest)
