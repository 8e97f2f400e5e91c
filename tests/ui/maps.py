"""Maps for tests of the window: files made on the spot, and all that finds and lays them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from tests.services.basemap.mapfiles import feature, geojson
from tests.ui.desks import TestDesk, a_desk
from walkshop.domain.records import Walk
from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.takealong import Pace
from walkshop.services.settings import SettingsFile
from walkshop.ui.desk import Desk
from walkshop.ui.jobs import Jobs
from walkshop.ui.map.laying import MapLaying
from walkshop.ui.map.mapfinder import MapFinder
from walkshop.ui.prepare.basemap import Maps

QUICK = Pace(pause_s=0.0, timeout_s=2.0)
HOUSE = [[4.489, 51.928], [4.4895, 51.928], [4.4895, 51.9283], [4.489, 51.928]]
STREET = [[4.488, 51.927], [4.492, 51.929]]


@dataclass(frozen=True)
class MapDesk:
    """A desk whose ground is found and laid in earnest, in a folder of the test."""

    made: TestDesk
    desk: Desk
    maps: Maps
    jobs: Jobs
    folder: Path

    @property
    def walk(self) -> Walk:
        """The walk as it is now."""
        return self.desk.store.walk

    @property
    def data(self) -> MapData | None:
        """The map that lies under it."""
        return self.desk.ground.data

    @property
    def layers(self) -> set[str]:
        """The layers of that map."""
        return {thing.layer for thing in self.data.features} if self.data else set()


def a_map_desk(
    folder: Path, walk: Walk | None = None, code: str = "en", patience_ms: int = 600
) -> MapDesk:
    """A desk whose walk file would lie in `folder`."""
    made = a_desk(walk, code)
    jobs = Jobs(patience_ms=patience_ms)
    maps = maps_of(made, folder, jobs)
    return MapDesk(made, replace(made.desk, ground=maps.finder.ground), maps, jobs, folder)


def maps_of(made: TestDesk, folder: Path = Path("nowhere"), jobs: Jobs | None = None) -> Maps:
    """What finds and lays the map of a desk."""
    jobs = jobs or Jobs()
    store, path, settings = made.desk.store, folder / "walk.gpkg", SettingsFile(None)
    finder = MapFinder(store, path, jobs, settings)
    laying = MapLaying(store, path, jobs, finder, QUICK)
    return Maps(finder, laying, settings, jobs, path)


def streets(folder: Path, name: str = "streets.geojson") -> Path:
    """A map file with one street, at the walk of `a_desk`."""
    return geojson(folder / name, feature("LineString", STREET, highway="residential"))


def houses(folder: Path, name: str = "houses.geojson") -> Path:
    """A map file with one house, at the walk of `a_desk`."""
    return geojson(folder / name, feature("Polygon", [HOUSE], building="yes"))
