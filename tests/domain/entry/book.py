"""The walk of the table: seven stops, eleven duos, 22 participants, notes 1 to 62."""

from __future__ import annotations

from walkshop.domain.entry import EntryBook, Street
from walkshop.domain.geo import LonLat
from walkshop.services.themes import theme_set

STOPS = (
    "Goudseplein",
    "Generaal van der Heijdenplein",
    "Boezemsingel",
    "Crooswijkseweg",
    "Schuttersveld",
    "Marnixplein",
    "De Nieuwe Branding",
)
STREETS = ("Crooswijksestraat", "Crooswijksesingel", "Boezemsingel", "Boezemweg", "Goudse Rijweg")


def a_book() -> EntryBook:
    """What exists in that walk."""
    return EntryBook(
        themes=theme_set("walkshop-17"),
        notes=frozenset(range(1, 63)),
        stops=dict(enumerate(STOPS, 1)),
        duos=tuple(f"d{nr}" for nr in range(1, 12)),
        participants=tuple(f"P{nr:02}" for nr in range(1, 23)),
        streets=tuple(Street(name, LonLat(4.49, 51.93)) for name in STREETS),
    )
