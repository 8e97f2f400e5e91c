"""The map as a picture for paper and pages, by the painter of the screen, without a window."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPen
from PySide6.QtSvg import QSvgGenerator

from walkshop.domain.geo import Bounds, LonLat, from_mercator
from walkshop.services.basemap.data import MapData
from walkshop.ui.map.arrange import Arrangement, arrange
from walkshop.ui.map.callouts import all_opened, plate_boxes
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.furniture import MapWords, corner_boxes, draw_furniture
from walkshop.ui.map.ink import PathInk
from walkshop.ui.map.labels import Label, lay_out
from walkshop.ui.map.lettering import label_font, width_px
from walkshop.ui.map.marks import Highlight, MarksPainter, number_width
from walkshop.ui.map.names import names_of
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.rastertiles import PAPER_DENSITY, RasterPainter
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.spread import Box
from walkshop.ui.map.style import COLOUR, MapStyle, map_style
from walkshop.ui.map.whole import (
    PAPER_ROWS,
    WholeBox,
    draw_whole,
    freest,
    lay_whole,
    whole_cost,
)

_EMPTY = MapData(())
_EMPTY_GROUP = re.compile(rb"<g [^>]*>\s*</g>\s*")
"""QSvgGenerator writes one at every change of its state: a third of a picture with many pins."""

_GRID_PX, _GRID_ALPHA = 0.75, 0.2
"""Squares are seen when one looks for them, and no street is taken for their edge."""


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How a picture of the map is made.

    Args:
        style: colour, pale or black_white.
        pin_px: size of the pins; None as on screen, by how many are in view.
        padding: px kept free around the bounds.
        furniture: the words of scale bar and attribution; None draws none, then the page around
            the picture must name the map's source.
        squares: how many squares across and down a faint grid has; 0 and 0 for no grid.
        enlarged: how many times larger than on A4 the drawing is printed; then the pictures of a
            map made of pictures are finer.
    """

    style: str = COLOUR
    pin_px: float | None = None
    padding: float = 40.0
    furniture: MapWords | None = None
    squares: tuple[int, int] = (0, 0)
    enlarged: float = 1.0


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map to be drawn: what is in it and what part of the world it shows."""

    data: MapData | None
    scene: Scene
    bounds: Bounds
    options: PictureOptions = field(default_factory=PictureOptions)


def map_svg(picture: MapPicture, width: float, height: float, title: str = "") -> bytes:
    """The map as SVG, `width` by `height` px; its words are text, nothing reaches far outside.

    Needs a QGuiApplication (offscreen will do), as fonts are Qt's.
    """
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(QSize(round(width), round(height)))
    generator.setViewBox(QRectF(0, 0, width, height))
    generator.setTitle(title)
    painter = QPainter(generator)
    paint_picture(painter, picture, width, height, cut=True)
    painter.end()
    return _EMPTY_GROUP.sub(b"", store.data())


WEBP_QUALITY = 80
"""Of 100: letters stay clean, and the picture is a fifth of its PNG."""


def map_png(
    picture: MapPicture, width_px: int, height_px: int, scale: float = 1.0, webp: bool = False
) -> bytes:
    """The map as PNG, or as WebP, of `width_px` by `height_px`; `scale` is px per logical px.

    At scale 2 letters and pins are twice as large in px: a print at twice the density.
    """
    image = QImage(width_px, height_px, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_picture(painter, picture, width_px / scale, height_px / scale)
    painter.end()
    store = QByteArray()
    buffer = QBuffer(store)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"WEBP" if webp else b"PNG"))
    if webp:
        writer.setQuality(WEBP_QUALITY)
    if not writer.write(image):
        raise RuntimeError(f"Qt cannot write the map: {writer.errorString()}")
    return bytes(store.data())


def paint_picture(
    painter: QPainter, picture: MapPicture, width: float, height: float, cut: bool = False
) -> None:
    """Paint the map on 0, 0, width, height of any painter; `cut` for those that cannot clip."""
    style, furniture = map_style(picture.options.style), picture.options.furniture
    plan = _plan(picture, width, height)
    data = picture.data or _EMPTY
    fine = PAPER_DENSITY * math.sqrt(picture.options.enlarged)
    rasters = RasterPainter(data.tiles, style, density=fine) if data.tiles else None
    BasemapPainter(data, style, rasters).paint(painter, plan.camera, cut)
    ink = PathInk()
    marks = MarksPainter(picture.scene, plan.arrangement, plan.camera, ink)
    _draw_squares(painter, plan.camera, picture.options.squares, style)
    marks.ground(painter, style.layers["area"].line)
    marks.names(painter, plan.labels, style)
    marks.stops(painter)
    marks.pins(painter, Highlight())
    if plan.whole is not None:
        draw_whole(painter, plan.whole, ink)
    if furniture is not None:
        draw_furniture(painter, plan.camera, furniture)


def _draw_squares(
    painter: QPainter, camera: Camera, squares: tuple[int, int], style: MapStyle
) -> None:
    across, down = squares
    colour = QColor(style.label("street"))
    colour.setAlphaF(_GRID_ALPHA)
    painter.setPen(QPen(colour, _GRID_PX))
    for column in range(1, across):
        x = camera.width * column / across
        painter.drawLine(QPointF(x, 0), QPointF(x, camera.height))
    for row in range(1, down):
        y = camera.height * row / down
        painter.drawLine(QPointF(0, y), QPointF(camera.width, y))


class DrawnName(NamedTuple):
    """A name that stands on a picture, with its layer and its middle (WGS84)."""

    text: str
    layer: str
    at: LonLat


def drawn_names(picture: MapPicture, width: float, height: float) -> tuple[DrawnName, ...]:
    """The names that `map_svg` and `map_png` write on this picture, each as often as it stands.

    For the index beside a printed map: there every name is found whole, also one on a bend,
    which the picture writes letter by letter. Needs a QGuiApplication.
    """
    labels = _plan(picture, width, height).labels
    return tuple(DrawnName(label.text, label.layer, from_mercator(label.at)) for label in labels)


class _Plan(NamedTuple):
    """What stands where on a picture."""

    camera: Camera
    whole: WholeBox | None
    arrangement: Arrangement
    labels: list[Label]


def _plan(picture: MapPicture, width: float, height: float) -> _Plan:
    options = picture.options
    camera = Camera.fitting(picture.bounds, width, height, options.padding)
    corners = corner_boxes(camera, options.furniture) if options.furniture else []
    whole = _whole(picture.scene, camera, corners)
    corners += [whole.box] if whole else []
    arrangement = _arranged(picture, camera, corners)
    labels = lay_out(
        names_of(picture.data or _EMPTY),
        camera,
        [*arrangement.taken, *corners],
        lambda text, layer: width_px(text, label_font(layer)),
    )
    return _Plan(camera, whole, arrangement, labels)


def _arranged(picture: MapPicture, camera: Camera, corners: list[Box]) -> Arrangement:
    """All signs as they give way, every heap open: nobody can point at paper."""
    how = arrange(picture.scene, camera, number_width, picture.options.pin_px)
    plates = plate_boxes(how, [camera.to_screen(stop.at) for stop in picture.scene.stops])
    return all_opened(how, picture.scene.pins, camera, number_width, [*corners, *plates])


def _whole(scene: Scene, camera: Camera, corners: list[Box]) -> WholeBox | None:
    """The box of the whole area where it hides fewest pins."""
    box = lay_whole(scene.whole, camera.width, number_width, PAPER_ROWS)
    if box is None:
        return None
    places = [*(pin.at for pin in scene.pins.pins), *(stop.at for stop in scene.stops)]
    signs = [camera.to_screen(at) for at in places]
    return freest(box, (camera.width, camera.height), whole_cost(signs, corners))
