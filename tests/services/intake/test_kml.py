"""KML and KMZ, with the balloons, folders and links that map programs write."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image

from tests.domain.builders import a_walk
from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Area, Line, NotYet, Point
from walkshop.i18n import language

POINT = "<Point><coordinates>4.49, 51.93, 0</coordinates></Point>"
RING = "4.49,51.93 4.50,51.93 4.50,51.94 4.49,51.93"


def kml(body: str) -> str:
    return f'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2">{body}</kml>'


def placemark(inside: str, name: str = "Bank") -> str:
    return f"<Placemark><name>{name}</name>{inside}</Placemark>"


def kmz(files: dict[str, bytes | str]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()


def a_photo() -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (40, 30), "green").save(made, "JPEG")
    return made.getvalue()


def test_points_lines_and_areas_are_places(read):
    line = "<LineString><coordinates>4.49,51.93 4.50,51.94</coordinates></LineString>"
    area = f"<Polygon><outerBoundaryIs><LinearRing><coordinates>{RING}</coordinates></LinearRing>"
    body = placemark(POINT) + placemark(line) + placemark(f"{area}</outerBoundaryIs></Polygon>")
    point, along, inside = (row.place for row in read(kml(body), name="map.kml").rows)
    assert point == Point(LonLat(4.49, 51.93))
    assert along == Line((LonLat(4.49, 51.93), LonLat(4.50, 51.94)))
    assert inside == Area((LonLat(4.49, 51.93), LonLat(4.50, 51.93), LonLat(4.50, 51.94)))


def test_a_balloon_becomes_plain_words(read):
    html = "<![CDATA[<b>Kapot</b><br>al weken &amp; <i>vies</i><script>alert(1)</script>]]>"
    body = placemark(f"<description>{html}</description>{POINT}")
    assert read(kml(body), name="map.kml").rows[0].text == "Bank\nKapot\nal weken & vies"


def test_attributes_are_read_by_their_names_and_others_kept(read):
    data = (
        '<ExtendedData><Data name="duo"><value>C</value></Data><SchemaData>'
        '<SimpleData name="thema">sport</SimpleData><SimpleData name="kleur">rood</SimpleData>'
        "</SchemaData></ExtendedData>"
    )
    (row,) = read(kml(placemark(data + POINT)), name="map.kml").rows
    assert (row.duo, row.theme, row.extra) == ("C", "sport", (("kleur", "rood"),))


def test_a_folder_called_by_a_theme_says_the_theme(read):
    folders = [f"<Folder><name>{name}</name>{placemark(POINT)}</Folder>" for name in ("Sport", "X")]
    sport, other = read(kml(f"<Document>{''.join(folders)}</Document>"), name="map.kml").rows
    assert (sport.theme, other.theme) == ("sport", None)
    assert other.extra == (("layer", "X"),)


def test_a_folder_of_stops_holds_stops(read):
    body = f"<Folder><name>Stopplekken</name>{placemark(POINT, 'Plein')}</Folder>"
    (stop,) = read(kml(body), name="map.kml").stops
    assert (stop.nr, stop.name) == (0, "Plein")


def test_a_track_of_google_has_its_times(read):
    track = (
        "<gx:Track><when>2027-03-08T10:00:00Z</when><when>2027-03-08T10:01:00Z</when>"
        "<gx:coord>4.49 51.93 0</gx:coord><gx:coord>4.50 51.94 0</gx:coord></gx:Track>"
    )
    proposal = read(kml(placemark(track)), name="map.kml")
    assert proposal.rows == ()
    assert [len(one.times) for one in proposal.tracks] == [2]


def test_what_lies_in_the_network_is_not_fetched_and_said(read):
    link = "<NetworkLink><name>Meer</name><Link><href>http://127.0.0.1/x.kml</href></Link>"
    image = '<description><![CDATA[<img src="//127.0.0.1/a.jpg">]]></description>'
    proposal = read(kml(f"{link}</NetworkLink>{placemark(image + POINT)}"), name="map.kml")
    assert "Link “Meer”: not fetched: nothing is loaded from elsewhere" in said(proposal)
    assert "Picture “//127.0.0.1/a.jpg”: not fetched: nothing is loaded from elsewhere" in said(
        proposal
    )


def test_a_file_that_only_points_elsewhere_says_so(read):
    link = "<NetworkLink><Link><href>https://example.org/x.kml</href></Link></NetworkLink>"
    with pytest.raises(WalkshopError, match="It only points at files elsewhere"):
        read(kml(link), name="map.kml")


def test_broken_and_missing_shapes_are_not_placed(read):
    nowhere = "<Point><coordinates>no,no</coordinates></Point>"
    empty = "<LineString><coordinates/></LineString>"
    rows = read(kml(placemark(nowhere) + placemark(empty) + placemark(POINT)), name="m.kml").rows
    assert [type(row.place) for row in rows] == [NotYet, NotYet, Point]


def test_a_picture_in_the_archive_becomes_a_photo_of_its_note(read):
    balloon = '<description><![CDATA[<img src="../foto/bank.jpg">]]></description>'
    files = {"kml/doc.kml": kml(placemark(balloon + POINT)), "foto/bank.jpg": a_photo()}
    proposal = read(kmz(files), name="map.kmz")
    (photo,) = proposal.photos
    assert photo.note == proposal.rows[0].id
    assert (photo.photo.width_px, photo.photo.original_name) == (40, "bank.jpg")


@pytest.mark.parametrize("source", ["../../etc/passwd.jpg", "/etc/hostname.jpg", "gone.jpg"])
def test_a_picture_outside_the_archive_is_not_read(read, source):
    balloon = f'<description><![CDATA[<img src="{source}">]]></description>'
    proposal = read(kmz({"doc.kml": kml(placemark(balloon + POINT))}), name="map.kmz")
    assert proposal.photos == ()
    assert any("not found beside the file" in line for line in said(proposal))


def test_documents_that_link_to_each_other_are_each_read_once(read):
    link = "<NetworkLink><Link><href>{}</href></Link></NetworkLink>"
    files = {
        "doc.kml": kml(link.format("more/b.kml") + placemark(POINT, "A")),
        "more/b.kml": kml(link.format("../doc.kml") + placemark(POINT, "B")),
    }
    assert [row.text for row in read(kmz(files), name="map.kmz").rows] == ["A", "B"]


def test_exchanged_numbers_are_offered_and_turned_only_when_said(read):
    body = kml(placemark("<Point><coordinates>51.93,4.49</coordinates></Point>"))
    proposal = read(body, name="map.kml")
    assert isinstance(proposal.rows[0].place, NotYet)
    assert any("north and east may be exchanged" in line for line in said(proposal))
    turned = read(body, a_walk(), {"geometry": "exchanged"}, name="map.kml")
    assert turned.rows[0].place == Point(LonLat(4.49, 51.93))


def test_the_failure_of_an_archive_without_a_map_is_a_sentence(read):
    for raw in (kmz({"a.txt": "x"}), b"PK\x03\x04 not a zip", kmz({"doc.kml": "<kml><"})):
        with pytest.raises(WalkshopError) as failure:
            read(raw, name="map.kmz")
        assert language("nl").say(failure.value.message)
