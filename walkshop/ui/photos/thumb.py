"""A small picture that opens when it is pressed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QStyleOption

from walkshop.ui import tokens
from walkshop.ui.widgets.type import px

WIDTH, HEIGHT = 112, 84


class Thumb(QAbstractButton):
    """A photo that fills its box, cut where it is longer; an empty box while there is none."""

    def __init__(self, act: Callable[[], object]) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._act = act
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_clicked)

    @property
    def shows_picture(self) -> bool:
        """Whether there is a picture to see."""
        return self._image is not None

    def show_image(self, image: QImage | None) -> None:
        """Show this picture, or an empty box."""
        self._image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Four to three, as most photos are."""
        return QSize(px(WIDTH), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture, and a ring where a key would open it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            painter.fillRect(self.rect(), QColor(tokens.SUNK))
        else:
            painter.drawImage(self.rect(), self._image, _filling(self._image.size(), self.size()))
        option = QStyleOption()
        option.initFrom(self)
        ring = bool(option.state & QStyle.StateFlag.State_HasFocus)
        painter.setPen(QPen(QColor(tokens.ACCENT if ring else tokens.LINE), 3 if ring else 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _on_clicked(self) -> None:
        self._act()


def _filling(picture: QSize, box: QSize) -> QRect:
    """The middle part of a picture that has the shape of the box."""
    shape = box.scaled(picture, Qt.AspectRatioMode.KeepAspectRatio)
    left = (picture.width() - shape.width()) // 2
    top = (picture.height() - shape.height()) // 2
    return QRect(left, top, shape.width(), shape.height())
