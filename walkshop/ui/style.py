"""The look of every standard control: one palette and one style sheet, both from the tokens.

Controls say what they are by properties, set before they are shown:

* a QLabel by `role`: title, name, number, soft, question, hand, entry, bad;
* a QPushButton or QToolButton by `role`: primary, quiet (a link), flat, switch, count;
* a QFrame by `role`: card, rule (a dividing line), refusal, broken (a walk not closed);
* any QWidget by `surface`: card, paper, sunk.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from walkshop.files import resource
from walkshop.ui import tokens
from walkshop.ui.fonts import register_fonts

_SURFACES = """
* { outline: 0; }
QWidget[surface="card"] { background: $card; }
QWidget[surface="paper"] { background: $paper; }
QWidget[surface="sunk"] { background: $sunk; }
QMainWindow, QDialog { background: $paper; }
QFrame[role="rule"] { background: $line; border: 0; }
QFrame[role="rule"][along="across"] { max-height: 1px; min-height: 1px; }
QFrame[role="rule"][along="down"] { max-width: 1px; min-width: 1px; }
QFrame[role="card"] { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[role="broken"] { background: $card; border: 1px solid $line; border-left: 4px solid $accent;
    border-radius: ${radius}px; }
QFrame[role="refusal"] { border: 0; border-left: 3px solid $accent; background: transparent; }
QToolTip { background: $ink; color: $card; border: 0; padding: 6px 8px; }
QSplitter::handle { background: $line; }
"""

_WORDS = """
QLabel { background: transparent; color: $ink; }
QLabel:disabled { color: $disabled; }
QLabel[role="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[role="name"] { font-weight: 600; }
QLabel[role="number"] { font-weight: 700; }
QLabel[role="soft"] { color: $soft; }
QLabel[role="entry"] { font-size: ${title}px; }
QLabel[role="question"] { font-size: ${question}px; font-weight: 600; }
QLabel[role="hand"] { font-size: ${hand}px; font-weight: 700; }
QLabel[role="start"] { font-size: ${start}px; font-weight: 700; }
QLabel[role="bad"] { color: $bad; }
QLabel[role="key"] { color: $soft; background: $paper; border: 1px solid $line;
    border-bottom: 2px solid $line; border-radius: 4px; padding: 0 6px; }
"""

_BUTTONS = """
QPushButton, QToolButton { background: $card; color: $ink; border: 1px solid $edge;
    border-radius: ${radius}px; padding: 0 11px; min-height: ${control_inner}px;
    icon-size: ${icon}px; }
QPushButton:hover, QToolButton:hover { background: $sunk; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: 0 10px;
    min-height: ${control_focus}px; }
QPushButton:disabled, QToolButton:disabled { color: $disabled; border-color: $line; }
QPushButton:checked, QToolButton:checked { background: $tint; color: $accent; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent;
    font-weight: 600; }
QPushButton[role="primary"]:hover { background: $accent_hover; }
QPushButton[role="primary"]:pressed { background: $accent_pressed; }
QPushButton[role="primary"]:focus { border: 2px solid $ink; }
QPushButton[role="primary"]:disabled { background: $sunk; color: $disabled; border-color: $line; }
QPushButton[role="quiet"], QToolButton[role="quiet"] { background: transparent; color: $accent;
    border: 2px solid transparent; padding: 0 6px; min-height: ${control_focus}px; }
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover { background: $sunk; }
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="quiet"]:disabled, QToolButton[role="quiet"]:disabled { color: $disabled; }
QToolButton[role="flat"], QPushButton[role="flat"] { background: transparent;
    border: 2px solid transparent; padding: 0 6px; min-height: ${control_focus}px; }
QToolButton[role="flat"]:hover, QPushButton[role="flat"]:hover { background: $sunk; }
QToolButton[role="flat"]:focus, QPushButton[role="flat"]:focus { border-color: $accent; }
QToolButton[role="count"] { background: transparent; border: 2px solid transparent;
    border-radius: ${small}px; padding: 1px 5px 0 5px; min-height: ${chip_focus}px; }
QToolButton[role="count"]:hover { background: $sunk; }
QToolButton[role="count"]:checked { background: $tint; color: $accent; }
QToolButton[role="count"]:focus { border-color: $accent; }
QToolButton[role="switch"] { border-radius: 0; border: 1px solid $edge; }
QToolButton[role="switch"]:checked { background: $tint; color: $ink;
    border-bottom: 3px solid $accent; }
QLineEdit QToolButton { background: transparent; border: 0; padding: 0; min-height: 0; }
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
    background: $card; color: $ink; border: 1px solid $edge; border-radius: ${radius}px;
    padding: 0 9px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit { min-height: ${field_inner}px; }
QTextEdit, QPlainTextEdit { padding: 5px 6px; }
QLineEdit { padding: 0 7px; } /* Qt keeps 2 px more in there */
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus, QTimeEdit:focus {
    border: 2px solid $accent; padding: 0 8px; min-height: ${field_focus}px; }
QLineEdit:focus { padding: 0 6px; }
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: 4px 5px; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $disabled;
    border-color: $line; background: $paper; }
