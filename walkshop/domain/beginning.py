"""How a walk begins: with a title, a language and a theme set, and nothing else."""

from __future__ import annotations

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import About, AreaId, Neighbourhood, Stamp, Walk, born
from walkshop.i18n import msg


def new_walk(about: About, area: AreaId, stamp: Stamp) -> Walk:
    """An empty walk.

    Raises:
        WalkshopError: it has no title.
    """
    if not about.title.strip():
        raise WalkshopError(msg("A walk needs a title."))
    return Walk(about=born(about, stamp), area=born(Neighbourhood(id=area), stamp))
