"""One photo of the note in hand: its small picture, its caption, and who is on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QMenu, QVBoxLayout

from walkshop.domain.edits.photos import SOFT_CAPTION
from walkshop.domain.records import Faces, Photo
from walkshop.i18n import Language, Text, msg
from walkshop.ui import tokens
from walkshop.ui.photos.shelf import SMALL_PX, PhotoShelf
from walkshop.ui.photos.thumb import Thumb
from walkshop.ui.photos.words import FACES, NOT_PRINTED
from walkshop.ui.plain import button_words
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.labels import soft_label
from walkshop.ui.widgets.layouts import column, row
from walkshop.ui.widgets.type import px


@dataclass(frozen=True, slots=True)
class CardActs:
    """What a card asks for, each with its photo; `more` are the lines of its menu."""

    open: Callable[[Photo], object]
    caption: Callable[[Photo, str], object]
    faces: Callable[[Photo, Faces], object]
    more: tuple[tuple[Text, Callable[[Photo], object]], ...]


class PhotoCard(QFrame):
    """Shows one photo; what is decided here takes effect at once."""

    def __init__(self, shelf: PhotoShelf, language: Language, acts: CardActs) -> None:
        super().__init__()
        self._shelf, self._language, self._acts = shelf, language, acts
        self.photo = Photo(id="")  # type: ignore[arg-type]  # until one is shown
        say = language.say
        self.thumb = Thumb(lambda: acts.open(self.photo))
        self.look = Button(say(msg("Open the photo")), lambda: acts.open(self.photo))
        self.more = Button(say(msg("More")), self._open_menu, "quiet")
        self.menu = QMenu(self)
        self.caption = LineField(say(msg("What do you see?")))
        self.caption.setAccessibleName(say(msg("Words under the photo")))
        self.caption.committed.connect(lambda words: acts.caption(self.photo, words))
        self.caption.textChanged.connect(self._count)
        self.long = soft_label("")
        self.faces = Choice[Faces](
            ((faces, say(words)) for faces, words in FACES.items()),
            lambda faces: acts.faces(self.photo, faces),
        )
        self.faces.setAccessibleName(say(msg("Who is on the photo")))
        self.warning = soft_label(say(NOT_PRINTED))
        shelf.loaded.connect(self._on_loaded)
        self._lay_out()

    def show_photo(self, photo: Photo, place: int) -> None:
        """Show this photo, the one at `place` (from 1) of its note."""
        self.photo = photo
        words = msg("Photo {n}: {caption}", n=place, caption=photo.caption)
        bare = msg("Photo {n}", n=place)
        self.thumb.setAccessibleName(self._language.say(words if photo.caption else bare))
        self.thumb.show_image(self._shelf.small(photo.sha256))
        self.caption.show_words(photo.caption)
        self.faces.show_thing(photo.faces)
        self.warning.setVisible(photo.faces is Faces.UNCHECKED)
        self._count(self.caption.text())

    def _lay_out(self) -> None:
        beside = column(gap=tokens.GAP_4)
        beside.addWidget(self.look)
        beside.addWidget(self.more)
        beside.addStretch(1)
        top = row(gap=tokens.GAP_12)
        top.addWidget(self.thumb)
        top.addLayout(beside)
        top.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(px(tokens.GAP_8))
        lines.addLayout(top)
        for widget in (self.caption, self.long, self.faces, self.warning):
            lines.addWidget(widget)
        for words, act in self._acts.more:
            line = self.menu.addAction(button_words(self._language.say(words)))
            line.triggered.connect(_with_photo(self, act))

    def _open_menu(self) -> None:
        self.menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _count(self, words: str) -> None:
        over = len(words) - SOFT_CAPTION
        said = msg("{n} characters too long for a print", n=over)
        self.long.setText(self._language.say(said) if over > 0 else "")
        self.long.setVisible(over > 0)

    def _on_loaded(self, sha256: str, longest: int, image: object) -> None:
        if sha256 == self.photo.sha256 and longest == SMALL_PX:
            self.thumb.show_image(self._shelf.small(sha256) if image is not None else None)


def _with_photo(card: PhotoCard, act: Callable[[Photo], object]) -> Callable[[], None]:
    def call() -> None:
        act(card.photo)

    return call
