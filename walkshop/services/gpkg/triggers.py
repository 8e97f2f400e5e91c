"""The triggers that other programs rightly add to a GeoPackage: spatial index and row counts.

They are known by their whole text, for a name can be faked. Texts: GeoPackage 1.2 and 1.4,
clause F.3 (update1 and update3 are of the older form), and GDAL's own two for counting.
"""

from __future__ import annotations

import re

_FULL = '(NEW."{c}" NOTNULL AND NOT ST_IsEmpty(NEW."{c}"))'
_WAS_FULL = '(OLD."{c}" NOTNULL AND NOT ST_IsEmpty(OLD."{c}"))'
_NONE = '(NEW."{c}" ISNULL OR ST_IsEmpty(NEW."{c}"))'
_WAS_NONE = '(OLD."{c}" ISNULL OR ST_IsEmpty(OLD."{c}"))'
_BOX = (
    'VALUES (NEW."{i}", ST_MinX(NEW."{c}"), ST_MaxX(NEW."{c}"),'
    ' ST_MinY(NEW."{c}"), ST_MaxY(NEW."{c}"));'
)
_REPLACE = 'INSERT OR REPLACE INTO "{r}" ' + _BOX
_DROP = 'DELETE FROM "{r}" WHERE id = OLD."{i}";'
_DROP_BOTH = 'DELETE FROM "{r}" WHERE id IN (OLD."{i}", NEW."{i}");'
_SAME, _OTHER = 'WHEN OLD."{i}" = NEW."{i}" AND ', 'WHEN OLD."{i}" != NEW."{i}" AND '
_SET = (
    'UPDATE "{r}" SET minx = ST_MinX(NEW."{c}"), maxx = ST_MaxX(NEW."{c}"),'
    ' miny = ST_MinY(NEW."{c}"), maxy = ST_MaxY(NEW."{c}") WHERE id = NEW."{i}";'
)
_OF = 'AFTER UPDATE OF "{c}" ON "{t}" '
_ON = 'AFTER UPDATE ON "{t}" '

_INDEX = {
    "insert": 'AFTER INSERT ON "{t}" WHEN ' + _FULL + " BEGIN " + _REPLACE,
    "update1": _OF + _SAME + _FULL + " BEGIN " + _REPLACE,
    "update2": _OF + _SAME + _NONE + " BEGIN " + _DROP,
    "update3": _ON + _OTHER + _FULL + " BEGIN " + _DROP + _REPLACE,
    "update4": _ON + _OTHER + _NONE + " BEGIN " + _DROP_BOTH,
    "update5": _ON + _OTHER + _FULL + " BEGIN " + _DROP + _REPLACE,
    "update6": _OF + _SAME + _FULL + " AND " + _WAS_FULL + " BEGIN " + _SET,
    "update7": _OF + _SAME + _FULL + " AND " + _WAS_NONE + ' BEGIN INSERT INTO "{r}" ' + _BOX,
    "delete": 'AFTER DELETE ON "{t}" WHEN old."{c}" NOT NULL BEGIN ' + _DROP,
}
_COUNT = (
    'CREATE TRIGGER "trigger_{act}_feature_count_{t}" AFTER {act} ON "{t}" BEGIN'
    " UPDATE gpkg_ogr_contents SET feature_count = feature_count {sign} 1"
    " WHERE lower(table_name) = lower('{t}'); END"
)


def squeezed(sql: str) -> str:
    """A statement without blanks, quotes of names, and capitals."""
    return re.sub(r'[\s"`]+', "", sql).lower()


def known_triggers(table: str, geom: str = "geom", key: str = "fid") -> frozenset[str]:
    """The squeezed texts of the triggers that may lie on `table`."""
    index = f"rtree_{table}_{geom}"
    names = {"t": table, "c": geom, "i": key, "r": index}
    texts = [
        f'CREATE TRIGGER "{index}_{name}" {body.format(**names)} END'
        for name, body in _INDEX.items()
    ]
    counts = [
        _COUNT.format(t=table, act=act, sign=sign)
        for act, sign in (("insert", "+"), ("delete", "-"))
    ]
    return frozenset(squeezed(text) for text in [*texts, *counts])


__all__ = ["known_triggers", "squeezed"]
