"""A walk as a GeoPackage for other programs, written anew, so that nothing hidden is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from walkshop.domain.queries.actions import agenda
from walkshop.domain.queries.values import notes_by_value, standing_values
from walkshop.domain.records import Action, Area, Line, Subject
from walkshop.services.output.edition import Edition
from walkshop.services.output.escape import file_text
from walkshop.services.output.geo import geometry, ring
from walkshop.services.output.rows import Cell, columns, note_rows, place_cells

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

_WGS84 = "EPSG:4326"
Row = Mapping[str, Cell]
Shape = Mapping[str, object] | None


def layers_file(edition: Edition) -> bytes:
    """A GeoPackage (WGS84) with the layers notes, note_shapes, stops, route, area and actions, and
    the tables values and answers; but for the notes, what has no rows is left out.
    """
    with TemporaryDirectory(prefix="walkshop-") as folder:
        path = Path(folder) / "layers.gpkg"
        _write(edition, path)
        return path.read_bytes()


def _write(edition: Edition, path: Path) -> None:
    _notes(edition, path)
    walk = edition.walk
    stops = sorted(walk.stops.values(), key=lambda stop: stop.nr)
    _layer(
        path,
        ("stops", "Point"),
        [{"nr": stop.nr, "name": stop.name, "why": stop.why} for stop in stops],
        [_point(stop.at) for stop in stops],
    )
    routes = [route for route in walk.routes.values() if len(route.along) > 1]
    lines = [{"type": "LineString", "coordinates": list(route.along)} for route in routes]
    _layer(path, ("route", "LineString"), [{"length_m": one.length_m} for one in routes], lines)
    rings = [one for one in walk.area.outlines if len(one) > 2]
    names = (*walk.area.outline_names, *[""] * len(rings))
    _layer(
        path,
        ("area", "Polygon"),
        [{"name": name} for name, _ in zip(names, rings, strict=False)],
        [{"type": "Polygon", "coordinates": [ring(one)]} for one in rings],
    )
    _actions(edition, path)
    _table(path, "values", _value_rows(edition))
    _table(path, "answers", _answer_rows(edition))


def _notes(edition: Edition, path: Path) -> None:
    names, rows = columns(edition), note_rows(edition)
    full = [{name: row.get(name) for name in names} for row in rows]
    if full:
        _layer(path, ("notes", "Point"), full, [_pin(row) for row in rows])
    else:
        _empty_layer(path, ("notes", "Point"), names)
    shaped = [
        (row, geometry(edition.walk, note.place))
        for note, row in zip(edition.notes, full, strict=True)
        if isinstance(note.place, Line | Area)
    ]
    few = [{name: row[name] for name in ("nr", "text", "theme", "kind")} for row, _ in shaped]
    _layer(path, ("note_shapes", "Unknown"), few, [shape for _, shape in shaped])


def _actions(edition: Edition, path: Path) -> None:
    actions = agenda(edition.walk)
    rows = [_action_row(edition, action) for action in actions]
    _layer(path, ("actions", "Point"), rows, [_pin(row) for row in rows])


def _action_row(edition: Edition, action: Action) -> Row:
    walk = edition.walk
    answer = edition.book.own(Subject.ACTION, action.id)
    numbers = sorted(walk.notes[note].nr for note in action.notes if note in walk.notes)
    values = (walk.values[value].name for value in action.values if value in walk.values)
    row: dict[str, Cell] = {
        "nr": action.nr,
        "what": action.what,
        "values": ", ".join(values),
        "notes": ", ".join(map(str, numbers)),
        "leader": action.leader,
        "helpers": action.helpers,
        "residents": action.residents.value if action.residents else "",
        "term": action.term.value if action.term else "",
        "first_step": action.first_step,
        "first_date": action.first_date.isoformat() if action.first_date else "",
        "status": action.status.value,
        "answer": answer.answer.value if answer else "",
        "because": answer.because if answer else "",
        "place": action.place_words,
        **place_cells(walk, action.place),
    }
    return row if edition.public else {**row, "money": action.money.value if action.money else ""}


def _value_rows(edition: Edition) -> list[Row]:
    under = notes_by_value(edition.walk)
    return [
        {
            "name": value.name,
            "statement": value.statement,
            "side": value.side.value if value.side else "",
            "quadrant": value.quadrant.value if value.quadrant else "",
            "counter_voice": value.counter_voice,
            "notes": ", ".join(str(note.nr) for note in under.get(value.id, [])),
        }
        for value in standing_values(edition.walk)
    ]


def _answer_rows(edition: Edition) -> list[Row]:
    walk = edition.walk
    numbers: dict[str, Cell] = {str(note.id): note.nr for note in walk.notes.values()}
    numbers |= {str(action.id): action.nr for action in walk.actions.values()}
    values = {str(value.id): value.name for value in walk.values.values()}
    return [
        {
            "about": answer.about.value,
            "nr": numbers.get(answer.about_id),
            "value": values.get(answer.about_id, ""),
            "answer": answer.answer.value,
            "because": answer.because,
            "answered_by": answer.answered_by,
            "answered_on": answer.on.isoformat() if answer.on else "",
            "answer_state": answer.state.value,
            "answer_due": answer.due.isoformat() if answer.due else "",
            "told_on": answer.told_on.isoformat() if answer.told_on else "",
        }
        for answer in walk.answers.values()
        if answer.about_id in numbers or answer.about_id in values
    ]


def _pin(row: Row) -> Shape:
    if row["lat"] is None or row["lon"] is None:
        return None
    return {"type": "Point", "coordinates": (row["lon"], row["lat"])}


def _point(at: tuple[float, float] | None) -> Shape:
    return {"type": "Point", "coordinates": tuple(at)} if at else None


def _layer(
    path: Path, layer: tuple[str, str], rows: Sequence[Row], shapes: Sequence[Shape]
) -> None:
    """Add a layer, by name and geometry type; one without rows is left out."""
    import geopandas
    import pyogrio
    from shapely.geometry import shape

    if not rows:
        return
    name, kind = layer
    drawn: list[BaseGeometry | None] = [shape(dict(one)) if one else None for one in shapes]
    frame = geopandas.GeoDataFrame(_clean(rows), geometry=drawn, crs=_WGS84)
    pyogrio.write_dataframe(frame, path, layer=name, geometry_type=kind, driver="GPKG")


def _empty_layer(path: Path, layer: tuple[str, str], names: Sequence[str]) -> None:
    """Add a layer with its columns and no rows: a walk without notes is still a file."""
    import geopandas
    import pandas as pd
    import pyogrio

    name, kind = layer
    types = {"nr": "int64", "lat": "float64", "lon": "float64", "accuracy_m": "float64"}
    empty = {column: pd.Series(dtype=types.get(column, "str")) for column in names}
    frame = geopandas.GeoDataFrame(empty, geometry=[], crs=_WGS84)
    pyogrio.write_dataframe(frame, path, layer=name, geometry_type=kind, driver="GPKG")


def _table(path: Path, name: str, rows: Sequence[Row]) -> None:
    import pandas as pd
    import pyogrio

    if rows:
        pyogrio.write_dataframe(pd.DataFrame(_clean(rows)), path, layer=name, driver="GPKG")


def _clean(rows: Sequence[Row]) -> list[dict[str, Cell]]:
    return [
        {name: file_text(cell) if isinstance(cell, str) else cell for name, cell in row.items()}
        for row in rows
    ]
