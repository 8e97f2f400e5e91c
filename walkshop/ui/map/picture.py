"""The map as a picture for paper and pages, by the painter of the screen, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator

from walkshop.domain.geo import Bounds
from walkshop.services.basemap.data import MapData
from walkshop.ui.map.arrange import arrange
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.furniture import MapWords, corner_boxes, draw_furniture
from walkshop.ui.map.ink import PathInk
from walkshop.ui.map.labels import lay_out
from walkshop.ui.map.lettering import label_font, width_px
from walkshop.ui.map.marks import Highlight, MarksPainter, number_width
from walkshop.ui.map.names import names_of
from walkshop.ui.map.painter import BasemapPainter
from walkshop.ui.map.scene import Scene
from walkshop.ui.map.style import COLOUR, map_style

_EMPTY = MapData(())


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """How a picture of the map is made.

    Args:
        style: colour, pale or black_white.
        pin_px: size of the pins; None as on screen, by how many are in view.
        padding: px kept free around the bounds.
        furniture: the words of scale bar and attribution; None draws none, then the page around
            the picture must name the map's source.
    """

    style: str = COLOUR
    pin_px: float | None = None
    padding: float = 40.0
    furniture: MapWords | None = None


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
    return bytes(store.data())


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
    options, style = picture.options, map_style(picture.options.style)
    camera = Camera.fitting(picture.bounds, width, height, options.padding)
    data = picture.data or _EMPTY
    BasemapPainter(data, style).paint(painter, camera, cut)
    arrangement = arrange(picture.scene, camera, number_width, options.pin_px)
    corners = corner_boxes(camera, options.furniture) if options.furniture else []
    labels = lay_out(
        names_of(data),
        camera,
        [*arrangement.taken, *corners],
        lambda text, layer: width_px(text, label_font(layer)),
    )
    marks = MarksPainter(picture.scene, arrangement, camera, PathInk())
    marks.outline(painter, style.layers["area"].line)
    marks.route(painter)
    marks.names(painter, labels, style)
    marks.stops(painter)
    marks.pins(painter, Highlight())
    if options.furniture is not None:
        draw_furniture(painter, camera, options.furniture)
