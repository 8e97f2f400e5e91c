"""What a stop has besides words: how far it reaches, whose ground it is, and its photo."""

from __future__ import annotations

from collections.abc import Callable

from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Owner, PhotoId, Stop, Walk
from walkshop.domain.words import OWNER
from walkshop.i18n import Text, msg
from walkshop.ui.desk import Desk
from walkshop.ui.prepare.model import StopValue
from walkshop.ui.prepare.numbers import read_count
from walkshop.ui.widgets.fields import Choice, LineField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.text import capital

RADIUS, GROUND, PHOTO = msg("Reaches, in metres"), msg("Ground of"), msg("Photo")
LEAST_M, MOST_M = 5, 1000
FAR = WalkshopError(
    msg("A stop reaches {least} to {most} metres.", least=LEAST_M, most=MOST_M),
    msg("People look about 75 metres around."),
)

SetStop = Callable[[str, Text, StopValue], object]


class StopMore:
    """Lines of the form of a stop.

    Args:
        set_field: lets a field of the stop in hand hold something else.
    """

    def __init__(self, desk: Desk, form: Form, set_field: SetStop) -> None:
        self._desk = desk
        self._form = form
        self._set = set_field
        self.radius = LineField()
        self.radius.committed.connect(self._set_radius)
        owners = [(owner, capital(desk.say(words))) for owner, words in OWNER.items()]
        self.owner = Choice[Owner | None](
            [(None, desk.say(msg("not known"))), *owners],
            lambda owner: set_field("owner", GROUND, owner),
        )
        self.photo = Choice[PhotoId | None]([], lambda photo: set_field("photo", PHOTO, photo))
        form.add("radius_m", RADIUS, self.radius)
        form.add("owner", GROUND, self.owner)
        form.add("photo", PHOTO, self.photo)

    def show_stop(self, walk: Walk, stop: Stop) -> None:
        """Show what the walk holds."""
        self.radius.show_words(f"{stop.radius_m:.0f}")
        self.owner.show_thing(stop.owner)
        photos = [
            (PhotoId(photo.id), photo.caption or photo.original_name or self._nth(nr))
            for nr, photo in enumerate(walk.photos.values(), start=1)
            if photo.sha256
        ]
        self.photo.offer([(None, self._desk.say(msg("no photo"))), *photos])
        self.photo.show_thing(stop.photo)
        self.photo.setEnabled(bool(photos))
        self.photo.setToolTip(
            "" if photos else self._desk.say(msg("Add photos to the notes first."))
        )

    def _nth(self, nr: int) -> str:
        return self._desk.say(msg("photo {nr}", nr=nr))

    def _set_radius(self, words: str) -> None:
        try:
            metres = read_count(words)
            if metres is None or not LEAST_M <= metres <= MOST_M:
                raise FAR
        except WalkshopError as refusal:
            self._form.refuse_at("radius_m", refusal)
            return
        self._set("radius_m", RADIUS, float(metres))
