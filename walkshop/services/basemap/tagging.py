"""What words in map files mean: OpenStreetMap tags, and layers and classes of other makers.

Tables, not code: the key of a table is what stands in the file, in small letters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Kind(NamedTuple):
    """Where a thing goes: a layer of `Feature` and its grade; no layer means it is not drawn."""

    layer: str
    grade: str = ""


HIDDEN = Kind("")
MAIN, TERTIARY = Kind("street", "main"), Kind("street", "tertiary")
RESIDENTIAL, SERVICE = Kind("street", "residential"), Kind("street", "service")
FOOT, CYCLE, STEPS = Kind("path", "foot"), Kind("path", "cycle"), Kind("path", "steps")
TRAM, TRAIN = Kind("rail", "tram"), Kind("rail", "train")
WATER, GREEN, SQUARE = Kind("water"), Kind("green"), Kind("square")
BUILDING, AREA = Kind("building"), Kind("area")


def _all(kind: Kind, words: str) -> dict[str, Kind]:
    return dict.fromkeys(words.split(), kind)


HIGHWAYS: Mapping[str, Kind] = {
    **_all(MAIN, "motorway trunk primary secondary motorway_link trunk_link primary_link"),
    **_all(MAIN, "secondary_link main main_road major_road highway"),
    **_all(TERTIARY, "tertiary tertiary_link minor_road medium_road"),
    **_all(RESIDENTIAL, "residential unclassified living_street road minor street busway"),
    **_all(SERVICE, "service services track driveway alley parking_aisle"),
    **_all(FOOT, "footway path pedestrian bridleway trail track_grade5 sidewalk crossing"),
    **_all(CYCLE, "cycleway"),
    **_all(STEPS, "steps"),
    **_all(HIDDEN, "construction proposed platform corridor elevator raceway escape rest_area"),
    **_all(HIDDEN, "abandoned razed bus_guideway"),
}
"""Lines with a `highway`; what is not named here is a residential street."""

RAILWAYS: Mapping[str, Kind] = {
    **_all(TRAM, "tram"),
    **_all(TRAIN, "rail light_rail narrow_gauge subway monorail funicular preserved miniature"),
}
"""Lines with a `railway`; what is not named here is no longer there, or not yet."""

WATERWAYS: Mapping[str, Kind] = _all(WATER, "river canal stream ditch drain brook tidal_channel")

GREENS: Mapping[str, Kind] = _all(
    GREEN,
    "allotments cemetery common dog_park farmland fell flowerbed forest garden golf_course grass"
    " grassland grave_yard greenery greenfield heath meadow nature_reserve orchard park pitch"
    " plant_nursery playground recreation_ground scrub shrubbery tree_row village_green vineyard"
    " wetland wood wood_land zoo",
)
WATERS: Mapping[str, Kind] = _all(
    WATER, "water riverbank river canal dock basin reservoir pond lake lagoon ditch moat"
)
SQUARES: Mapping[str, Kind] = _all(SQUARE, "square plaza platform")
PAVED: Mapping[str, Kind] = _all(
    SQUARE, "pedestrian footway path living_street service steps cycleway platform"
)

TAGGED_LINES: Mapping[str, Mapping[str, Kind]] = {
    "highway": HIGHWAYS,
    "railway": RAILWAYS,
    "waterway": WATERWAYS,
    "man_made": _all(FOOT, "pier"),
    "leisure": _all(FOOT, "track"),
}
TAGGED_AREAS: Mapping[str, Mapping[str, Kind]] = {
    "building": {},
    "natural": {**WATERS, **GREENS},
    "waterway": WATERS,
    "landuse": {**WATERS, **GREENS},
    "leisure": {**GREENS, **_all(WATER, "swimming_pool")},
    "amenity": _all(GREEN, "grave_yard"),
    "place": SQUARES,
    "highway": PAVED,
    "railway": SQUARES,
    "public_transport": SQUARES,
    "man_made": _all(SQUARE, "pier"),
}
TAGGED_POINTS: Mapping[str, Mapping[str, Kind]] = {
    "place": {
        **_all(Kind("label", "square"), "square"),
        **_all(Kind("label", "place"), "neighbourhood suburb quarter village hamlet"),
    },
    "leisure": _all(Kind("label", "green"), "park garden playground nature_reserve"),
    "natural": _all(Kind("label", "water"), "water bay"),
}
"""Tables by tag, the first that knows the thing decides; by what the parts of the thing are."""

TAG_DEFAULTS: Mapping[tuple[str, str], Kind] = {
    ("line", "highway"): RESIDENTIAL,
    ("area", "building"): BUILDING,
}
"""Of a tag whose value is in no table."""

THEMES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("nothing", ("housenumber", "huisnummer", "address", "adres", "poi", "contour", "hillshade",
                 "earth", "aerodrome", "aeroway")),
    ("label", ("label", "_name", "place", "plaatsnaam", "toponiem")),
    ("land", ("onbegroeid",)),
    ("building", ("building", "gebouw", "pand", "bouwwerk", "huizen", "house", "bebouwing")),
    ("rail", ("rail", "spoor", "tram", "metro", "trein")),
    ("water", ("water", "gracht", "sloot", "rivier", "river", "lake", "vijver", "ocean")),
    ("path", ("pad", "paden", "path", "footway", "trail", "stoep", "trottoir")),
    ("square", ("plein", "square", "plaza", "pedestrian")),
    ("street", ("street", "straat", "straten", "weg", "road", "transport", "highway", "rijbaan",
                "parkeer", "parking")),
    ("green", ("groen", "green", "park", "gras", "bos", "forest", "begroeid", "vegetat",
               "plantsoen", "tuin", "garden", "speel", "playground")),
    ("area", ("buurt", "wijk", "gemeente", "grens", "grenzen", "boundar", "admin", "district",
              "gebied")),
    ("land", ("landuse", "landgebruik", "landcover", "terrein", "natural")),
)  # fmt: skip
"""Parts of names of layers, the first that fits decides what the layer is about."""

CLASSES: Mapping[str, Mapping[str, Kind]] = {
    "street": {
        **HIGHWAYS,
        **RAILWAYS,
        **_all(MAIN, "autosnelweg hoofdweg regionale_weg autoweg primair secundair major"),
        **_all(TERTIARY, "lokale_weg verbindingsweg gebiedsontsluitingsweg tertiair"),
        **_all(RESIDENTIAL, "straat erftoegangsweg woonerf"),
        **_all(SERVICE, "ventweg parkeerplaats inrit parkeervlak"),
        **_all(FOOT, "voetpad voetgangersgebied wandelpad ruiterpad stoep trottoir pad"),
        **_all(FOOT, "foot"),
        **_all(CYCLE, "fietspad fietsstraat cycle"),
        **_all(STEPS, "trap voetpad_op_trap"),
        **_all(TRAIN, "transit"),
        **_all(HIDDEN, "ferry veer aerialway"),
    },
    "rail": {**RAILWAYS, **_all(TRAIN, "trein metro sneltram"), **_all(TRAM, "tramlijn")},
    "land": {
        **GREENS,
        **WATERS,
        **_all(
            GREEN, "bos gras grasland heide tuin plantsoen begraafplaats park sportveld struiken"
        ),
        **_all(GREEN, "groenvoorziening gras-_en_kruidachtigen bosplantsoen heesters volkstuin"),
        **_all(SQUARE, "plein square pedestrian"),
        **_all(BUILDING, "building gebouw pand"),
    },
}
CLASSES_OF: Mapping[str, str] = {
    "street": "street",
    "path": "street",
    "rail": "rail",
    "green": "land",
    "land": "land",
    "water": "land",
    "": "street",
}
"""Which table of classes is read for a theme; "" where the layer's name says nothing."""

