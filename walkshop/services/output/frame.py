"""What stands on every sheet: title, walk, sender, version, notices, contact and footer."""

from __future__ import annotations

from collections.abc import Mapping

from walkshop.domain.records import Contact
from walkshop.i18n import msg
from walkshop.services.output.edition import Edition
from walkshop.services.output.fonts import Printable
from walkshop.services.output.words import PROFILES

_FOOT = 160
"""Characters of one part of a footer at most."""


def document(edition: Edition, title: str) -> Mapping[str, Printable]:
    """The frame of a document with this title, in its language."""
    about, say = edition.walk.about, edition.say
    day = edition.language.day(about.walked_on) if about.walked_on else ""
    walk = edition.of(about, "title")
    return {
        "lang": edition.language.code,
        "title": title,
        "document_title": f"{title}. {walk}" if walk else title,
        "walk": ", ".join(part for part in (walk, day) if part),
        "question": edition.of(about, "question"),
        "notices": _notices(edition),
        "sender": _sender(edition),
        "version": say(
            msg("Version: {state}, {date}", state=_short(edition.version()), date=edition.today)
        ),
        "made_with": say(msg("Made with the people who walked along")),
        "contact": _short(contact_line(edition, about.contact)),
        "profile": say(PROFILES[edition.profile]),
        "page_of": say(msg("Page {page} of {pages}", page="<page>", pages="<pages>")),
    }


def _notices(edition: Edition) -> list[Printable]:
    """What must be known before reading on; also what is too long for the foot of a page."""
    about = edition.walk.about
    notices: list[Printable] = [edition.of(about, "notice")]
    for words in (contact_line(edition, about.contact), edition.version()):
        if words != _short(words):
            notices.append(words)
    if not edition.public:
        notices.append(
            edition.say(msg("This is the team's copy. It may hold names: do not forward."))
        )
    return [notice for notice in notices if notice]


def _sender(edition: Edition) -> Printable:
    sender = edition.walk.about.sender
    name = sender.name.strip()
    parts = (sender.address.strip(), sender.reference.strip())
    return {
        "name": edition.say(msg("Sent by: {name}", name=name)) if name else "",
        "more": ", ".join(part for part in parts if part),
    }


def contact_line(edition: Edition, contact: Contact) -> str:
    """Whom to call with questions, in one line; empty where nobody is named."""
    parts = (contact.function, contact.phone, contact.hours, contact.address)
    who = ", ".join(part.strip() for part in parts if part.strip())
    who = who[:1].upper() + who[1:]
    return edition.say(msg("Questions? {contact}", contact=who)) if who else ""


def _short(words: str) -> str:
    return words if len(words) <= _FOOT else f"{words[: _FOOT - 1]}…"
