"""What Prepare can change, each as an edit with its label."""

from __future__ import annotations

from dataclasses import replace

from walkshop.domain.edits.setting import change_about, change_area, change_stop
from walkshop.domain.records import Stamp, Stop, StopId, Walk
from walkshop.domain.words import area_of
from walkshop.i18n import Text
from walkshop.store.store import Edit

AREA_WORDS = ("wijk", "buurt", "dorp", "park", "gebied")
"""The words that a walk may call its area by, as they are kept."""


def area_word(walk: Walk, word: str) -> Text:
    """How `word` is said."""
    return area_of(replace(walk, area=replace(walk.area, word=word)))


def retitle(title: str, stamp: Stamp) -> Edit:
    """Give the walk another title."""
    return lambda walk: change_about(walk, replace(walk.about, title=title.strip()), stamp)


def ask(question: str, stamp: Stamp) -> Edit:
    """Give the walk another main question."""
    return lambda walk: change_about(walk, replace(walk.about, question=question.strip()), stamp)


def speak(language: str, stamp: Stamp) -> Edit:
    """Let documents of the walk speak another language, "nl" or "en"."""
    return lambda walk: change_about(walk, replace(walk.about, language=language), stamp)


def call_area(word: str, stamp: Stamp) -> Edit:
    """Call the area by another word."""
    return lambda walk: change_area(walk, replace(walk.area, word=word), stamp)


def name_area(name: str, stamp: Stamp) -> Edit:
    """Give the area another name."""
    return lambda walk: change_area(walk, replace(walk.area, name=name.strip()), stamp)


def name_stop(stop: StopId, name: str, stamp: Stamp) -> Edit:
    """Give a stop another name; its number stays."""
    return lambda walk: change_stop(walk, replace(walk.stop(stop), name=name.strip()), stamp)


def stops_in_order(walk: Walk) -> list[Stop]:
    """The stops as they are walked."""
    return sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))
