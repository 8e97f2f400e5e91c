"""Which names a map has: no window."""

import numpy as np

from walkshop.services.basemap.data import Feature, MapData, Shape
from walkshop.ui.map.names import names_of


def line(
    name: str, *corners: tuple[float, float], grade: str = "", layer: str = "street"
) -> Feature:
    return Feature(layer, Shape.LINE, (corners,), name, grade)


def test_pieces_of_a_street_that_touch_are_one_line() -> None:
    (name,) = names_of(MapData((line("Warande", (0, 0), (5, 0)), line("Warande", (9, 2), (5, 0)))))
    assert len(name.lines) == 1
    assert np.ptp(name.lines[0][:, 0]) == 9


def test_the_important_streets_come_first() -> None:
    small = line("Achterom", (0, 0), (5, 0), grade="residential")
    large = line("Boezemweg", (0, 1), (5, 1), grade="main")
    assert [name.text for name in names_of(MapData((small, large)))] == ["Boezemweg", "Achterom"]


def test_houses_borders_and_rails_have_no_names_on_the_map() -> None:
    ring = ((0.0, 0.0), (5.0, 0.0), (5.0, 5.0), (0.0, 0.0))
    house = Feature("building", Shape.AREA, (ring,), "Stadhuis")
    tram = line("Lijn 4", (0, 0), (5, 0), layer="rail", grade="tram")
    border = Feature("area", Shape.AREA, (ring,), "Rubroek")
    assert names_of(MapData((house, tram, border))) == ()


def test_a_name_of_a_bent_square_stands_inside_it() -> None:
    corners = ((0, 0), (9, 0), (9, 1), (1, 1), (1, 8), (9, 8), (9, 9), (0, 9), (0, 0))
    (name,) = names_of(MapData((Feature("square", Shape.AREA, (corners,), "Plein"),)))
    x, y = name.at
    assert 0 <= x <= 1 or y <= 1 or y >= 8
    assert name.across == 9


def test_a_street_of_one_corner_alone_has_no_line_to_stand_along() -> None:
    (name,) = names_of(MapData((Feature("street", Shape.LINE, (((4.0, 4.0),),), "Stip"),)))
    assert name.lines == name.boxes == ()
