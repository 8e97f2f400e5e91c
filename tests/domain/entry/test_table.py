"""The table of sentences that were typed, and what each must yield."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.entry.book import a_book
from walkshop.domain.entry import Entry, Street, read_line
from walkshop.domain.records import Kind
from walkshop.i18n import language

GOOD, BETTER, CHANCE, IDEA, QUESTION = (
    Kind.ASSET,
    Kind.CONCERN,
    Kind.OPPORTUNITY,
    Kind.IDEA,
    Kind.UNKNOWN,
)

ROWS: list[tuple[str, str, dict[str, Any]]] = [  # Any: fields of Entry, each of its own type
    ("+ Speeltuin voor de kleintjes", "Speeltuin voor de kleintjes", {"kind": GOOD}),
    (
        "+Mooi groen bij de singel #gr @3",
        "Mooi groen bij de singel",
        {"kind": GOOD, "themes": ("natuur",), "stop": 3},
    ),
    (
        "! Te weinig zitbanken, vaak vreemd geplaatst #bank @boez",
        "Te weinig zitbanken, vaak vreemd geplaatst",
        {"kind": BETTER, "themes": ("recreatie",), "stop": 3},
    ),
    (
        "> De Nieuwe Branding kan een plek voor jong en oud worden @7 @d2",
        "De Nieuwe Branding kan een plek voor jong en oud worden",
        {"kind": CHANCE, "stop": 7, "duo": "d2"},
    ),
    ("* Meer over historie #cult", "Meer over historie", {"kind": IDEA, "themes": ("cultuur",)}),
    (
        "? Wanneer wordt de straat opgeknapt",
        "Wanneer wordt de straat opgeknapt",
        {"kind": QUESTION},
    ),
    ("Wat een mooi park!", "Wat een mooi park!", {}),
    ("Waarom staat hier geen bank?", "Waarom staat hier geen bank?", {}),
    ("Wat een troep hier!!", "Wat een troep hier!!", {}),
    ("65+ers zitten hier graag", "65+ers zitten hier graag", {}),
    ("+65 woningen zijn er te weinig", "+65 woningen zijn er te weinig", {}),
    ("Ruimte voor P+R bij de metro", "Ruimte voor P+R bij de metro", {}),
    ("+/- 20 auto's fout geparkeerd", "+/- 20 auto's fout geparkeerd", {}),
    ("Blok D2 is vies, ook portiek P07", "Blok D2 is vies, ook portiek P07", {}),
    ("Parkeerdek P2 stinkt @d4", "Parkeerdek P2 stinkt", {"duo": "d4"}),
    ("Mail naar info@buurt.nl", "Mail naar info@buurt.nl", {}),
    ("Meer #groen in de wijk graag", "Meer #groen in de wijk graag", {}),
    ("De #straatbarbecue was leuk", "De #straatbarbecue was leuk", {}),
    ("Huis #12 staat leeg", "Huis #12 staat leeg", {}),
    ("Te hard rijden #ve", "Te hard rijden #ve", {"ghost": "#ve: verkeer of ov of veiligheid?"}),
    ("Te hard rijden #verk", "Te hard rijden", {"themes": ("verkeer",)}),
    (
        "Weinig migrantenvrouwen op straat @wijk",
        "Weinig migrantenvrouwen op straat",
        {"whole": True},
    ),
    (
        'Moeder zei "hier is niks voor ons" op het plein @4',
        'Moeder zei "hier is niks voor ons" op het plein',
        {"stop": 4, "quotes": ("hier is niks voor ons",)},
    ),
    (
        "„Daar is niet tegenop te poetsen.”",
        "„Daar is niet tegenop te poetsen.”",
        {"quotes": ("Daar is niet tegenop te poetsen.",)},
    ),
    (
        "'k Zou 's avonds niet door 't park gaan",
        "'k Zou 's avonds niet door 't park gaan",
        {},
    ),
    ('Een 15" scherm in het wijkgebouw', 'Een 15" scherm in het wijkgebouw', {}),
    ("*Bankje* kapot bij de singel", "*Bankje* kapot bij de singel", {}),
    ("=27", "", {"voice_for": 27}),
    (
        "=27 wij hadden dat ook, bij de brug",
        "wij hadden dat ook, bij de brug",
        {"voice_for": 27},
    ),
    ("27", "", {"goes_to": 27}),
    ("@5 @d6", "", {"stop": 5, "duo": "d6", "only_sets": True}),
    (
        "Vuil op straat #afval @crooswijkses",
        "Vuil op straat @crooswijkses",
        {
            "themes": ("leefomgeving",),
            "ghost": "@crooswijkses: Crooswijksestraat of Crooswijksesingel?",
        },
    ),
    (
        "Vuil op straat #afval @crooswijksestr.",
        "Vuil op straat.",
        {"themes": ("leefomgeving",), "street": "Crooswijksestraat"},
    ),
    ("Stoep verzakt @30", "Stoep verzakt @30", {"ghost": "stopplek 30 is er niet"}),
    ("Serviceflat te duur #!", "Serviceflat te duur", {"kind": BETTER}),
    (r"\+ is hier een plusteken", "+ is hier een plusteken", {}),
    (
        "Te duur (€ 3,50 per uur) en druk * op zaterdag",
        "Te duur (€ 3,50 per uur) en druk * op zaterdag",
        {},
    ),
    ('"Alles" is hier duur', '"Alles" is hier duur', {}),
    (
        "#metoo op het schoolplein besproken",
        "#metoo op het schoolplein besproken",
        {"ghost": "#metoo: ken ik niet"},
    ),
    (
        "Stank bij de container #L #ge",
        "Stank bij de container #ge",
        {"themes": ("leefomgeving",), "ghost": "#ge: werk of gezondheid of lawaai?"},
    ),
    ("@wijk * Meer mantelzorg", "Meer mantelzorg", {"kind": IDEA, "whole": True}),
    ("!!! Gevaarlijk bij de school", "!!! Gevaarlijk bij de school", {}),
    ("*", "", {"kind": IDEA, "ghost": "nog geen tekst"}),
    (
        "Groen #natuur #groen @9 @5",
        "Groen @9",
        {"themes": ("natuur",), "stop": 5, "ghost": "stopplek 9 is er niet"},
    ),
    ("Serviceflat te duur", "Serviceflat te duur", {}),
]

_SETS = ("kind", "themes", "stop", "duo", "participant", "whole", "no_place", "quotes")
_POINTS = ("voice_for", "goes_to")


@pytest.mark.parametrize(("typed", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_line_yields_its_words_and_what_was_set(
    typed: str, text: str, expected: dict[str, Any]
) -> None:
    entry = read_line(typed, a_book())

    assert entry.text == text
    nothing = Entry()
    for name in (*_SETS, *_POINTS):
        assert getattr(entry, name) == expected.get(name, getattr(nothing, name)), name
    assert (entry.street.name if entry.street else None) == expected.get("street")
    assert entry.only_sets == expected.get("only_sets", False)
    ghost = "; ".join(language("nl").say(remark) for remark in entry.remarks)
    assert ghost == expected.get("ghost", "")


def test_the_table_is_whole() -> None:
    assert len(ROWS) == 45
    assert all(isinstance(street, Street) for street in a_book().streets)
