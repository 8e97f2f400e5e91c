"""GPX with the liberties that devices take."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Kind, NotYet, Point

HEAD = '<?xml version="1.0"?><gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">'
WALKED = (
    '<trk><name>Ronde</name><trkseg><trkpt lat="51.93" lon="4.49"><time>2027-03-08T10:00:00Z</time>'
    '</trkpt></trkseg><trkseg/><trkseg><trkpt lat="51.931" lon="4.491">'
    "<time>2027-03-08T10:05:00.25Z</time></trkpt></trkseg></trk>"
)


def gpx(body: str, head: str = HEAD) -> str:
    return f"{head}{body}</gpx>"


def waypoint(inside: str = "", lat: str = "51.93", lon: str = "4.49") -> str:
    return f'<wpt lat="{lat}" lon="{lon}">{inside}</wpt>'


def test_a_waypoint_is_a_note_in_its_own_words(read):
    body = waypoint("<name>001</name><desc>Te weinig banken</desc><type>zorg</type><sym>Flag</sym>")
    (row,) = read(gpx(body), name="walk.gpx").rows
    assert (row.text, row.kind) == ("Te weinig banken", Kind.CONCERN)
    assert row.place == Point(LonLat(4.49, 51.93))
    assert row.extra == (("name", "001"), ("sym", "Flag"))


def test_a_name_in_words_stands_above_the_description(read):
    body = waypoint("<name>Singel</name><desc>Eenden &amp; afval</desc><cmt>Singel</cmt>")
    (row,) = read(gpx(body), name="walk.gpx").rows
    assert (row.text, row.extra) == ("Singel\nEenden & afval", ())


def test_a_waypoint_called_stop_is_a_stop(read):
    proposal = read(gpx(waypoint("<name>Stop 3: Boezemsingel</name>")), name="walk.gpx")
    (stop,) = proposal.stops
    assert proposal.rows == ()
    assert (stop.nr, stop.name, stop.at) == (3, "Boezemsingel", LonLat(4.49, 51.93))


def test_a_waypoint_with_words_at_a_stop_stays_a_note(read):
    body = waypoint("<name>Stop 3</name><desc>Bank is kapot</desc>")
    proposal = read(gpx(body), name="walk.gpx")
    assert (len(proposal.rows), proposal.stops) == (1, ())


def test_the_stretches_of_a_track_are_one_line_with_its_times(read):
    (track,) = read(gpx(WALKED), name="walk.gpx").tracks
    assert (track.name, len(track.along)) == ("Ronde", 2)
    assert track.times[1] == datetime(2027, 3, 8, 10, 5, 0, 250_000, UTC)


def test_a_track_without_times_has_none_and_a_route_is_a_track(read):
    body = '<rte><rtept lat="51.93" lon="4.49"/><rtept lat="51.94" lon="4.5"/></rte>'
    (track,) = read(gpx(body), name="round.gpx").tracks
    assert (track.name, track.times) == ("round", ())


def test_a_track_of_one_point_is_left_out_and_said(read):
    one = '<trk><name>A</name><trkseg><trkpt lat="51.93" lon="4.49"/></trkseg></trk>'
    proposal = read(gpx(WALKED + one), name="walk.gpx")
    assert len(proposal.tracks) == 1
    assert "Track “A”: left out: no two places in it" in said(proposal)


@pytest.mark.parametrize(
    ("lat", "lon"), [("undefined", "x"), ("0", "0"), ("NaN", "4.4"), ("95", "4")]
)
def test_a_waypoint_that_is_nowhere_keeps_its_words(read, lat, lon):
    body = waypoint("<name>Bank</name>", lat, lon) + waypoint("<name>Boom</name>")
    bank, boom = read(gpx(body), name="walk.gpx").rows
    assert isinstance(bank.place, NotYet)
    assert isinstance(boom.place, Point)


def test_a_file_that_is_cut_off_is_read_up_to_there(read):
    whole = gpx(waypoint("<name>Bank</name>") + WALKED)
    proposal = read(whole[: whole.index("<trkseg/>")].replace("</trkseg>", "", 1), name="walk.gpx")
    assert [row.text for row in proposal.rows] == ["Bank"]
    assert "The file is damaged at line 1: read up to there" in said(proposal)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_order_mark_and_gpx_1_0_without_a_maker_are_fine(read, mark):
    old = gpx(waypoint("<name>Bänk</name>"), '<gpx version="1.0">').encode()
    assert read(mark + old, name="walk.gpx").rows[0].text == "Bänk"


def test_the_encoding_that_a_file_names_is_heeded(read):
    head = '<?xml version="1.0" encoding="iso-8859-9"?><gpx>'
    raw = gpx(waypoint("<name>Çınar ağacı</name>"), head).encode("iso-8859-9")
    assert read(raw, name="walk.gpx").rows[0].text == "Çınar ağacı"


def test_letters_of_windows_in_a_file_that_says_utf8_are_read(read):
    head = '<?xml version="1.0" encoding="utf-8"?><gpx>'
    raw = gpx(waypoint("<name>Café</name>"), head).encode("cp1252")
    assert read(raw, name="walk.gpx").rows[0].text == "Café"


def test_another_kind_of_xml_is_refused(read):
    with pytest.raises(WalkshopError, match="is no GPX file"):
        read("<kml><Placemark/></kml>", name="walk.gpx")


def test_a_file_without_places_is_refused(read):
    with pytest.raises(WalkshopError, match="There are no places in"):
        read(gpx(""), name="walk.gpx")
