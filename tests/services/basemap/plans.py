"""Small plans of every kind, made for one test each."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

from PIL import Image, ImageDraw

from walkshop.domain.geo import LonLat, Mercator, to_mercator
from walkshop.services.basemap.affine import Affine, Pair, PlanPx

HERE = to_mercator(LonLat(4.4892, 51.9282))
RED, BLUE = (220, 20, 20), (20, 40, 220)


def drawn(width: int = 640, height: int = 400) -> Image.Image:
    """Paper with a red block in its top left corner and a blue line along its foot."""
    image = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width // 4, height // 4), fill=RED)
    pen.rectangle((0, height - 20, width, height), fill=BLUE)
    return image


def saved(path: Path, image: Image.Image | None = None, **more: object) -> Path:
    """The image in the format of its ending."""
    (image or drawn()).save(path, **more)
    return path


def level_affine(metres: float = 1.0) -> Affine:
    """North up, HERE in the top left corner, so many EPSG:3857 metres to the px."""
    return Affine(metres, 0, HERE.x, 0, -metres, HERE.y)


def pairs_of(affine: Affine, *places: tuple[float, float]) -> list[Pair]:
    """What a person with perfect aim would click."""
    return [Pair(PlanPx(*place), affine.on_map(PlanPx(*place))) for place in places]


def moved(at: Mercator, east: float, north: float) -> Mercator:
    return Mercator(at.x + east, at.y + north)


def png_bomb(path: Path, side: int) -> Path:
    """A small file that says it is `side` px square, and is."""
    rows = zlib.compressobj(9)
    body = b"".join(rows.compress(bytes(side // 8 + 1)) for _ in range(side)) + rows.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    return path


def pdf(path: Path, *images: Image.Image, dpi: int = 100) -> Path:
    """A PDF with a page for each image."""
    first, *others = images
    first.save(path, "PDF", resolution=dpi, save_all=True, append_images=others)
    return path


def locked_pdf(path: Path) -> Path:
    import pikepdf

    out = io.BytesIO()
    drawn().save(out, "PDF")
    with pikepdf.open(out) as file:
        file.save(path, encryption=pikepdf.Encryption(owner="o", user="u"))
    return path


def fall_over(_document: object) -> tuple[dict[str, object], bytes]:
    """What a library without memory does to its process."""
    os._exit(9)


def pdf_bomb(path: Path, side: int) -> Path:
    """A PDF of one page with a picture of `side` px square, packed to next to nothing."""
    import pikepdf

    packer = zlib.compressobj(1)
    row = bytes(side * 3)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    with pikepdf.new() as file:
        page = file.add_blank_page(page_size=(600, 600))
        picture = pikepdf.Stream(file, data)
        for key, value in {
            "/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Image, "/Width": side,
            "/Height": side, "/ColorSpace": pikepdf.Name.DeviceRGB, "/BitsPerComponent": 8,
        }.items():  # fmt: skip
            picture[key] = value
        picture.write(data, filter=pikepdf.Name.FlateDecode)
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(I=picture))
        page.Contents = pikepdf.Stream(file, b"600 0 0 600 0 0 cm /I Do")
        file.save(path)
    return path
