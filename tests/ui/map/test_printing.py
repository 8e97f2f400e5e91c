"""The printed map as its readers and their programs see it: PDF by the painter of the screen."""

from __future__ import annotations

import io
import math
import random
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray, QDateTime, QIODevice, QUrl
from PySide6.QtGui import QImage
from PySide6.QtNetwork import QNetworkCacheMetaData

from tests.services.output.conftest import request_of
from tests.services.output.sample import crooswijk
from walkshop.domain.geo import Bounds, LonLat, to_mercator
from walkshop.domain.queries.shown import shown_bounds
from walkshop.domain.records import BasemapLink, Walk
from walkshop.files import sample_map
from walkshop.i18n import language
from walkshop.services.basemap.data import Feature, MapData, Shape, WebSource
from walkshop.services.basemap.reading import read_map
from walkshop.services.basemap.sketch import read_sketch
from walkshop.services.basemap.websources import address_of, source_of
from walkshop.services.folders import web_maps_folder
from walkshop.services.output import export
from walkshop.services.output.bounds import fitted
from walkshop.services.output.map_sheet import map_frame
from walkshop.services.output.request import MapPicture, WrittenName
from walkshop.services.output.street_index import Grid
from walkshop.ui.map.printing import Painters
from walkshop.ui.map.tilestore import disk_cache

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.slow]
AREA = Bounds(4.4880, 51.9270, 4.4960, 51.9330)
SVG = "{http://www.w3.org/2000/svg}"


def painters(data: MapData | None, walk: Walk | None = None) -> Painters:
    made = Painters(walk or crooswijk(), None)
    made.data = data
    return made


def bare_map(bounds: Bounds, width: float = 860, height: float = 670) -> MapPicture:
    """A picture with nothing on the map but its own names."""
    area = fitted(bounds, width, height)
    return MapPicture(crooswijk(), "nl", area, width, height, notes=False, stops=False, words=False)


def written(svg: bytes) -> Counter[str]:
    """The texts of a drawing, each as often as it stands there."""
    texts = ("".join(node.itertext()) for node in ET.fromstring(svg).iter(f"{SVG}text"))
    return Counter(" ".join(text.split()) for text in texts if text.strip())


def take(name: str, said: Counter[str]) -> bool:
    """Take a name out of what is written: whole, on two lines, or letter by letter."""
    words = name.split()
    folds = [[" ".join(words)]]
    folds += [[" ".join(words[:at]), " ".join(words[at:])] for at in range(1, len(words))]
    folds.append(list("".join(words)))
    for parts in folds:
        wanted = Counter(parts)
        if all(said[part] >= n for part, n in wanted.items()):
            said.subtract(wanted)
            return True
    return False


def check_names(data: MapData, asked: MapPicture) -> list[WrittenName]:
    """Every name the painter tells of is on the drawing, and nothing else is."""
    made = painters(data)
    names, said = list(made.names(asked)), written(made.svg(asked))
    missing = [name.text for name in names if not take(name.text, said)]
    assert not missing
    assert not +said
    assert all(asked.bounds.contains(name.at) for name in names)
    return names


def sketch() -> MapData:
    return read_sketch(sample_map("sketch", "crooswijk.geojson"))


def test_what_is_drawn_on_the_sketch_is_what_the_painter_tells() -> None:
    assert len(check_names(sketch(), bare_map(AREA))) > 8


@pytest.mark.parametrize("size", [(600, 470), (860, 670), (2400, 1900)])
def test_what_is_drawn_of_a_real_city_is_what_the_painter_tells(
    shared_data: Path, size: tuple[int, int]
) -> None:
    bounds = Bounds(24.936, 60.1640, 24.952, 60.1710)
    data = read_map(shared_data / "basemaps" / "osm_pbf" / "Helsinki.osm.pbf", bounds).data
    assert len(check_names(data, bare_map(bounds, *size))) > 12


def _way(seed: random.Random, name: str) -> Feature:
    """A street from anywhere to anywhere, straight or in a bow."""
    low, high = (to_mercator(LonLat(*at)) for at in ((4.488, 51.927), (4.496, 51.933)))
    x, y = seed.uniform(low.x, high.x), seed.uniform(low.y, high.y)
    turn, long, bow = seed.uniform(0, 7), seed.uniform(80, 700), seed.choice((0.0, 0.3, 1.5))
    corners = []
    for step in range(20):
        corners.append((x, y))
        x += long / 20 * math.cos(turn + bow * step / 20)
        y += long / 20 * math.sin(turn + bow * step / 20)
    return Feature("street", Shape.LINE, (tuple(corners),), name, "residential")


@settings(max_examples=20)
@given(st.integers(0, 10_000), st.integers(0, 25))
def test_what_is_drawn_of_any_map_is_what_the_painter_tells(seed: int, count: int) -> None:
    rng = random.Random(seed)
    words = ("Lange", "Kade", "Singel", "Plein", "IJ", "Øster")
    ways = [_way(rng, " ".join(rng.sample(words, rng.randint(1, 3)))) for _ in range(count)]
    check_names(MapData(tuple(ways)), bare_map(AREA))


def made_pdf(folder: Path, made: Painters, walk: Walk, code: str = "nl", paper: str = "a3") -> Path:
    ask = request_of(
        walk, folder / "map.pdf", code, what="map", paper=paper, names_on=made.names,
        paint_svg=made.svg, map_source="Bron", map_notice="", map_missing=made.missing,
    )  # fmt: skip
    return export(ask).path


