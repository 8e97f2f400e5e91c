"""Keeps what is worked out of a map as long as the map itself: every view of it shares that."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from walkshop.services.basemap.data import MapData

T = TypeVar("T")


def once_per_map(make: Callable[[MapData], T]) -> Callable[[MapData], T]:
    """`make`, called once for each map: a map is compared by identity, and never changes.

    What `make` gives must not hold the map itself: then neither would ever be let go of.
    """
    known: WeakKeyDictionary[MapData, T] = WeakKeyDictionary()

    @wraps(make)
    def once(data: MapData) -> T:
        if data not in known:
            known[data] = make(data)
        return known[data]

    return once
