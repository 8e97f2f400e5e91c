"""The box of the whole area: laid out in px, without a window but with its fonts."""

import pytest

from walkshop.ui.map.looks import PinLook
from walkshop.ui.map.scene import Aside, WholeNotes
from walkshop.ui.map.spread import Box
from walkshop.ui.map.whole import PAPER_ROWS, SCREEN_ROWS, freest, lay_whole, whole_cost

pytestmark = pytest.mark.usefixtures("qapp")


def whole(count: int) -> WholeNotes:
    looks = [PinLook("idea", "#0072B2", "#FFFFFF", "W", nr) for nr in range(1, count + 1)]
    return WholeNotes("Whole area", tuple(Aside(f"note {look.nr}", look) for look in looks))


def width(text: str, _size: float) -> float:
    return 9.0 * len(text)


def test_without_such_notes_there_is_no_box() -> None:
    assert lay_whole(whole(0), 800, width) is None


def test_every_note_is_found_where_it_stands() -> None:
    box = lay_whole(whole(7), 800, width)
    assert box is not None
    assert [box.at(cell.x, cell.y) for cell in box.cells] == [f"note {n}" for n in range(1, 8)]
    assert box.at(box.box.left + 2, box.box.top + 2) == ""
    assert box.at(box.box.right + 5, box.box.top + 40) == ""


def test_pins_and_numbers_stay_inside_and_apart() -> None:
    box = lay_whole(whole(20), 800, width, PAPER_ROWS)
    assert box is not None
    for cell in box.cells:
        assert box.box.left < cell.x - 12
        assert cell.number.right < box.box.right
        assert cell.y + 12 < box.box.bottom
    assert len({(cell.x, cell.y) for cell in box.cells}) == 20


def test_on_screen_three_rows_are_enough_and_the_rest_is_counted() -> None:
    box = lay_whole(whole(200), 800, width)
    assert box is not None
    assert len({cell.y for cell in box.cells}) == SCREEN_ROWS
    assert box.more == 200 - len(box.cells) > 0


def test_on_paper_the_box_stands_where_it_hides_no_pin() -> None:
    box = lay_whole(whole(5), 900, width, PAPER_ROWS)
    assert box is not None
    pins = [(40.0, 40.0), (860.0, 60.0)]
    shut = [Box(10, 560, 200, 590), Box(700, 570, 900, 600)]
    placed = freest(box, (900, 600), whole_cost(pins, shut))
    assert whole_cost(pins, shut)(placed.box) == 0
    assert placed.box.right <= 900
    assert placed.box.bottom <= 600
