"""The photos of the note in hand: added by a button or a drop, cared for one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from walkshop.domain.edits import photos as edits
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Faces, Note, NoteId, Photo, Stamp, Walk
from walkshop.i18n import Language, Text, msg
from walkshop.services.photos.endings import PHOTO_ENDINGS
from walkshop.services.photos.many import prepare_all
from walkshop.services.photos.preparing import Prepared
from walkshop.store.store import Change, Edit
from walkshop.ui import tokens
from walkshop.ui.photos.card import CardActs, PhotoCard
from walkshop.ui.photos.shelf import PhotoShelf
from walkshop.ui.photos.window import PhotoWindow
from walkshop.ui.photos.words import FACES
from walkshop.ui.qt_store import QtStore
from walkshop.ui.selection import InHand, Selection
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.form import Refusal
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import row
from walkshop.ui.widgets.type import px

AsksForPhotos = Callable[[QWidget, Language], Sequence[Path]]
"""Asks a person for photo files; empty when the person thought better of it."""


class PhotoStrip(QWidget):
    """Follows the selection by itself; there only while one note is in hand."""

    def __init__(
        self,
        store: QtStore,
        selection: Selection,
        language: Language,
        shelf: PhotoShelf,
        asks: AsksForPhotos,
    ) -> None:
        super().__init__()
        self._store, self._selection, self._language = store, selection, language
        self._shelf, self._asks = shelf, asks
        self._note: NoteId | None = None
        self.cards: list[PhotoCard] = []
        self.add = Button(language.say(msg("Add a photo")), self._ask, "quiet")
        self.refusal = Refusal()
        self.hint = soft_label(language.say(msg("Or drop photos here.")))
        self.setAcceptDrops(True)
        self._lay_out()
        selection.changed.connect(self._on_selection)
        store.changed.connect(self._on_change)
        self._show(store.walk, selection.in_hand)

    def take(self, paths: Sequence[Path]) -> None:
        """Put these photos with the note in hand, as one step that undo takes back."""
        note = self._note
        if note is None or not paths:
            return
        self.refusal.say("")
        new_id = self._store.new_id
        self._shelf.runs.start(
            msg("Reading photos"),
            lambda report: prepare_all(paths, new_id, report),
            lambda outcomes: self._attach(note, outcomes),
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files that may be photos are welcome."""
        if self._note is not None and _photos_in(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped."""
        event.acceptProposedAction()
        self.take(_photos_in(event))

    def _attach(self, note: NoteId, outcomes: Sequence[Prepared | WalkshopError]) -> None:
        ready = [one for one in outcomes if isinstance(one, Prepared)]
        bad = next((one for one in outcomes if isinstance(one, WalkshopError)), None)
        if bad is not None:
            self._refuse(bad)
        if not ready or note not in self._store.walk.notes:
            return
        stamp = self._store.stamp()

        def attach_all(walk: Walk) -> Walk:
            for one in ready:
                walk = edits.attach_photo(walk, note, one.photo, stamp)
            return walk

        label = msg("Photo with {nr}", nr=self._store.walk.note(note).nr)
        self._do(label, attach_all, {one.photo.sha256: one.data for one in ready})

    def _do(self, label: Text, edit: Edit, blobs: dict[str, bytes] | None = None) -> None:
        """Apply; what is refused is said here, where it was asked for."""
        try:
            edit(self._store.walk)
        except WalkshopError as refusal:
            self._refuse(refusal)
            return
        self._store.apply(label, edit, blobs=blobs)

    def _refuse(self, why: WalkshopError) -> None:
        self.refusal.attempt(partial(_raise, why), self._language)

    def _on_selection(self, hand: InHand) -> None:
        self.refusal.say("")
        self._show(self._store.walk, hand)

    def _on_change(self, change: Change) -> None:
        if change.before.notes is not change.after.notes or (
            change.before.photos is not change.after.photos
        ):
            self._show(change.after, self._selection.in_hand)

    def _show(self, walk: Walk, hand: InHand) -> None:
        one = next(iter(hand.notes)) if len(hand.notes) == 1 else None
        note = walk.notes.get(one) if one else None
        self._note = note.id if note is not None and not note.withdrawn else None
        self.setVisible(self._note is not None)
        self._show_cards(edits.photos_of(walk, note) if note is not None else ())
        full = note is not None and len(note.photos) >= edits.MOST_PHOTOS
        self.add.setVisible(not full)
        self.hint.setVisible(not self.cards_shown)

    @property
    def cards_shown(self) -> list[PhotoCard]:
        """The cards of the note in hand."""
        return [card for card in self.cards if not card.isHidden()]

    def _show_cards(self, photos: Sequence[Photo]) -> None:
        while len(self.cards) < len(photos):
            card = PhotoCard(self._shelf, self._language, self._acts())
            self.cards.append(card)
            self._lines.addWidget(card)
        for place, card in enumerate(self.cards):
            card.setVisible(place < len(photos))
            if place < len(photos):
                card.show_photo(photos[place], place + 1)

    def _acts(self) -> CardActs:
        return CardActs(
            open=self._open,
            caption=self._caption,
            faces=self._faces,
            more=(
                (msg("Earlier"), lambda photo: self._move(photo, -1)),
                (msg("Later in the row"), lambda photo: self._move(photo, 1)),
                (msg("Take off this note"), self._detach),
            ),
        )

    def _open(self, photo: Photo) -> None:
        window = PhotoWindow(self._store, self._shelf, self._language, photo.id, self.window())
        window.open()

    def _caption(self, photo: Photo, words: str) -> None:
        edit = partial(edits.caption_photo, photo=photo.id, caption=words, stamp=self._stamp())
        self._do(msg("Words under a photo changed"), edit)

    def _faces(self, photo: Photo, faces: Faces) -> None:
        edit = partial(edits.set_faces, photo=photo.id, faces=faces, stamp=self._stamp())
        self._do(msg("Photo: {state}", state=FACES[faces]), edit)

    def _move(self, photo: Photo, by: int) -> None:
        if self._note is not None:
            edit = partial(
                edits.move_photo, note=self._note, photo=photo.id, by=by, stamp=self._stamp()
            )
            self._do(msg("Photos in another order"), edit)

    def _detach(self, photo: Photo) -> None:
        if self._note is not None:
            nr = self._in_hand().nr
            edit = partial(edits.detach_photo, note=self._note, photo=photo.id, stamp=self._stamp())
            self._do(msg("Photo taken off {nr}", nr=nr), edit)

    def _in_hand(self) -> Note:
        return self._store.walk.note(NoteId(self._note or ""))

    def _stamp(self) -> Stamp:
        return self._store.stamp()

    def _ask(self) -> None:
        self.take(list(self._asks(self, self._language)))

    def _lay_out(self) -> None:
        top = row(gap=tokens.GAP_12)
        name = plain_label(self._language.say(msg("Photos")), tokens.NAME)
        top.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self.add)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(tokens.GAP_12))
        self._lines.addLayout(top)
        self._lines.addWidget(self.refusal)
        self._lines.addWidget(self.hint)


def _photos_in(event: QDropEvent) -> list[Path]:
    """The files of a drop that are called like photos."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [file for file in files if file.suffix.lower() in PHOTO_ENDINGS]


def _raise(why: WalkshopError) -> None:
    raise why
