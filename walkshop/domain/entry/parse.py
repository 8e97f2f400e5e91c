"""Reads a line as it was typed: what is words, and what was understood beside them.

The words are the line without the marks and tags that were understood; nothing is ever added,
and what was not understood stays where it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from walkshop.domain.entry.book import EntryBook, Street
from walkshop.domain.entry.quotes import quotes_in
from walkshop.domain.entry.tags import KIND_MARKS, Meant, Tag, read_tag
from walkshop.domain.records import Kind, ThemeId
from walkshop.i18n import Text, msg

MOST_THEMES = 2
NO_TEXT = msg("no text yet")
_STICKY = (Meant.STOP, Meant.DUO)
_NR = r"[1-9][0-9]{0,5}"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line says.

    Args:
        text: the words, as typed.
        kind: of the note; None where no mark was set.
        themes: at most two.
        stop, duo, participant: who and where; "" and None where the line does not say.
        street: the place by name.
        whole: it is about the whole area.
        no_place: it has no place, whatever stop is set.
        quotes: parts of `text` that were said in these words.
        voice_for: the note that gets one more voice, with `text` as its words.
        goes_to: the note to go to; nothing is saved.
        remarks: what was not understood, as sentences.
        unread: the tags that stayed in the text.
    """

    text: str = ""
    kind: Kind | None = None
    themes: tuple[ThemeId, ...] = ()
    stop: int | None = None
    duo: str = ""
    participant: str = ""
    street: Street | None = None
    whole: bool = False
    no_place: bool = False
    quotes: tuple[str, ...] = ()
    voice_for: int | None = None
    goes_to: int | None = None
    remarks: tuple[Text, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def only_sets(self) -> bool:
        """Whether the line only changes what stays set: a stop, a duo, and nothing else."""
        free = not self.themes and self.kind is None and not self.whole and self.street is None
        return not self.text and free and (self.stop is not None or bool(self.duo))

    @property
    def makes_note(self) -> bool:
        """Whether Enter makes a note of it."""
        return bool(self.text) and self.voice_for is None and self.goes_to is None


@dataclass(slots=True)
class _Found:
    """What is gathered while a line is read."""

    kind: Kind | None = None
    themes: list[ThemeId] = field(default_factory=list)
    tags: dict[Meant, Tag] = field(default_factory=dict)
    remarks: list[Text] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    def take(self, word: str, read: Tag | Text | None) -> bool:
        """Set what a word means; False when it stays in the text."""
        if isinstance(read, Tag):
            refusal = self._set(word, read)
            if refusal is None:
                return True
            read = refusal
        if read is not None:
            self.remarks.append(read)
            self.unread.append(word)
        return False

    def _set(self, word: str, tag: Tag) -> Text | None:
        """Set it, or say why not: each thing is said once."""
        if tag.meant is Meant.THEME:
            return self._theme(word, ThemeId(str(tag.value)))
        if tag.meant is Meant.KIND:
            if self.kind is not None and self.kind != tag.value:
                return msg("{tag}: a kind was set already", tag=word)
            self.kind = Kind(str(tag.value))
            return None
        known = self.tags.setdefault(tag.meant, tag)
        return None if known == tag else msg("{tag}: one is enough", tag=word)

    def _theme(self, word: str, theme: ThemeId) -> Text | None:
        if theme in self.themes:
            return None
        if len(self.themes) == MOST_THEMES:
            return msg("{tag}: two themes at most", tag=word)
        self.themes.append(theme)
        return None


def read_line(line: str, book: EntryBook) -> Entry:
    """What `line` says, given what exists. Any text is accepted."""
    bare = line.strip()
    if bare.startswith("\\"):
        text = bare[1:].strip()
        return Entry(text, quotes=quotes_in(text), remarks=() if text else (NO_TEXT,))
    pointed = re.fullmatch(rf"(=?)({_NR})(\s.*)?", bare, re.DOTALL)
    if pointed and (pointed[1] or not pointed[3]):
        if int(pointed[2]) in book.notes:
            return _pointing(pointed, book)
        return Entry(bare, remarks=(msg("there is no note {nr}", nr=int(pointed[2])),))
    return _note(bare, book)


def _pointing(pointed: re.Match[str], book: EntryBook) -> Entry:
    nr = int(pointed[2])
    if not pointed[1]:
        return Entry(goes_to=nr)
    text = (pointed[3] or "").strip()
    return Entry(text, voice_for=nr, quotes=quotes_in(text))


def _note(bare: str, book: EntryBook) -> Entry:
    found = _Found()
    rest = _front(bare, book, found)
    text = _end(rest, book, found)
    tags = found.tags
    street = tags[Meant.STREET].value if Meant.STREET in tags else None
    stop = tags[Meant.STOP].value if Meant.STOP in tags else None
    remarks = found.remarks
    if not text and not any(meant in tags for meant in _STICKY):
        remarks = [*remarks, NO_TEXT]
    return Entry(
        text,
        found.kind,
        tuple(found.themes),
        stop if isinstance(stop, int) else None,
        _words(tags, Meant.DUO),
        _words(tags, Meant.PARTICIPANT),
        street if isinstance(street, Street) else None,
        Meant.WHOLE in tags,
        Meant.NO_PLACE in tags,
        quotes_in(text),
        remarks=tuple(remarks),
        unread=tuple(found.unread),
    )


def _words(tags: dict[Meant, Tag], meant: Meant) -> str:
    return str(tags[meant].value) if meant in tags else ""


def _front(text: str, book: EntryBook, found: _Found) -> str:
    """The line without the marks and tags in front that were understood."""
    rest = text
    while True:
        mark = _kind_mark(rest) if found.kind is None else None
        if mark:
            found.kind = KIND_MARKS[mark]
            rest = rest[1:].lstrip()
            continue
        first = re.match(r"(\S+)\s+(?=\S)", rest)
        # The last word of a line is read from the end, where a full stop may stand behind it.
        if first is None or not found.take(first[1], _read_front(first[1], book)):
            return rest
        rest = rest[first.end() :]


def _read_front(word: str, book: EntryBook) -> Tag | Text | None:
    return read_tag(word, book) if word[:1] in ("#", "@") else None


def _kind_mark(text: str) -> str:
    """The mark of a kind at the very front; "" where it is words."""
    mark = text[:1]
    if mark not in KIND_MARKS:
        return ""
    after = text[1:2]
    if after and not after.isspace() and not after.isalpha():
        return ""
    emphasis = mark == "*" and after.isalpha() and re.match(r"\*[^*]+\*(?!\w)", text)
    return "" if emphasis else mark


def _end(text: str, book: EntryBook, found: _Found) -> str:
    """The line without the tags at its end that were understood, in the order in which they stand.

    A full stop or comma behind the last tag stays with the words.
    """
    start = re.search(r"(?:(?:^|\s+)[#@]\S*)*$", text)
    tail = re.findall(r"(\s*)(\S+)", text[start.start() :]) if start else []
    kept, closing = "", ""
    for place, (blanks, word) in enumerate(tail):
        body = word
        if place == len(tail) - 1 and len(word) > 2 and word[-1] in ".,":
            body, closing = word[:-1], word[-1]
        if word in found.unread or not found.take(body, read_tag(body, book)):
            kept += blanks + word
            closing = ""
    return (text[: start.start() if start else None] + kept + closing).strip()
