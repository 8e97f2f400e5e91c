"""Subjects of the walk and plans that are there already, each with the room it leaves."""

from __future__ import annotations

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Plan, Stamp, Topic, Walk, born, touched
from walkshop.domain.records.walk import table_of
from walkshop.i18n import msg


def add_subject(walk: Walk, subject: Topic | Plan, stamp: Stamp) -> Walk:
    """The walk with one more subject, or plan.

    Raises:
        WalkshopError: it has no name.
    """
    _look_at(subject)
    return walk.having(born(subject, stamp))


def change_subject(walk: Walk, subject: Topic | Plan, stamp: Stamp) -> Walk:
    """The walk with a subject or plan as it now reads.

    Raises:
        WalkshopError: it lost its name, or is no longer in the walk.
    """
    _look_at(subject)
    return walk if _here(walk, subject) == subject else walk.having(touched(subject, stamp))


def remove_subject(walk: Walk, subject: Topic | Plan) -> Walk:
    """The walk without a subject or plan.

    Raises:
        WalkshopError: it is no longer in the walk.
    """
    _here(walk, subject)
    return walk.lacking(subject)


def name_of(subject: Topic | Plan) -> str:
    """What a subject or plan is called."""
    return subject.subject if isinstance(subject, Topic) else subject.title


def _here(walk: Walk, subject: Topic | Plan) -> object:
    found = walk.table(table_of(subject)).get(subject.id)
    if found is None:
        raise WalkshopError(msg("This is no longer in the walk."), msg("Undo brings it back."))
    return found


def _look_at(subject: Topic | Plan) -> None:
    if not name_of(subject).strip():
        raise WalkshopError(msg("A subject needs a name."))
