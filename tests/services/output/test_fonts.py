"""Every character prints: as itself, or by its name where no font has it."""

from __future__ import annotations

import pytest

from walkshop.services.output.fonts import Characters, font_folder, fonts


@pytest.mark.parametrize(
    "text", ["Eén café, Ömür", "Привет", "مرحبا", "שלום", "นั่ง", "नमस्ते", "→ ☺ ✓ ≥", "a\tb\nc"]
)
def test_words_that_our_fonts_have_stay_as_they_are(text: str) -> None:
    characters = Characters(system=False)
    assert characters.printable([text]) == [text]
    assert characters.replaced == 0


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("een 🌳 hier", "een [deciduous tree] hier"),
        ("a\x00b", "a[U+0000]b"),
        ("a\ud800b", "a[U+D800]b"),
        ("中", "[cjk unified ideograph-4e2d]"),
    ],
)
def test_a_character_that_no_font_has_is_printed_by_its_name(text: str, printed: str) -> None:
    characters = Characters(system=False)
    assert characters.printable({"words": text}) == {"words": printed}
    assert characters.replaced == 1


def test_a_word_without_end_may_break_and_keeps_its_letters() -> None:
    broken = Characters(system=False).printable("x" * 5000)
    assert isinstance(broken, str)
    assert broken.replace("\u200b", "") == "x" * 5000
    assert max(map(len, broken.split("\u200b"))) <= 10


def test_words_of_a_drawing_are_made_printable_too() -> None:
    characters = Characters(system=False)
    svg = "<svg><text>Park 🌳 &#127795; caf&#233;</text></svg>".encode()
    tree = "[deciduous tree]"
    assert characters.drawing(svg).decode() == f"<svg><text>Park {tree} {tree} café</text></svg>"
    assert characters.replaced == 2


def test_the_fonts_are_written_once_and_mended_when_cut_off() -> None:
    font = font_folder() / "notos.ttf"
    whole = font.read_bytes()
    font.write_bytes(whole[:100])
    font_folder.cache_clear()
    assert font_folder() / "notos.ttf" == font
    assert font.read_bytes() == whole


def test_without_the_fonts_of_the_machine_only_ours_are_there() -> None:
    families = {"FiraGO", "Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols2"}
    assert set(fonts(system=False).families()) == families
