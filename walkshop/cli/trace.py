"""`walkshop trace`: what happened to the note with this number."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from walkshop.cli.common import print_json, say, spoken
from walkshop.domain.errors import WalkshopError
from walkshop.domain.queries.notes import note_by_nr
from walkshop.domain.queries.thread import Thread, thread_of
from walkshop.domain.records import Answer
from walkshop.domain.words import ANSWER
from walkshop.i18n import msg

HELP = msg("what happened to a note, from what was said to what was told")


def add(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument("file", type=Path)
    parser.add_argument("nr", type=int)
    parser.add_argument("--json", action="store_true")


def run(args: argparse.Namespace) -> int:
    """Print the thread of one note."""
    from walkshop.services.gpkg import read_walk

    walk = read_walk(args.file)
    note = note_by_nr(walk, args.nr)
    if note is None:
        raise WalkshopError(
            msg("There is no note {nr} in this walk.", nr=args.nr), msg("Look at its number.")
        )
    thread = thread_of(walk, note)
    if args.json:
        print_json(as_json(thread, args.nr))
    else:
        _tell(thread)
    return 0


def as_json(thread: Thread, nr: int) -> dict[str, object]:
    """A thread as the JSON of the command; `nr` is the number that was asked for."""
    note = thread.note
    stop = thread.stop
    told = thread.answer.told_on if thread.answer else None
    return {
        "nr": nr,
        "text": "" if note.withdrawn else note.text,
        "stop": stop.name if stop else None,
        "values": [thread.value.name] if thread.value else [],
        "actions": [
            {
                "nr": action.nr,
                "what": action.what,
                "answer": answer.answer.value if answer else None,
                "because": answer.because if answer else "",
                "by": answer.answered_by if answer else "",
                "date": _iso(answer.on) if answer else None,
            }
            for action, answer in thread.actions
        ],
        "answer": _answer(thread.answer),
        "told": _iso(told),
        "leads": note.nr,
        "mentions": thread.mentions,
    }


def _answer(answer: Answer | None) -> dict[str, object] | None:
    if answer is None:
        return None
    return {
        "answer": answer.answer.value,
        "because": answer.because,
        "by": answer.answered_by,
        "date": _iso(answer.on),
        "state": answer.state.value,
        "due": _iso(answer.due),
        "with": answer.with_whom,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _tell(thread: Thread) -> None:
    print(f"{thread.note.nr}  {thread.note.text}")
    if thread.stop:
        say(msg("Stop: {name}", name=thread.stop.name))
    say(msg("Value: {name}", name=thread.value.name) if thread.value else msg("No value yet"))
    for action, _ in thread.actions:
        say(msg("Action {nr}: {what}", nr=action.nr, what=action.what))
    answer = thread.answer
    if answer is None:
        say(msg("No answer yet"))
        return
    say(msg("Answer: {answer}", answer=ANSWER[answer.answer]))
    if answer.because:
        print(f"  {answer.because}")
    if answer.told_on:
        say(msg("Told on {day}", day=spoken().day(answer.told_on)))
    else:
        say(msg("Not told yet"))
