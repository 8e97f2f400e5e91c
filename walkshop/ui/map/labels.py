"""Where names stand on the map: along their streets, clear of pins and of each other.

A layout holds for one zoom; panning moves it along. Plain Python and numpy, tested without a
window.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np

from walkshop.domain.geo import Mercator
from walkshop.ui.map.bends import Letter, bent, letters_of
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.names import Name
from walkshop.ui.map.pinset import Floats
from walkshop.ui.map.spread import Box

STRAIGHT_PX = 4.0
"""A run is straight when it leaves its chord by no more than this."""

REPEAT_PX = 460.0
"""The same name stands again only this far away."""

HEIGHT_PX = 18.0
_STEP_PX = 6.0
_SHORT = 300
_END_PX = 6.0
_LINE_PX = 18.0
_BETWEEN_PX = 8.0
"""Two level names one under the other would read as one."""


Measure = Callable[[str, str], float]
"""Width in px of a text in the lettering of a layer."""


class Label(NamedTuple):
    """A name on the map.

    Args:
        lines: its words, one line under the other.
        layer: decides its lettering.
        at: its middle in EPSG:3857.
        angle: in degrees clockwise on screen.
        letters: of a name on a bend, around the middle; they hold for the zoom of the layout.
    """

    lines: tuple[str, ...]
    layer: str
    at: Mercator
    angle: float = 0.0
    letters: tuple[Letter, ...] = ()

    @property
    def text(self) -> str:
        """The whole name."""
        return " ".join(self.lines)


class _Spot(NamedTuple):
    """A possible middle in px with the angle in degrees."""

    x: float
    y: float
    angle: float


class LabelLayout:
    """Places names one after another; can stop between two names and go on later.

    Args:
        names: the important ones first.
        camera: of the region that names are placed in.
        taken: what names keep clear of, px of that camera.
        measure: how wide a text is.
        seen: the part of the region that is in the window, px; without it all of it.
    """

    def __init__(
        self,
        names: Sequence[Name],
        camera: Camera,
        taken: Sequence[Box],
        measure: Measure,
        seen: Box | None = None,
    ) -> None:
        self.camera = camera
        self._size = (camera.width, camera.height)
        self._seen = seen or Box(0, 0, *self._size)
        self.labels: list[Label] = []
        self._measure = measure
        self._shut = np.array(taken, dtype=np.float64).reshape(-1, 4)
        self._placed: dict[str, list[_Spot]] = {}
        self._waiting = self._work(names)

    def advance(self, go_on: Callable[[], bool] = lambda: True) -> bool:
        """Place names as long as `go_on` says so; True when all had their turn."""
        return not any(not go_on() for _ in self._waiting)

    def _work(self, names: Sequence[Name]) -> Iterator[None]:
        """Places a little at every step."""
        for name in names:
            if not name.lines:
                self._at_place(name)
                yield
                continue
            wide = self._measure(name.text, name.layer)
            for line, box in zip(name.lines, name.boxes, strict=True):
                if self._in_view(box):
                    self._along(name, line, wide)
                    yield

    def _along(self, name: Name, line: Floats, wide: float) -> None:
        on_screen = _screen(line, self.camera)
        placed = [
            self._try((name.text,), name, spot, wide)
            for spot in _runs(on_screen, wide + 2 * _END_PX, self.camera, self._seen)
        ]
        if not any(placed):
            self._on_bend(name, on_screen)

    def _on_bend(self, name: Name, line: Floats) -> None:
        """Letter by letter, where no straight run has room."""
        letters = letters_of(name.text)
        if not letters or self._near_same(name, line):
            return
        ends = itertools.accumulate(letters)
        reach = tuple(self._measure(part, name.layer) for part in ends)
        for x, y, places in bent(line, letters, reach, Box(0, 0, *self._size)):
            if self._try((name.text,), name, _Spot(x, y, 0.0), reach[-1], places):
                return

    def _near_same(self, name: Name, line: Floats) -> bool:
        """Whether the name stands so near already that nowhere on this line there is room."""
        return any(
            (np.hypot(line[:, 0] - other.x, line[:, 1] - other.y) < REPEAT_PX).all()
            for other in self._placed.get(name.text, ())
        )

    def _at_place(self, name: Name) -> None:
        at = self.camera.project(Mercator(*name.at))
        if not (0 <= at.x <= self.camera.width and 0 <= at.y <= self.camera.height):
            return
        lines = self._folded(name)
        wide = max(self._measure(line, name.layer) for line in lines)
        if name.across and wide > 2.0 * name.across / self.camera.resolution:
            return
        for down in (0.0, -0.8 * HEIGHT_PX, 0.8 * HEIGHT_PX, -1.6 * HEIGHT_PX, 1.6 * HEIGHT_PX):
            if self._try(lines, name, _Spot(at.x, at.y + down, 0.0), wide):
                return

    def _in_view(self, box: tuple[float, ...]) -> bool:
        left, low, right, high = self.camera.box
        return box[0] <= right and box[2] >= left and box[1] <= high and box[3] >= low

    def _folded(self, name: Name) -> tuple[str, ...]:
        """The name on two lines when it is wider than what it names."""
        words = name.text.split()
        room = max(name.across / self.camera.resolution, 90.0)
        if len(words) < 2 or self._measure(name.text, name.layer) <= room:
            return (name.text,)
        folds = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        return min(folds, key=lambda fold: max(self._measure(part, name.layer) for part in fold))

    def _try(
        self,
        lines: tuple[str, ...],
        name: Name,
        spot: _Spot,
        wide: float,
        letters: tuple[Letter, ...] = (),
    ) -> bool:
        same = self._placed.setdefault(name.text, [])
        if any(math.hypot(spot.x - other.x, spot.y - other.y) < REPEAT_PX for other in same):
            return False
        aside = 0.0 if name.lines else _BETWEEN_PX
        cells = (
            _letter_cells(spot, letters)
            if letters
            else _cells(spot, wide, HEIGHT_PX + (len(lines) - 1) * _LINE_PX + aside)
        )
        if not self._inside(cells) or _meet(cells, self._shut):
            return False
        self._shut = np.concatenate([self._shut, cells])
        same.append(spot)
        place = self.camera.unproject(spot.x, spot.y)
        self.labels.append(Label(lines, name.layer, place, spot.angle, letters))
        return True

    def _inside(self, cells: Floats) -> bool:
        low, high = cells[:, :2].min(axis=0), cells[:, 2:].max(axis=0)
        return bool(
            (low >= 0).all() and high[0] <= self.camera.width and high[1] <= self.camera.height
        )


def lay_out(
    names: Sequence[Name], camera: Camera, taken: Sequence[Box], measure: Measure
) -> list[Label]:
    """All names that find room in the viewport, clear of the boxes in `taken` (px)."""
    layout = LabelLayout(names, camera, taken, measure)
    layout.advance()
    return layout.labels


def _screen(line: Floats, camera: Camera) -> Floats:
    scale = 1 / camera.resolution
    x = camera.width / 2 + (line[:, 0] - camera.centre.x) * scale
    y = camera.height / 2 - (line[:, 1] - camera.centre.y) * scale
    return np.stack([x, y], axis=1)


def _runs(line: Floats, wide: float, camera: Camera, seen: Box) -> list[_Spot]:
    """Middles of straight runs at least `wide` px long in view, those near the middle first."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    length = np.concatenate([[0.0], np.cumsum(steps)])
    if length[-1] < wide:
        return []
    count = max(int(length[-1] / _STEP_PX), 2)
    along = np.linspace(0, length[-1], count + 1)
    x, y = np.interp(along, length, line[:, 0]), np.interp(along, length, line[:, 1])
    span = min(max(1, math.ceil(wide / (length[-1] / count))), count)
    starts = np.arange(0, count + 1 - span, 1 if count < _SHORT else 3)
    middles = starts + span // 2
    near = (x[middles] >= 0) & (x[middles] <= camera.width)
    near &= (y[middles] >= 0) & (y[middles] <= camera.height)
    starts = starts[near]
    run_x, run_y = (at[starts[:, None] + np.arange(span + 1)] for at in (x, y))
    dx, dy = run_x[:, -1] - run_x[:, 0], run_y[:, -1] - run_y[:, 0]
    chord = np.maximum(np.hypot(dx, dy), 1e-9)
    off = (run_x - run_x[:, :1]) * dy[:, None] - (run_y - run_y[:, :1]) * dx[:, None]
    good = (chord >= wide * 0.97) & ((np.abs(off) / chord[:, None]).max(axis=1) <= STRAIGHT_PX)
    # The name lies in the middle between the chord and the bow of the street.
    spot_x, spot_y = run_x.mean(axis=1)[good], run_y.mean(axis=1)[good]
    # What people see whole comes first: a layout reaches beyond the window.
    half_x, half_y = np.abs(dx[good]) / 2, np.abs(dy[good]) / 2
    whole = (spot_x - half_x >= seen.left) & (spot_x + half_x <= seen.right)
    whole &= (spot_y - half_y >= seen.top) & (spot_y + half_y <= seen.bottom)
    order = np.lexsort((np.abs(starts[good] + span / 2 - count / 2), ~whole))
    at = (spot_x[order], spot_y[order])
    angle = np.degrees(np.arctan2(dy, dx))[good][order]
    upright = np.where(angle > 90, angle - 180, np.where(angle <= -90, angle + 180, angle))
    return [_Spot(*spot) for spot in np.stack([*at, upright], axis=1).tolist()]


