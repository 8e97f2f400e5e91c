"""Which actions are in view: those of notes in view or with the words, and those of one leader."""

from __future__ import annotations

from collections.abc import Iterable

from walkshop.domain.queries.actions import agenda
from walkshop.domain.records import Action, ActionId, Walk
from walkshop.domain.themes import plain_words
from walkshop.ui.filtering import Filter


def leaders_of(walk: Walk) -> list[str]:
    """Who leads actions, each once, in the order of the alphabet; "" for actions without."""
    names: dict[str, str] = {}
    for action in agenda(walk):
        names.setdefault(plain_words(action.leader), action.leader.strip())
    return [names[plain] for plain in sorted(names, key=lambda plain: (not plain, plain))]


def in_view(walk: Walk, narrowing: Filter | None, leader: str | None) -> frozenset[ActionId]:
    """The actions that are shown.

    Args:
        narrowing: what the search field asks for; an action is there for one of its notes, or
            for its own words.
        leader: only actions of this one; "" for those without, None for all.
    """
    found: Iterable[Action] = walk.actions.values()
    if narrowing is not None and narrowing.narrows:
        notes = {note.id for note in narrowing.shown}
        terms = plain_words(narrowing.wanted.words).split()
        found = [one for one in found if notes & set(one.notes) or _says(walk, one, terms)]
    if leader is not None:
        found = [one for one in found if plain_words(one.leader) == plain_words(leader)]
    return frozenset(one.id for one in found)


def _says(walk: Walk, action: Action, terms: list[str]) -> bool:
    if not terms:
        return False
    values = [walk.values[key].name for key in action.values if key in walk.values]
    words = (
        action.what,
        action.leader,
        action.helpers,
        action.place_words,
        action.first_step,
        action.exists,
        *values,
    )
    text = plain_words(" ".join(words))
    return all(str(action.nr) == term if term.isdigit() else term in text for term in terms)
