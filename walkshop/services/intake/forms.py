"""Reads what form programs for phones (KoboToolbox, ODK) write around what people filled in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from walkshop.i18n import Text, msg, msgn
from walkshop.services.intake.proposal import Notices
from walkshop.services.intake.shapes import Form
from walkshop.services.intake.table import Row, Table
from walkshop.services.intake.words import key
from walkshop.services.intake.written_shapes import form_of_cells

_PERSONAL = frozenset(
    {
        "phonenumber",
        "phone_number",
        "phone",
        "telefoon",
        "telefoonnummer",
        "mobiel",
        "deviceid",
        "device_id",
        "subscriberid",
        "simserial",
        "username",
        "user_name",
        "email",
        "e-mail",
        "mail",
        "e-mailadres",
        "mailadres",
        "submittername",
        "submitterid",
        "system_submitter_name",
        "system_submitter_id",
        "system_device_id",
        "_submitted_by",
        "ipaddress",
    }
)
"""Columns that say who sent a row or from which phone; of any table they are never kept."""

_OWN = frozenset(
    {
        "start",
        "end",
        "today",
        "audit",
        "audit_url",
        "meta_instanceid",
        "meta_instancename",
        "instanceid",
        "instancename",
        "key",
        "parent_key",
        "submissiondate",
        "_id",
        "_uuid",
        "_submission_time",
        "_validation_status",
        "_notes",
        "_status",
        "__version__",
        "_version_",
        "_tags",
        "_index",
        "_parent_index",
        "_parent_table_name",
        "_submission__id",
        "_submission__uuid",
        "_submission__submission_time",
        "_submission__validation_status",
        "_submission__notes",
        "_submission__status",
        "_submission__submitted_by",
        "_submission___version__",
        "_submission__tags",
        "formhub_uuid",
        "reviewstate",
        "edits",
        "attachmentspresent",
        "attachmentsexpected",
        "status",
        "formversion",
        "system_submission_date",
        "system_updated_at",
        "system_attachments_present",
        "system_attachments_expected",
        "system_status",
        "system_review_state",
        "system_edits",
        "system_form_version",
        "system_deleted_at",
        "meta_instance_id",
        "submissions_id",
    }
)
"""Columns that a form program adds by itself."""

_TELLING = _OWN - {"start", "end", "today", "status", "key", "edits", "_id"}
"""Those that stand in no other table."""

_PART = re.compile(
    r"(?P<of>.*)[-_](?P<what>latitude|longitude|altitude|precision|accuracy)", re.IGNORECASE
)
_ANSWERS = frozenset({"0", "1", "0.0", "1.0", "true", "false", ""})
_YES = frozenset({"1", "1.0", "true"})


@dataclass(frozen=True, slots=True)
class FormColumns:
    """What the columns of a table are to a form program.

    Args:
        names: by which each column is understood: its own, without the groups it stands in.
        dropped: columns that are not kept at all.
        shapes: columns that hold whole places, those with points first.
    """

    names: tuple[str, ...]
    dropped: frozenset[int] = frozenset()
    shapes: tuple[int, ...] = ()


def study(table: Table, said: Mapping[str, str], notices: Notices) -> FormColumns:
    """How the columns of `table` are to be understood; what a person said of goes before."""
    chosen = {key(name) for name in said}
    free = [i for i, name in enumerate(table.columns) if key(name) not in chosen]
    is_form = _is_form(table.columns)
    names = tuple(_short(name, is_form) for name in table.columns)
    personal = [i for i in free if _plain(table.columns[i]) & _PERSONAL]
    own = [i for i in free if is_form and _plain(table.columns[i]) & _OWN and i not in personal]
    _say(table, personal, msg("not kept: it says who sent the note"), notices)
    _say(table, own, msg("not kept: the form program’s own"), notices)
    blank = [i for i in free if is_form and not any(row.cell(i) for row in table.rows)]
    dropped = {*personal, *own, *blank}
    placed = bool({"lat", "lon", "x", "y"} & set(said.values()))
    shapes = [] if placed else _shapes(table, [i for i in free if i not in dropped])
    repeated = [i for i in free if _repeats_shape(table, i, [table.columns[n] for n in shapes])]
    answers = [i for i in free if _is_answer(table, i)]
    if shapes:
        of = msg("Column “{name}”", name=table.columns[shapes[0]])
        notices.add(of, msg("the place, as phones write it"))
    return FormColumns(
        _with_coordinates(names, table.columns),
        frozenset({*dropped, *repeated, *answers}),
        tuple(shapes),
    )


def of_senders(names: Iterable[str]) -> frozenset[str]:
    """Which attributes of a map say who sent it, or are a form program's own; never kept."""
    known = list(names)
    unkept = _PERSONAL | _OWN if _is_form(known) else _PERSONAL
    return frozenset(name for name in known if _plain(name) & unkept)


