"""The parts of Prepare that are words and days about the walk as a whole."""

from __future__ import annotations

from walkshop.domain.records import Influence, Walk
from walkshop.domain.words import INFLUENCE
from walkshop.i18n import LANGUAGES, msg
from walkshop.ui.desk import Desk
from walkshop.ui.prepare.section import LONG_LINES, AboutSection, Line
from walkshop.ui.widgets.fields import Choice

LANGUAGE_WORDS = {"nl": msg("Dutch"), "en": msg("English")}

THE_WALK = msg("The walk")
DAYS = msg("Days and answers")
ROOM = msg("What is fixed, what is open")
SENDER = msg("Sender and contact")
NO_LANGUAGE = msg("none")


class WalkSection(AboutSection):
    """Title, questions and languages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            THE_WALK,
            msg("This stands on every page and on the screen for the room."),
            (
                Line("title", msg("Title")),
                Line("question", msg("Main question"), lines=2),
                Line("second_question", msg("Second question"), lines=2),
                Line("client", msg("Client")),
            ),
        )
        spoken = [(code, desk.say(LANGUAGE_WORDS[code])) for code in LANGUAGES]
        first, second = msg("Documents in"), msg("Second language")
        self.language = Choice[str](spoken, lambda code: self.change("language", first, code))
        self.second = Choice[str](
            [("", desk.say(NO_LANGUAGE)), *spoken],
            lambda code: self.change("second_language", second, code),
        )
        self.form.add("language", first, self.language)
        self.form.add("second_language", second, self.second)

    def show_walk(self, walk: Walk) -> None:
        """Show every line."""
        super().show_walk(walk)
        self.language.show_thing(walk.about.language)
        self.second.show_thing(walk.about.second_language)


class DaysSection(AboutSection):
    """The walk, the answer and the next meeting."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            DAYS,
            msg("A date can be checked later. People come back for it."),
            (
                Line("walked_on", msg("Day of the walk"), day=True),
                Line("meeting_point", msg("We meet at")),
                Line("answer_before", msg("Answer before"), day=True),
                Line("next_meeting", msg("Next meeting"), day=True),
                Line("next_meeting_words", msg("Time and place")),
            ),
        )


class RoomToMove(AboutSection):
    """What people can talk about, and what they cannot."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            ROOM,
            msg("Say it before the walk. Then nobody is let down afterwards."),
            (
                Line("fixed", msg("Fixed"), lines=LONG_LINES),
                Line("open", msg("You can have a say in this"), lines=LONG_LINES),
                Line("not_ours", msg("This is not for us to decide"), lines=LONG_LINES),
            ),
        )
        how = msg("How much influence?")
        levels = [(level, desk.say(words)) for level, words in INFLUENCE.items()]
        self.influence = Choice[Influence | None](
            [(None, desk.say(msg("not chosen yet"))), *levels],
            lambda level: self.change("influence", how, level),
        )
        self.form.add("influence", how, self.influence)

    def show_walk(self, walk: Walk) -> None:
        """Show every line."""
        super().show_walk(walk)
        self.influence.show_thing(walk.about.influence)


class SenderSection(AboutSection):
    """Who signs, and whom to call."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            SENDER,
            msg("Functions and departments, never the name of a person."),
            (
                Line("sender.name", msg("Sender")),
                Line("sender.address", msg("Postal address"), lines=2),
                Line("sender.reference", msg("Reference")),
                Line("contact.function", msg("Contact")),
                Line("contact.phone", msg("Phone")),
                Line("contact.hours", msg("Hours")),
                Line("contact.address", msg("Walk in at"), lines=2),
            ),
        )
