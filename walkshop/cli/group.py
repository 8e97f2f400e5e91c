"""`walkshop group`: propose shared values from the words and themes of the notes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.cli.common import editing, new_id, print_json, say, spoken
from walkshop.domain.edits.values import accept_suggestions
from walkshop.domain.records import NoteId, ValueId, Walk
from walkshop.i18n import language, msg, msgn

if TYPE_CHECKING:
    from walkshop.services.grouping.from_walk import GroupingResult, SuggestedGroup

HELP = msg("propose shared values; --apply makes them")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--values", type=_at_least_one, default=None, metavar="N")
    parser.add_argument("--apply", action="store_true")
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the proposal; with --apply it becomes values, as one step."""
    from walkshop.services.gpkg import read_walk
    from walkshop.services.grouping.from_walk import suggest_values

    walk = read_walk(args.file)
    found = suggest_values(walk, language(walk.about.language), args.values)
    if args.apply and found.groups:
        accepted = [group.as_value(ValueId(new_id())) for group in found.groups]
        with editing(args.file) as store:
            stamp = store.stamp()
            store.apply(
                msg("Suggestions accepted"),
                lambda current: accept_suggestions(current, accepted, stamp),
            )
    if args.json:
        print_json(as_json(walk, found))
    else:
        _tell(walk, found)
    return 0


def as_json(walk: Walk, found: GroupingResult) -> dict[str, object]:
    """A suggestion as the JSON of the command."""
    return {
        "values": [_value(walk, group) for group in found.groups],
        "not_placed": [_nr(walk, note) for note in found.not_placed],
        "unsure": sorted(_nr(walk, note) for note in found.unsure),
        "too_few": found.too_few,
    }


def _value(walk: Walk, group: SuggestedGroup) -> dict[str, object]:
    return {
        "name": group.name,
        "words": list(group.words),
        "notes": [_nr(walk, note) for note in group.notes],
        "representative": _nr(walk, group.representative),
        "quadrant": group.quadrant.value if group.quadrant else None,
        "side": group.side.value if group.side else None,
        "reasons": {str(_nr(walk, note)): list(words) for note, words in group.reasons.items()},
    }


def _nr(walk: Walk, note: NoteId) -> int:
    return walk.note(note).nr


def _tell(walk: Walk, found: GroupingResult) -> None:
    if found.too_few or not found.groups:
        say(msg("Not enough notes for a suggestion."))
    for group in found.groups:
        numbers = spoken().row([str(_nr(walk, note)) for note in group.notes])
        n = len(group.notes)
        say(msgn("{name}: note {nrs}", "{name}: notes {nrs}", n, name=group.name, nrs=numbers))


def _at_least_one(words: str) -> int:
    number = int(words)
    if number < 1:
        raise ValueError(words)
    return number
