"""The switch of the hot spots on the map of Notes: off until somebody wants to see them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from walkshop.i18n import Text, msg
from walkshop.ui.plain import plain_tip


def hot_switch(say: Callable[[Text], str]) -> QToolButton:
    """A button that stays down while the map shows where much was said."""
    switch = QToolButton()
    switch.setCheckable(True)
    switch.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    switch.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    switch.setText(say(msg("Hot spots")))
    switch.setToolTip(plain_tip(say(msg("Colour the map where much was said."))))
    return switch
