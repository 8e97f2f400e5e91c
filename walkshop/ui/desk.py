"""What every part of the window of one walk is given: the walk, what is in hand, the words."""

from __future__ import annotations

from dataclasses import dataclass, field

from walkshop.i18n import Language, Text
from walkshop.ui.filtering import Filter
from walkshop.ui.map.ground import Ground
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """The shared things of an open walk.

    Args:
        store: the walk and every act on it.
        selection: what is in hand.
        filter: which notes are in view.
        language: the words of the window.
        ground: the map under the walk.
    """

    store: QtStore
    selection: Selection
    filter: Filter
    language: Language
    ground: Ground = field(default_factory=Ground)

    def say(self, text: Text) -> str:
        """A sentence in the language of the window."""
        return self.language.say(text)
