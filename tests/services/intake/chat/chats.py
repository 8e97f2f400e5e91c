"""Invented chats of an app group, as phones export them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from itertools import count
from pathlib import Path

from tests.domain.builders import a_walk
from tests.services.photos.camera import picture, shot
from walkshop.domain.geo import LonLat
from walkshop.domain.records import LensId, Participant, ParticipantId, Stop, StopId, Walk
from walkshop.services.intake import Proposal, propose

FATIMA, NUMBER, JAN = "Fatima el Voorbeeld", "+31 6 00000000", "~ Jan Verzonnen"
NAMES = ("Fatima", "Voorbeeld", "00000000", "31600000000", "Verzonnen")

ANDROID = f"""\
08-03-2027 09:50 - Berichten en oproepen worden end-to-end versleuteld. Tik voor meer info.
08-03-2027 09:51 - {FATIMA} heeft de groep "Wandeling: route" aangemaakt
08-03-2027 09:55 - {FATIMA}: Tot zo allemaal!
08-03-2027 10:05 - {FATIMA}: Losse tegels voor de school
en een diepe kuil 😬👩‍🦽
08-03-2027 10:07 - {NUMBER}: IMG-20270308-WA0001.jpg (bestand bijgevoegd)
Hier zit nooit iemand
08-03-2027 10:07 - {NUMBER}: <Media weggelaten>
08-03-2027 10:08 - {JAN}: PTT-20270308-WA0002.opus (bestand bijgevoegd)
08-03-2027 10:09 - {JAN}: Dit bericht is verwijderd
08-03-2027 10:15 - {JAN}: @\u2068Fatima el Voorbeeld\u2069 en @31600000000: mooi groen <Dit bericht is bewerkt>
08-03-2027 10:15 - {FATIMA}: Mooi groen
08-03-2027 12:30 - {FATIMA}: Dank jullie wel
"""  # noqa: E501 - lines as they are exported

IPHONE = f"""\
[8/3/2027, 09:50:00] Wandeling: \u200eBerichten en oproepen worden end-to-end versleuteld.
\u200e[8/3/2027, 10:06:10] {FATIMA}: \u200e<bijgevoegd: 00000012-PHOTO-2027-03-08-10-06-10.jpg>
[8/3/2027, 10:06:30] {JAN}: Te weinig bankjes
\u200e[8/3/2027, 10:07:00] {JAN}: \u200eafbeelding weggelaten
\u200e[8/3/2027, 10:07:30] {JAN}: \u200eJe hebt dit bericht verwijderd.
[8/3/2027, 10:08:00] {NUMBER}: > {JAN}: Te weinig bankjes
Vooral bij de bushalte
"""

_ids = count(1)


def the_walk() -> Walk:
    """A walk on 8 March 2027 from 10 to 12, with two stops and one duo with its lens."""
    walk = a_walk(
        Stop(id=StopId("stop 1"), nr=1, name="Goudseplein", at=LonLat(4.489, 51.928), order=1.0),
        Stop(id=StopId("stop 2"), nr=2, name="Boezemsingel", at=LonLat(4.496, 51.93), order=2.0),
        Participant(id=ParticipantId("p"), code="P07", duo="d2", lens=LensId("child")),
    )
    day = date(2027, 3, 8)
    about = replace(walk.about, walked_on=day, starts_at=time(10), ends_at=time(12))
    return replace(walk, about=about)


def photo(width: int = 60) -> bytes:
    """A picture as an app sends it: no place, no time."""
    return shot(picture((width, 40)))


def zipped(path: Path, text: str, **files: bytes) -> Path:
    """An exported chat; files by name, "_" for "-" and "__" for "."."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_chat.txt", text)
        for name, data in files.items():
            archive.writestr(name.replace("__", ".").replace("_", "-"), data)
    return path


def proposed(
    path: Path, said: Mapping[str, str] | None = None, walk: Walk | None = None
) -> Proposal:
    """What a chat would bring into the walk."""
    return propose(path, walk or the_walk(), said or {}, lambda: f"id {next(_ids)}")


def read(folder: Path, text: str, walk: Walk | None = None, **said: str) -> Proposal:
    """The same for the words of a chat alone; choices by name, "_" for blanks."""
    path = folder / "chat.txt"
    path.write_text(text, encoding="utf-8")
    return proposed(path, {name.replace("_", " "): words for name, words in said.items()}, walk)


def texts(proposal: Proposal) -> list[str]:
    """The words of its rows."""
    return [row.text for row in proposal.rows]
