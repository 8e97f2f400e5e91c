"""Which maps on the internet there are, and the one whose address a person gives."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import walkshop
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import Bounds
from walkshop.files import sample_map
from walkshop.i18n import Text, msg
from walkshop.services.basemap.credits import OSM, plain
from walkshop.services.basemap.data import MapData, WebSource

OWN = "own"
"""The id of the source whose address is a setting."""

ADDRESS_AT_MOST = 500
USER_AGENT = f"Walkshop/{walkshop.__version__}"
"""Said to every server: those of maps refuse programs that hide behind their library's name."""

_FIELD = re.compile(r"\{[^{}]*\}")
_FIELDS = {"{z}", "{x}", "{y}"}
_PRINTABLE = re.compile(r"[!-~]+")


@cache
def web_sources() -> tuple[WebSource, ...]:
    """The sources that ship, the one to begin with first."""
    raw = json.loads(sample_map("websources.json").read_text(encoding="utf-8"))
    return tuple(_source(entry) for entry in raw)


def source_of(id: str, own_address: str = "", own_attribution: str = "") -> WebSource | None:
    """The source with this id; None where there is none, or its own address is not one."""
    if id == OWN:
        try:
            return own_source(own_address, own_attribution)
        except WalkshopError:
            return None
    return next((source for source in web_sources() if source.id == id), None)


def own_source(address: str, attribution: str = "") -> WebSource:
    """The source at an address that a person gave.

    Its licence is not known here, so it is only looked at: not printed, not taken along.

    Raises:
        WalkshopError: no address of map pictures.
    """
    address = address.strip()
    host = _host(address)
    if host == "openstreetmap.org" or host.endswith(".openstreetmap.org"):
        attribution = attribution or OSM
    return WebSource(OWN, {"": host}, address, attribution=plain(attribution) or host)


def web_map(source: WebSource) -> MapData:
    """A source as the map under a walk."""
    words = {"": source.attribution}
    return MapData((), attribution=words, licence=source.licence, web=source)


def address_of(source: WebSource, zoom: int, column: int, row: int) -> str:
    """Where one picture is."""
    address = source.address.replace("{z}", str(zoom))
    return address.replace("{x}", str(column)).replace("{y}", str(row))


def _host(address: str) -> str:
    """The server in an address that may be called; WalkshopError for any other."""
    if len(address) > ADDRESS_AT_MOST:
        raise _refused(msg("This address is too long."), f"{len(address)} characters")
    if set(_FIELD.findall(address)) != _FIELDS or set("{}") & set(_FIELD.sub("", address)):
        raise _refused(
            msg("This address must hold {fields} and no other braces.", fields="{z} {x} {y}")
        )
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError as why:
        raise _refused(msg("This is not an address of a map."), str(why)) from why
    if parts.scheme not in {"http", "https"} or not host or not _PRINTABLE.fullmatch(address):
        raise _refused(msg("This is not an address of a map."))
    if "@" in parts.netloc:
        raise _refused(msg("An address may not hold a name or password."))
    if _FIELD.search(parts.netloc):
        raise _refused(msg("This is not an address of a map."), "fields in the server's name")
    return host


def _refused(why: Text, detail: str = "") -> WalkshopError:
    hint = msg("Write it like {example}.", example="https://example.org/{z}/{x}/{y}.png")
    return WalkshopError(why, hint, detail)


def _source(raw: dict[str, Any]) -> WebSource:  # Any: JSON of our own, checked by the tests
    bounds = Bounds(*raw["bounds"]) if raw["bounds"] else None
    return WebSource(**{**raw, "bounds": bounds})
