"""Turns the rows of a table into notes, whichever program wrote the table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from walkshop.domain.queries.notes import extent
from walkshop.domain.records import LensId, Note, NoteId, Source, Translation, Walk
from walkshop.i18n import msg, msgn
from walkshop.services.intake.columns import Columns, match
from walkshop.services.intake.coordinates import FAR_M
from walkshop.services.intake.forms import study, with_choices
from walkshop.services.intake.labels import ThemeReader, read_kind
from walkshop.services.intake.numbers import note_nr
from walkshop.services.intake.placing import Placer
from walkshop.services.intake.proposal import LeftOut, Notices, Proposal, shown
from walkshop.services.intake.shapes import Located, Surveyor
from walkshop.services.intake.table import Row, Table
from walkshop.services.intake.words import key, meaning
from walkshop.services.intake.written_shapes import located
from walkshop.services.themes import themes_of

_THEMES = ("theme", "theme2")


def propose_table(
    table: Table, walk: Walk, columns: Mapping[str, str], new_id: Callable[[], str]
) -> Proposal:
    """What the rows of `table` would bring into `walk`; every row is a note or is left out.

    Raises:
        WalkshopError: no column holds what was said, or `columns` names one that is not there.
    """
    notices = Notices()
    for guess in table.guessed:
        notices.add(guess.what, guess.taken_as)
    table = with_choices(table)
    matched = match(table, columns, notices, study(table, columns, notices))
    reader = RowReader(table, walk, matched, notices, _located(table, walk, matched))
    notes: list[Note] = []
    left_out: list[LeftOut] = []
    for row in table.rows:
        note = reader.note(row, new_id)
        if note is None:
            left_out.append(LeftOut(row.number, msg("There is no text in this row.")))
        else:
            notes.append(note)
    if table.blank:
        notices.add(
            msgn(
                "{n} row without anything in it", "{n} rows without anything in them", table.blank
            ),
            msg("no note"),
        )
    return Proposal(
        tuple(notes), notices.all(), tuple(left_out), table.columns, fields=matched.read
    )


def _located(table: Table, walk: Walk, columns: Columns) -> dict[int, Located]:
    """The places that stand as words in a cell, by the number of the row."""
    around = extent(walk)
    surveyor = Surveyor(around.grown(FAR_M) if around else None)
    found = {}
    for row in table.rows if columns.shapes else ():
        cell = next((row.cell(index) for index in columns.shapes if row.cell(index)), "")
        if cell:
            found[row.number] = located(cell, surveyor)
    return found


@dataclass(slots=True)
class RowReader:
    """Reads the rows of one table against one walk.

    Args:
        located: the places that a map file draws, by row number.
    """

    table: Table
    walk: Walk
    columns: Columns
    notices: Notices
    located: Mapping[int, Located] = field(default_factory=dict)
    _placer: Placer = field(init=False)
    _themes: ThemeReader = field(init=False)
    _lenses: Mapping[str, LensId] = field(init=False)

    def __post_init__(self) -> None:
        about = self.walk.about
        self._placer = Placer(self.walk, self.columns, self.notices, self.located)
        self._themes = ThemeReader(themes_of(self.walk), about.language, self.notices)
        self._lenses = {key(lens.name): lens.id for lens in self.walk.lenses.values()}

    def note(self, row: Row, new_id: Callable[[], str]) -> Note | None:
        """The note of a row; None for a row without words."""
        text, language, translations = self._words(row)
        if not text:
            return None
        placed = self._placer.placed(row)
        themes = self._themes.read(tuple(self._cell(row, name) for name in _THEMES), row.number)
        kind = read_kind(self._cell(row, "kind"), row.number, self.notices)
        lens, source = self._lens(row), self._source(row)
        quote = self._cell(row, "quote")
        unread = {"kind"} if kind.kept else set()
        unread |= {"lens"} if lens is None else set()
        unread |= {"source"} if source is None else set()
        unread |= {"nr"} if not self._nr(row) else set()
        said_in = meaning("language", self._cell(row, "language"))
        unread |= set() if said_in else {"language"}
        guesses = (*themes.guesses, *([kind.guess] if kind.guess else []))
        return Note(
            id=NoteId(new_id()),
            nr=self._nr(row),
            text=text,
            language=said_in or language,
            translations=translations,
            quotes=(quote,) if quote else (),
            kind=kind.kind,
            kind_chosen=kind.chosen,
            theme=themes.theme,
            theme2=themes.theme2,
            theme_set=self.walk.about.theme_set if themes.label else "",
            theme_label=themes.label,
            place=placed.place,
            place_words=placed.words,
            stop=placed.stop,
            lens=lens,
            duo=self._cell(row, "duo"),
            source=source or Source.WALK,
            source_ref=self._cell(row, "source_ref"),
            guesses=guesses,
            extra=self._extra(row, unread | set(placed.kept)),
        )

    def _cell(self, row: Row, name: str) -> str:
        return row.cell(self.columns.of.get(name))

    def _words(self, row: Row) -> tuple[str, str, tuple[Translation, ...]]:
        """What was said, in which language, and the same in other languages."""
        said = [(code, row.cell(index)) for code, index in self.columns.texts if row.cell(index)]
        if not said:
            return "", "", ()
        (code, text), *others = said
        translations = tuple(
            Translation("text", other, words) for other, words in others if other and other != code
        )
        return text, code, translations

    def _nr(self, row: Row) -> int:
        cell = self._cell(row, "nr")
        nr = note_nr(cell)
        if cell and not nr:
            self.notices.add(
                msg("Number “{cell}”", cell=shown(cell)),
                msg("the next free number; the word is kept"),
                row.number,
            )
        return nr

    def _lens(self, row: Row) -> LensId | None:
        cell = self._cell(row, "lens")
        found = self._lenses.get(key(cell)) if cell else None
        if cell and found is None:
            self.notices.add(
                msg("Lens “{name}”", name=shown(cell)),
                msg("no lens of this walk; the word is kept"),
                row.number,
            )
        return found

    def _source(self, row: Row) -> Source | None:
        cell = self._cell(row, "source")
        meant = meaning("source", cell)
        if cell and not meant:
            self.notices.add(
                msg("Source “{name}”", name=shown(cell)), msg("walk; the word is kept"), row.number
            )
        return Source(meant) if meant else None

    def _extra(self, row: Row, unread: set[str]) -> tuple[tuple[str, str], ...]:
        """The cells of columns that have no field here, and of fields that could not be read."""
        indexes = [*self.columns.aside]
        indexes += [index for name, index in self.columns.of.items() if name in unread]
        return tuple(
            (self.table.columns[index], row.cell(index))
            for index in sorted(indexes)
            if row.cell(index)
        )
