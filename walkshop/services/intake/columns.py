"""Which column of a table holds what, by its name or as the person said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake.forms import FormColumns
from walkshop.services.intake.proposal import Notices
from walkshop.services.intake.table import Table
from walkshop.services.intake.words import key, meaning, names

ASIDE = "extra"
"""The field of a column that is kept with the note and not read."""

LEAVE_OUT = "leave_out"
"""The field of a column that is not kept at all."""

_WEAK_NR = "nr_or_id"
_ONLY_OURS = frozenset({"mentions", "answer state", "told on"})
"""Column names that together stand in our own export of notes only."""

_TEXT_IN = re.compile(r"(?:text|tekst|note|opmerking) ([a-z]{2})")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a row keeps what.

    Args:
        of: the column of each field, by index.
        texts: the columns with what was said and their languages ("" for not said), first choice
            first; the others are translations.
        aside: columns that are kept with the note as they are.
        shapes: columns that hold whole places as words; the first that says one decides.
        read: the field of each column that is read or left out, by name.
    """

    of: Mapping[str, int]
    texts: tuple[tuple[str, int], ...]
    aside: tuple[int, ...]
    shapes: tuple[int, ...] = ()
    read: tuple[tuple[str, str], ...] = ()


class NoWords(WalkshopError):
    """No column says what was said; a person may say which one does.

    Args:
        columns: that the table has.
    """

    def __init__(self, columns: tuple[str, ...]) -> None:
        super().__init__(
            msg(
                "No column says what was said. Columns in the table: {names}.",
                names=_listed(columns),
            ),
            _what_is_understood(),
        )
        self.columns = columns

    def __reduce__(self) -> tuple[type[NoWords], tuple[tuple[str, ...]]]:
        """It comes whole out of another process."""
        return NoWords, (self.columns,)


@dataclass(slots=True)
class _Matching:
    """Columns as they are being matched."""

    names: tuple[str, ...]
    of: dict[str, int] = field(default_factory=dict)
    texts: list[tuple[str, int]] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)

    def take(self, index: int, meant: str) -> None:
        """Give a column its field; a field and a language have one column."""
        text_in = _TEXT_IN.fullmatch(key(meant))
        language = text_in.group(1) if text_in else ""
        if meant == "text" or text_in:
            if language not in dict(self.texts):
                self.texts.append((language, index))
                self.taken.add(index)
        elif meant in (ASIDE, LEAVE_OUT):
            self.taken.add(index)
            self.left |= {index} if meant == LEAVE_OUT else set()
        elif meant and meant not in self.of:
            self.of[meant] = index
            self.taken.add(index)


def understood() -> list[str]:
    """The fields that a column can hold, by name."""
    fields = dict.fromkeys(names("column").values())
    fields.pop(_WEAK_NR)
    return [*fields, "text_nl", "text_en", ASIDE, LEAVE_OUT]


def match(
    table: Table, said: Mapping[str, str], notices: Notices, form: FormColumns | None = None
) -> Columns:
    """The columns of `table`: first as `said` (column name to field), then by their names.

    Args:
        form: what they are to a form program; None for a table of another one.

    Raises:
        WalkshopError: `said` names a column or field that is not there, or no column holds text.
    """
    form = form or FormColumns(table.columns)
    found = _Matching(form.names)
    for name, meant in said.items():
        found.take(_column(table.columns, name), _field(meant))
    chosen = set(found.taken)
    free = set(range(len(table.columns))) - chosen - form.dropped - set(form.shapes)
    for index in _by_usualness(form.names):
        if index in free:
            plain = key(form.names[index])
            found.take(index, plain if _TEXT_IN.fullmatch(plain) else meaning("column", plain))
    _settle_id(table, found)
    if not found.texts:
        raise NoWords(table.columns)
    read = _say_read(table, found, chosen, notices)
    # What was said stands before its translation, whatever the language of this walk is.
    texts = sorted(found.texts, key=lambda text: (text[0] != "", text[1]))
    left = {*found.left, *form.dropped}
    gone = {*read, *left, *form.shapes[:1]}
    unread = [index for index in range(len(table.columns)) if index not in gone]
    results = _results(table.columns, unread)
    aside = tuple(index for index in unread if index not in results)
    _say_aside(table, results, msg("results of a walk, not read from a table of notes"), notices)
    _say_aside(table, aside, msg("kept with each note, not read"), notices)
    held = {**dict.fromkeys(left, LEAVE_OUT), **read}
    told = tuple((table.columns[index], held[index]) for index in sorted(held))
    return Columns(found.of, tuple(texts), aside, form.shapes, told)


def _by_usualness(columns: tuple[str, ...]) -> Iterable[int]:
    """The columns, the most usual name of each field first, so that "text" goes before "note"."""
    order = {word: place for place, word in enumerate(names("column"))}
    return sorted(range(len(columns)), key=lambda i: (order.get(key(columns[i]), len(order)), i))


def _settle_id(table: Table, found: _Matching) -> None:
    """A column "id" is the number where there is no other and it holds small whole numbers."""
    index = found.of.pop(_WEAK_NR, None)
    if index is None:
        return
    cells = [row.cell(index) for row in table.rows]
    if "nr" not in found.of and all(cell.isdecimal() and len(cell) < 7 for cell in cells):
        found.of["nr"] = index
    else:
        found.taken.discard(index)


def _column(columns: tuple[str, ...], name: str) -> int:
    for same in (str, key):
        for index, column in enumerate(columns):
            if same(column) == same(name):
                return index
    raise WalkshopError(
        msg("There is no column “{name}”.", name=name),
        msg("Columns in the table: {names}.", names=_listed(columns)),
    )


def _field(meant: str) -> str:
    plain = meant.strip().lower()
    if plain not in understood() and not _TEXT_IN.fullmatch(key(plain)):
        raise WalkshopError(
            msg("There is no field “{name}”.", name=meant),
            msg("Fields: {names}.", names=_listed(understood())),
        )
    return plain


def _what_is_understood() -> Text:
    return msg("Columns that are understood: {names}.", names=_listed(understood()))


def _say_read(
    table: Table, found: _Matching, chosen: set[int], notices: Notices
) -> Mapping[int, str]:
    """The field of each column that is read; one that has another name and was not said is told."""
    read = {index: meant for meant, index in found.of.items()}
    read |= {index: f"text_{code}" if code else "text" for code, index in found.texts}
    for index in sorted(set(read) - chosen):
        if key(table.columns[index]) != key(read[index]):
            notices.add(
                msg("Column “{name}”", name=table.columns[index]),
                msg("the field “{field}”", field=read[index]),
            )
    return read


def _results(columns: tuple[str, ...], unread: Iterable[int]) -> tuple[int, ...]:
    """The columns of our own export that say what came of a note, not what was said."""
    ours = {key(column) for column in columns} >= _ONLY_OURS
    return tuple(i for i in unread if ours and meaning("export", columns[i]))


def _say_aside(table: Table, columns: Iterable[int], what: Text, notices: Notices) -> None:
    """One line for columns that are not read; an empty column says nothing."""
    full = [table.columns[i] for i in columns if any(row.cell(i) for row in table.rows)]
    if full:
        notices.add(msgn("Column {names}", "Columns {names}", len(full), names=_listed(full)), what)


def _listed(columns: Iterable[str]) -> str:
    """Column names in a row, cut where a file that is no table has "names" without end."""
    shown = [name if len(name) <= 40 else f"{name[:39]}…" for name in columns]
    return ", ".join(shown[:40]) + (", …" if len(shown) > 40 else "")
