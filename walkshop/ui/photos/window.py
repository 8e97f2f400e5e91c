"""One photo large: look at it, paint over who should not be recognised, and say who is on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QSlider, QVBoxLayout, QWidget

from walkshop.domain.edits import photos as edits
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Faces, Photo, PhotoId
from walkshop.i18n import Language, Text, msg
from walkshop.services.photos.blurring import Version, blurred, turned
from walkshop.services.photos.preparing import LONGEST_PX
from walkshop.store.store import Change
from walkshop.ui import tokens
from walkshop.ui.photos.canvas import LEAST_RADIUS, MOST_RADIUS, BrushCanvas
from walkshop.ui.photos.shelf import PhotoShelf, Pictures
from walkshop.ui.photos.words import FACES, NOT_PRINTED
from walkshop.ui.qt_store import QtStore
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px

_STILL_THERE = msg("The old picture is still in the file.")
_SAVE_FIRST = msg("See that the walk can be saved, then blur once more.")


class PhotoWindow(QDialog):
    """The photo of one record; nothing is changed before a button says so."""

    def __init__(
        self,
        store: QtStore,
        shelf: PhotoShelf,
        language: Language,
        photo: PhotoId,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._shelf, self._language, self._id = store, shelf, language, photo
        say = language.say
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say(msg("Photo")))
        self.canvas = BrushCanvas()
        self.canvas.setAccessibleName(say(msg("Photo")))
        self.brush = QSlider(Qt.Orientation.Horizontal)
        self.brush.setRange(LEAST_RADIUS, MOST_RADIUS)
        self.brush.setAccessibleName(say(msg("Width of the brush")))
        self.back = Button(say(msg("Take back stroke")), self.canvas.take_back)
        self.turn = Button(say(msg("Turn")), self._turn)
        self.save = Button(say(msg("Blur what is painted")), self._save, "primary")
        self.close_ = Button(say(msg("Close")), self.reject)
        self.faces = Choice[Faces](
            ((faces, say(words)) for faces, words in FACES.items()), self._set_faces
        )
        self.faces.setAccessibleName(say(msg("Who is on the photo")))
        self.warning = soft_label("")
        self._lay_out()
        self._connect()
        self._show()
        self._fetch()

    @property
    def photo(self) -> Photo | None:
        """The record as it is now; None when it is gone."""
        return self._store.walk.photos.get(self._id)

    def _connect(self) -> None:
        self.brush.valueChanged.connect(self.canvas.set_radius)
        self.canvas.radius_changed.connect(self.brush.setValue)
        self.canvas.painted.connect(self._on_painted)
        self._shelf.loaded.connect(self._on_loaded)
        self._store.changed.connect(self._on_change)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.activated.connect(self.canvas.take_back)
        self._on_painted()

    def _fetch(self) -> None:
        self._busy(True)
        if self.photo is not None:
            self._shelf.fetch(self.photo.sha256, LONGEST_PX)

    def _on_loaded(self, sha256: str, longest: int, image: object) -> None:
        if self.photo is None or (sha256, longest) != (self.photo.sha256, LONGEST_PX):
            return
        if isinstance(image, QImage):
            self.canvas.show_image(image)
            self._busy(False)
        else:
            self.warning.setText(self._language.say(msg("The picture is not in this file.")))

    def _on_change(self, change: Change) -> None:
        before, after = change.before.photos.get(self._id), change.after.photos.get(self._id)
        if after is None or not after.sha256:
            self.reject()
        elif before is not after:
            self._show()
            if before is None or before.sha256 != after.sha256:
                self._fetch()

    def _show(self) -> None:
        if self.photo is not None:
            self.faces.show_thing(self.photo.faces)
            unseen = self.photo.faces is Faces.UNCHECKED
            self.warning.setText(self._language.say(NOT_PRINTED) if unseen else "")

    def _on_painted(self) -> None:
        painted = bool(self.canvas.strokes)
        self.save.setEnabled(painted)
        self.back.setEnabled(painted)

    def _busy(self, busy: bool) -> None:
        self.canvas.setEnabled(not busy)
        self.turn.setEnabled(not busy)
        if busy:
            self.save.setEnabled(False)

    def _set_faces(self, faces: Faces) -> None:
        stamp = self._store.stamp()
        edit = partial(edits.set_faces, photo=self._id, faces=faces, stamp=stamp)
        self._store.apply(msg("Photo: {state}", state=FACES[faces]), edit)

    def _save(self) -> None:
        strokes = tuple(self.canvas.strokes)
        self._make(
            msg("Photo blurred"), lambda data: blurred(data, strokes), lambda _: Faces.BLURRED
        )

    def _turn(self) -> None:
        self._make(msg("Photo turned"), lambda data: turned(data, 1), lambda photo: photo.faces)

    def _make(
        self,
        label: Text,
        make: Callable[[bytes], Version],
        faces: Callable[[Photo], Faces],
    ) -> None:
        """Make another version beside the window and keep it, unless the photo changed since."""
        photo = self.photo
        if photo is None:
            return
        self._busy(True)
        pictures = self._shelf.pictures
        self._shelf.runs.start(
            label,
            lambda _report: _made(pictures, photo.sha256, make),
            lambda version: self._keep(label, photo, version, faces(photo)),
        )

    def _keep(self, label: Text, was: Photo, version: Version | None, faces: Faces) -> None:
        if version is None or self.photo is None or self.photo.sha256 != was.sha256:
            self._fetch()
            return
        made = replace(
            was,
            sha256=version.sha256,
            width_px=version.width_px,
            height_px=version.height_px,
            faces=faces,
        )
        edit = partial(edits.replace_photo, photo=self._id, version=made, stamp=self._store.stamp())
        done = self._store.apply(label, edit, blobs={version.sha256: version.data})
        if done and faces is Faces.BLURRED:
            self._forget(was.sha256, version.sha256)

    def _forget(self, old: str, new: str) -> None:
        """The face must not come back by undo, nor lie in the file."""
        if old == new:
            return
        self._store.forget_picture(old, new)
        pictures, store = self._shelf.pictures, self._store

        def tell(gone: bool) -> None:
            if not gone:
                store.refused.emit(WalkshopError(_STILL_THERE, _SAVE_FIRST))

        self._shelf.runs.start(
            msg("Removing the old picture"), lambda _: pictures.forget_picture(old, new), tell
        )

    def _lay_out(self) -> None:
        say = self._language.say
        tools = row(gap=tokens.GAP_12)
        middle = Qt.AlignmentFlag.AlignVCenter
        tools.addWidget(soft_label(say(msg("Brush"))), 0, middle)
        self.brush.setFixedWidth(px(140))
        tools.addWidget(self.brush)
        tools.addWidget(self.back)
        tools.addWidget(self.turn)
        tools.addStretch(1)
        tools.addWidget(self.save)
        foot = row(gap=tokens.GAP_12)
        foot.addWidget(soft_label(say(msg("Who is on it"))), 0, middle)
        self.faces.setMinimumWidth(px(280))
        foot.addWidget(self.faces)
        foot.addWidget(self.warning, 1, middle)
        foot.addWidget(self.close_)
        lines = QVBoxLayout(self)
        edge = px(tokens.GAP_16)
        lines.setContentsMargins(edge, edge, edge, edge)
        lines.setSpacing(px(tokens.GAP_12))
        lines.addWidget(self.canvas, 1)
        lines.addWidget(
            soft_label(say(msg("Paint over faces and number plates. Blurring is for good.")))
        )
        lines.addLayout(tools)
        lines.addLayout(foot)


def _made(pictures: Pictures, sha256: str, make: Callable[[bytes], Version]) -> Version | None:
    try:
        data = pictures.blob(sha256)
        return None if data is None else make(data)
    except WalkshopError:
        return None
