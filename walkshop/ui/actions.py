"""What people can do by a key or the menu: one row for each act, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from walkshop.i18n import Language, Text, msg, msgc


class Where(StrEnum):
    """Where an act works."""

    PROGRAM = "program"  # with or without an open walk
    WALK = "walk"  # in every stage of an open walk
    NOTES = "notes"  # while Notes is open; letters are always words there
    ROOM = "room"  # in every stage; all but the first, and F7, while the room screen is open


@dataclass(frozen=True, slots=True)
class Act:
    """One row.

    Args:
        id: names the act in code.
        text: its words in the menu.
        keys: key sequences as Qt writes them; Ctrl is Command on a Mac.
        where: where it works.
        mac: other keys on a Mac, where Option with a letter or digit types a sign.
        in_menu: whether it stands in the menu; keys that everybody knows need no row there.
    """

    id: str
    text: Text
    keys: tuple[str, ...]
    where: Where
    mac: tuple[str, ...] = ()
    in_menu: bool = True

    def sequences(self, platform: str = sys.platform) -> list[QKeySequence]:
        """Its keys on this platform."""
        names = self.mac if self.mac and platform == "darwin" else self.keys
        return [QKeySequence(name) for name in names]


P, W, N, R = Where.PROGRAM, Where.WALK, Where.NOTES, Where.ROOM

ACTS: tuple[Act, ...] = (
    Act("new", msg("New walk"), ("Ctrl+N",), P),
    Act("open", msg("Open a walk"), ("Ctrl+O",), P),
    Act("sample", msg("Open the sample"), ("Ctrl+D",), P),
    Act("help", msg("Help card"), ("F1",), P),
    Act("quit", msg("Close Walkshop"), ("Ctrl+Q",), P),
    Act("start", msg("To the start page"), ("Ctrl+W",), W),
    Act("settings", msg("Settings"), ("Ctrl+,",), W),
    Act("read_in", msg("Read in files"), ("Ctrl+I",), W),
    Act("paste_lines", msg("Paste lines"), ("Ctrl+Shift+V",), W),
    Act("paper", msg("Type over paper"), ("Ctrl+Shift+P",), W),
    Act("undo", msg("Undo"), ("Ctrl+Z",), W),
    Act("redo", msg("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), W),
    Act("find", msg("Search and filter"), ("Ctrl+F", "/"), W),
    Act("all", msg("Show all notes"), ("Ctrl+Shift+F",), W),
    Act("prepare", msg("Prepare"), ("Ctrl+1",), W, in_menu=False),
    Act("notes", msg("Notes"), ("Ctrl+2",), W, in_menu=False),
    Act("values", msg("Values"), ("Ctrl+3",), W, in_menu=False),
    Act("agenda", msg("Action agenda"), ("Ctrl+4",), W, in_menu=False),
    Act("share", msg("Share"), ("Ctrl+5",), W, in_menu=False),
    Act("next_area", msg("To the next part of the window"), ("F6",), W, in_menu=False),
    Act("previous_area", msg("To the part before"), ("Shift+F6",), W, in_menu=False),
    Act("kind_asset", msg("Good"), ("Alt+1",), N, ("Meta+1",)),
    Act("kind_concern", msg("Must improve"), ("Alt+2",), N, ("Meta+2",)),
    Act("kind_opportunity", msg("Chance"), ("Alt+3",), N, ("Meta+3",)),
    Act("kind_idea", msg("Idea"), ("Alt+4",), N, ("Meta+4",)),
    Act("kind_unknown", msg("Question"), ("Alt+5",), N, ("Meta+5",)),
    Act("one_more", msg("One more voice"), ("Ctrl+U",), N),
    Act("edit_note", msg("Change the words"), ("F2",), N),
    Act("split_note", msg("Split in two"), ("F3",), N),
    Act("group_last", msg("Put with the note before"), ("F4",), N),
    Act("hide_note", msg("Hide from others"), ("F8",), N),
    Act("to_middle", msg("Place in the middle of the map"), ("Ctrl+Return", "Ctrl+Enter"), N),
    Act("confirm", msg("Place is right"), ("Ctrl+Shift+Return",), N),
    Act("whole", msg("For the whole area"), ("Ctrl+Shift+H",), N),
    Act("to_stop", msg("Place at the stop that is set"), ("Ctrl+Shift+S",), N),
    Act("unplace", msg("Take the place away"), ("Ctrl+Shift+N",), N),
    Act("nudge_left", msg("Pin to the left"), ("Alt+Left",), N, in_menu=False),
    Act("nudge_right", msg("Pin to the right"), ("Alt+Right",), N, in_menu=False),
    Act("nudge_up", msg("Pin up"), ("Alt+Up",), N, in_menu=False),
    Act("nudge_down", msg("Pin down"), ("Alt+Down",), N, in_menu=False),
    Act("search_map", msg("Find on the map"), ("Ctrl+G",), N),
    Act("zoom_in", msg("Zoom in"), ("Ctrl++", "Ctrl+="), N),
    Act("zoom_out", msg("Zoom out"), ("Ctrl+-",), N),
    Act("zoom_all", msgc("map", "Show everything"), ("Ctrl+0",), N),
    Act("zoom_selection", msgc("map", "Show what is selected"), ("Ctrl+9",), N),
    Act("talk", msg("Conversation on the way"), ("Ctrl+Shift+G",), N),
    Act("fold", msg("Fold the list in or out"), ("Ctrl+L",), N),
    Act("room", msg("Room screen"), ("F5",), R),
    Act("room_hold", msg("Hold the picture"), ("F9",), R),
    Act("room_black", msg("Black screen"), ("F12",), R),
    Act("room_larger", msg("Larger for the room"), ("Ctrl+Shift++", "Ctrl+Shift+="), R),
    Act("room_smaller", msg("Smaller for the room"), ("Ctrl+Shift+-", "Ctrl+Shift+_"), R),
    Act("room_next", msg("Next for the room"), ("PgDown",), R),
    Act("room_previous", msg("Previous for the room"), ("PgUp",), R),
    Act("room_follow", msg("Show what I select"), ("Shift+F9",), R),
    Act("room_words", msg("Show the words in the line"), ("F7",), R),
    Act("room_question", msg("Show the question"), (), R),
    Act("room_map", msg("Show the map"), (), R),
    Act("room_four", msg("Show the four questions"), (), R),
    Act("room_check", msg("Ask whether people recognise it"), (), R),
    Act("room_closing", msg("Show the closing"), (), R),
)
"""Every act with its keys."""


def act(act_id: str) -> Act:
    """The row with this id; KeyError when there is none."""
    return next((row for row in ACTS if row.id == act_id), None) or _unknown(act_id)


def make_actions(
    owner: QWidget, where: Where, language: Language, do: Mapping[str, Callable[[], object]]
) -> dict[str, QAction]:
    """The actions of `where`, added to `owner`; `do` says what each of them does.

    Raises:
        ValueError: a row has nothing to do, or something to do has no row.
    """
    rows = [row for row in ACTS if row.where is where]
    if {row.id for row in rows} != set(do):
        raise ValueError(f"acts and rows differ: {sorted({row.id for row in rows} ^ set(do))}")
    made: dict[str, QAction] = {}
    for row in rows:
        action = QAction(language.say(row.text), owner)
        action.setShortcuts(row.sequences())
        # Works in the whole window, and only while its owner is on screen.
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.setProperty("in_menu", row.in_menu)
        action.triggered.connect(_without_argument(do[row.id]))
        owner.addAction(action)
        made[row.id] = action
    return made


def keys_in_words(act_id: str) -> str:
    """The first key of an act as this platform writes it, for tooltips and key caps."""
    return act(act_id).sequences()[0].toString(QKeySequence.SequenceFormat.NativeText)


def _without_argument(do: Callable[[], object]) -> Callable[[], None]:
    def call() -> None:
        do()

    return call


def _unknown(act_id: str) -> Act:
    raise KeyError(act_id)
