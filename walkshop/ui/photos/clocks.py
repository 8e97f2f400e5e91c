"""The clocks of cameras that do not say where they were: set each until its photos stand right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSlider, QVBoxLayout, QWidget

from walkshop.i18n import Language, Text, msg, msgn
from walkshop.services.photos.folder import camera_words
from walkshop.services.photos.placing import Camera
from walkshop.ui import tokens
from walkshop.ui.widgets.fields import Choice
from walkshop.ui.widgets.labels import plain_label, soft_label
from walkshop.ui.widgets.layouts import clear, column, row

HOURS = 14
"""Most hours that a clock is off: every time zone there is."""

HALF_HOUR_S = 1_800
STEP_S, PAGE_S = 5, 60
_WAIT_MS = 80


class CameraClock(QWidget):
    """Hours and seconds that are added to the times of one camera.

    Signals:
        moved: nothing; ask `seconds`.
    """

    moved = Signal()

    def __init__(self, camera: Camera, seconds: float, language: Language) -> None:
        super().__init__()
        self.key = camera.key
        self._language = language
        say = language.say
        name = say(camera_words(camera.name))
        self.hours = Choice[int](
            ((n, say(msg("{n} h", n=f"{n:+d}" if n else "0"))) for n in range(-HOURS, HOURS + 1)),
            lambda _hours: self._on_moved(),
        )
        behind = msg("Hours that the clock of {name} is behind", name=name)
        self.hours.setAccessibleName(say(behind))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(-HALF_HOUR_S, HALF_HOUR_S)
        self.slider.setSingleStep(STEP_S)
        self.slider.setPageStep(PAGE_S)
        self.slider.setAccessibleName(
            say(msg("Minutes that the clock of {name} is behind", name=name))
        )
        self._words = soft_label("")
        self._set(seconds)
        self.slider.valueChanged.connect(self._on_moved)
        self._lay_out(name, camera)
        self._say()

    @property
    def seconds(self) -> float:
        """What is added to the times of this camera."""
        return float(self.hours.thing * 3600 + self.slider.value())

    def _set(self, seconds: float) -> None:
        hours = round(seconds / 3600)
        self.hours.show_thing(hours)
        self.slider.setValue(round(seconds - hours * 3600))

    def _on_moved(self) -> None:
        self._say()
        self.moved.emit()

    def _say(self) -> None:
        self._words.setText(self._language.say(off_in_words(self.seconds)))

    def _lay_out(self, name: str, camera: Camera) -> None:
        count = msgn(
            "{n} photo without a place", "{n} photos without a place", camera.without_place
        )
        lines: QVBoxLayout = column(self, tokens.GAP_4)
        lines.addWidget(plain_label(name, tokens.NAME))
        lines.addWidget(soft_label(self._language.say(count)))
        both = row(None, tokens.GAP_12)
        both.addWidget(self.hours)
        both.addWidget(self.slider, 1)
        lines.addLayout(both)
        lines.addWidget(self._words)


class CameraClocks(QWidget):
    """One clock for each camera whose photos need their time.

    Signals:
        changed: seconds by the key of the camera, a little after the last movement.
    """

    changed = Signal(object)

    def __init__(self, language: Language) -> None:
        super().__init__()
        self._language = language
        self.clocks: list[CameraClock] = []
        self._told = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._told.timeout.connect(lambda: self.changed.emit(self.offsets))
        self._shown: tuple[Camera, ...] = ()
        self._lines: QVBoxLayout = column(self, tokens.GAP_16, tokens.GAP_12)

    @property
    def offsets(self) -> dict[str, float]:
        """Seconds added to the times of each camera, by its key."""
        return {clock.key: clock.seconds for clock in self.clocks}

    def show_cameras(self, cameras: Sequence[Camera], offsets: Mapping[str, float]) -> None:
        """Show these cameras; those that are shown already keep what their clocks say."""
        needing = tuple(camera for camera in cameras if camera.dated)
        if needing == self._shown:
            return
        self._shown = needing
        clear(self._lines)
        self.clocks = []
        say = self._language.say
        hint = msg("Move a clock until the pins stand where the photos were taken.")
        none = msg("No photo needs its time to be placed.")
        self._lines.addWidget(soft_label(say(hint if needing else none)))
        for camera in needing:
            clock = CameraClock(camera, offsets.get(camera.key, 0.0), self._language)
            clock.moved.connect(self._told.start)
            self.clocks.append(clock)
            self._lines.addWidget(clock)
        self._lines.addStretch(1)


def off_in_words(seconds: float) -> Text:
    """How far off a clock is said to be."""
    whole = abs(round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if not whole:
        return msg("This clock is right.")
    if seconds > 0:
        return msg("This clock is {h} h {m} min {s} s behind.", h=hours, m=minutes, s=rest)
    return msg("This clock is {h} h {m} min {s} s ahead.", h=hours, m=minutes, s=rest)


__all__ = ["CameraClock", "CameraClocks", "off_in_words"]
