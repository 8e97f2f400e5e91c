"""Builders for tests of the walk file: a walk with every field filled, and one that is open."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum
from pathlib import Path
from sqlite3 import connect
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    SINGLES,
    TABLES,
    About,
    AboutId,
    Answer,
    AreaId,
    Marks,
    Neighbourhood,
    Note,
    NoteId,
    Place,
    Point,
    Record,
    Stamp,
    Walk,
)
from walkshop.i18n import Text, msg
from walkshop.services.gpkg import DirectDelivery, WalkFile, create, open_walk
from walkshop.store.store import Store

HERE = LonLat(4.4921, 51.9342)
RING = (HERE, LonLat(4.5, 51.9342), LonLat(4.5, 51.94))
PLAIN: dict[object, object] = {
    str: "Ünïcode & 'quotes' \"two\" 日本 🌳",
    int: 3,
    float: 1.25,
    bool: True,
    date: date(2027, 4, 20),
    datetime: datetime(2027, 3, 8, 20, 41, 7, 1234, timezone(timedelta(hours=1))),
    time: time(19, 30),
    LonLat: HERE,
    tuple[LonLat, ...]: RING,
    tuple[tuple[LonLat, ...], ...]: (RING, (HERE, LonLat(4.6, 52.1), LonLat(4.4, 52.2))),
}


def value_of(hint: Any) -> object:  # Any: types of fields come in every form
    """A value of a type, and never its default."""
    if hint == Place:
        return Point(HERE, assumed=True, accuracy_m=12.5, word="route")
    if hint in PLAIN:
        return PLAIN[hint]
    if hasattr(hint, "__supertype__"):
        tables = {get_type_hints(kind)["id"].__name__: name for kind, name in TABLES.items()}
        return f"{tables.get(hint.__name__, hint.__name__)} 1"
    if get_origin(hint) in (Union, UnionType):
        return value_of(next(part for part in get_args(hint) if part is not type(None)))
    if get_origin(hint) is tuple:
        parts = get_args(hint)
        repeated = len(parts) == 2 and parts[1] is ...
        return (value_of(parts[0]),) * 2 if repeated else tuple(map(value_of, parts))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)[1]
    assert isinstance(hint, type)
    assert is_dataclass(hint)
    return filled(hint)


def filled(kind: type[Any], **given: object) -> Any:
    """A record, or a value within one, with every field filled by its type."""
    hints = get_type_hints(kind)
    values = {field.name: value_of(hints[field.name]) for field in fields(kind)}
    for field in fields(kind):
        if values[field.name] == field.default:
            values[field.name] = _other(field.default)
    return kind(**(values | given))


def _other(default: object) -> object:
    """Another value than a default of two or more."""
    if isinstance(default, Enum):
        return next(member for member in type(default) if member is not default)
    assert default is True
    return False


def filled_walk() -> Walk:
    """A walk with one record of every kind, every field of it filled."""
    tables: dict[str, object] = {}
    for kind, name in TABLES.items():
        given = {"about_id": "values 1"} if kind is Answer else {}
        record = filled(kind, id=f"{name} 1", **given)
        tables[name] = record if name in SINGLES else {record.id: record}
    return Walk(**tables, marks=Marks(4, 4, 4))  # type: ignore[arg-type]  # by name


def bare_walk(*records: Record) -> Walk:
    """A walk with these records and nothing else."""
    about = About(id=AboutId("about 1"), title="Crooswijk")
    walk = Walk(about=about, area=Neighbourhood(id=AreaId("area 1"))).having(*records)
    highest = max((note.nr for note in walk.notes.values()), default=0)
    return replace(walk, marks=Marks(note=highest + 1))


def note(nr: int, **given: Any) -> Note:  # Any: fields of a note
    """A note with this number, at a point unless told otherwise."""
    fresh = Note(id=NoteId(f"note {nr}"), nr=nr, text=f"Gezegd {nr}", place=Point(HERE))
    return replace(fresh, **given)


def clock() -> Stamp:
    """The time and station of a test."""
    return Stamp(datetime.now(UTC), "table 1")


def add(text: str = "nieuw", **given: Any) -> Callable[[Walk], Walk]:  # Any: fields of a note
    """An edit that adds a note with the next number."""

    def edit(walk: Walk) -> Walk:
        nr = walk.marks.note
        made = note(nr, text=text, **given)
        return replace(walk.having(made), marks=replace(walk.marks, note=nr + 1))

    return edit


def change(nr: int, **given: Any) -> Callable[[Walk], Walk]:  # Any: fields of a note
    """An edit that changes fields of a note; it refuses when the note is gone."""
    return lambda walk: walk.having(replace(walk.note(NoteId(f"note {nr}")), **given))


class Opened:
    """A walk file with a store on it, as the program opens it."""

    def __init__(self, path: Path) -> None:
        self.file: WalkFile = open_walk(path, DirectDelivery())
        self.store = Store(self.file.walk, clock, self.file, self.file.history)
        self.file.attach(self.store)
        self.notices: list[Text] = []
        self.store.subscribe_notices(lambda notice: self.notices.append(notice.text))

    def do(self, edit: Callable[[Walk], Walk], merge: str = "") -> Walk:
        """Do an edit without waiting for the disk."""
        return self.store.apply(msg("Move note"), edit, merge)

    def __enter__(self) -> Opened:
        return self

    def __exit__(self, *_: object) -> None:
        self.file.close()


def new_file(path: Path, *records: Record) -> Path:
    """A walk file with these records."""
    create(path, bare_walk(*records))
    return path


def other_program(path: Path, *statements: str) -> None:
    """Let another connection run statements on the file, as a plain program would."""
    with closing(connect(path, timeout=5)) as other, other:
        for statement in statements:
            other.execute(statement)


def rows(path: Path, query: str) -> list[tuple[Any, ...]]:  # Any: cells of a row
    """What a query finds in the file."""
    with closing(connect(path)) as other:
        return list(other.execute(query))


__all__ = [
    "HERE",
    "RING",
    "Opened",
    "add",
    "bare_walk",
    "change",
    "clock",
    "filled",
    "filled_walk",
    "new_file",
    "note",
    "other_program",
    "rows",
]
