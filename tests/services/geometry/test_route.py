"""A route from the file of a phone: the longest line, without the noise of the receiver."""

from __future__ import annotations

from pathlib import Path

import pytest

from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.services.geometry.route import read_route, smoothed

HEAD = '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="t">'


def gpx(folder: Path, *lines: list[LonLat]) -> Path:
    def points(line: list[LonLat]) -> str:
        return "".join(f'<trkpt lat="{at.lat}" lon="{at.lon}"/>' for at in line)

    tracks = "".join(f"<trk><trkseg>{points(line)}</trkseg></trk>" for line in lines)
    path = folder / "walk.gpx"
    path.write_text(f"{HEAD}{tracks}</gpx>", encoding="utf-8")
    return path


def test_the_longest_line_is_the_route(tmp_path: Path) -> None:
    short = [LonLat(4.48, 51.92), LonLat(4.481, 51.92)]
    long = [LonLat(4.48, 51.92), LonLat(4.48, 51.93), LonLat(4.49, 51.93)]
    found = read_route(gpx(tmp_path, short, long))
    assert [(round(at.lon, 7), round(at.lat, 7)) for at in found] == long


def test_a_straight_street_walked_with_a_shaking_receiver_has_two_corners() -> None:
    shaky = tuple(LonLat(4.48 + n * 1e-5, 51.92 + (n % 2) * 1e-5) for n in range(200))
    found = smoothed(shaky)
    assert len(found) == 2
    assert smoothed(shaky[:2]) == shaky[:2]


def test_a_file_without_a_line_is_refused_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(WalkshopError, match="no line") as refused:
        read_route(gpx(tmp_path))
    assert refused.value.hint is not None
