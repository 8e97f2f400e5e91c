"""Where things go on the map: OpenStreetMap's tags, and the words of other makers."""

import pytest

from walkshop.services.basemap.data import Shape
from walkshop.services.basemap.layers import NAME_AT_MOST, Look, looks_of, theme_of


def look(layer: str, shape: str, **row: object) -> Look:
    columns = {name: [value] for name, value in row.items()}
    return next(looks_of(layer, columns, [Shape(shape)]))


@pytest.mark.parametrize(
    ("shape", "tags", "where"),
    [
        ("line", {"highway": "primary"}, "street main"),
        ("line", {"highway": "tertiary"}, "street tertiary"),
        ("line", {"highway": "residential"}, "street residential"),
        ("line", {"highway": "a_word_of_tomorrow"}, "street residential"),
        ("line", {"highway": "service"}, "street service"),
        ("line", {"highway": "pedestrian"}, "path foot"),
        ("line", {"highway": "footway"}, "path foot"),
        ("line", {"highway": "cycleway"}, "path cycle"),
        ("line", {"highway": "steps"}, "path steps"),
        ("line", {"highway": "footway", "other_tags": '"indoor"=>"yes"'}, " "),
        ("line", {"highway": "proposed"}, " "),
        ("line", {"railway": "tram"}, "rail tram"),
        ("line", {"railway": "rail"}, "rail train"),
        ("line", {"railway": "subway", "other_tags": '"tunnel"=>"yes"'}, " "),
        ("line", {"railway": "abandoned"}, " "),
        ("line", {"waterway": "canal"}, "water "),
        ("line", {"waterway": "stream", "other_tags": '"tunnel"=>"culvert"'}, " "),
        ("line", {"barrier": "fence", "highway": None}, " "),
        ("area", {"building": "yes"}, "building "),
        ("area", {"building": "no", "leisure": "park"}, "green "),
        ("area", {"natural": "water"}, "water "),
        ("area", {"landuse": "grass"}, "green "),
        ("area", {"leisure": "playground"}, "green "),
        ("area", {"place": "square"}, "square "),
        ("area", {"building": None, "other_tags": '"highway"=>"pedestrian"'}, "square "),
        ("area", {"landuse": "residential"}, " "),
        ("point", {"place": "square", "name": "Plein"}, "label square"),
        ("point", {"place": "square", "name": None}, " "),
        ("point", {"highway": "street_lamp"}, " "),
    ],
)
def test_the_tags_of_openstreetmap_decide_the_layer(
    shape: str, tags: dict[str, object], where: str
) -> None:
    assert " ".join(look("lines", shape, **tags).kind) == where


@pytest.mark.parametrize(
    ("layer", "shape", "row", "where"),
    [
        ("wegen", "line", {}, "street residential"),
        ("top10nl_wegdeel_hartlijn", "line", {"typeweg": "autosnelweg"}, "street main"),
        ("bgt_wegdeel", "area", {"functie": "voetpad"}, "square "),
        ("bgt_onbegroeidterreindeel", "area", {}, " "),
        ("bgt_begroeidterreindeel", "area", {}, "green "),
        ("fietspaden", "line", {"soort": "fietspad"}, "path cycle"),
        ("spoorbaandeel", "line", {}, "rail train"),
        ("waterdeel", "area", {}, "water "),
        ("panden", "area", {"type": "park"}, "building "),
        ("gis_osm_landuse_a_free_1", "area", {"fclass": "forest"}, "green "),
        ("gis_osm_landuse_a_free_1", "area", {"fclass": "industrial"}, " "),
        ("transportation", "line", {"class": "path", "subclass": "steps"}, "path steps"),
        ("transportation", "line", {"class": "rail"}, "rail train"),
        ("transportation_name", "line", {"name": "Straat"}, "label street"),
        ("water_name", "point", {"name": "Rotte"}, "label water"),
        ("place", "point", {"class": "suburb", "name": "Crooswijk"}, "label place"),
        ("poi", "point", {"class": "park", "name": "Winkel"}, " "),
        ("housenumber", "point", {"name": "12"}, " "),
        ("wijken_2024", "area", {"naam": "Crooswijk"}, "area "),
        ("export", "line", {"class": "primary"}, "street main"),
    ],
)  # fmt: skip
def test_the_words_of_other_makers_decide_it_too(
    layer: str, shape: str, row: dict[str, object], where: str
) -> None:
    assert " ".join(look(layer, shape, **row).kind) == where


def test_what_nobody_knows_is_an_outline_or_a_path_and_says_so() -> None:
    area, line = look("export_3", "area", x="?"), look("export_3", "line", x="?")
    assert (area.kind.layer, area.known) == ("area", False)
    assert (*line.kind, line.known) == ("path", "foot", False)


@pytest.mark.parametrize(
    ("tags", "level"),
    [
        ('"bridge"=>"yes","layer"=>"2"', 2),
        ('"bridge"=>"viaduct"', 1),
        ('"bridge"=>"no"', 0),
        ('"tunnel"=>"yes","layer"=>"-3"', -3),
        ('"tunnel"=>"yes","layer"=>"x"', -1),
        ('"layer"=>"1"', 0),
        ('"bridge"=>"yes","layer"=>"999999"', 5),
    ],
)
def test_bridges_lie_over_streets_and_tunnels_under_them(tags: str, level: int) -> None:
    assert look("lines", "line", highway="primary", other_tags=tags).level == level


def test_columns_of_yes_and_no_tell_bridges_and_tunnels_as_well() -> None:
    row = {"class": "primary", "bridge": True, "tunnel": False}
    assert look("streets", "line", **row).level == 1
    assert look("streets", "line", **{"class": "primary", "brunnel": "tunnel"}).level == -1
    assert look("wegdeel", "line", hoogteniveau=-1).level == -1


@pytest.mark.parametrize(
    ("row", "way"),
    [
        ({"highway": "primary", "oneway": "yes"}, 1),
        ({"highway": "primary", "oneway": "-1"}, -1),
        ({"highway": "primary", "oneway": "no"}, 0),
        ({"highway": "footway", "oneway": "yes"}, 0),
        ({"fclass": "primary", "oneway": "F"}, 1),
        ({"fclass": "primary", "oneway": "T"}, -1),
        ({"fclass": "primary", "oneway": "B"}, 0),
    ],
)
def test_one_way_streets_know_their_direction(row: dict[str, object], way: int) -> None:
    assert look("roads", "line", **row).oneway == way


def test_a_name_is_one_line_and_no_story() -> None:
    assert look("wegen", "line", straatnaam=" Lange\n  straat ").name == "Lange straat"
    assert len(look("wegen", "line", name="x" * 5000).name) == NAME_AT_MOST
    assert look("wegen", "line", name=12).name == ""


def test_marks_in_the_text_of_tags_do_not_break_it() -> None:
    tags = r'"note"=>"say \"hi\", \"highway\"=>\"steps\"","layer"=>"2","bridge"=>"yes"'
    assert look("lines", "line", highway="primary", other_tags=tags).level == 2


def test_the_name_of_a_layer_tells_its_theme() -> None:
    words = {"Fietspaden 2024": "path", "BAG_pand": "building", "spoorwegen": "rail", "x": ""}
    assert {name: theme_of(name) for name in words} == words