def with_choices(table: Table) -> Table:
    """The table with one column for a question whose answers stand in a column each.

    A form program can write the answers "bench" and "tree" to the question "seen" as the columns
    "seen/bench" and "seen/tree" with 1 or 0, and leave the column "seen" out.
    """
    questions: dict[str, list[int]] = {}
    for index, name in enumerate(table.columns):
        question, found, _choice = name.rpartition("/")
        if found and question not in table.columns:
            questions.setdefault(question, []).append(index)
    joined = {
        question: columns
        for question, columns in questions.items()
        if len(columns) > 1 and all(_ticks(table, index) for index in columns)
    }
    if not joined:
        return table
    rows = []
    for row in table.rows:
        width = len(table.columns)
        cells = (*row.cells[:width], *[""] * (width - len(row.cells)))
        rows.append(Row(row.number, (*cells, *(_ticked(table, row, joined[q]) for q in joined))))
    return replace(table, columns=(*table.columns, *joined), rows=tuple(rows))


def _ticked(table: Table, row: Row, columns: Iterable[int]) -> str:
    names = (table.columns[i].rpartition("/")[2] for i in columns if row.cell(i).lower() in _YES)
    return "; ".join(names)


def _is_form(columns: Iterable[str]) -> bool:
    names = set().union(*map(_plain, columns)) if columns else set()
    parts = any(_PART.fullmatch(name) and name.startswith("_") for name in columns)
    return bool(names & _TELLING) or {"start", "end"} <= names or parts


def _plain(name: str) -> frozenset[str]:
    """A column's name as programs spell it, with and without the group it stands in."""
    plain = name.strip().casefold()
    whole = re.sub(r"[-/: ]", "_", plain)
    return frozenset({plain, whole, re.split(r"[/:]", plain)[-1]})


def _short(name: str, is_form: bool) -> str:
    """The name without its groups: "Place/Point" is "Point", in a form "a-street" is "street"."""
    last = name.rsplit("/", 1)[-1]
    return last.rsplit("-", 1)[-1] if is_form and not _PART.fullmatch(last) else last


def _with_coordinates(names: tuple[str, ...], columns: tuple[str, ...]) -> tuple[str, ...]:
    """The names, where the parts of the first place are called latitude, longitude and so on."""
    found = [_PART.fullmatch(name) for name in columns]
    first = next((part["of"] for part in found if part), None)
    return tuple(
        part["what"].lower() if part and part["of"] == first else name
        for part, name in zip(found, names, strict=True)
    )


def _shapes(table: Table, among: Iterable[int]) -> list[int]:
    """The columns of `among` whose every cell is a place; points before lines before areas."""
    found: list[tuple[Form, int]] = []
    for index in among:
        form = form_of_cells(cell for row in table.rows if (cell := row.cell(index)))
        if form is not None:
            found.append((form, index))
    return [index for _form, index in sorted(found)]


def _repeats_shape(table: Table, index: int, shapes: Iterable[str]) -> bool:
    """Whether a column only holds a part of a place that another column holds whole."""
    part = _PART.fullmatch(table.columns[index])
    if part is None:
        return False
    of = key(part["of"].rsplit("/", 1)[-1])
    return any(of == key(name.rsplit("/", 1)[-1]) for name in shapes)


def _is_answer(table: Table, index: int) -> bool:
    """Whether a column only ticks one answer to a question that has a column of its own."""
    question, found, _choice = table.columns[index].rpartition("/")
    return bool(found) and question in table.columns and _ticks(table, index)


def _ticks(table: Table, index: int) -> bool:
    return all(row.cell(index).lower() in _ANSWERS for row in table.rows)


def _say(table: Table, columns: Iterable[int], what: Text, notices: Notices) -> None:
    """One line for columns that are not kept; an empty column says nothing."""
    full = [table.columns[i] for i in columns if any(row.cell(i) for row in table.rows)]
    if full:
        names = ", ".join(full[:40])
        notices.add(msgn("Column {names}", "Columns {names}", len(full), names=names), what)
