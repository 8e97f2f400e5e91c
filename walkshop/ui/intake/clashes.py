"""What two copies of a walk say differently, in words that a person can choose between."""

from __future__ import annotations

from enum import Enum

from walkshop.domain.edits.joining_records import Conflict
from walkshop.domain.records import Action, Kind, Note, Place, Stop, Value, Walk
from walkshop.domain.words import KIND, place_of
from walkshop.i18n import Language, Text, msg

_FIELDS: dict[str, Text] = {
    "text": msg("The words"),
    "kind": msg("Kind"),
    "theme": msg("Theme"),
    "place": msg("Place"),
    "lens": msg("Lens"),
    "name": msg("Name"),
    "statement": msg("Sentence"),
}

_NAMED = {"lens": "lenses", "stop": "stops", "value": "values"}
"""Fields that hold an identity, and the table in which that has a name."""

_BARE = frozenset({"theme", "theme2", "participant", "interview", "merged_into", "split_from"})
"""Fields whose words are for the program."""


def head_of(conflict: Conflict, language: Language) -> str:
    """Which thing, and what of it: "Note 12: the words"."""
    record = conflict.record
    part = language.say(_FIELDS.get(conflict.field, msg("Something else")))
    if isinstance(record, Note):
        return language.say(msg("Note {nr}: {part}", nr=record.nr, part=part))
    if isinstance(record, Stop):
        return language.say(msg("Stop {nr}: {part}", nr=record.nr, part=part))
    if isinstance(record, Action):
        return language.say(msg("Action {nr}: {part}", nr=record.nr, part=part))
    if isinstance(record, Value):
        return f"{record.name}: {part}"
    return part


def side_of(value: object, conflict: Conflict, walk: Walk, language: Language) -> str:
    """What one side says, in words where there are any."""
    say = language.say
    if isinstance(value, Kind):
        return say(KIND[value])
    if isinstance(value, Place):
        return say(place_of(walk, value))
    if value in (None, "", ()):
        return say(msg("(nothing)"))
    if conflict.field in _NAMED:
        named = walk.table(_NAMED[conflict.field]).get(str(value))
        return str(getattr(named, "name", "")) or say(msg("another choice"))
    if isinstance(value, str) and not isinstance(value, Enum) and conflict.field not in _BARE:
        return value
    return say(msg("another choice"))