DEFAULTS: Mapping[tuple[str, str], Kind] = {
    ("street", "line"): RESIDENTIAL,
    ("street", "area"): SQUARE,
    ("path", "line"): FOOT,
    ("path", "area"): SQUARE,
    ("rail", "line"): TRAIN,
    ("water", "line"): WATER,
    ("water", "area"): WATER,
    ("green", "area"): GREEN,
    ("square", "area"): SQUARE,
    ("building", "area"): BUILDING,
    ("building", "line"): AREA,
    ("area", "area"): AREA,
    ("area", "line"): AREA,
}
"""By theme and by what the parts are. Anything else: "" in `classify`."""

CLASS_COLUMNS = (
    "fclass", "kind_detail", "subclass", "class", "klasse", "kind", "type", "soort", "category",
    "categorie", "typeweg", "wegtype", "functie", "bgt-functie", "bgt_functie", "function",
    "fysiekvoorkomen", "bgt_fysiekvoorkomen", "fysiek_voorkomen", "typelandgebruik", "landgebruik",
    "typeinfrastructuur", "hoofdverkeersgebruik", "typespoorbaan",
)  # fmt: skip
NAME_COLUMNS = (
    "name", "naam", "straatnaam", "sttnaam", "streetname", "street_name", "statnaam", "buurtnaam",
    "wijknaam", "naamnl", "naam_nl", "openbareruimtenaam", "waternaam", "label",
)  # fmt: skip
LEVEL_COLUMNS = (
    "bridge", "tunnel", "layer", "brunnel", "is_bridge", "is_tunnel", "hoogteniveau",
    "relatievehoogteligging", "relatieve_hoogteligging",
)  # fmt: skip
TAGS = tuple(dict.fromkeys((*TAGGED_LINES, *TAGGED_AREAS, *TAGGED_POINTS)))
OTHER_TAGS = "other_tags"
MORE_TAGS = ("area", "indoor", "location")
"""Tags that change what the others mean."""

COLUMNS = (*TAGS, *CLASS_COLUMNS, *NAME_COLUMNS, *LEVEL_COLUMNS, "oneway", OTHER_TAGS, *MORE_TAGS)
"""All columns that are read from a file, if they are there, in any case of letters."""
