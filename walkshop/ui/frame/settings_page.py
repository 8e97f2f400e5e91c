"""The settings: few, each at work at once, none behind a button."""

from __future__ import annotations

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
from walkshop.ui.widgets.type import px

LANGUAGE_NAMES = (("nl", "Nederlands"), ("en", "English"))
"""Each in its own words, so that everybody finds the way back."""

AT_ONCE = msg("The window changes at once. The words that people said stay as they are.")


class SettingsPage(QWidget):
    """Language and text size.

    Signals:
        language_chosen: "nl" or "en".
        size_chosen: the text size in per cent.
        left: back to the stage.
    """

    OWN_SIDE = True
    language_chosen = Signal(str)
    size_chosen = Signal(int)
    left = Signal()

    def __init__(self, settings: Settings, language: Language) -> None:
        super().__init__()
        on_surface(self, "card")
        self.language = Choice[str](LANGUAGE_NAMES, self.language_chosen.emit)
        self.language.show_thing(language.code)
        sizes = [(size, f"{size} %") for size in TEXT_SIZES]
        self.text_size = Choice[int](sizes, self.size_chosen.emit)
        self.text_size.show_thing(settings.text_size)
        form = Form(language)
        form.add("language", msg("Language"), self.language)
        form.add("text_size", msg("Text size"), self.text_size)
        back = Button(language.say(msg("Back to the notes")), self.left.emit)
        content = QWidget()
        content.setMaximumWidth(px(560))
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.GAP_12))
        column.addWidget(title_label(language.say(msg("Settings"))))
        column.addWidget(form)
        column.addWidget(soft_label(language.say(AT_ONCE)))
        column.addWidget(back)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[px(tokens.GAP_32)] * 4)
        row.addWidget(content, 1)
        row.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def areas(self) -> list[QWidget]:
        """What gets the focus."""
        return [self.language]


def system_language() -> str:
    """Dutch on a Dutch machine, else English."""
    return "nl" if QLocale().language() == QLocale.Language.Dutch else "en"
