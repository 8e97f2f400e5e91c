"""What Prepare can change, each as an edit with its label."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

from walkshop.domain.edits import setting
from walkshop.domain.geo import LonLat
from walkshop.domain.records import (
    About,
    Group,
    GroupId,
    Influence,
    Lens,
    LensId,
    Neighbourhood,
    Owner,
    PhotoId,
    Stamp,
    Stop,
    StopId,
    Walk,
)
from walkshop.domain.themes import plain_words
from walkshop.domain.words import area_of
from walkshop.i18n import Text
from walkshop.services.lenses import LensCard, lens_cards
from walkshop.store.store import Edit

AREA_WORDS = ("wijk", "buurt", "dorp", "park", "gebied")
"""The words that a walk may call its area by, as they are kept."""

AboutValue = str | date | time | float | bool | Influence | None
StopValue = str | float | LonLat | Owner | PhotoId | None


def area_word(walk: Walk, word: str) -> Text:
    """How `word` is said."""
    return area_of(replace(walk, area=replace(walk.area, word=word)))


def about_value(about: About, field: str) -> AboutValue:
    """What a field holds; "sender.name" is the name of the sender."""
    part, _, name = field.rpartition(".")
    holder: object = getattr(about, part) if part else about
    found: AboutValue = getattr(holder, name)
    return found


def set_about(field: str, value: AboutValue, stamp: Stamp) -> Edit:
    """Let a field of the walk hold something else."""
    part, _, name = field.rpartition(".")
    # Members of a StrEnum are words too, and stay members.
    kept: dict[str, Any] = {name: value.strip() if type(value) is str else value}

    def edit(walk: Walk) -> Walk:
        about = walk.about
        # Any: the fields of a record are of many types, and this names one of them.
        whole: dict[str, Any] = {part: replace(getattr(about, part), **kept)} if part else kept
        return setting.change_about(walk, replace(about, **whole), stamp)

    return edit


def set_area(field: str, value: str, stamp: Stamp) -> Edit:
    """Let a field of the area hold something else."""
    kept: dict[str, Any] = {field: value.strip()}  # Any: as above
    return lambda walk: setting.change_area(walk, replace(walk.area, **kept), stamp)


def read_area(path: Path, area: Neighbourhood) -> Neighbourhood:
    """The area with every outline in a boundary file, for people to choose from.

    Raises:
        WalkshopError: the file cannot be read as one.
    """
    from walkshop.services.geometry.outline import CHOOSE_AT_MOST, read_outline

    return read_outline(path, area, CHOOSE_AT_MOST)


def outline_area(read: Neighbourhood, stamp: Stamp) -> Edit:
    """Give the area the outline that was read, and the name where it had none."""

    def edit(walk: Walk) -> Walk:
        area = replace(
            walk.area,
            name=walk.area.name or read.name,
            outlines=read.outlines,
            outline_names=read.outline_names,
            outline_source=read.outline_source,
        )
        return setting.change_area(walk, area, stamp)

    return edit


def stops_in_order(walk: Walk) -> list[Stop]:
    """The stops as they are walked."""
    return sorted(walk.stops.values(), key=lambda stop: (stop.order, stop.nr))


def add_stop(stop: Stop, stamp: Stamp) -> Edit:
    """Add a stop at the end of the walk; it gets the next number."""

    def edit(walk: Walk) -> Walk:
        added = setting.add_stops(walk, [stop], stamp)
        last = max((other.order for other in walk.stops.values()), default=0.0)
        fresh = replace(added.stop(stop.id), order=last + 1)
        return added.having(fresh)

    return edit


def set_stop(stop: StopId, field: str, value: StopValue, stamp: Stamp) -> Edit:
    """Let a field of a stop hold something else; its number stays."""
    # Ids and members of a StrEnum are words too, and stay what they are.
    kept: dict[str, Any] = {field: value.strip() if type(value) is str else value}  # Any: above
    return lambda walk: setting.change_stop(walk, replace(walk.stop(stop), **kept), stamp)


def move_stop(stop: Stop, steps: int, stamp: Stamp) -> Edit:
    """Let a stop come later, or earlier."""
    return lambda walk: setting.move_stop(walk, stop, steps, stamp)


def remove_stop(stop: Stop) -> Edit:
    """Take away a stop that nothing hangs on."""
    return lambda walk: setting.remove_stop(walk, stop)


def add_group(group: GroupId, stamp: Stamp) -> Edit:
    """Add a group that has no name yet."""
    return lambda walk: setting.add_groups(walk, [Group(id=group)], stamp)


def set_group(group: GroupId, field: str, value: str | int | None, stamp: Stamp) -> Edit:
    """Let a field of a group hold something else."""
    kept: dict[str, Any] = {field: value.strip() if isinstance(value, str) else value}  # Any: above
    return lambda walk: setting.change_group(walk, replace(walk.groups[group], **kept), stamp)


def remove_group(group: GroupId) -> Edit:
    """Take a group away."""
    return lambda walk: setting.remove_group(walk, group)


def lenses_in_order(walk: Walk) -> list[Lens]:
    """The lenses as they are dealt."""
    return sorted(walk.lenses.values(), key=lambda lens: (lens.order, lens.name))


def cards_left(walk: Walk) -> list[LensCard]:
    """The lens cards that this walk does not use yet."""
    used = {plain_words(lens.name) for lens in walk.lenses.values()}
    return [
        card for card in lens_cards() if not used & {plain_words(n) for n in card.names.values()}
    ]


def lens_of(card: LensCard, key: LensId, walk: Walk) -> Lens:
    """A card as a lens of the walk, in the language of its documents."""
    code = walk.about.language
    return Lens(id=key, name=card.name(code), prompts=card.prompts_in(code))


def add_lenses(lenses: list[Lens], stamp: Stamp) -> Edit:
    """Add lenses after those that are there."""

    def edit(walk: Walk) -> Walk:
        last = max((lens.order for lens in walk.lenses.values()), default=0.0)
        placed = [replace(lens, order=last + n) for n, lens in enumerate(lenses, start=1)]
        return setting.add_lenses(walk, placed, stamp)

    return edit


def set_lens(lens: LensId, field: str, words: str, stamp: Stamp) -> Edit:
    """Let a lens have another name, or other things to look out for, one on each line."""
    lines = tuple(line.strip() for line in words.splitlines() if line.strip())
    kept: dict[str, Any] = {field: lines if field == "prompts" else words.strip()}  # Any: above
    return lambda walk: setting.change_lens(walk, replace(walk.lenses[lens], **kept), stamp)


def remove_lens(lens: LensId) -> Edit:
    """Take away a lens through which nobody looked."""
    return lambda walk: setting.remove_lens(walk, lens)


def without_outline(area: Neighbourhood) -> Neighbourhood:
    """An area whose edge nobody drew."""
    return replace(area, outlines=(), outline_names=(), outline_source="")
