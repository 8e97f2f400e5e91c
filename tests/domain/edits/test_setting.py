"""Setting the walk up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.domain.builders import LATER, STAMP, a_note, a_walk
from walkshop.domain.edits.setting import (
    add_groups,
    add_lenses,
    add_stops,
    change_about,
    change_area,
    change_group,
    change_lens,
    change_stop,
    lay_map,
    move_stop,
    remove_group,
    remove_lens,
    remove_stop,
    set_route,
)
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    AtStop,
    BasemapLink,
    Group,
    GroupId,
    Lens,
    LensId,
    Participant,
    ParticipantId,
    Route,
    RouteId,
    Stop,
    StopId,
    Voice,
)


def a_stop(nr: int, name: str = "") -> Stop:
    return Stop(id=StopId(f"stop {name or nr}"), nr=nr, name=name)


def test_the_title_changes_and_the_notes_stay_as_they_are():
    before = a_walk(a_note(1))
    after = change_about(before, replace(before.about, title="Rubroek"), LATER)
    assert (after.about.title, after.about.changed) == ("Rubroek", LATER.now)
    assert after.notes is before.notes


def test_a_walk_keeps_a_title():
    walk = a_walk()
    with pytest.raises(WalkshopError, match="A walk needs a title"):
        change_about(walk, replace(walk.about, title=" "), STAMP)


def test_the_same_words_again_are_no_change():
    walk = a_walk()
    assert change_about(walk, replace(walk.about), STAMP) is walk
    assert change_area(walk, replace(walk.area), STAMP) is walk


def test_a_map_is_laid_under_the_walk_and_taken_away():
    sketch = BasemapLink("sketch.geojson", notice="sketch, not to scale")
    laid = lay_map(a_walk(a_note(1)), sketch, STAMP)
    assert laid.area.basemap == sketch
    assert lay_map(laid, None, STAMP).area.basemap is None


def test_stops_get_the_next_numbers_or_the_ones_they_ask_for():
    before = a_walk(a_stop(2), a_note(1))
    after = add_stops(before, [a_stop(0, "a"), a_stop(7), a_stop(0, "b")], STAMP)
    assert [stop.nr for stop in after.stops.values()] == [2, 3, 7, 8]
    assert [stop.order for stop in after.stops.values()][1:] == [3, 7, 8]
    assert after.marks.stop == 9
    assert after.notes is before.notes


def test_a_stop_in_use_keeps_its_number_to_itself():
    with pytest.raises(WalkshopError, match="Number 2 is in use already"):
        add_stops(a_walk(a_stop(2)), [a_stop(2, "other")], STAMP)


def test_a_stop_changes_and_keeps_its_number():
    walk = a_walk(a_stop(3, "Plein"))
    after = change_stop(walk, replace(a_stop(9, "Plein"), why="here we rest"), LATER)
    changed = after.stop(StopId("stop Plein"))
    assert (changed.nr, changed.why, changed.changed) == (3, "here we rest", LATER.now)


def test_a_stop_that_does_not_change_leaves_the_walk_as_it_is():
    walk = a_walk(a_stop(3))
    assert change_stop(walk, a_stop(3), STAMP) is walk


def test_a_stop_that_is_gone_cannot_change():
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        change_stop(a_walk(), a_stop(1), STAMP)


def test_a_walk_has_one_route():
    along = (LonLat(4.49, 51.93), LonLat(4.50, 51.93))
    first = set_route(a_walk(a_note(1)), Route(id=RouteId("first")), STAMP)
    second = set_route(first, Route(id=RouteId("second"), along=along), LATER)
    assert list(second.routes) == ["second"]
    assert second.notes is first.notes


def test_lenses_are_added_to_those_that_are_there():
    old = Lens(id=LensId("old"), name="child of 8")
    before = a_walk(old)
    after = add_lenses(before, [Lens(id=LensId("new"), name="shopkeeper")], STAMP)
    assert list(after.lenses) == ["old", "new"]
    assert after.lenses[old.id] is old


def in_order(walk) -> list[int]:
    return [stop.nr for stop in sorted(walk.stops.values(), key=lambda stop: stop.order)]


def test_a_stop_comes_later_in_the_walk_and_keeps_its_number():
    walk = add_stops(a_walk(), [a_stop(1), a_stop(2), a_stop(3)], STAMP)
    after = move_stop(walk, walk.stop(StopId("stop 1")), 1, LATER)
    assert in_order(after) == [2, 1, 3]
    assert after.stops[StopId("stop 3")] is walk.stops[StopId("stop 3")]


def test_a_stop_at_the_end_of_the_row_stays_there():
    walk = add_stops(a_walk(), [a_stop(1), a_stop(2)], STAMP)
    assert move_stop(walk, walk.stop(StopId("stop 2")), 1, LATER) is walk
    assert move_stop(walk, walk.stop(StopId("stop 1")), -5, LATER) is walk


def test_a_stop_that_nothing_hangs_on_is_taken_away():
    walk = a_walk(a_stop(1), a_stop(2), a_note(1, stop=StopId("stop 1")))
    after = remove_stop(walk, walk.stop(StopId("stop 2")))
    assert list(after.stops) == ["stop 1"]
    assert after.notes is walk.notes


@pytest.mark.parametrize("hung", [{"stop": StopId("stop 1")}, {"place": AtStop(StopId("stop 1"))}])
def test_a_stop_with_a_note_stays_and_says_why(hung):
    walk = a_walk(a_stop(1), a_note(1, **hung))
    with pytest.raises(WalkshopError, match="1 note hangs on stop 1, so it stays"):
        remove_stop(walk, walk.stop(StopId("stop 1")))


def test_a_lens_gets_other_words_but_not_none():
    walk = a_walk(Lens(id=LensId("a"), name="senior"))
    lens = walk.lenses[LensId("a")]
    after = change_lens(walk, replace(lens, prompts=("benches",)), LATER)
    assert after.lenses[lens.id].prompts == ("benches",)
    assert change_lens(walk, lens, LATER) is walk
    with pytest.raises(WalkshopError, match="A lens needs a name"):
        change_lens(walk, replace(lens, name=" "), LATER)


def test_a_lens_through_which_nobody_looked_is_taken_away():
    walk = a_walk(Lens(id=LensId("a"), name="senior"), a_note(1))
    assert not remove_lens(walk, LensId("a")).lenses
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        remove_lens(walk, LensId("gone"))


@pytest.mark.parametrize(
    "looked",
    [
        a_note(1, lens=LensId("a")),
        a_note(1, voices=(Voice(lens=LensId("a")),)),
        Participant(id=ParticipantId("p"), lens=LensId("a")),
    ],
    ids=["a note", "one more voice", "a walker"],
)
def test_a_lens_through_which_someone_looked_stays(looked):
    walk = a_walk(Lens(id=LensId("a"), name="senior"), looked)
    with pytest.raises(WalkshopError, match="Someone looked through this lens"):
        remove_lens(walk, LensId("a"))


def test_groups_are_counted_and_never_below_nothing():
    walk = add_groups(a_walk(), [Group(id=GroupId("g"), label="parents")], STAMP)
    group = walk.groups[GroupId("g")]
    after = change_group(walk, replace(group, invited=40, came=3), LATER)
    assert (after.groups[group.id].invited, after.groups[group.id].came) == (40, 3)
    assert change_group(walk, group, LATER) is walk
    with pytest.raises(WalkshopError, match="A count is 0 or more"):
        change_group(walk, replace(group, came=-1), LATER)


def test_a_group_is_taken_away_once():
    walk = add_groups(a_walk(), [Group(id=GroupId("g"))], STAMP)
    gone = remove_group(walk, GroupId("g"))
    assert not gone.groups
    with pytest.raises(WalkshopError, match="no longer in the walk"):
        remove_group(gone, GroupId("g"))
