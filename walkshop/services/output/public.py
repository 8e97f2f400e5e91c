"""Takes out of a walk what a reader may not see, in one place, before any document is made."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from walkshop.domain.records import (
    About,
    Answer,
    Faces,
    Kind,
    Note,
    NoteId,
    Participant,
    Photo,
    PhotoId,
    Profile,
    Subject,
    Translation,
    Voice,
    Walk,
)


def as_shown(walk: Walk, profile: Profile) -> Walk:
    """The walk as readers of `profile` may see it; documents and painters get only this.

    The team sees everything but what was withdrawn. The public sees no words of a hidden note,
    no one's original where a general wording was made, no duo, no participant, no quote without
    consent, no photo without consent, no interview, no money. Numbers stay as they are.
    """
    notes = {key: note for key, note in walk.notes.items() if not note.withdrawn}
    if profile is Profile.TEAM:
        return replace(walk, notes=notes)
    hidden = {key for key, note in walk.notes.items() if note.masked or note.withdrawn}
    shown = {key: _note(note) for key, note in notes.items()}
    photos = _photos(walk, shown.values())
    return replace(
        walk,
        about=_about(walk.about),
        participants={key: _participant(walker) for key, walker in walk.participants.items()},
        notes={
            key: replace(note, photos=tuple(photo for photo in note.photos if photo in photos))
            for key, note in shown.items()
        },
        interviews={},
        photos=photos,
        stops={
            key: stop if stop.photo in photos else replace(stop, photo=None)
            for key, stop in walk.stops.items()
        },
        values={key: replace(value, wordings=(), words=()) for key, value in walk.values.items()},
        actions={
            key: replace(action, money=None, money_source="")
            for key, action in walk.actions.items()
        },
        answers={key: _answer(answer, hidden) for key, answer in walk.answers.items()},
        snapshots={},
        prints={},
    )


def _photos(walk: Walk, notes: Iterable[Note]) -> dict[PhotoId, Photo]:
    """The photos that a shown note or a stop shows, and on which somebody looked who is on them."""
    in_use = {photo for note in notes for photo in note.photos}
    in_use |= {stop.photo for stop in walk.stops.values() if stop.photo}
    return {
        key: replace(photo, original_name="", taken_at=None, origin="")
        for key, photo in walk.photos.items()
        if key in in_use and photo.faces in (Faces.NONE, Faces.BLURRED, Faces.CONSENT)
    }


def _note(note: Note) -> Note:
    if note.masked:
        return Note(
            id=note.id,
            nr=note.nr,
            kind=Kind.UNKNOWN,
            value=note.value,
            membership=note.membership,
            merged_into=note.merged_into,
            set_apart=note.set_apart,
            report=note.report,
            report_ref=note.report_ref,
            masked=True,
        )
    general = bool(note.public_text.strip())
    return replace(
        note,
        text=note.public_text if general else note.text,
        translations=_public_translations(note) if general else note.translations,
        typed="",
        quotes=note.quotes if note.quote_consent else (),
        public_text="",
        duo="",
        participant=None,
        source_ref="",
        interview=None,
        voices=tuple(Voice(lens=voice.lens) for voice in note.voices),
        station="",
        minute=None,
        set_apart_because="",
        checked=(),
        guesses=(),
        extra=(),
    )


def _public_translations(note: Note) -> tuple[Translation, ...]:
    """Translations of the general wording take the place of those of the original."""
    kept = tuple(one for one in note.translations if one.field not in ("text", "public_text"))
    general = (one for one in note.translations if one.field == "public_text")
    return (*kept, *(replace(one, field="text") for one in general))


def _about(about: About) -> About:
    return replace(about, copy_holders=())


def _participant(walker: Participant) -> Participant:
    return Participant(id=walker.id, role=walker.role, lens=walker.lens, present=walker.present)


def _answer(answer: Answer, hidden: set[NoteId]) -> Answer:
    """The reason given to a hidden note could repeat its words."""
    if answer.about is Subject.NOTE and answer.about_id in hidden:
        return replace(answer, because="")
    return answer
