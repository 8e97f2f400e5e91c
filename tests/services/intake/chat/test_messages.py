"""Messages of an exported chat: run-on lines, words of the program, marks without a shape."""

from __future__ import annotations

import pytest

from tests.services.intake.chat.chats import ANDROID, FATIMA, IPHONE, JAN, NUMBER
from walkshop.domain.errors import WalkshopError
from walkshop.services.intake.chat.messages import looks_like_chat, read_messages


def told(text: str):
    return read_messages(text, None).messages


def test_a_message_has_its_sender_its_lines_and_its_emoji():
    message = told(ANDROID)[1]
    assert (message.who, message.line) == (FATIMA, 4)
    assert message.words == "Losse tegels voor de school\nen een diepe kuil 😬👩‍🦽"


def test_lines_about_the_group_itself_are_counted_and_are_nobodys_words():
    assert read_messages(ANDROID, None).system == 2
    assert read_messages(IPHONE, None).system == 1
    assert {message.who for message in told(IPHONE)} == {FATIMA, JAN, NUMBER}


def test_files_are_told_from_their_captions_on_both_phones():
    assert told(ANDROID)[2].files == ("IMG-20270308-WA0001.jpg",)
    assert told(ANDROID)[2].words == "Hier zit nooit iemand"
    assert told(IPHONE)[0].files == ("00000012-PHOTO-2027-03-08-10-06-10.jpg",)
    caption = "[8/3/2027, 10:06:10] Jan: Kapot \u200e<attached: 1-PHOTO.jpg>"
    assert (told(caption)[0].words, told(caption)[0].files) == ("Kapot", ("1-PHOTO.jpg",))


@pytest.mark.parametrize(
    "words",
    ["<Media weggelaten>", "<Media omitted>", "\u200eimage omitted", "\u200evideo weggelaten",
     "\u200eplan.pdf • 3 pagina's \u200edocument weggelaten", "null"],
)  # fmt: skip
def test_what_was_not_exported_is_known(words):
    (message,) = told(f"[8/3/2027, 10:06:10] Jan: {words}")
    assert (message.omitted, message.words) == (True, "")


@pytest.mark.parametrize(
    "words", ["Dit bericht is verwijderd", "You deleted this message.", "This message was deleted"]
)
def test_what_was_taken_back_is_known(words):
    assert told(f"8-3-2027 10:06 - Jan: {words}")[0].deleted


def test_the_mark_of_an_edited_message_goes():
    (message,) = told("8-3-2027 10:06 - Jan: Donker \u200e<This message was edited>")
    assert message.words == "Donker"


def test_words_that_look_like_a_sender_or_a_time_stay_words():
    lines = "8-3-2027 10:06 - Jan: Let op: om 10:15 dicht\nOok dit: los"
    assert told(lines)[0].words == "Let op: om 10:15 dicht\nOok dit: los"


def test_a_chat_is_told_from_a_list():
    assert looks_like_chat(ANDROID)
    assert looks_like_chat(f"\ufeff{IPHONE}")
    assert looks_like_chat(f"\r\n{ANDROID}")
    assert not looks_like_chat("Losse tegels\n8-3-2027 was het donker\n- Jan: mooi")
    assert not looks_like_chat("Losse tegels\n8-3-2027 10:15 - Jan: mooi")
    assert not looks_like_chat("")


def test_days_that_do_not_exist_are_refused():
    with pytest.raises(WalkshopError, match="cannot be read"):
        told("45-45-2027 10:06 - Jan: Los")
