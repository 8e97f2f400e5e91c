"""What another set would do to the themes of notes, and that going there and back loses nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.builders import STAMP, a_note, a_walk
from walkshop.domain.edits.setting import change_about
from walkshop.domain.queries.notes import count_notes
from walkshop.domain.queries.themes import shown_in
from walkshop.domain.records import ThemeId, Walk
from walkshop.services.themes import every_theme, labels_of, set_ids, theme_set, themes_of

THEMES = st.sampled_from([None, *every_theme(), ThemeId("of nobody")])
SETS = st.lists(st.sampled_from(set_ids()), min_size=1, max_size=5)


def switched(walk: Walk, set_id: str) -> Walk:
    return change_about(walk, replace(walk.about, theme_set=set_id), STAMP)


def looks(walk: Walk) -> list[object]:
    themes = themes_of(walk)
    return [
        (themes.theme(note.theme), themes.theme(note.theme2), labels_of(themes, note, "nl"))
        for note in walk.notes.values()
    ]


@given(st.lists(st.tuples(THEMES, THEMES), max_size=8), SETS)
def test_sets_switched_and_back_lose_no_theme_label_or_look(pairs, sets) -> None:
    made = partial(a_note, theme_set="walkshop-17", theme_label="zo gezegd")
    before = a_walk(*(made(n, theme=a, theme2=b) for n, (a, b) in enumerate(pairs, 1)))
    walk = before
    for one in sets:
        walk = switched(walk, one)
        assert walk.notes is before.notes
        assert all(
            bool(labels) == bool(note.theme or note.theme2)
            for (*_, labels), note in zip(looks(walk), walk.notes.values(), strict=True)
        )
    assert looks(switched(walk, before.about.theme_set)) == looks(before)


def test_the_mapping_says_what_each_theme_becomes_and_what_stays() -> None:
    bus, play = ThemeId("ov"), ThemeId("sport")
    walk = a_walk(
        a_note(1, theme=play), a_note(2, theme=bus), a_note(3, theme=play, theme2=bus),
        a_note(4, theme=play), a_note(5, theme=ThemeId("kind-groen")), a_note(6),
    )  # fmt: skip
    found = shown_in(walk, theme_set("children-6"))
    assert [(one.theme, one.notes, one.shown and one.shown.id) for one in found] == [
        (bus, 2, None),
        (play, 3, "kind-spelen"),
    ]


def test_counts_go_by_the_themes_of_the_walk_and_count_a_note_once_for_each() -> None:
    sport, leisure = ThemeId("sport"), ThemeId("recreatie")
    walk = a_walk(a_note(1, theme=sport, theme2=leisure), a_note(2, theme=ThemeId("ov")), a_note(3))
    assert count_notes(walk).themes == {"": 1, "ov": 1, "recreatie": 1, "sport": 1}
    shown = count_notes(walk, themes=theme_set("children-6")).themes
    assert shown == {"": 1, "ov": 1, "kind-spelen": 1}
