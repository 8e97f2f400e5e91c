"""Boxes of all features at once are those of each, made once for a map and let go of with it."""

import gc
import weakref

import pytest

from walkshop.services.basemap.boxes import boxes_of
from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.services.basemap.once import once_per_map

pytestmark = pytest.mark.slow

YARD = Feature(
    "building",
    Shape.AREA,
    (((0.0, 0.0), (9.0, 0.0), (9.0, 7.0), (0.0, 7.0)), ((2.0, 2.0), (4.0, 2.0), (4.0, 4.0))),
)
STREET = Feature("street", Shape.LINE, (((-3.0, 5.0), (8.0, -2.0)), ((20.0, 1.0), (21.0, 1.5))))
NAME = Feature("label", Shape.POINT, (((6.0, -8.0),),), "Plein")


def test_every_box_is_that_of_its_feature_in_their_order() -> None:
    features = (YARD, NAME, STREET, YARD)
    boxes = boxes_of(MapData(features))
    assert [tuple(box) for box in boxes.tolist()] == [feature.box for feature in features]


def test_a_map_without_features_has_no_boxes() -> None:
    assert boxes_of(MapData(())).shape == (0, 4)


def test_what_is_worked_out_of_a_map_is_worked_out_once_for_each() -> None:
    asked: list[MapData] = []
    count = once_per_map(lambda data: asked.append(data) or len(data.features))
    one, same_things = MapData((YARD, NAME)), MapData((YARD, NAME))
    assert [count(one), count(one), count(same_things)] == [2, 2, 2]
    assert asked == [one, same_things]


def test_what_was_worked_out_does_not_keep_a_map_alive() -> None:
    data = MapData((YARD, STREET))
    boxes_of(data)
    gone = weakref.ref(data)
    del data
    gc.collect()
    assert gone() is None
