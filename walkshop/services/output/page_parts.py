"""The words of the map page as HTML: header, list of notes, legend; all of it escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from walkshop.domain.queries.notes import pin_at
from walkshop.domain.queries.thread import thread_of
from walkshop.domain.records import Action, Answer, Kind, Note, Whole
from walkshop.domain.themes import Theme
from walkshop.i18n import Text, msg, msgn
from walkshop.services.output.edition import Edition
from walkshop.services.output.escape import map_text
from walkshop.services.output.frame import document
from walkshop.services.output.pins import BOX, PinLook, letter, look_of, shape
from walkshop.services.output.words import KINDS, answer_text, answered_by_texts


def page_head(edition: Edition) -> str:
    """Title and what a browser must know."""
    title = edition.of(edition.walk.about, "title") or edition.say(msg("What we saw and heard"))
    return (
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="generator" content="Walkshop">\n'
        f"<title>{map_text(title)}</title>"
    )


def page_body(edition: Edition, map_html: str, with_map: bool) -> str:
    """Everything that is read; the source of the map only where there is one under the pins."""
    source = map_text(edition.map_words()) if with_map else ""
    placed = [note for note in edition.notes if pin_at(edition.walk, note.place)]
    whole = [note for note in edition.notes if isinstance(note.place, Whole)]
    without = [note for note in edition.notes if note not in placed and note not in whole]
    area = edition.whole_area()
    lists = (
        (edition.say(msg("All notes by number")), placed),
        (area[:1].upper() + area[1:], whole),
        (edition.say(msg("Not placed yet")), without),
    )
    sections = "\n".join(_list(edition, title, notes) for title, notes in lists if notes)
    no_scripts = _words(edition, msg("The map needs scripts. All notes are in the list."))
    return (
        f"{_symbols(edition)}\n{_header(edition)}\n<main>\n"
        f'<section class="map"{_map_words(edition)}>\n{map_html}\n'
        f"<noscript><p>{no_scripts}</p></noscript>\n"
        f'<p class="source">{source}</p>\n{_legend(edition)}\n</section>\n'
        f'<section class="notes" tabindex="0"{_said(edition, "aria-label", msg("Notes"))}>\n'
        f"{sections}\n</section>\n</main>\n{_footer(edition)}"
    )


def _map_words(edition: Edition) -> str:
    """What the map's buttons are called, where the script finds it."""
    words = {
        "aria-label": msg("Map"),
        "data-in": msg("Closer"),
        "data-out": msg("Further"),
        "data-close": msg("Close"),
        "data-show": msg("Show number {nr} on the map", nr="{nr}"),
    }
    return "".join(_said(edition, attribute, text) for attribute, text in words.items())


def _header(edition: Edition) -> str:
    frame = document(edition, edition.say(msg("What we saw and heard")))
    notices = [str(notice) for notice in frame["notices"]]  # type: ignore[union-attr]  # a list
    notes = "".join(f'<p class="notice" dir="auto">{map_text(notice)}</p>' for notice in notices)
    question = map_text(str(frame["question"]))
    return (
        f"<header>\n<div><h1>{map_text(str(frame['title']))}</h1>\n"
        f'<p dir="auto">{map_text(str(frame["walk"]))}</p></div>\n'
        f'<div class="question"><p dir="auto">{question}</p>\n'
        f"<p><strong>{map_text(edition.counted())}</strong></p></div>\n{notes}\n</header>"
    )


def _footer(edition: Edition) -> str:
    frame = document(edition, "")
    parts = (f"{frame['made_with']}.", frame["contact"], f"{frame['version']}.", frame["profile"])
    spans = "".join(f'<span dir="auto">{map_text(str(part))}</span> ' for part in parts if part)
    return f"<footer>{spans.strip()}</footer>"


def _list(edition: Edition, title: str, notes: Iterable[Note]) -> str:
    items = "\n".join(_item(edition, note) for note in notes)
    return f'<h2>{map_text(title)}</h2>\n<ul role="list">\n{items}\n</ul>'


def _item(edition: Edition, note: Note) -> str:
    look = look_of(edition, note)
    guess = "~" if look.assumed else ""
    return (
        f'<li id="n{note.nr}" class="note">\n<h3>{pin(look)}'
        f'<span class="nr">{guess}{map_text(edition.number_of(note))}</span> '
        f'<span class="words">{map_text(edition.words_of(note))}</span></h3>\n'
        f'<p class="meta">{_meta(edition, note)}</p>\n{_thread(edition, note)}</li>'
    )


