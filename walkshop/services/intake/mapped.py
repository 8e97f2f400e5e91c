"""Reads map files of every kind into proposals: each kind in its own module, all judged alike."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from walkshop.domain.records import Walk
from walkshop.services.intake.features import MapFile, NewId, propose_features
from walkshop.services.intake.gdal_layers import read_gdal
from walkshop.services.intake.geojson import read_geojson
from walkshop.services.intake.geopackage import read_geopackage
from walkshop.services.intake.gpx import read_gpx
from walkshop.services.intake.kml import read_kml
from walkshop.services.intake.kmz import read_kmz
from walkshop.services.intake.proposal import Proposal
from walkshop.services.intake.textfile import read_bytes

Read = Callable[[Path, Walk, Mapping[str, str], NewId], Proposal]


def _read_kml(path: Path) -> MapFile:
    """A KML file; one that was zipped without being called so is read as what it is."""
    raw = read_bytes(path)
    return read_kmz(path) if raw.startswith(b"PK\x03\x04") else read_kml(path, raw)


def _proposing(read: Callable[[Path], MapFile]) -> Read:
    def propose(path: Path, walk: Walk, columns: Mapping[str, str], new_id: NewId) -> Proposal:
        return propose_features(read(path), walk, columns, new_id)

    return propose


from_gpx = _proposing(read_gpx)
from_kml = _proposing(_read_kml)
from_kmz = _proposing(read_kmz)
from_geojson = _proposing(read_geojson)
from_geopackage = _proposing(read_geopackage)
from_gdal = _proposing(read_gdal)
