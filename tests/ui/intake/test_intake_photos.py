"""Photos among what is looked at first: one source, with a clock for each camera."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.services.photos.camera import picture, shot
from tests.ui.stages import AtOnce, a_desk, a_store, small_walk
from walkshop.domain.records import NOT_YET, Point
from walkshop.ui.intake.panel import IntakePanel

GPX = """<gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><trk><trkseg>
<trkpt lat="51.93" lon="4.48"><time>2027-03-08T10:00:00Z</time></trkpt>
<trkpt lat="51.93" lon="4.49"><time>2027-03-08T10:10:00Z</time></trkpt></trkseg></trk></gpx>"""


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """Two photos of a camera whose clock is an hour behind, and the track of the walk."""
    track = tmp_path / "walk.gpx"
    track.write_text(GPX, encoding="utf-8")
    made = [track]
    for minute in (2, 8):
        detail = {0x9003: f"2027:03:08 09:0{minute}:00", 0x9011: "+00:00"}
        path = tmp_path / f"photo {minute}.jpg"
        path.write_bytes(shot(picture((60 + minute, 40)), detail=detail, base={0x0110: "A85"}))
        made.append(path)
    return made


def test_a_clock_moves_the_photos_along_the_track_and_one_button_brings_them_in(qtbot, files):
    store = a_store(small_walk())
    panel = IntakePanel(a_desk(store), AtOnce(), lambda _parent: files)
    qtbot.addWidget(panel)
    panel.ask_files()
    photos = panel.outlook.sources[-1]
    assert {row.place for row in photos.proposal.rows} == {NOT_YET}
    assert not panel.side.switch.button("clocks").isHidden()
    (clock,) = panel.side.clocks.clocks
    with qtbot.waitSignal(panel.side.clocks.changed):
        clock.hours.choose(1)
    panel.bring_in()
    shown = [note for note in store.walk.notes.values() if note.photos]
    assert [note.place.at.lon for note in shown] == pytest.approx([4.482, 4.488])
    assert all(isinstance(note.place, Point) and note.place.assumed for note in shown)
    store.undo()
    assert not store.walk.photos