def _meta(edition: Edition, note: Note) -> str:
    times = edition.book.merges.mentions(note)
    lens = edition.walk.lenses.get(note.lens) if note.lens else None
    place = edition.place_words(note.place, edition.of(note, "place_words"))
    parts = [
        edition.say(KINDS[note.kind]) if note.kind_chosen or note.kind is not Kind.UNKNOWN else "",
        *edition.themes_said(note),
        "" if isinstance(note.place, Whole) else place,
        edition.say(msgn("mentioned {n} time", "mentioned {n} times", times)) if times > 1 else "",
        edition.of(lens, "name") if lens else "",
    ]
    return map_text(" · ".join(part for part in parts if part))


def _thread(edition: Edition, note: Note) -> str:
    """What happened to the note: its value, the actions, the answer."""
    thread = thread_of(edition.walk, note, edition.book)
    rows: list[tuple[Text, str]] = []
    if thread.value:
        rows.append((msg("Value"), edition.of(thread.value, "name")))
    rows += [
        (msg("Action {nr}", nr=str(action.nr)), _action(edition, action))
        for action, _ in thread.actions
    ]
    rows.append((msg("Answer"), _answer(edition, thread.answer)))
    cells = "".join(
        f"<dt>{map_text(edition.say(label))}</dt><dd>{map_text(words)}</dd>"
        for label, words in rows
    )
    return f"<dl>{cells}</dl>"


def _action(edition: Edition, action: Action) -> str:
    leader = edition.of(action, "leader")
    return edition.what_of(action) + (f" ({leader})" if leader else "")


def _answer(edition: Edition, answer: Answer | None) -> str:
    if answer is None:
        return edition.say(msg("No answer yet."))
    said = [f"{edition.say(answer_text(answer))}.", edition.of(answer, "because")]
    said += [edition.say(text) for text in answered_by_texts(answer)]
    return " ".join(part for part in said if part)


def pin(look: PinLook) -> str:
    """A pin that uses the symbols of the page."""
    return f'<svg class="pin" viewBox="{BOX}"><use href="#{look.name}"/></svg>'


def _symbols(edition: Edition) -> str:
    """Each look once, however many pins have it."""
    looks = {look.name: look for look in _looks(edition)}
    drawn = "".join(
        f'<symbol id="{name}" overflow="visible" text-anchor="middle" font-weight="700">'
        f"{shape(look.kind, look.fill, look.assumed)}{letter(look)}</symbol>"
        for name, look in sorted(looks.items())
    )
    return f'<svg class="symbols" aria-hidden="true">{drawn}</svg>'


def _looks(edition: Edition) -> Iterator[PinLook]:
    """The looks of all pins on the page, in the list and in the legend."""
    yield from (look_of(edition, note) for note in edition.notes)
    yield from (PinLook(kind) for kind in _kinds(edition))
    yield from (_look_of_theme(theme) for theme in edition.themes_used)


def _kinds(edition: Edition) -> list[Kind]:
    occurring = {note.kind for note in edition.notes}
    return [kind for kind in Kind if kind in occurring]


def _look_of_theme(theme: Theme) -> PinLook:
    return PinLook(Kind.ASSET, theme.colour, theme.key, theme.glyph_colour)


def _legend(edition: Edition) -> str:
    """The signs that occur, in words: kinds in sight, themes one press away."""
    code = edition.language.code
    shapes = "".join(_sign(PinLook(kind), edition.say(KINDS[kind])) for kind in _kinds(edition))
    if any(look_of(edition, note).assumed for note in edition.notes):
        shapes += f"<li>{_words(edition, msg('~ place assumed'))}</li>"
    themes = "".join(
        _sign(_look_of_theme(theme), theme.label(code)) for theme in edition.themes_used
    )
    title = _words(edition, msg("What the colours and letters mean"))
    folded = f'<details><summary>{title}</summary><ul role="list">{themes}</ul></details>'
    return f'<div class="legend"><ul role="list">{shapes}</ul>{folded if themes else ""}</div>'


def _sign(look: PinLook, words: str) -> str:
    return f"<li>{pin(look)} {map_text(words)}</li>"


def _words(edition: Edition, text: Text) -> str:
    return map_text(edition.say(text))


def _said(edition: Edition, attribute: str, text: Text) -> str:
    return f' {attribute}="{_words(edition, text)}"'
