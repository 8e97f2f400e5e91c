"""What can be wrong with a map file, as sentences with a way out."""

from __future__ import annotations

from pathlib import Path

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import Text, msg
from walkshop.services.basemap.kinds import FileKind


def unreadable(path: Path, detail: str = "") -> WalkshopError:
    """Damaged, cut off, or not what its name says."""
    return WalkshopError(
        msg("This map cannot be read. Nothing was changed."),
        msg("Choose another map, or go on without one."),
        f"{path.name}: {detail}" if detail else path.name,
    )


def missing(path: Path) -> WalkshopError:
    """Nothing at this path, or a folder."""
    return WalkshopError(
        msg("There is no file {file}.", file=str(path)), msg("Look at its name and folder.")
    )


def nothing_there(path: Path, detail: str = "") -> WalkshopError:
    """A sound file without a thing that can be drawn."""
    return WalkshopError(
        msg("There is nothing on this map that can be drawn."),
        msg("Choose another map, or go on without one."),
        f"{path.name}: {detail}" if detail else path.name,
    )


def too_large(path: Path, megabytes: int) -> WalkshopError:
    """More than can be read in a minute on a small laptop."""
    return WalkshopError(
        msg("“{name}” is larger than {n} MB.", name=path.name, n=megabytes),
        msg("Cut out your area first, or save it as a GeoPackage."),
    )


def laid_already(path: Path) -> WalkshopError:
    """The map file of the walk itself."""
    return WalkshopError(
        msg("This map lies under the walk already."), msg("Choose another map."), path.name
    )


def no_map(path: Path, kind: FileKind) -> WalkshopError:
    """A file of another kind; says what to do with that."""
    said = _SAID.get(kind)
    if said is not None:
        return WalkshopError(said[0], said[1], path.name)
    return WalkshopError(
        msg("“{name}” is of a kind that cannot be read.", name=path.name),
        msg("Choose a GeoPackage, GeoJSON, .osm.pbf, MBTiles or PMTiles."),
    )


_SAID: dict[FileKind, tuple[Text, Text]] = {
    FileKind.EMPTY: (msg("The file of this map is empty."), msg("Choose another file.")),
    FileKind.PICTURE: (
        msg("This is a picture. It does not say where it lies."),
        msg("Lay it under the walk as a plan with three points."),
    ),
    FileKind.ROUTE: (
        msg("This is a route, not a map."),
        msg("Draw the route on the map of the walk."),
    ),
    FileKind.ZIP: (
        msg("This map is packed in a zip file."),
        msg("Unpack it first. Then choose the map that was in it."),
    ),
    FileKind.WALK: (
        msg("This is a walk, not a map."),
        msg("Open it as a walk, or choose a map."),
    ),
    FileKind.SHAPEFILE_PART: (
        msg("This is only a part of a shapefile."),
        msg("Choose the file that ends in .shp. Keep all parts together."),
    ),
}
