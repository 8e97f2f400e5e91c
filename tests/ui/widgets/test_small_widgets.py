"""The small widgets of forms and cards, one habit each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from tests.ui.stages import ENGLISH
from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.ui import tokens
from walkshop.ui.widgets.buttons import Switch
from walkshop.ui.widgets.fields import Choice, LineField, LongField
from walkshop.ui.widgets.form import Form
from walkshop.ui.widgets.labels import plain_label
from walkshop.ui.widgets.text import break_lines, capital, line_is_rtl

LONG = "x" * 500


def test_words_break_anywhere_when_one_is_too_long(qapp):
    lines = break_lines(LONG, tokens.BODY, 200)
    assert "".join(lines.lines) == LONG
    assert lines.widest <= 200
    assert lines.height == len(lines.lines) * tokens.BODY.line


def test_what_does_not_fit_in_the_lines_ends_in_dots(qapp):
    lines = break_lines("one two three four five six seven", tokens.BODY, 80, most=2)
    assert lines.cut
    assert len(lines.lines) == 2
    assert lines.lines[1].endswith("…")


def test_words_from_right_to_left_are_known_by_their_first_letter(qapp):
    assert line_is_rtl("12 שלום")
    assert not line_is_rtl("12 bench שלום")
    image = QImage(100, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    lines = break_lines("שלום", tokens.BODY, 100)
    lines.draw(painter, image.rect().toRectF(), tokens.INK)
    painter.end()
    dark = [x for x in range(100) for y in range(30) if image.pixelColor(x, y).lightness() < 128]
    assert min(dark) > 40


def test_a_label_is_as_high_as_its_words_at_its_width(qtbot):
    label = plain_label("<b>words</b> that go on and on and on")
    qtbot.addWidget(label)
    assert label.text().startswith("<b>")
    assert label.heightForWidth(60) > label.heightForWidth(600) == tokens.BODY.line
    assert label.minimumSizeHint().width() < 60
    assert plain_label("").heightForWidth(100) == 0


def test_capital_leaves_the_rest_alone():
    assert capital("nog zonder Plek") == "Nog zonder Plek"
    assert capital("") == ""


def test_a_line_says_once_that_its_words_changed(qtbot):
    field = LineField()
    qtbot.addWidget(field)
    said: list[str] = []
    field.committed.connect(said.append)
    field.show_words("bench")
    field.show()
    field.end(False)
    QTest.keyClicks(field, "es")
    QTest.keyClick(field, Qt.Key.Key_Return)
    field.clearFocus()
    assert said == ["benches"]


def test_typing_is_not_overwritten_by_what_the_walk_holds(qtbot):
    field = LineField()
    qtbot.addWidget(field)
    field.show_words("old")
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.setText("being typed")
    field.show_words("from elsewhere")
    assert field.text() == "being typed"


def test_a_long_field_is_done_when_the_person_goes_on(qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    row = QHBoxLayout(holder)
    field, after = LongField(2), QLineEdit()
    row.addWidget(field)
    row.addWidget(after)
    said: list[str] = []
    field.committed.connect(said.append)
    holder.show()
    field.setFocus()
    QTest.keyClicks(field, "so that")
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    field.finish()
    assert said == ["so that"]
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert holder.focusWidget() is after


def test_a_choice_tells_only_what_a_person_chose(qtbot):
    chosen: list[str | None] = []
    choice = Choice[str | None]([(None, "none"), ("a", "first")], chosen.append)
    qtbot.addWidget(choice)
    choice.show_thing("a")
    assert chosen == []
    choice.choose(None)
    assert chosen == [None]
    choice.show_thing("not offered")
    assert choice.currentIndex() == -1


def test_a_switch_has_one_button_on(qtbot):
    switch = Switch("Paper", [("a4", "A4"), ("a3", "A3")])
    qtbot.addWidget(switch)
    told: list[str] = []
    switch.chosen.connect(told.append)
    QTest.mouseClick(switch.button("a3"), Qt.MouseButton.LeftButton)
    assert switch.key == "a3"
    assert told == ["a3"]
    assert switch.button("a3").accessibleName() == "Paper: A3"


def test_a_refusal_stands_under_its_field_and_goes_again(qtbot):
    form = Form(ENGLISH, {msg("Who leads?"): "leader"})
    qtbot.addWidget(form)
    form.add("what", msg("What"), QLineEdit())
    form.add("leader", msg("Who leads"), QLineEdit())
    form.refuse(WalkshopError(msg("Who leads?"), msg("Start with a verb.")))
    assert form.refused() == ("leader", "Who leads? Start with a verb.")
    form.refuse(WalkshopError(msg("Something else")))
    assert form.refused() == ("what", "Something else")
    form.accept()
    assert form.refused() == ("", "")
