"""Where the things of a map lie: one box around each, worked out for all of them at once."""

from __future__ import annotations

from itertools import chain

import numpy as np
import numpy.typing as npt

from walkshop.services.basemap.data import MapData
from walkshop.services.basemap.once import once_per_map

Boxes = npt.NDArray[np.float64]
"""A row for each feature: min x, min y, max x, max y in EPSG:3857 metres."""


@once_per_map
def boxes_of(data: MapData) -> Boxes:
    """The boxes around a map's features, in their order (n by 4); do not change what you get.

    The same as `Feature.box` of each: of 30,000 features it takes a tenth of the time.
    """
    features = data.features
    if not features:
        return np.zeros((0, 4))
    sizes = np.fromiter((sum(map(len, feature.parts)) for feature in features), np.intp)
    corners = chain.from_iterable(chain.from_iterable(feature.parts for feature in features))
    flat = np.fromiter(chain.from_iterable(corners), np.float64, 2 * int(sizes.sum()))
    flat = flat.reshape(-1, 2)
    starts = np.cumsum(sizes) - sizes
    return np.concatenate(
        [np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)], axis=1
    )
