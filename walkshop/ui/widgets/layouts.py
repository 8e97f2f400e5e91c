"""Laying widgets out with the steps of the tokens, and clearing a layout away again."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from walkshop.ui.widgets.type import px

BoxT = TypeVar("BoxT", bound=QBoxLayout)


def column(parent: QWidget | None = None, gap: int = 0, edge: int = 0) -> QVBoxLayout:
    """Widgets below each other, `gap` px apart and `edge` px from the border."""
    return _even(QVBoxLayout(parent) if parent else QVBoxLayout(), gap, edge)


def row(parent: QWidget | None = None, gap: int = 0, edge: int = 0) -> QHBoxLayout:
    """Widgets beside each other, `gap` px apart and `edge` px from the border."""
    return _even(QHBoxLayout(parent) if parent else QHBoxLayout(), gap, edge)


def clear(layout: QBoxLayout) -> None:
    """Take everything out of a layout; the widgets go when Qt gets to it."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif isinstance(inner, QBoxLayout):
            clear(inner)


def _even(box: BoxT, gap: int, edge: int) -> BoxT:
    box.setContentsMargins(px(edge), px(edge), px(edge), px(edge))
    box.setSpacing(px(gap))
    return box
