"""The map as one page for a browser: no network, no address called, readable without scripts."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, cast

from walkshop.domain.geo import Bounds, LonLat
from walkshop.domain.queries.notes import pin_at
from walkshop.domain.queries.shown import shown_bounds
from walkshop.files import resource
from walkshop.services.output.bounds import fitted
from walkshop.services.output.edition import Edition
from walkshop.services.output.leaflet import leaflet_script, leaflet_style
from walkshop.services.output.page_parts import page_body, page_head
from walkshop.services.output.request import MapPicture, Paint

if TYPE_CHECKING:
    import folium

Json = Mapping[str, object]

LIMIT = 440_000
"""Bytes of a page at most; a lighter picture makes room for many notes."""

_WIDTHS = (1200, 1000, 800, 600)
_SHAPE = 1.4
_MORE_M = 250.0
"""Metres of map beyond what must be seen, so that a wide window is filled too."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """The picture under the pins and the part of the earth (WGS84) that it shows."""

    content: bytes
    bounds: Bounds

    @property
    def url(self) -> str:
        """The picture as an address that is the picture itself."""
        return f"data:{_mime(self.content)};base64,{base64.b64encode(self.content).decode()}"


def page_of(edition: Edition, paint: Paint | None) -> bytes:
    """The page with as good a map under its pins as there is room for."""
    plain = map_page(edition)
    room = (LIMIT - len(plain)) * 3 // 4  # base64 makes four bytes of three
    picture = page_picture(edition, paint, room)
    return map_page(edition, picture) if picture else plain


def page_picture(edition: Edition, paint: Paint | None, room: int) -> PagePicture | None:
    """The map under the pins in at most `room` bytes, if it can be; None where there is none."""
    bounds = shown_bounds(edition.walk)
    if paint is None or bounds is None or not edition.map_words():
        return None
    whole = fitted(bounds.grown(_MORE_M), _SHAPE, 1.0)
    content = b""
    for width in _WIDTHS:
        asked = MapPicture(edition.walk, edition.language.code, whole, width, width / _SHAPE)
        content = paint(replace(asked, notes=False, stops=False, words=False, webp=True))
        if len(content) <= room:
            break
    return PagePicture(content, whole)


def map_page(edition: Edition, picture: PagePicture | None = None) -> bytes:
    """The page as UTF-8; without a picture the outline of the area lies under the pins."""
    folium_html, folium_script = _folium(edition, picture)
    scripts = (
        leaflet_script(),
        resource("templates", "page.js").read_text(encoding="utf-8"),
        folium_script,
    )
    body = page_body(edition, folium_html, with_map=picture is not None)
    style = leaflet_style() + resource("templates", "page.css").read_text(encoding="utf-8")
    tags = "\n".join(f"<script>{script}</script>" for script in scripts)
    return (
        f'<!DOCTYPE html>\n<html lang="{edition.language.code}">\n<head>\n'
        f'<meta charset="utf-8">\n{_policy(scripts)}\n{page_head(edition)}\n'
        f"<style>{style}</style>\n</head>\n<body>\n{body}\n"
        f"{tags}\n</body>\n</html>\n"
    ).encode()


def _policy(scripts: tuple[str, ...]) -> str:
    """Only our own scripts run, and nothing is fetched from anywhere."""
    digests = (base64.b64encode(sha256(script.encode()).digest()) for script in scripts)
    sources = " ".join(f"'sha256-{digest.decode()}'" for digest in digests)
    rules = (
        f"default-src 'none'; script-src {sources}; style-src 'unsafe-inline'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{rules}">'


def _folium(edition: Edition, picture: PagePicture | None) -> tuple[str, str]:
    """The map's element and its script; no word of people is in either."""
    import folium

    bounds = shown_bounds(edition.walk)
    centre = bounds.centre if bounds else LonLat(0, 0)
    page_map = folium.Map(
        location=(centre.lat, centre.lon), tiles=None, zoom_control=False, max_zoom=20
    )
    page_map.default_js, page_map.default_css = [], []
    if picture:
        corners = _corners(picture.bounds)
        folium.raster_layers.ImageOverlay(picture.url, corners, pixelated=False).add_to(page_map)
    _lines(edition, outlined=picture is None).add_to(page_map)
    _markers(_stops(edition), "walkStop").add_to(page_map)
    notes = _markers(_notes(edition), "walkPin").add_to(page_map)
    figure = cast("folium.Figure", page_map.get_root())
    figure.render()
    box = _corners(bounds) if bounds else "null"
    call = f"walkPage({page_map.get_name()}, {notes.get_name()}, {box});"
    return figure.html.render(), figure.script.render() + call


def _lines(edition: Edition, outlined: bool) -> folium.GeoJson:
    """The route over its own white edge; and the area, where no picture shows it."""
    import folium

    route = [
        _line("LineString", [list(at) for at in one.along], {"color": colour, **look})
        for one in edition.walk.routes.values()
        for colour, look in (
            ("#FFFFFF", {"weight": 5, "opacity": 0.8}),
            ("#3E3A98", {"weight": 2, "dashArray": "7 5"}),
        )
    ]
    area = [
        _line("Polygon", [[list(at) for at in ring]], {"color": "#86827A", "weight": 2})
        for ring in edition.walk.area.outlines
        if outlined
    ]
    data = {"type": "FeatureCollection", "features": [*area, *route]}
    return folium.GeoJson(data, interactive=False)


def _line(kind: str, coordinates: object, style: Json) -> Json:
    look = {"fill": kind == "Polygon", "fillOpacity": 0.05, **style}
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": {"style": look}, "geometry": geometry}


def _markers(features: list[Json], marker: str) -> folium.GeoJson:
    """Points that the page's own script draws."""
    import folium

    return folium.GeoJson(
        {"type": "FeatureCollection", "features": features},
        point_to_layer=folium.JsCode(marker),
    )


def _notes(edition: Edition) -> list[Json]:
    placed = ((note.nr, pin_at(edition.walk, note.place)) for note in edition.notes)
    return [_feature(nr, at) for nr, at in placed if at is not None]


def _stops(edition: Edition) -> list[Json]:
    return [_feature(stop.nr, stop.at) for stop in edition.walk.stops.values() if stop.at]


def _feature(nr: int, at: LonLat) -> Json:
    return {
        "type": "Feature",
        "properties": {"nr": nr},
        "geometry": {"type": "Point", "coordinates": [round(at.lon, 6), round(at.lat, 6)]},
    }


def _corners(bounds: Bounds) -> list[list[float]]:
    return [[bounds.south, bounds.west], [bounds.north, bounds.east]]


def _mime(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return "image/webp"
    return "image/jpeg" if content.startswith(b"\xff\xd8") else "image/svg+xml"
