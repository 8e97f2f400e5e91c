"""A map printed without colour still tells all kinds and themes apart, as it lies on the table."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pypdfium2
import pytest

from tests.services.output.conftest import request_of
from tests.services.output.sample import bare
from walkshop.domain.geo import LonLat
from walkshop.domain.records import Kind, Note, NoteId, Point, Walk
from walkshop.services.basemap.data import MapData
from walkshop.services.output import export
from walkshop.services.themes import DEFAULT_SET, theme_set
from walkshop.ui.map.printing import Painters

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.slow]
Grey = npt.NDArray[np.int16]

KINDS = (Kind.ASSET, Kind.CONCERN, Kind.OPPORTUNITY, Kind.IDEA)
DOTS = 300
"""To the inch: what office printers do."""

SEEN = 32
"""Grey levels of 255 that are seen apart side by side."""

APART_MM2 = 0.25
"""Paper that differs at least: a stroke of 1 mm, as wide as those of the letters in pins."""

ALIKE_MM2 = 0.05
"""How much two pins alike may differ, as they fall otherwise on the pixels of the paper."""


def walk_of_all_signs() -> Walk:
    """A note of each kind and theme, each alone on plain land; the last two are alike."""
    looks = [(theme.id, kind) for kind in KINDS for theme in theme_set(DEFAULT_SET).themes]
    looks.append(looks[-1])
    notes = [
        Note(
            id=NoteId(f"n{nr}"), nr=101 + nr, text="x", theme=theme, kind=kind,
            place=Point(LonLat(4.485 + nr % 12 * 0.001, 51.927 + nr // 12 * 0.0008)),
        )
        for nr, (theme, kind) in enumerate(looks)
    ]  # fmt: skip
    return bare().having(*notes)


def printed(folder: Path, look: str) -> Path:
    made = Painters(bare(), None)
    made.data = MapData(())
    ask = request_of(
        walk_of_all_signs(), folder / "map.pdf", what="map", paper="a3", look=look,
        paint_svg=made.svg, names_on=made.names, map_source="x", map_notice="",
    )  # fmt: skip
    return export(ask).path


def pins_on(pdf: Path) -> Mapping[int, Grey]:
    """Each pin of the map as grey pixels, found left of its number."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    picture = page.render(scale=DOTS / 72, grayscale=True).to_numpy().squeeze().astype(np.int16)
    text = page.get_textpage()
    words, high = str(text.get_text_range()), page.get_height()
    found: dict[int, Grey] = {}
    for hit in re.finditer(r"\b1(?!00)\d\d\b", words):
        left, low, _, top = text.get_charbox(hit.start())
        if 0.05 < left / page.get_width() < 0.6 and int(hit[0]) not in found:
            x, y = left * DOTS / 72, (high - (low + top) / 2) * DOTS / 72
            half = round(15 / 96 * DOTS)
            middle = x - (4 + 11.8) / 96 * DOTS
            row, column = round(y) - half, round(middle) - half
            found[int(hit[0])] = picture[row : row + 2 * half, column : column + 2 * half]
    text.close()
    page.close()
    document.close()
    return found


def apart(one: Grey, other: Grey) -> float:
    """mm2 of paper in which two pins are seen to differ, laid on each other as well as can be."""
    shifts = [(dy, dx) for dy in range(1, 6) for dx in range(1, 6)]
    least = min(
        max(_beyond(one, other, (dy, dx)), _beyond(other, one, (6 - dy, 6 - dx)))
        for dy, dx in shifts
    )
    return float(least * (25.4 / DOTS) ** 2)


def _beyond(one: Grey, other: Grey, at: tuple[int, int]) -> int:
    """How many px of `one` are unlike all px of `other` around the same spot.

    Edges fall differently on the pixels of each pin: that is no difference.
    """
    inner = one[3:-3, 3:-3]
    high, wide = inner.shape
    near = np.stack(
        [
            other[at[0] + dy : at[0] + dy + high, at[1] + dx : at[1] + dx + wide]
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
        ]
    )
    unlike = np.maximum(near.min(axis=0) - inner, inner - near.max(axis=0))
    return int((unlike >= SEEN).sum())


@pytest.mark.parametrize("look", ["colour", "black_white"])
def test_every_kind_and_theme_on_a_printed_sheet_differs_in_grey(tmp_path: Path, look: str) -> None:
    pins = dict(pins_on(printed(tmp_path, look)))
    count = len(KINDS) * len(theme_set(DEFAULT_SET).themes)
    assert sorted(pins) == list(range(101, 102 + count))
    twin = pins.pop(101 + count)
    assert apart(pins[100 + count], twin) <= ALIKE_MM2
    nearest = min((apart(pins[a], pins[b]), a, b) for a, b in itertools.combinations(pins, 2))
    assert nearest[0] >= APART_MM2, nearest
