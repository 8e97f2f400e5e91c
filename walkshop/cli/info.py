"""`walkshop info`: how many of what, and what is unplaced or unanswered."""

from __future__ import annotations

import argparse
from pathlib import Path

from walkshop.cli.common import print_json, say, today
from walkshop.domain.queries.answers import AnswerBook
from walkshop.domain.queries.notes import Counts, count_notes
from walkshop.domain.queries.values import standing_values
from walkshop.domain.records import Kind, Walk
from walkshop.i18n import Text, msg, msgn
from walkshop.services.themes import themes_of

HELP = msg("count notes, values and actions, and what is not placed or answered")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the counts of a walk."""
    from walkshop.services.basemap.finding import find_map, layer_names
    from walkshop.services.gpkg import read_walk

    walk = read_walk(args.file)
    if args.json:
        layers = layer_names(find_map(walk.area.basemap, args.file))
        print_json({**facts(walk), "basemap": layers})
    else:
        print(walk.about.title)
        for line in _lines(walk):
            say(line)
    return 0


def facts(walk: Walk) -> dict[str, object]:
    """The counts of a walk as the JSON of the command, without its map."""
    counts = count_notes(walk, themes=themes_of(walk))
    book = AnswerBook(walk)
    return {
        "title": walk.about.title,
        "notes": counts.notes,
        "placed": counts.placed,
        "whole": counts.whole,
        "not_placed": counts.not_placed,
        "kinds": {kind.value: counts.kinds[kind] for kind in Kind},
        "themes": {theme: n for theme, n in counts.themes.items() if theme},
        "without_theme": counts.themes.get("", 0),
        "stops": len(walk.stops),
        "lenses": len(walk.lenses),
        "values": len(standing_values(walk)),
        "actions": len(walk.actions),
        "without_answer": len(book.without(today())),
        "waiting": len(book.waiting(today())),
    }


def _lines(walk: Walk) -> list[Text]:
    counts = count_notes(walk)
    book = AnswerBook(walk)
    values, actions, stops = len(standing_values(walk)), len(walk.actions), len(walk.stops)
    return [
        msgn("{n} note", "{n} notes", counts.notes),
        *_kinds(counts),
        msg("{n} on the map", n=counts.placed),
        msg("{n} for the whole area", n=counts.whole),
        msg("{n} not placed", n=counts.not_placed),
        msgn("{n} stop", "{n} stops", stops),
        msgn("{n} value", "{n} values", values),
        msgn("{n} action", "{n} actions", actions),
        msg("{n} without answer", n=len(book.without(today()))),
        msg("{n} waiting for an answer", n=len(book.waiting(today()))),
    ]


def _kinds(counts: Counts) -> list[Text]:
    words = {
        Kind.ASSET: msg("Good"),
        Kind.CONCERN: msg("Must improve"),
        Kind.OPPORTUNITY: msg("Chance"),
        Kind.IDEA: msg("Idea"),
        Kind.UNKNOWN: msg("Question"),
    }
    return [msg("  {kind}: {n}", kind=words[kind], n=n) for kind, n in counts.kinds.items() if n]
