"""Files made to fill or hang a machine are refused within ten seconds and two gigabytes."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
ENTITY = "<!DOCTYPE k [{}]><{kind}><{item}><name>&{name};</name></{item}></{kind}>"

READ = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (2 << 30, 2 << 30))
from pathlib import Path
from tests.domain.builders import a_walk
from walkshop.domain.errors import WalkshopError
from walkshop.services.intake import AS_NAMED, propose
try:
    propose(Path(sys.argv[1]), a_walk(), AS_NAMED, lambda: "id")
    print("read")
except WalkshopError as failure:
    print("refused", ascii(str(failure)))
"""


def outcome(path: Path, content: bytes) -> str:
    """What came of reading a file in a process of its own, with 2 GB and 10 s."""
    path.write_bytes(content)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        capture_output=True,
        text=True,
        timeout=10,
        check=True,
    )
    return done.stdout


def packed(*files: tuple[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files:
            archive.writestr(name, content)
    return held.getvalue()


@pytest.mark.slow
@pytest.mark.parametrize(("name", "item"), [("a.gpx", "wpt"), ("a.kml", "Placemark")])
@pytest.mark.parametrize(
    ("declared", "used"),
    [(LAUGHS, "l9"), ('<!ENTITY x SYSTEM "file:///etc/hostname">', "x")],
)
def test_entities_are_never_expanded(tmp_path, name, item, declared, used):
    kind = name[2:]
    xml = ENTITY.format(declared, kind=kind, item=item, name=used)
    assert "made to do harm" in outcome(tmp_path / name, xml.encode())


@pytest.mark.slow
def test_xml_nested_without_end_is_refused(tmp_path):
    deep = b"<kml>" + b"<Folder>" * 1_000_000
    assert "made to do harm" in outcome(tmp_path / "a.kml", deep)
    inside = b"<kml><Placemark>" + b"<MultiGeometry>" * 1_000_000
    assert "made to do harm" in outcome(tmp_path / "b.kml", inside)


@pytest.mark.slow
def test_an_archive_that_unpacks_to_a_disk_full_is_refused(tmp_path):
    zeros = packed(("doc.kml", b"<kml/>"), ("a.jpg", bytes(300_000_000)))
    assert "unpacks to more" in outcome(tmp_path / "a.kmz", zeros)
    many = packed(*((f"{n}.kml", b"<kml/>") for n in range(1_500)))
    assert "unpacks to more" in outcome(tmp_path / "b.kmz", many)


@pytest.mark.slow
def test_an_archive_that_lies_about_its_size_is_refused(tmp_path):
    kml = b"<kml>" + b" " * 5_000_000 + b"</kml>"
    raw = bytearray(packed(("doc.kml", kml)))
    size, small = len(kml).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    lying = bytes(raw.replace(size, small))
    assert zlib.crc32(lying) != zlib.crc32(raw)
    assert "refused" in outcome(tmp_path / "a.kmz", lying)


@pytest.mark.slow
def test_json_without_end_is_refused(tmp_path):
    assert "refused" in outcome(tmp_path / "a.json", b'{"a":' * 5_000_000)
    assert "larger than" in outcome(tmp_path / "b.geojson", b" " * 60_000_000 + b"{}")
    many = [{"type": "Feature"}] * 150_000
    text = json.dumps({"type": "FeatureCollection", "features": many}).encode()
    assert "has more than 100,000 places" in outcome(tmp_path / "c.geojson", text)


@pytest.mark.slow
def test_another_kind_of_file_behind_a_gis_name_is_never_opened(tmp_path):
    lure = b"<OGRVRTDataSource><OGRVRTLayer name='x'><SrcDataSource>/vsicurl/http://127.0.0.1/"
    assert "damaged" in outcome(tmp_path / "a.shp", lure)
    assert "damaged" in outcome(tmp_path / "a.fgb", b"fgb\x03fgb\x00" + lure)
