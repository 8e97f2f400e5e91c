"""The settings: few, each at work at once, none behind a button."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from walkshop.i18n import Language, msg
from walkshop.services.settings import TEXT_SIZES, Settings
from walkshop.ui import tokens
from walkshop.ui.style import on_surface
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import soft_label, title_label
from walkshop.ui.widgets.scroll import scrolling
from walkshop.ui.widgets.type import px

LANGUAGE_NAMES = (("nl", "Nederlands"), ("en", "English"))
"""Each in its own words, so that everybody finds the way back."""

_WIDEST = 624

COLOUR_WORDS = {"light": msg("Light"), "contrast": msg("High contrast")}

AT_ONCE = msg("The window changes at once. The words that people said stay as they are.")


class SettingsPage(QWidget):
    """Language, text size and colours.

    Signals:
        settled: the settings with the choice that was just made.
        left: back to the stage.
    """

    OWN_SIDE = True
    settled = Signal(object)
    left = Signal()

    def __init__(self, settings: Settings, language: Language) -> None:
        super().__init__()
        on_surface(self, "card")
        self._settings = replace(settings, language=language.code)
        self.language = Choice[str](LANGUAGE_NAMES, lambda code: self._settle(language=code))
        self.language.show_thing(language.code)
        sizes = [(size, f"{size} %") for size in TEXT_SIZES]
        self.text_size = Choice[int](sizes, lambda size: self._settle(text_size=size))
        self.text_size.show_thing(settings.text_size)
        schemes = [(name, language.say(words)) for name, words in COLOUR_WORDS.items()]
        self.colours = Choice[str](schemes, lambda name: self._settle(colours=name))
        self.colours.show_thing(settings.colours)
        form = Form(language)
        form.add("language", msg("Language"), self.language)
        form.add("text_size", msg("Text size"), self.text_size)
        form.add("colours", msg("Colours"), self.colours)
        back = Button(language.say(msg("Back to the notes")), self.left.emit)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(*[px(tokens.GAP_32)] * 4)
        column.setSpacing(px(tokens.GAP_12))
        column.addWidget(title_label(language.say(msg("Settings"))))
        column.addWidget(form)
        column.addWidget(soft_label(language.say(AT_ONCE)))
        column.addWidget(back)
        column.addStretch(1)
        area = scrolling(content)
        area.setMaximumWidth(px(_WIDEST))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(area, 1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def _settle(self, **chosen: Any) -> None:  # Any: fields of Settings, each of its own type
        self._settings = replace(self._settings, **chosen)
        self.settled.emit(self._settings)

    def areas(self) -> list[QWidget]:
        """What gets the focus."""
        return [self.language]


def system_language() -> str:
    """Dutch on a Dutch machine, else English."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"
