"""The picture of a document on its card: a page, a map, rows of a table, or counts."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from walkshop.services.output.preview import (
    MAP_SHARE,
    CountsPreview,
    MapPreview,
    PagePreview,
    Preview,
    Room,
    TablePreview,
)
from walkshop.ui import tokens
from walkshop.ui.widgets.cards import dashed_pen
from walkshop.ui.widgets.type import px, ui_font

WIDTH, HEIGHT = 200, 164
_TITLE_PX = 10
_TABLE_PX = 8
_TABLE_ROW = 11
_SHARES = (0.08, 0.27, 0.47, 0.18)
_COUNT_ROW = 22


class SheetPicture(QWidget):
    """Shows one preview; a dashed empty sheet until it is there."""

    def __init__(self) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self._image = QImage()
        self.setFixedHeight(px(HEIGHT))
        self.setMinimumWidth(px(WIDTH) + 4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def preview(self) -> Preview | None:
        """What is shown."""
        return self._preview

    def room(self) -> Room:
        """The room for a preview, on the screen on which this stands."""
        return Room(px(WIDTH), px(HEIGHT) - 2, self.devicePixelRatioF())

    def show_preview(self, preview: Preview | None) -> None:
        """Show another one; None for an empty sheet."""
        self._preview = preview
        self._image = _image_of(preview)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet in the middle, with a thin edge as of paper."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        preview = self._preview
        if isinstance(preview, PagePreview):
            self._draw_page(painter)
        elif isinstance(preview, MapPreview):
            self._draw_map(painter, preview)
        elif isinstance(preview, TablePreview):
            self._draw_table(painter, preview)
        elif isinstance(preview, CountsPreview):
            self._draw_counts(painter, preview)
        else:
            painter.setPen(dashed_pen())
            painter.drawRect(self._flat())
        painter.end()

    def _flat(self) -> QRectF:
        size = QSizeF(px(WIDTH), px(HEIGHT) - 2)
        left = round((self.width() - size.width()) / 2)
        return QRectF(QPointF(left + 0.5, 0.5), size)

    def _draw_edge(self, painter: QPainter, box: QRectF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(tokens.EDGE), tokens.BORDER))
        painter.drawRect(box)

    def _draw_page(self, painter: QPainter) -> None:
        """Pixel on pixel: a picture that is scaled once more would be blurred."""
        ratio = self.devicePixelRatioF()
        size = QSizeF(self._image.width() / ratio, self._image.height() / ratio)
        left = int((self.width() - size.width()) / 2)
        top = int((self.height() - size.height()) / 2)
        box = QRectF(QPointF(left, top), size)
        painter.drawImage(box, self._image)
        self._draw_edge(painter, box.adjusted(-0.5, -0.5, 0.5, 0.5))

    def _draw_map(self, painter: QPainter, preview: MapPreview) -> None:
        """The title of the page, and its map under it, pixel on pixel."""
        box = self._flat()
        painter.fillRect(box, QColor("white"))
        size = QSizeF(self._image.size()) / self.devicePixelRatioF()
        left, bottom = int(box.left() + 0.5), int(box.bottom() + 0.5)
        if not self._image.isNull():
            place = QRectF(QPointF(left, bottom - size.height()), size)
            painter.drawImage(place, self._image)
        title = QRectF(box.topLeft(), QSizeF(box.width(), box.height() * (1 - MAP_SHARE)))
        title.adjust(px(tokens.GAP_8), 0, -px(tokens.GAP_8), 0)
        painter.setFont(_small(_TITLE_PX, bold=True))
        painter.setPen(QColor("black"))
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(preview.title, Qt.TextElideMode.ElideRight, title.width())
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter, words)
        self._draw_edge(painter, box)

    def _draw_table(self, painter: QPainter, preview: TablePreview) -> None:
        box = self._flat()
        painter.fillRect(box, QColor("white"))
        high = px(_TABLE_ROW)
        painter.fillRect(QRectF(box.left(), box.top(), box.width(), high), QColor("#EFEDE8"))
        painter.setPen(QColor("black"))
        top = box.top()
        for nr, cells in enumerate((preview.head, *preview.rows)):
            if top + high > box.bottom():
                break
            font = _small(_TABLE_PX, bold=not nr)
            painter.setFont(font)
            self._draw_cells(painter, QRectF(box.left(), top, box.width(), high), cells)
            top += high
        self._draw_edge(painter, box)

    def _draw_cells(self, painter: QPainter, box: QRectF, cells: tuple[str, ...]) -> None:
        metrics = QFontMetricsF(painter.font())
        left = box.left()
        for words, share in zip(cells, _SHARES, strict=True):
            width = box.width() * share
            room = QRectF(left + 3, box.top(), width - 5, box.height())
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            left += width

    def _draw_counts(self, painter: QPainter, preview: CountsPreview) -> None:
        box = self._flat()
        painter.fillRect(box, QColor("white"))
        high = px(_COUNT_ROW)
        top = box.center().y() - high * len(preview.counts) / 2
        for n, words in preview.counts:
            painter.setPen(QColor("black"))
            number = QRectF(box.left(), top, px(52), high)
            painter.setFont(_small(tokens.BODY.px - 2, bold=True))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(number, right, str(n))
            painter.setFont(_small(tokens.BODY.px - 2))
            name = QRectF(number.right() + px(tokens.GAP_12), top, box.width(), high)
            painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, words)
            top += high
        self._draw_edge(painter, box)


def _image_of(preview: Preview | None) -> QImage:
    if isinstance(preview, MapPreview):
        return QImage.fromData(preview.png)
    if not isinstance(preview, PagePreview):
        return QImage()
    pixels = preview.pixels
    form = QImage.Format.Format_RGB32
    # A copy: an image over foreign bytes does not keep them.
    return QImage(pixels.content, pixels.width, pixels.height, pixels.width * 4, form).copy()


def _small(size: int, bold: bool = False) -> QFont:
    font = ui_font(tokens.NUMBER if bold else tokens.BODY)
    font.setPixelSize(max(1, px(size)))
    return font
