"""A field for a day: typed as people say it, read back in full, refused with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLineEdit

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Language, msg
from walkshop.ui.widgets.dates import read_day


class DateField(QLineEdit):
    """A day by typing.

    Args:
        today: gives the day from which a date without a year counts.
        on_day: called with the day, or None when the field was emptied.
        on_refusal: called with the reason why what was typed is no day.
    """

    def __init__(
        self,
        language: Language,
        today: Callable[[], date],
        on_day: Callable[[date | None], object],
        on_refusal: Callable[[WalkshopError], object],
    ) -> None:
        super().__init__()
        self._language = language
        self._today = today
        self._on_day = on_day
        self._on_refusal = on_refusal
        self._known = ""
        self.setPlaceholderText(language.say(msg("20-4-2027 or 20 April")))
        self.editingFinished.connect(self._on_finished)

    def show_day(self, day: date | None) -> None:
        """Show what the walk holds; what is being typed stays."""
        typing = self.hasFocus() and self.text() != self._known
        self._known = self._language.short_day(day) if day else ""
        if not typing:
            self.setText(self._known)
            self.setCursorPosition(0)

    def _on_finished(self) -> None:
        if self.text() == self._known:
            return
        try:
            day = read_day(self.text(), self._today())
        except WalkshopError as refusal:
            self._on_refusal(refusal)
            return
        self._known = self._language.short_day(day) if day else ""
        self.setText(self._known)
        self._on_day(day)
