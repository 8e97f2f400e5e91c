"""The walk file: a GeoPackage that is never behind.

`create` makes one, `open_walk` opens one for work (a journal for the store), `read_walk` reads
one for work that changes nothing, `check` looks one through. While a file is open for work,
nothing else in the program may open it, not even to copy or hash it: closing any handle of a
file drops the locks that protect it. `WalkFile.backup_to` makes a copy for other libraries.
"""

from walkshop.services.gpkg.check import CheckReport, check, read_walk
from walkshop.services.gpkg.create import create
from walkshop.services.gpkg.vet import is_walk
from walkshop.services.gpkg.walkfile import Deliver, DirectDelivery, WalkFile, open_walk
from walkshop.services.gpkg.writer import Answers

__all__ = [
    "Answers",
    "CheckReport",
    "Deliver",
    "DirectDelivery",
    "WalkFile",
    "check",
    "create",
    "is_walk",
    "open_walk",
    "read_walk",
]
