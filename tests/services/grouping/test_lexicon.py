"""The lexicon means what people mean: each concept has words it takes and words it leaves."""

import csv
import re
from collections import defaultdict

import pytest

from walkshop.files import resource
from walkshop.services.grouping import Item
from walkshop.services.grouping.lexicon import LANGUAGES, lexicon
from walkshop.services.grouping.reading import Reader

QUADRANTS = {"security", "cohesion", "inclusion", "empowerment"}

# For each concept a note that is about it, and one that only looks as if it were.
TAKEN_AND_LEFT = [
    ("spelen", "de glijbaan op de speelplek", "dat speelt een rol"),
    ("sport", "sportveldje voor voetbal", "transport van goederen"),
    ("groen", "een park met bomen", "overal parkeren ze fout"),
    ("groen", "meer groenstroken", "de groenteboer is weg"),
    ("groen", "natuur bij huis", "natuurlijk doen we dat"),
    ("water", "de vijver is mooi", "het is waterdicht afgesproken"),
    ("klimaat", "schaduw als het heet is", "zo heeft iedereen wat"),
    ("dieren", "hondenuitlaatplek maken", "een dierbaar stukje wijk"),
    ("schoon", "zwerfafval ruimen", "mijn schoonmoeder woont hier"),
    ("schoon", "ratten bij het eten", "een ratelende kar"),
    ("onderhoud", "de lamp is stuk", "het is een stuk fijner nu"),
    ("lopen", "stoep te smal voor de rollator", "het loopt goed met de kas"),
    ("fietsen", "fietsenstalling bij de flat", "paarden in hun stal"),
    ("verkeer", "auto's rijden te hard", "het loopt verkeerd"),
    ("verkeer", "de weg is druk", "alles is hier weg"),
    ("parkeren", "fout geparkeerd", "in het park"),
    ("ov", "de bus komt niet", "een busje verf"),
    ("geluid", "herrie van brommers", "onrustige tijden"),
    ("veilig", "geen licht, donker en eng", "het loopt licht hellend af"),
    ("zitten", "een bank om te zitten", "de voedselbank is vol"),
    ("ontmoeten", "koffie drinken met de buren", "vriendelijk personeel"),
    ("erbij", "nieuwkomers en taal", "totaal anders"),
    ("wonen", "sociale huurwoning met lift", "een woonerf"),
    ("zorg", "mantelzorg en huisarts", "zorgvuldig gedaan"),
    ("geld", "mensen zijn arm", "arm in arm naar huis"),
    ("voorzieningen", "winkels en een toilet", "het is wat frisser"),
    ("cultuur", "kunst en historie", "bankjes van kunststof"),
    ("meedoen", "inspraak voor vrijwilligers", "planken los"),
]


def concepts(text: str, language: str = "nl") -> set[str]:
    [reading] = Reader(lexicon(), ()).read([Item("1", text, (), None, language)])
    known = lexicon().concepts
    return {known[place].id for hit in reading.hits for place in hit.concepts}


@pytest.mark.parametrize(("concept", "taken", "left"), TAKEN_AND_LEFT)
def test_a_concept_takes_what_is_meant_and_leaves_what_only_looks_like_it(
    concept: str, taken: str, left: str
) -> None:
    assert concept in concepts(taken)
    assert concept not in concepts(left)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bank is closed", {"voorzieningen"}),
        ("My arm hurts", set()),
        ("Cars park on the pavement", {"parkeren", "lopen"}),
        ("A friendly neighbourhood", set()),
        ("Nice benches by the canal", {"zitten", "water"}),
    ],
)
def test_english_notes_are_read_in_english(text: str, expected: set[str]) -> None:
    assert concepts(text, "en") >= expected
    assert expected or not concepts(text, "en")


def test_every_concept_has_an_example_of_both() -> None:
    assert {concept for concept, _, _ in TAKEN_AND_LEFT} == {c.id for c in lexicon().concepts}


def test_the_longest_term_decides() -> None:
    assert concepts("woonerf") == {"verkeer"}
    assert concepts("het is te duur") == {"geld"}
    assert concepts("een groen licht") == {"verkeer"}


def test_a_compound_means_what_its_parts_mean() -> None:
    assert concepts("wijkvoetbalveldje") >= {"sport"}
    assert concepts("buurtmoestuin") == {"groen"}


def test_concepts_vote_only_for_questions_and_sides_that_exist() -> None:
    known = {concept.id for concept in lexicon().concepts}
    for concept in lexicon().concepts:
        assert set(concept.quadrant) <= QUADRANTS
        assert concept.quadrant
        assert set(concept.side) <= {"physical", "social"}
        assert concept.side
        assert set(concept.related) < known


def test_being_taken_together_goes_both_ways() -> None:
    pairs = {(c.id, other) for c in lexicon().concepts for other in c.related}
    assert pairs == {(other, one) for one, other in pairs}


def test_a_little_word_is_no_term() -> None:
    found = lexicon()
    for language in LANGUAGES:
        clashes = {w for w in found.function_words[language] if found.find(w, language)}
        assert clashes <= {"vroeger"}


def test_an_everyday_word_belongs_to_one_theme() -> None:
    themes = defaultdict(set)
    with resource("lexicon", "themes_synonyms.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            themes[row["word"]].add(row["theme"])
            assert re.fullmatch(r"[a-z']+", row["word"])
            assert row["language"] in LANGUAGES
    assert {word for word, of in themes.items() if len(of) > 1} == set()
    assert themes["bank"] == {"recreatie"}
    assert themes["afval"] == {"leefomgeving"}
