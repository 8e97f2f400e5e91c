"""Subjects and plans: added, changed field by field, taken away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_walk
from walkshop.domain.edits.subjects import (
    add_subject,
    change_subject,
    name_of,
    remove_subject,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Influence, Plan, PlanId, SubjectId, Topic

BENCHES = Topic(id=SubjectId("benches"), subject="Benches")
SCHOOL = Plan(id=PlanId("school"), title="New school")


@pytest.mark.parametrize("one", [BENCHES, SCHOOL], ids=name_of)
def test_one_is_added_changed_and_taken_away(one: Topic | Plan) -> None:
    walk = add_subject(a_walk(), one, STAMP)
    told = replace(one, fixed="the place", influence=Influence.ADVISE)
    changed = change_subject(walk, told, LATER)
    (kept,) = (*changed.topics.values(), *changed.plans.values())
    assert (kept.fixed, kept.influence, kept.changed) == ("the place", Influence.ADVISE, LATER.now)
    assert change_subject(changed, kept, LATER) is changed
    gone = remove_subject(changed, one)
    assert not gone.topics
    assert not gone.plans


@pytest.mark.parametrize("one", [BENCHES, SCHOOL], ids=name_of)
def test_without_a_name_or_a_place_in_the_walk_it_is_refused(one: Topic | Plan) -> None:
    field = "subject" if isinstance(one, Topic) else "title"
    bare = replace(one, **{field: "  "})  # type: ignore[arg-type]  # a field of words of either
    with pytest.raises(WalkshopError, match="needs a name"):
        add_subject(a_walk(), bare, STAMP)
    for refused in (
        lambda: change_subject(a_walk(), one, STAMP),
        lambda: remove_subject(a_walk(), one),
    ):
        with pytest.raises(WalkshopError, match="no longer"):
            refused()
