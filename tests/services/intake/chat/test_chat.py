"""The chat of an app group as notes: chosen hours, duos for senders, photos by name, places."""

from __future__ import annotations

import pytest

from tests.services.intake.chat.chats import (
    ANDROID,
    IPHONE,
    NAMES,
    photo,
    proposed,
    read,
    texts,
    the_walk,
    zipped,
)
from tests.services.intake.conftest import said
from walkshop.domain.errors import WalkshopError
from walkshop.domain.geo import LonLat
from walkshop.domain.records import NOT_YET, AtStop, Point, Source, StopId
from walkshop.i18n import language
from walkshop.services.intake import reader_of
from walkshop.services.intake.chat.timed import placed_by_time
from walkshop.services.intake.columns import LEAVE_OUT
from walkshop.services.intake.proposal import Track

TILES = "Losse tegels voor de school\nen een diepe kuil 😬👩‍🦽"


def why(proposal):
    say = language("en").say
    return {out.row: say(out.why) for out in proposal.left_out}


def test_only_the_hours_of_the_walk_come_and_the_rest_is_counted(tmp_path):
    found = read(tmp_path, ANDROID)
    assert texts(found) == [TILES, "Hier zit nooit iemand", "@… en @…: mooi groen", "Mooi groen"]
    assert {row.source for row in found.rows} == {Source.APP_GROUP}
    assert "2 messages outside these hours: left out" in said(found)
    assert "2 lines of the program itself: left out" in said(found)


def test_other_hours_are_a_choice(tmp_path):
    options = {"from": "12:00", "to": "12:30"}
    assert texts(read(tmp_path, ANDROID, **options)) == ["Dank jullie wel"]
    assert read(tmp_path, ANDROID, date="2027-03-09").rows == ()


@pytest.mark.parametrize(
    "choice",
    [{"date": "morgen"}, {"from": "laat"}, {"from": "13:00", "to": "12:00"}, {"sender_1": "Jan"},
     {"tekst": "x"}],
)  # fmt: skip
def test_a_choice_that_makes_no_sense_is_refused(tmp_path, choice):
    with pytest.raises(WalkshopError) as refusal:
        read(tmp_path, ANDROID, **choice)
    assert refusal.value.hint


def test_a_walk_without_a_day_takes_the_day_with_the_most_messages(tmp_path):
    from tests.domain.builders import a_walk

    found = read(tmp_path, f"01-03-2027 10:00 - A: hoi\n{ANDROID}", a_walk())
    assert len(found.rows) == 6
    assert "The day of the walk: Monday 8 March 2027, with the most messages" in said(found)


def test_senders_become_duos_with_their_lens_or_nobody(tmp_path):
    found = read(tmp_path, ANDROID, sender_1="d2")
    assert [row.duo for row in found.rows] == ["d2", "", "", "d2"]
    assert [row.lens for row in found.rows] == ["child", None, None, "child"]
    counts = {sender.key: sender.messages for sender in found.chat.senders}
    assert counts == {"sender 1": 2, "sender 2": 2, "sender 3": 3}


def test_messages_of_somebody_can_stay_outside(tmp_path):
    found = read(tmp_path, ANDROID, sender_1=LEAVE_OUT)
    assert texts(found) == ["Hier zit nooit iemand", "@… en @…: mooi groen"]
    assert "2 messages of people who stay outside: left out" in said(found)


def test_no_name_and_no_number_of_a_sender_is_in_what_is_kept(tmp_path):
    files = {"IMG_20270308_WA0001__jpg": photo()}
    found = proposed(zipped(tmp_path / "Chat met Fatima.zip", ANDROID, **files))
    kept = repr((found.rows, [new.photo for new in found.photos], found.kept_as))
    assert not [name for name in NAMES if name in kept]


def test_photos_join_their_message_by_name_and_what_lacks_is_said(tmp_path):
    files = {"IMG_20270308_WA0001__jpg": photo(), "PTT_20270308_WA0002__opus": b"voice"}
    found = proposed(zipped(tmp_path / "chat.zip", ANDROID, **files))
    assert [new.note for new in found.photos] == [found.rows[1].id]
    assert why(found) == {
        8: "the picture, film or voice was not exported",
        9: "a voice message: listen to it and type what was said",
        10: "its sender took this message back",
    }


def test_a_photo_without_words_is_a_note_and_a_quote_is_said_once(tmp_path):
    (tmp_path / "export").mkdir()
    (tmp_path / "export" / "_chat.txt").write_text(IPHONE, encoding="utf-8")
    (tmp_path / "export" / "00000012-PHOTO-2027-03-08-10-06-10.jpg").write_bytes(photo())
    assert reader_of(tmp_path / "export").id == "chat"
    found = proposed(tmp_path / "export")
    assert texts(found) == ["", "Te weinig bankjes", "Vooral bij de bushalte"]
    assert [new.note for new in found.photos] == [found.rows[0].id]
    assert "A quoted message in front of an answer (row 6): left out" in said(found)


def test_a_line_with_a_quote_sign_that_nobody_said_before_stays(tmp_path):
    found = read(tmp_path, "8-3-2027 10:06 - Jan: > 3 banken hier\ngraag")
    assert texts(found) == ["> 3 banken hier\ngraag"]


def test_notes_stand_along_a_track_by_their_time_else_at_the_stop_of_that_time(tmp_path):
    found = read(tmp_path, ANDROID, stop_1="10:00", stop_2="10:10")
    stops = [AtStop(StopId("stop 1"))] * 2 + [AtStop(StopId("stop 2"))] * 2
    assert [row.place for row in found.rows] == stops
    when = dict(found.chat.moments)[found.rows[0].id]
    here = LonLat(4.49, 51.93)
    along = placed_by_time(found, the_walk(), [Track("walk", (here,), (when,))])
    assert along.rows[0].place == Point(here, assumed=True, accuracy_m=15)
    assert along.rows[3].place == stops[3]


def test_without_track_and_times_notes_have_no_place_yet(tmp_path):
    assert {row.place for row in read(tmp_path, ANDROID).rows} == {NOT_YET}
    late = read(tmp_path, ANDROID, stop_2="10:10")
    assert [row.stop for row in late.rows] == [None, None, "stop 2", "stop 2"]


def test_a_shared_place_is_the_place_of_its_note(tmp_path):
    link = "https://maps.google.com/?q="
    lines = f"8-3-2027 10:06 - A: locatie: {link}51.93,4.49\n8-3-2027 10:07 - A: {link}95.5,4.49"
    found = read(tmp_path, lines, stop_1="10:00")
    assert found.rows[0].place == Point(LonLat(4.49, 51.93))
    assert found.rows[1].place == AtStop(StopId("stop 1"))


def test_the_same_chat_gives_the_same_notes(tmp_path):
    one, two = read(tmp_path, ANDROID), read(tmp_path, ANDROID)
    assert [(row.text, row.source_ref) for row in one.rows] == \
        [(row.text, row.source_ref) for row in two.rows]  # fmt: skip