def pdftotext(pdf: Path) -> str:
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("no pdftotext on this machine: apt-get install poppler-utils")
    got = subprocess.run([program, "-layout", str(pdf), "-"], capture_output=True, check=True)
    return got.stdout.decode()


@pytest.fixture(scope="module")
def sheet(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made_pdf(tmp_path_factory.mktemp("pdf"), painters(sketch()), crooswijk())


def test_numbers_signs_titles_and_streets_are_found_by_a_search(sheet: Path) -> None:
    words = pdftotext(sheet)
    even = " ".join(words.split())
    assert "Dit zagen en hoorden wij" in even
    assert {str(note.nr) for note in crooswijk().notes.values()} <= set(re.findall(r"\d+", words))
    for sign in ("Fijn", "Moet beter", "Kans", "Idee", "stopplek, met nummer", "Geluid"):
        assert sign in even
    for street in ("Goudse Rijweg", "Boezemsingel", "Warande"):
        assert street in even


@pytest.mark.parametrize("paper", ["a4", "a3", "a0"])
def test_every_name_on_the_map_is_in_its_index_with_its_square(tmp_path: Path, paper: str) -> None:
    made, walk = painters(sketch()), crooswijk()
    asked: list[MapPicture] = []

    def remembering(picture: MapPicture) -> bytes:
        asked.append(picture)
        return Painters._svg(made, picture)

    made.svg = remembering
    even = " ".join(pdftotext(made_pdf(tmp_path, made, walk, paper=paper)).split())
    grid = Grid.over(asked[0].bounds, asked[0].width_px, asked[0].height_px)
    names = made.names(asked[0])
    assert len(names) > 4
    for name in names:
        square = grid.square(name.at)
        assert re.search(rf"{re.escape(name.text)} [^a-z]*{square}\b", even), (name.text, square)


def images(pdf: Path) -> list[tuple[int, int]]:
    with pikepdf.open(io.BytesIO(pdf.read_bytes())) as document:
        streams = [one for one in document.objects if isinstance(one, pikepdf.Stream)]
        return [
            (int(one.Width), int(one.Height))
            for one in streams
            if str(one.get("/Subtype", "")) == "/Image"
        ]


def test_a_map_of_lines_has_no_pixels_on_paper(sheet: Path) -> None:
    assert images(sheet) == []


class Tiles:
    """The same grey picture everywhere."""

    min_zoom, max_zoom, tile_px = 0, 19, 256

    def __init__(self, png: bytes | None) -> None:
        self.png = png

    def tile(self, zoom: int, column: int, row: int) -> bytes | None:
        return self.png


@pytest.fixture(scope="module")
def grey_png(qapp: object) -> bytes:
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(0xFFC0C0C0)
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(store.data())


@pytest.mark.parametrize(("paper", "least"), [("a4", 180), ("a3", 180), ("a0", 100)])
def test_a_map_of_pictures_is_one_picture_of_a_sensible_size(
    tmp_path: Path, grey_png: bytes, paper: str, least: int
) -> None:
    pdf = made_pdf(tmp_path, painters(MapData((), tiles=Tiles(grey_png))), crooswijk(), paper=paper)
    ((wide, high),) = images(pdf)
    dots = wide / (map_frame(paper)[0] / 25.4)
    assert least <= dots <= 200
    assert wide * high <= 16_000_000
    assert pdf.stat().st_size < 4_000_000


def linked(name: str) -> Walk:
    """The sample walk with another map under it."""
    walk = crooswijk()
    return replace(walk, area=replace(walk.area, basemap=BasemapLink(name)))


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("elsewhere.gpkg", "The map was not found: only the outline is shown."),
        ("web:osm", "This web map may not be printed: only the outline is shown."),
        ("web:own", "This web map may not be printed: only the outline is shown."),
        ("web:brt", "This web map was not looked at here yet: only the outline is shown."),
    ],
)
def test_without_its_map_a_sheet_shows_the_outline_and_says_why(
    tmp_path: Path, name: str, sentence: str
) -> None:
    walk = linked(name)
    made = Painters(walk, None)
    assert made.missing is not None
    assert language("en").say(made.missing) == sentence
    pdf = made_pdf(tmp_path, made, walk, "en")
    assert sentence in " ".join(pdftotext(pdf).split())
    assert images(pdf) == []


def look_at(source: WebSource, png: bytes) -> None:
    """Put the picture of the whole world into the store, as a look at the map does."""
    cache = disk_cache(source, web_maps_folder())
    about = QNetworkCacheMetaData()
    about.setUrl(QUrl(address_of(source, max(source.min_zoom, 6), 32, 21)))
    about.setSaveToDisk(True)
    about.setExpirationDate(QDateTime.currentDateTime().addDays(1))
    about.setRawHeaders([(QByteArray(b"Content-Type"), QByteArray(b"image/png"))])
    device = cache.prepare(about)
    assert device is not None
    device.write(png)
    cache.insert(device)


def test_a_web_map_that_was_seen_and_may_be_printed_is_printed(
    tmp_path: Path, grey_png: bytes
) -> None:
    source = source_of("brt-grey")
    assert source is not None
    look_at(source, grey_png)
    walk = linked("web:brt-grey")
    made = Painters(walk, None)
    assert made.missing is None
    assert len(images(made_pdf(tmp_path, made, walk))) == 1


def test_a_walk_without_a_map_is_no_loss() -> None:
    walk = crooswijk()
    assert Painters(replace(walk, area=replace(walk.area, basemap=None)), None).missing is None
    assert shown_bounds(walk) is not None
