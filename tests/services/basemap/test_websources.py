"""The maps on the internet that ship, and the address that a person gives."""

from __future__ import annotations

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.services.basemap.websources import (
    OWN,
    address_of,
    own_source,
    source_of,
    web_map,
    web_sources,
)

ADDRESS = "https://example.org/{z}/{x}/{y}.png"


def test_every_source_says_whose_it_is_and_speaks_both_languages() -> None:
    assert len({source.id for source in web_sources()}) == len(web_sources())
    for source in web_sources():
        assert source.attribution.strip()
        assert source.licence
        assert set(source.names) in ({""}, {"nl", "en"})
        checked = own_source(source.address)
        assert checked.address == source.address
        assert source.address.startswith("https://")


def test_the_dutch_map_comes_first_and_may_be_taken_along() -> None:
    brt = web_sources()[0]
    assert brt.take_along
    assert brt.print
    assert (brt.min_zoom, brt.max_zoom) == (6, 19)
    assert brt.attribution == "Kaartgegevens © Kadaster"
    assert address_of(brt, 16, 33_000, 21_000).endswith("/EPSG:3857/16/33000/21000.png")


def test_openstreetmap_is_only_looked_at() -> None:
    osm = source_of("osm")
    assert osm is not None
    assert osm.address == "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    assert osm.attribution == "© OpenStreetMap contributors"
    assert not osm.take_along
    assert not osm.print


def test_a_source_is_found_by_its_id_and_a_strange_one_is_not() -> None:
    assert source_of("nobody") is None
    assert source_of(OWN) is None
    assert source_of(OWN, "javascript:{z}{x}{y}") is None
    own = source_of(OWN, ADDRESS, "Gemeente <b>Oost</b>")
    assert own is not None
    assert own.attribution == "Gemeente Oost"


def test_an_own_address_is_looked_at_and_names_its_server() -> None:
    own = own_source(f" {ADDRESS} ")
    assert (own.address, own.attribution, own.take_along, own.print) == (
        ADDRESS, "example.org", False, False,
    )  # fmt: skip
    assert web_map(own).web is own


def test_openstreetmap_by_another_door_keeps_its_name() -> None:
    own = own_source("https://a.tile.openstreetmap.org/{z}/{x}/{y}.png")
    assert own.attribution == "© OpenStreetMap contributors"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "https://example.org/{z}/{x}.png",
        "https://example.org/{z}/{x}/{y}/{s}.png",
        "https://example.org/{z}/{x}/{y}/}.png",
        "ftp://example.org/{z}/{x}/{y}.png",
        "file:///{z}/{x}/{y}.png",
        "{z}/{x}/{y}",
        "https:///{z}/{x}/{y}.png",
        "https://me:secret@example.org/{z}/{x}/{y}.png",
        "https://me@example.org/{z}/{x}/{y}.png",
        "https://{x}.example.org/{z}/{x}/{y}.png",
        "https://example.org:port/{z}/{x}/{y}.png",
        "https://[example/{z}/{x}/{y}.png",
        "https://example.org/{z}/{x}/{y}.png\r\nHost: x",
        "https://example.org/" + "a" * 500 + "{z}/{x}/{y}.png",
    ],
)
def test_what_is_no_address_of_map_pictures_is_refused_with_an_example(address: str) -> None:
    with pytest.raises(WalkshopError) as refusal:
        own_source(address)
    assert refusal.value.hint is not None
    assert "secret" not in str(refusal.value)
