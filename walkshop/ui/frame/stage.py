"""What a stage is to the frame: a name, an icon and a way to make it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QRect, SignalInstance
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Text


@dataclass(frozen=True, slots=True)
class Stage:
    """One of the five stages, or a page like them that only the menu opens.

    Args:
        id: names its act and its icon too.
        title: its word on the rail.
        make: builds its panel, when it is first opened.
        on_rail: whether it has a button on the rail.
    """

    id: str
    title: Text
    make: Callable[[], QWidget]
    on_rail: bool = True


@runtime_checkable
class HasAreas(Protocol):
    """A panel with parts that F6 goes round, the one that gets the focus first in front."""

    def areas(self) -> list[QWidget]:
        """The parts, in the order of F6."""


@runtime_checkable
class Narrows(Protocol):
    """A panel that gives way in a narrow window; it tells when its free side changed."""

    free_side_changed: SignalInstance

    def set_narrow(self, narrow: bool) -> None:
        """Make do with less, or take the room again."""

    def free_side(self) -> QRect:
        """The part (px of the panel) that the inspector may cover."""


def own_side(panel: QWidget) -> bool:
    """Whether a panel fills the stage, so that the inspector beside it goes away."""
    return bool(getattr(panel, "OWN_SIDE", False))
