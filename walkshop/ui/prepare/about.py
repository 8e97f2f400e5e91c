"""The parts of Prepare that are words and days about the walk as a whole."""

from __future__ import annotations

from walkshop.domain.geo import length_m
from walkshop.domain.queries.routes import route_of, walking_minutes
from walkshop.domain.records import Influence, Walk
from walkshop.domain.words import INFLUENCE
from walkshop.i18n import LANGUAGES, msg
from walkshop.ui.desk import Desk
from walkshop.ui.prepare import model
from walkshop.ui.prepare.section import LONG_LINES, AboutSection, Holds, Line
from walkshop.ui.widgets.buttons import Button
from walkshop.ui.widgets.fields import Choice

LANGUAGE_WORDS = {"nl": msg("Dutch"), "en": msg("English")}

THE_WALK = msg("The walk")
DAYS = msg("Days and answers")
COMING = msg("For who comes along")
CAME = msg("Who came")
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
                Line("walked_on", msg("Day of the walk"), holds=Holds.DAY),
                Line("starts_at", msg("We begin at"), holds=Holds.TIME),
                Line("ends_at", msg("We end at"), holds=Holds.TIME),
                Line("answer_before", msg("Answer before"), holds=Holds.DAY),
                Line("next_meeting", msg("Next meeting"), holds=Holds.DAY),
                Line("next_meeting_words", msg("Time and place")),
            ),
        )


class ComingSection(AboutSection):
    """What somebody who wants to come along asks; the invitation says it in this order."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            COMING,
            msg("People come sooner when they know this."),
            (
                Line("meeting_point", msg("We meet at")),
                Line("end_point", msg("We finish at")),
                Line("walking_minutes", msg("Minutes of walking"), holds=Holds.COUNT),
                Line("distance_m", msg("Distance in metres"), holds=Holds.METRES),
                Line("toilet", msg("Toilet at")),
                Line("seats", msg("Seats on the way")),
                Line("wheelchair", msg("A wheelchair can come"), holds=Holds.YES_NO),
                Line("rain_plan", msg("If it rains")),
                Line("coffee", msg("Coffee afterwards")),
                Line("sign_up", msg("How to sign up")),
                Line("sign_up_until", msg("Sign up until"), holds=Holds.DAY),
            ),
        )
        self.from_route = Button(
            desk.say(msg("Take minutes and distance from the route")), self.take_route
        )
        self.form.add_wide(self.from_route)

    def show_walk(self, walk: Walk) -> None:
        """Show every line."""
        super().show_walk(walk)
        self.from_route.setVisible(route_of(walk) is not None)

    def take_route(self) -> None:
        """Minutes and distance as the route has them, as one act."""
        store = self.desk.store
        route = route_of(store.walk)
        if route is None:
            return
        metres = round(length_m(route.along))
        stamp = store.stamp()

        def edit(walk: Walk) -> Walk:
            minutes = model.set_about("walking_minutes", walking_minutes(metres), stamp)
            return model.set_about("distance_m", float(metres), stamp)(minutes(walk))

        if self.do(msg("Minutes and distance taken from the route"), edit):
            self.show_walk(store.walk)


class CameSection(AboutSection):
    """Who was invited and who came, as counts; the account gives them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            desk,
            CAME,
            msg("Fill this in after the walk. The account needs it."),
            (
                Line("invited_addresses", msg("Addresses invited"), holds=Holds.COUNT),
                Line("residents", msg("Residents who came"), holds=Holds.COUNT),
                Line("professionals", msg("Professionals who came"), holds=Holds.COUNT),
                Line("weather", msg("Weather")),
                Line("reach", msg("How people were reached"), lines=LONG_LINES),
                Line("accessibility", msg("Who could not come along, and why"), lines=LONG_LINES),
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
