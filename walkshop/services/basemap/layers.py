"""Decides for each thing in a map file where it goes on our map: layer, grade, level, name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from walkshop.services.basemap import tagging
from walkshop.services.basemap.data import Shape
from walkshop.services.basemap.tagging import AREA, FOOT, HIDDEN, SQUARE, Kind

Columns = Mapping[str, Sequence[object]]
"""The values of a table by name of column (small letters), all of one length."""

NAME_AT_MOST = 120
"""Letters of a name; no street has more, and a column of stories is no column of names."""

LEVELS = 5
"""So many bridges over each other, as in OpenStreetMap."""

_PAIR = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')
_TAGGED = {
    Shape.LINE: tagging.TAGGED_LINES,
    Shape.AREA: tagging.TAGGED_AREAS,
    Shape.POINT: tagging.TAGGED_POINTS,
}
_YES = frozenset({"yes", "true", "1", "y", "j", "ja", "viaduct", "aqueduct", "culvert", "covered"})
_CARRIED = frozenset({"street", "path", "rail"})
_CACHE_AT_MOST = 50_000


class Look(NamedTuple):
    """Where a thing goes on the map.

    Args:
        kind: layer and grade; without a layer it is not drawn.
        name: as written on the map.
        level: bridges 1 and up, tunnels -1 and down.
        oneway: 1 along the line, -1 against it, 0 both ways.
        known: whether the file says what it is; else its shape alone decided.
    """

    kind: Kind
    name: str = ""
    level: int = 0
    oneway: int = 0
    known: bool = True


def theme_of(layer: str) -> str:
    """What a layer is about, by its name in Dutch or English; empty where the name does not say."""
    small = layer.lower()
    fits = (theme for theme, parts in tagging.THEMES if any(part in small for part in parts))
    return next(fits, "")


def looks_of(layer: str, columns: Columns, shapes: Sequence[Shape]) -> Iterator[Look]:
    """The look of each row; `layer` is the name of the table in its file."""
    tagged = any(tag in columns for tag in tagging.TAGS)
    theme = theme_of(layer)
    names = [columns[name] for name in tagging.NAME_COLUMNS if name in columns]
    keys = [key for key in tagging.COLUMNS if key in columns and key not in tagging.NAME_COLUMNS]
    known: dict[tuple[object, ...], Look] = {}
    for row, shape in enumerate(shapes):
        values = (shape, *(columns[key][row] for key in keys))
        look = known.get(values)
        if look is None:
            words = _words(dict(zip(keys, values[1:], strict=True)))
            look = _tagged(words, shape) if tagged else _themed(theme, layer, words, shape)
            if len(known) < _CACHE_AT_MOST:
                known[values] = look
        named = look._replace(name=_name(names, row)) if names and look.kind.layer else look
        # Of a label there is nothing but its name.
        yield Look(HIDDEN) if look.kind.layer == "label" and not named.name else named


def _words(row: Mapping[str, object]) -> dict[str, str]:
    """The values of a row in small letters, those in `other_tags` (hstore) too; no empty ones."""
    words: dict[str, str] = {}
    for key, value in row.items():
        if value is None or value == "":
            continue
        if key == tagging.OTHER_TAGS:
            words |= {tag: word for tag, word in _PAIR.findall(str(value)) if tag not in words}
        else:
            words[key] = str(value).strip().lower().replace(" ", "_")
    return words


def _name(names: Sequence[Sequence[object]], row: int) -> str:
    for column in names:
        value = column[row]
        if isinstance(value, str) and value.strip():
            return " ".join(value.split())[:NAME_AT_MOST]
    return ""


def _tagged(words: Mapping[str, str], shape: Shape) -> Look:
    """A thing with the tags of OpenStreetMap."""
    if words.get("indoor") == "yes" or words.get("location") == "underground":
        return Look(HIDDEN)
    for tag, table in _TAGGED[shape].items():
        value = words.get(tag, "no")
        kind = table.get(value) or tagging.TAG_DEFAULTS.get((shape.value, tag))
        if value != "no" and kind is not None:
            return _dressed(kind, words)
    return Look(HIDDEN)


def _themed(theme: str, layer: str, words: Mapping[str, str], shape: Shape) -> Look:
    """A thing of another maker: the name of its layer and the words in its columns tell."""
    if theme == "nothing":
        return Look(HIDDEN)
    if theme == "label" or shape is Shape.POINT:
        return Look(_label(theme, layer, words, shape))
    kind = _classed(theme, words, shape) or tagging.DEFAULTS.get((theme, shape.value))
    if kind is not None:
        return _dressed(kind, words)
    if theme in {"land", "green"}:  # all the rest of a country's land use would be outlines
        return Look(HIDDEN)
    return _dressed(AREA if shape is Shape.AREA else FOOT, words)._replace(known=False)


def _classed(theme: str, words: Mapping[str, str], shape: Shape) -> Kind | None:
    """What the first column of classes says whose word is known."""
    on_ground = theme in {"street", "path"}
    if shape is Shape.AREA and on_ground:
        return SQUARE  # the pavement itself, as a city's own map has it
    table = "land" if shape is Shape.AREA else tagging.CLASSES_OF.get(theme, "")
    if not table or (theme in {"rail", "building", "square", "area"} and shape is Shape.AREA):
        return None
    classes = tagging.CLASSES[table]
    found = (classes.get(words.get(column, "")) for column in tagging.CLASS_COLUMNS)
    kind = next((kind for kind in found if kind is not None), None)
    drawn_as_line = kind is None or kind.layer in {*_CARRIED, "water", ""}
    return kind if shape is Shape.AREA or drawn_as_line else None


def _label(theme: str, layer: str, words: Mapping[str, str], shape: Shape) -> Kind:
    """Only a name: along a line, or on the place of a square, a park, a water or a part of town."""
    if theme in {"green", "water", "square"}:
        return Kind("label", theme)
    if "water" in layer.lower():
        return Kind("label", "water")
    if shape is Shape.LINE:
        return Kind("label", "street")
    found = (words.get(column, "") for column in tagging.CLASS_COLUMNS)
    places = tagging.TAGGED_POINTS["place"]
    return next((places[word] for word in found if word in places), HIDDEN)


def _dressed(kind: Kind, words: Mapping[str, str]) -> Look:
    """The look with its level and direction; what runs under the ground is seen by nobody."""
    level = _level(words)
    if level < 0 and kind.layer in {"rail", "water", "building"}:
        return Look(HIDDEN)
    if kind.layer not in _CARRIED:
        return Look(kind)
    return Look(kind, level=level, oneway=_oneway(words) if kind.layer == "street" else 0)


def _level(words: Mapping[str, str]) -> int:
    """0 on the ground; OpenStreetMap's `layer` counts only on a bridge or in a tunnel."""
    brunnel = words.get("brunnel", "")
    bridge = brunnel == "bridge" or _is_set(words, "bridge") or _is_set(words, "is_bridge")
    tunnel = brunnel == "tunnel" or _is_set(words, "tunnel") or _is_set(words, "is_tunnel")
    if bridge:
        return min(max(_whole(words.get("layer", "")), 1), LEVELS)
    if tunnel:
        return max(min(_whole(words.get("layer", "")), -1), -LEVELS)
    heights = ("hoogteniveau", "relatievehoogteligging", "relatieve_hoogteligging")
    height = next((_whole(words[key]) for key in heights if key in words), 0)
    return max(-LEVELS, min(height, LEVELS))


def _is_set(words: Mapping[str, str], key: str) -> bool:
    value = words.get(key, "no")
    return value in _YES or value == "t" or (value.isalpha() and value not in _NOT)


_NOT = frozenset({"no", "nee", "false", "f", "n", "none", "null", "nan"})


def _whole(word: str) -> int:
    try:
        return int(float(word))
    except (ValueError, OverflowError):
        return 0


def _oneway(words: Mapping[str, str]) -> int:
    value = words.get("oneway", "no")
    if value in {"-1", "-1.0", "reverse"} or (value == "t" and "fclass" in words):
        return -1  # Geofabrik writes F along, T against, B both
    if value == "f":
        return 1 if "fclass" in words else 0
    return 1 if value in {"yes", "true", "1", "1.0", "t"} else 0
