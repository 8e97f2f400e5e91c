"""Fits the words of a page into a screen: large when short, smaller when long, never cut.

The type shrinks as far as 28 pt. What is longer still, or has more words than people read from
their chairs, goes on on a next sheet.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from walkshop.ui import tokens
from walkshop.ui.projector.page import WORDS_AT_MOST, RoomPage
from walkshop.ui.tokens import Type
from walkshop.ui.widgets.text import Lines, lines_in

_STEPS = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
_GAP = 0.32
"""Between two blocks, in heights of a line of the smallest type."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words that are lettered alike."""

    text: str
    role: Type
    colour: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Lines of a block on a sheet, `top` px below its upper edge."""

    lines: Lines
    colour: str
    top: float

    @property
    def foot(self) -> float:
        """Where it ends, px below the upper edge of the sheet."""
        return self.top + self.lines.height


Sheet = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """The room that words have, in px.

    Args:
        unit: px of the screen to one px of a screen 720 high.
        size: the size that somebody chose, 1.0 for the usual one.
    """

    width: float
    height: float
    unit: float
    size: float = 1.0

    def font(self, role: Type, shrunk: float = 1.0) -> tuple[QFont, int]:
        """The font of a role and the height of its lines in px; never under 28 pt."""
        return room_font(self.pixels(role, shrunk), role.weight), self._line(role, shrunk)

    def pixels(self, role: Type, shrunk: float = 1.0) -> int:
        """The size of a role in px."""
        floor = tokens.ROOM_TEXT.px * max(1.0, self.size)
        return round(max(role.px * self.size * shrunk, floor) * self.unit)

    def _line(self, role: Type, shrunk: float) -> int:
        return round(self.pixels(role, shrunk) * role.line / role.px)


def room_font(pixels: int, weight: int = 400) -> QFont:
    """The program's font in any size."""
    font = QFont(QApplication.font())
    font.setPixelSize(max(1, pixels))
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def blocks_of(page: RoomPage) -> list[Block]:
    """The words of a page, each with its lettering."""
    return [
        Block(text, role, colour)
        for texts, role, colour in (
            ((page.lead,), tokens.ROOM_TEXT, tokens.SOFT),
            ((page.name,), tokens.ROOM_NAME, tokens.INK),
            (page.words, tokens.ROOM_STATEMENT, tokens.INK),
            (page.small, tokens.ROOM_TEXT, tokens.INK),
        )
        for text in texts
        if text.strip()
    ]


def lay_out(blocks: Sequence[Block], room: Room) -> list[Sheet]:
    """The blocks below each other on as few sheets as there can be, and there as large as fits."""
    sheets: list[Sheet] = []
    for shrunk in reversed(_STEPS):
        found = _on_sheets(_below_each_other(blocks, room, shrunk), room)
        if sheets and len(found) > len(sheets):
            break
        sheets = found
    return sheets


def _below_each_other(blocks: Sequence[Block], room: Room, shrunk: float) -> list[Piece]:
    found: list[Piece] = []
    top = 0.0
    for block in blocks:
        font, high = room.font(block.role, shrunk)
        lines = lines_in(block.text, font, high, room.width)
        found.append(Piece(lines, block.colour, top))
        top = found[-1].foot + _gap(room)
    return found


def _on_sheets(pieces: Sequence[Piece], room: Room) -> list[Sheet]:
    sheets: list[list[Piece]] = [[]]
    top, start, said = 0.0, 0, 0
    for index, line in _lines(pieces):
        piece = pieces[index]
        high = piece.lines.line_height
        gap = _gap(room) if start != index and sheets[-1] else 0.0
        words = len(line.split())
        full = top + gap + high > room.height or said + words > WORDS_AT_MOST
        if sheets[-1] and full:
            sheets.append([])
            top, gap, said = 0.0, 0.0, 0
        if sheets[-1] and start == index:
            sheets[-1][-1] = _longer(sheets[-1][-1], line)
        else:
            sheets[-1].append(Piece(replace(piece.lines, lines=(line,)), piece.colour, top + gap))
        top, said, start = top + gap + high, said + words, index
    return [tuple(sheet) for sheet in sheets]


def _longer(piece: Piece, line: str) -> Piece:
    return replace(piece, lines=replace(piece.lines, lines=(*piece.lines.lines, line)))


def _lines(pieces: Sequence[Piece]) -> Iterator[tuple[int, str]]:
    for index, piece in enumerate(pieces):
        for line in piece.lines.lines:
            yield index, line


def _gap(room: Room) -> float:
    return _GAP * tokens.ROOM_TEXT.line * room.unit * room.size