QLineEdit:read-only { background: $paper; border-color: $line; }
QComboBox::drop-down { border: 0; width: 26px; }
QComboBox::down-arrow { image: url("$caret"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $edge; padding: 4px;
    selection-background-color: $tint; selection-color: $ink; }
QComboBox QAbstractItemView::item { min-height: ${chip}px; padding: 0 6px; }
QLineEdit[role="entry"] { font-size: ${title}px; min-height: ${entry_inner}px; padding: 0 11px; }
QLineEdit[role="entry"]:focus { padding: 0 10px; min-height: ${entry_focus}px; }
QLineEdit[role="bare"], QLineEdit[role="bare"]:focus { border: 0; background: transparent;
    padding: 0; min-height: ${chip_focus}px; }
QCheckBox { spacing: 8px; min-height: ${chip}px; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $edge; border-radius: 4px;
    background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QCheckBox:focus, QRadioButton:focus { color: $accent; }
QProgressBar { background: $sunk; border: 0; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
"""

_VIEWS = """
QAbstractScrollArea { border: 0; background: transparent; }
QListView, QTableView, QTreeView { background: $card; border: 0; color: $ink;
    selection-background-color: $tint; selection-color: $ink; alternate-background-color: $card; }
QTableView { gridline-color: $sunk; }
QHeaderView::section { background: $card; color: $soft; border: 0;
    border-bottom: 1px solid $line; padding: 6px 8px; }
QMenu { background: $card; border: 1px solid $edge; padding: 6px; }
QMenu::item { padding: 7px 24px 7px 12px; border-radius: 4px; color: $ink; }
QMenu::item:selected { background: $tint; }
QMenu::item:disabled { color: $disabled; }
QMenu::separator { height: 1px; background: $line; margin: 6px 4px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $handle; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $edge; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
"""


def style_sheet(percent: int) -> str:
    """The style sheet at a text size in per cent."""

    def px(length: float) -> int:
        return round(length * percent / 100)

    control, chip, field, entry = map(
        px, (tokens.CONTROL_HEIGHT, tokens.CHIP_HEIGHT, tokens.FIELD_HEIGHT, tokens.ENTRY_HEIGHT)
    )
    values: dict[str, object] = {
        "paper": tokens.PAPER, "card": tokens.CARD, "sunk": tokens.SUNK, "line": tokens.LINE,
        "edge": tokens.EDGE, "ink": tokens.INK, "soft": tokens.SOFT, "accent": tokens.ACCENT,
        "on_accent": tokens.ON_ACCENT, "tint": tokens.TINT, "bad": tokens.BAD,
        "disabled": tokens.DISABLED, "accent_hover": tokens.ACCENT_HOVER,
        "accent_pressed": tokens.ACCENT_PRESSED, "handle": tokens.HANDLE,
        "radius": tokens.RADIUS, "small": tokens.RADIUS_SMALL,
        "title": px(tokens.TITLE.px), "question": px(tokens.QUESTION.px),
        "hand": px(tokens.NUMBER_IN_HAND.px), "start": px(tokens.START_TITLE.px),
        "control_inner": control - 2, "control_focus": control - 4,
        "icon": px(16), "chip": chip, "chip_focus": chip - 4,
        "field_inner": field - 2, "field_focus": field - 4,
        "entry_inner": entry - 2, "entry_focus": entry - 4,
        "caret": resource("icons", "caret_down.svg").as_posix(),
        "check": resource("icons", "check.svg").as_posix(),
    }  # fmt: skip
    # Fields after views: a field of several lines is a scroll area too, and keeps its border.
    sheet = _SURFACES + _WORDS + _BUTTONS + _VIEWS + _FIELDS
    return Template(sheet).substitute(values)


def palette() -> QPalette:
    """The palette of the tokens, for everything that no style sheet reaches."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: tokens.PAPER,
        roles.WindowText: tokens.INK,
        roles.Base: tokens.CARD,
        roles.AlternateBase: tokens.CARD,
        roles.Text: tokens.INK,
        roles.Button: tokens.CARD,
        roles.ButtonText: tokens.INK,
        roles.ToolTipBase: tokens.INK,
        roles.ToolTipText: tokens.CARD,
        roles.Highlight: tokens.ACCENT,
        roles.HighlightedText: tokens.ON_ACCENT,
        roles.Link: tokens.ACCENT,
        roles.PlaceholderText: tokens.SOFT,
        roles.Mid: tokens.LINE,
        roles.Dark: tokens.EDGE,
        roles.Light: tokens.CARD,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.DISABLED))
    return made


def apply_style(app: QApplication, percent: int, colours: str = "light") -> None:
    """Give the whole program its look at a text size in per cent, in one of the tokens' schemes.

    Both are on light ground, whatever the system says: what was drawn for light ground stays right.

    Widgets that paint take the text size from the application's font (walkshop.ui.widgets.type).
    """
    tokens.wear(colours)
    app.setStyle("Fusion")
    app.styleHints().setColorScheme(Qt.ColorScheme.Light)
    app.setPalette(palette())
    font = QFont(screen_family())
    font.setPixelSize(round(tokens.BODY.px * percent / 100))
    font.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(font)
    app.setStyleSheet(style_sheet(percent))


def screen_family() -> str:
    """The system's own font, and Noto Sans where the system names none; needs a QGuiApplication."""
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    return family if family in QFontDatabase.families() else register_fonts()


def on_surface(widget: QWidget, surface: str) -> None:
    """Let a plain widget paint the surface `card`, `paper` or `sunk`."""
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    widget.setProperty("surface", surface)