def _cells(spot: _Spot, wide: float, high: float) -> Floats:
    """The ground a turned label covers, as upright boxes along it."""
    count = max(1, math.ceil(wide / high))
    turn = math.radians(spot.angle)
    along = (np.arange(count) + 0.5) / count * wide - wide / 2
    x, y = spot.x + along * math.cos(turn), spot.y + along * math.sin(turn)
    half_x = wide / count / 2 * abs(math.cos(turn)) + high / 2 * abs(math.sin(turn))
    half_y = wide / count / 2 * abs(math.sin(turn)) + high / 2 * abs(math.cos(turn))
    return np.stack([x - half_x, y - half_y, x + half_x, y + half_y], axis=1)


def _letter_cells(spot: _Spot, letters: tuple[Letter, ...]) -> Floats:
    """The ground a name on a bend covers: a box for each letter."""
    at = np.array([(spot.x + letter.x, spot.y + letter.y) for letter in letters])
    half = HEIGHT_PX / 2
    return np.concatenate([at - half, at + half], axis=1)


def _meet(cells: Floats, shut: Floats) -> bool:
    if len(shut) == 0:
        return False
    apart = (cells[:, None, 0] >= shut[None, :, 2]) | (cells[:, None, 2] <= shut[None, :, 0])
    apart |= (cells[:, None, 1] >= shut[None, :, 3]) | (cells[:, None, 3] <= shut[None, :, 1])
    return bool((~apart).any())
