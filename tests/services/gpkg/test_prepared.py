"""What is prepared survives: walkers, routes and plans, in a file that knew fewer columns too."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from tests.services.gpkg.filled import Opened, clock, new_file, other_program
from walkshop.domain.edits.routes import lay_route
from walkshop.domain.edits.subjects import add_subject
from walkshop.domain.edits.walkers import add_walkers, deal_out, members
from walkshop.domain.geo import LonLat
from walkshop.domain.queries.dealing import deal
from walkshop.domain.queries.routes import route_of
from walkshop.domain.records import ParticipantId, Plan, PlanId, Role, RouteId, Stamp, Walk
from walkshop.services.gpkg import read_walk

SCHOOL = Plan(id=PlanId("school"), title="School", owner="SOR", fixed="de plek", open="het plein")
ALONG = (LonLat(4.48, 51.92), LonLat(4.49, 51.93))
KEYS = [ParticipantId(f"w{n}") for n in range(4)]


def dealt(walk: Walk, stamp: Stamp) -> Walk:
    return deal_out(walk, deal(list(walk.participants.values()), []), stamp)


def test_walkers_duos_and_route_are_there_when_the_file_opens_again(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg")
    stamp = clock()
    with Opened(path) as opened:
        opened.do(partial(add_walkers, walkers=KEYS, role=Role.RESIDENT, stamp=stamp))
        opened.do(partial(dealt, stamp=stamp))
        opened.do(partial(lay_route, route=RouteId("r"), along=ALONG, stamp=stamp))
    with Opened(path) as opened:
        route = route_of(opened.store.walk)
        assert route is not None
        assert route.along == ALONG
        assert [len(duo) for duo in members(opened.store.walk).values()] == [2, 2]
        for _ in range(2):
            opened.store.undo()
        assert not members(opened.store.walk)


def test_a_file_whose_plans_had_no_room_yet_gets_it(tmp_path: Path) -> None:
    path = new_file(tmp_path / "walk.gpkg", Plan(id=PlanId("old"), title="De bus"))
    drop = (f"ALTER TABLE plans DROP COLUMN {name}" for name in ("fixed", "open", "not_ours"))
    other_program(path, *drop)
    assert read_walk(path).plans[PlanId("old")].fixed == ""
    with Opened(path) as opened:
        opened.do(partial(add_subject, subject=SCHOOL, stamp=clock()))
    kept = read_walk(path).plans
    assert (kept[SCHOOL.id].fixed, kept[SCHOOL.id].open) == ("de plek", "het plein")
    assert kept[PlanId("old")].title == "De bus"
