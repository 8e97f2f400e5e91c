"""Finds the CRS that a file names, in any of the ways in which files name one."""

from __future__ import annotations

import re
from functools import lru_cache

from walkshop.services.geometry.crs import WGS84

_CODE = re.compile(r"(?:EPSG|epsg)[:/]+(?:[\d.]*[:/]+)?(\d{3,6})")
_LONGEST = 20_000
_DEGREES = frozenset({4326, 4979, 4937, 4258})
"""WGS84 in two and three dimensions, and ETRS89, which lies within a metre of it in Europe."""


@lru_cache(maxsize=64)
def named_crs(name: str) -> str:
    """A CRS by code or by its whole text (WKT), for `from_local`; empty for one nobody knows.

    CRS84 and its likes are WGS84; a CRS of 2 and one of 3 dimensions are the same here.
    """
    from pyproj import CRS
    from pyproj.exceptions import CRSError

    if "CRS84" in name[:100].upper():
        return WGS84
    code = _CODE.search(name) if len(name) < 100 else None  # a WKT names many codes
    wanted = f"EPSG:{code.group(1)}" if code else name
    if code and int(code.group(1)) in _DEGREES:
        return WGS84
    if not code and ("[" not in wanted or len(wanted) > _LONGEST):
        return ""
    try:
        crs = CRS.from_user_input(wanted)
    except CRSError:
        return ""
    epsg = crs.to_epsg(min_confidence=90)
    return (WGS84 if epsg in _DEGREES else f"EPSG:{epsg}") if epsg else wanted
