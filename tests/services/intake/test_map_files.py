"""Every real map file that people may bring: read with these counts, or refused in a sentence."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from tests.domain.builders import STAMP, a_walk
from walkshop.domain.edits.intake import bring_in
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import NotYet
from walkshop.services.intake import AS_NAMED, Proposal, propose

pytestmark = pytest.mark.slow

FOLDERS = ("gpxpy", "togeojson", "giscore_kml", "umap", "qfield")
GEOJSON_OF = ("kobo", "odk")
NO_MAPS = {".md", ".txt", ""}

READ = {
    # file: notes, of which placed, and tracks
    "gpxpy/Mojstrovka.gpx": (0, 0, 1),
    "gpxpy/cerknicko-jezero-no-creator.gpx": (7, 7, 7),
    "gpxpy/cerknicko-jezero-without-elevations.gpx": (7, 7, 7),
    "gpxpy/cerknicko-without-times.gpx": (7, 7, 7),
    "gpxpy/gpx1.1_with_all_fields.gpx": (2, 2, 2),
    "gpxpy/gpx1.1_with_extensions_without_namespaces.gpx": (1, 1, 0),
    "gpxpy/korita-zbevnica.gpx": (2, 2, 3),
    "gpxpy/track-with-empty-segment.gpx": (0, 0, 1),
    "gpxpy/track-with-less-sec-time.gpx": (0, 0, 1),
    "gpxpy/track_with_dilution_errors.gpx": (1, 1, 0),
    "gpxpy/unicode.gpx": (6, 6, 0),
    "gpxpy/unicode_with_bom.gpx": (1, 1, 0),
    "togeojson/Friday-Evening-Run.gpx": (0, 0, 1),
    "togeojson/addresses.kml": (13, 5, 2),
    "togeojson/bad.gpx": (2, 0, 0),
    "togeojson/cdata.kml": (1, 1, 0),
    "togeojson/garmin_extensions.gpx": (2, 2, 2),
    "togeojson/gxmultitrack.kml": (2, 2, 2),
    "togeojson/inline_style.kml": (3, 3, 0),
    "togeojson/linear_ring.kml": (1, 1, 0),
    "togeojson/literal_color.kml": (1, 1, 0),
    "togeojson/missing_hr.gpx": (0, 0, 1),
    "togeojson/multigeometry_discrete.kml": (1, 1, 0),
    "togeojson/multitrack.kml": (2, 2, 1),
    "togeojson/nogeomplacemark.kml": (1, 0, 0),
    "togeojson/noname.kml": (1, 1, 0),
    "togeojson/north_core.gpx": (0, 0, 10),
    "togeojson/opacity_override.kml": (1, 1, 0),
    "togeojson/osm.gpx": (0, 0, 2),
    "togeojson/point_extra_coordinates.kml": (1, 1, 0),
    "togeojson/polygon.kml": (1, 1, 0),
    "togeojson/run_gpxtpx.gpx": (0, 0, 1),
    "togeojson/selfclosing.kml": (1, 0, 0),
    "togeojson/style.gpx": (0, 0, 21),
    "togeojson/style.kml": (3, 3, 0),
    "togeojson/styles.kml": (2, 2, 0),
    "togeojson/twopoints.kml": (2, 2, 0),
    "togeojson/wpt.gpx": (40, 40, 0),
    "giscore_kml/FolderSharedStyle.kml": (1, 1, 0),
    "giscore_kml/badAtom.kml": (1, 1, 0),
    "giscore_kml/badPolygon.kml": (3, 3, 0),
    "giscore_kml/balloon-image-rel.kmz": (1, 1, 0),
    "giscore_kml/content.kmz": (2, 1, 0),
    "giscore_kml/dupids.kmz": (4, 4, 0),
    "giscore_kml/multiLevelNetworkLinks.kmz": (1, 1, 0),
    "giscore_kml/police.kml": (1, 1, 0),
    "giscore_kml/time-stamp-point.kmz": (361, 361, 0),
    "umap/categorized_highway.geojson": (32, 32, 0),
    "umap/display_on_load.umap": (2, 2, 0),
    "umap/test_upload_data.gpx": (1, 1, 1),
    "umap/test_upload_data.kml": (3, 3, 0),
    "umap/test_upload_data_with_iconurl.umap": (2, 2, 0),
    "umap/test_upload_non_linear_ring.json": (1, 1, 0),
    "qfield/bees.gpkg": (4, 4, 1),
    "qfield/notes.gpkg": (1, 1, 0),
    "qfield/projection_dataset.gpkg": (15, 15, 0),
    "kobo/all_geo_types_labels.geojson": (7, 7, 0),
    "kobo/all_geo_types_xml.geojson": (7, 7, 0),
    "odk/Rollinsville.geojson": (1, 1, 0),
    "odk/osm_buildings.geojson": (255, 255, 0),
}

REFUSED = {
    "gpxpy/default_schema_locations.gpx": "There are no places in",
    "gpxpy/gpx-with-node-with-comments.gpx": "There are no places in",
    "togeojson/empty_ele.gpx": "There are no places in",
    "togeojson/ground_overlay.kml": "There are no places in",
    "togeojson/trek_no_rtept.gpx": "There are no places in",
    "umap/remote_data.umap": "There are no places in",
    "umap/test_import_osm_relation.json": "is OpenStreetMap data, not a list of places",
    "umap/test_upload_data_osm.json": "is OpenStreetMap data, not a list of places",
    "umap/test_upload_georss.xml": "is of a kind that cannot be read",
    "kobo/grouped_translated_labels.geojson": "There are no places in",
    "kobo/grouped_translated_xml.geojson": "There are no places in",
    "kobo/media_types_labels.geojson": "There are no places in",
    "kobo/media_types_xml.geojson": "There are no places in",
}

_ids = count(1)


def proposed(path: Path) -> Proposal:
    return propose(path, a_walk(), AS_NAMED, lambda: f"id {next(_ids)}")


@pytest.mark.parametrize("name", READ)
def test_a_real_file_is_read_with_nothing_lost(shared_data, name):
    proposal = proposed(shared_data / "imports" / name)
    placed = sum(not isinstance(row.place, NotYet) for row in proposal.rows)
    assert (len(proposal.rows), placed, len(proposal.tracks)) == READ[name]
    assert all(row.text for row in proposal.rows)
    assert all(len(set(track.along)) > 1 for track in proposal.tracks)


@pytest.mark.parametrize("name", REFUSED)
def test_a_real_file_without_places_is_refused_in_a_sentence(shared_data, name):
    with pytest.raises(WalkshopError, match=REFUSED[name]):
        proposed(shared_data / "imports" / name)


@pytest.mark.parametrize("name", READ)
def test_a_real_file_twice_brings_nothing_twice(shared_data, name):
    path = shared_data / "imports" / name
    once = bring_in(a_walk(), proposed(path).rows, STAMP)
    again = bring_in(once.walk, proposed(path).rows, STAMP)
    assert (again.added, again.changed, again.duplicates) == ((), (), len(once.added))


def test_every_real_file_is_in_the_lists_above(shared_data):
    folder = shared_data / "imports"
    there = {path for name in FOLDERS for path in (folder / name).iterdir()}
    there |= {path for name in GEOJSON_OF for path in (folder / name).glob("*.geojson")}
    named = {f"{path.parent.name}/{path.name}" for path in there if path.suffix not in NO_MAPS}
    assert named == {*READ, *REFUSED}


def test_seventeen_thousand_streets_are_read(shared_data):
    path = shared_data / "basemaps" / "crooswijk" / "streets_rotterdam_17k.gpkg"
    proposal = proposed(path)
    assert len(proposal.rows) == 16_994
    assert not any(isinstance(row.place, NotYet) for row in proposal.rows)
