"""The picture of very many pins: drawn in slices, exact at rest, kept while it holds."""

import random
from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtGui import QImage, QPainter

from walkshop.domain.geo import LonLat
from walkshop.ui.map.arrange import arrange
from walkshop.ui.map.camera import Camera
from walkshop.ui.map.crowd import CrowdPicture, Sight
from walkshop.ui.map.ink import SpriteInk
from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.marks import Highlight, MarksPainter, number_width
from walkshop.ui.map.pinset import Pin, PinSet
from walkshop.ui.map.scene import Scene

pytestmark = pytest.mark.usefixtures("qapp")
HERE = LonLat(4.49, 51.93)
CAMERA = Camera.over(HERE, 16, 500, 400)
INK = SpriteInk(1.0)


def pins(count: int = 900) -> list[Pin]:
    rng = random.Random(3)
    made = []
    for nr in range(count):
        at = LonLat(HERE.lon + rng.uniform(-0.006, 0.006), HERE.lat + rng.uniform(-0.003, 0.003))
        made.append(Pin(str(nr), at, PinLook(rng.choice(("idea", "concern")), "#0072B2")))
    return made


def sight(shown: PinSet, camera: Camera = CAMERA) -> Sight:
    scene = Scene(shown)
    return Sight(scene, arrange(scene, camera, number_width))


def blank(camera: Camera = CAMERA) -> QImage:
    image = QImage(round(camera.width), round(camera.height), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    return image


def shown(crowd: CrowdPicture, what: Sight, camera: Camera = CAMERA) -> QImage:
    image = blank(camera)
    painter = QPainter(image)
    crowd.paint(painter, camera, INK, what)
    painter.end()
    return image


def finished(crowd: CrowdPicture, what: Sight, camera: Camera = CAMERA) -> QImage:
    shown(crowd, what, camera)
    while not crowd.idle:
        crowd.advance(lambda: True)
    return shown(crowd, what, camera)


def exact(what: Sight, camera: Camera = CAMERA) -> QImage:
    image = blank(camera)
    painter = QPainter(image)
    MarksPainter(*what, camera, INK).pins(painter, Highlight())
    painter.end()
    return image


def alike(one: QImage, other: QImage) -> bool:
    """Whether no px differs by more than what blending twice instead of once may round."""
    left, right = (np.array(image.constBits(), dtype=np.int16) for image in (one, other))
    return bool(np.abs(left - right).max() <= 3)


def slices(crowd: CrowdPicture, time_left: Callable[[], bool]) -> int:
    count = 0
    while not crowd.idle:
        crowd.advance(time_left)
        count += 1
    return count


def test_at_rest_it_is_what_painting_every_pin_gives() -> None:
    what = sight(PinSet(pins()))
    assert alike(finished(CrowdPicture(), what), exact(what))


def test_it_is_drawn_in_many_slices_and_meanwhile_shows_what_there_is() -> None:
    crowd, what = CrowdPicture(), sight(PinSet(pins()))
    assert shown(crowd, what) == blank()
    assert slices(crowd, lambda: False) > 10
    assert alike(shown(crowd, what), exact(what))


def test_the_old_picture_stays_until_the_new_one_is_whole() -> None:
    crowd, what = CrowdPicture(), sight(PinSet(pins()))
    before = finished(crowd, what)
    crowd.drop()
    assert shown(crowd, what) == before
    assert not crowd.idle
    crowd.advance(lambda: False)
    assert shown(crowd, what) == before


def test_panning_to_the_edge_begins_the_next_in_time_and_ends_exact() -> None:
    crowd, what = CrowdPicture(), sight(PinSet(pins()))
    finished(crowd, what)
    near, far = CAMERA.panned(100, 0), CAMERA.panned(180, 0)
    shown(crowd, what, near)
    assert crowd.idle
    assert alike(shown(crowd, what, far), exact(what, far))
    assert not crowd.idle
    assert alike(finished(crowd, what, CAMERA.panned(300, 90)), exact(what, CAMERA.panned(300, 90)))


def test_while_the_zoom_moves_nothing_is_drawn_anew() -> None:
    crowd, what = CrowdPicture(), sight(PinSet(pins()))
    finished(crowd, what)
    shown(crowd, what, CAMERA.zoomed_to(16.4))
    assert crowd.idle


def test_a_pin_that_is_added_is_stamped_at_once() -> None:
    crowd, old = CrowdPicture(), PinSet(pins())
    finished(crowd, sight(old))
    new = PinSet([*old.pins, Pin("new", HERE, PinLook("asset", "#D500D5"))])
    crowd.follow(old, new)
    assert alike(shown(crowd, sight(new)), exact(sight(new)))
    assert crowd.idle


def test_a_pin_added_while_the_picture_is_drawn_is_not_lost() -> None:
    crowd, old = CrowdPicture(), PinSet(pins())
    shown(crowd, sight(old))
    crowd.advance(lambda: False)
    new = PinSet([*old.pins, Pin("new", HERE, PinLook("asset", "#D500D5"))])
    crowd.follow(old, new)
    assert alike(finished(crowd, sight(new)), exact(sight(new)))


def test_other_pins_replace_the_old_ones() -> None:
    crowd, old = CrowdPicture(), PinSet(pins())
    finished(crowd, sight(old))
    fewer = PinSet(old.pins[100:])
    crowd.follow(old, fewer)
    assert alike(finished(crowd, sight(fewer)), exact(sight(fewer)))
