"""What the tests of the stages stand on: a small walk, a real store, and a runner that is done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    Action,
    ActionId,
    Kind,
    Membership,
    NoteId,
    Point,
    Record,
    Stop,
    StopId,
    ThemeId,
    Value,
    ValueId,
    Walk,
)
from walkshop.i18n import Text, language
from walkshop.store.journal import NoJournal
from walkshop.store.store import Store
from walkshop.ui.desk import Desk
from walkshop.ui.filtering import Filter
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import Selection

T = TypeVar("T")
ENGLISH = language("en")
HERE = LonLat(4.4936, 51.9303)
REST, SAFE = ValueId("rest"), ValueId("safe")


def nid(nr: int) -> NoteId:
    """The id of the note with this number."""
    return NoteId(f"note {nr}")


def small_walk(*more: Record) -> Walk:
    """Five notes, two values: 1 and 2 stand under the first, 3 under the second."""
    hand = Membership.HAND
    return a_walk(
        Stop(id=StopId("stop"), nr=3, name="Boezemsingel", at=HERE),
        Value(id=REST, name="Rest on the way", order=1),
        Value(id=SAFE, name="Walk safely", order=2),
        a_note(1, "Too few benches", kind=Kind.CONCERN, kind_chosen=True, value=REST,
               membership=hand, theme=ThemeId("voorzieningen"), place=Point(HERE, assumed=True)),
        a_note(2, "A chance for benches", kind=Kind.OPPORTUNITY, value=REST, membership=hand),
        a_note(3, "Bins on the pavement", value=SAFE, membership=hand),
        a_note(4, "Lovely playground", kind=Kind.ASSET),
        a_note(5, "More history"),
        *more,
    )  # fmt: skip


def an_action(nr: int = 1, **fields: object) -> Action:
    """An action that only says what is done."""
    made = Action(id=ActionId(f"action {nr}"), nr=nr, what=f"Do thing {nr}", order=float(nr))
    return replace(made, **fields)  # type: ignore[arg-type]  # fields are checked by the record


def a_desk(store: QtStore, selection: Selection | None = None) -> Desk:
    """The desk of this store, in English."""
    narrowing = Filter(store, store)
    return Desk(store, selection or Selection(store), narrowing, ENGLISH)


def a_store(walk: Walk) -> QtStore:
    """A store of this walk that nothing keeps; it is always the evening of 8 March 2027."""
    return QtStore(Store(walk, lambda: STAMP, NoJournal()))


class AtOnce:
    """A runner whose work is done before it returns."""

    def start(
        self,
        label: Text,
        work: Callable[[Callable[[int, int], None]], T],
        done: Callable[[T], None],
    ) -> None:
        """Do the work and hand over what it gives."""
        done(work(lambda step, total: None))


def controls(root: QWidget) -> list[QWidget]:
    """Everything below `root` that a person can press, choose or type in."""
    kinds = (QAbstractButton, QComboBox, QLineEdit)
    return [child for child in root.findChildren(QWidget) if isinstance(child, kinds)]


def nameless(root: QWidget) -> list[QWidget]:
    """Controls that a screen reader could not name."""
    return [
        control
        for control in controls(root)
        if not (control.accessibleName() or getattr(control, "text", str)())
        and not control.objectName().startswith("qt_")
        and type(control.parent()).__name__ != "QScrollBar"
    ]
