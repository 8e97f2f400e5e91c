"""How fast and how lean photos come in: 300 of 4 MB, while the window goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image, ImageFilter
from PySide6.QtCore import QElapsedTimer, QTimer

from tests.services.photos.camera import new_id
from walkshop.i18n import msg
from walkshop.services.photos.many import prepare_all
from walkshop.services.photos.preparing import prepare_photo
from walkshop.ui.jobs import Jobs

ROOT = Path(__file__).resolve().parents[2]
PHOTOS = 300
MOST_MB, MOST_GAP_MS = 600, 50
SIZES_PX, QUALITIES = (1600, 2000, 2048, 2560), (75, 82, 88)

MEASURED = """
import json, resource, sys
from pathlib import Path
from walkshop.services.photos.folder import read_photos
from walkshop.services.photos.many import MOST_WORKERS
import os
if __name__ == "__main__":
    album = read_photos([Path(sys.argv[1])], lambda: "x", lambda step, total: None)
    own, child = (resource.getrusage(who).ru_maxrss / 1024
                  for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    workers = min(MOST_WORKERS, os.cpu_count() or 1)
    kept = sum(len(photo.data) for photo in album.photos) / 1e6
    print(json.dumps({"photos": len(album.photos), "mb": own + workers * child, "kept_mb": kept}))
"""


@pytest.fixture(scope="module")
def four_mb(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A photo of 12 million pixels that takes about 4 MB, with the grain of a phone."""
    grain = Image.effect_noise((4032, 3024), 40).convert("RGB")
    slope = Image.linear_gradient("L").resize((4032, 3024)).convert("RGB")
    image = Image.blend(slope, grain.filter(ImageFilter.BoxBlur(1)), 0.3)
    path = tmp_path_factory.mktemp("one") / "a.jpg"
    for quality in range(70, 100, 3):
        image.save(path, quality=quality)
        if path.stat().st_size > 4_000_000:
            break
    return path.read_bytes()


@pytest.fixture(scope="module")
def folder(four_mb: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """300 names of that photo: each is read as if it were another one."""
    made = tmp_path_factory.mktemp("photos")
    (made / "photo 0.jpg").write_bytes(four_mb)
    for n in range(1, PHOTOS):
        os.link(made / "photo 0.jpg", made / f"photo {n}.jpg")
    return made


@pytest.mark.timeout(300)
def test_three_hundred_photos_come_in_with_little_memory(folder: Path, tmp_path: Path) -> None:
    script = tmp_path / "measured.py"
    script.write_text(MEASURED, encoding="utf-8")
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, script, folder], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    seconds, found = time.monotonic() - begun, json.loads(done.stdout)
    print(
        f"\n{PHOTOS} photos: {seconds:.0f} s, {found['mb']:.0f} MB, kept {found['kept_mb']:.0f} MB"
    )
    assert found["photos"] == PHOTOS
    assert found["mb"] < MOST_MB


def test_the_window_goes_on_meanwhile(qtbot, folder: Path) -> None:
    files = sorted(folder.iterdir())[:40]
    jobs, gaps, since = Jobs(), [], QElapsedTimer()
    beat = QTimer(interval=5)
    beat.timeout.connect(lambda: gaps.append(since.restart()))
    done: list[object] = []
    jobs.start(
        msg("Reading photos"), lambda report: prepare_all(files, new_id, report), done.append
    )
    since.start()
    beat.start()
    qtbot.waitUntil(lambda: bool(done), timeout=60_000)
    beat.stop()
    jobs.close()
    late = sorted(gaps)
    print(f"\nlongest pause {late[-1]} ms, 99 % under {late[int(len(late) * 0.99)]} ms")
    assert late[-1] < MOST_GAP_MS


def test_sizes_and_qualities_side_by_side(four_mb: bytes, monkeypatch) -> None:
    from walkshop.services.photos import preparing

    for longest in SIZES_PX:
        for quality in QUALITIES:
            monkeypatch.setattr(preparing, "LONGEST_PX", longest)
            monkeypatch.setattr(preparing, "QUALITY", quality)
            begun = time.monotonic()
            kept = len(prepare_photo(four_mb, "a.jpg", new_id).data)
            spent = time.monotonic() - begun
            print(
                f"\n{longest} px, quality {quality}: {kept / 1000:.0f} KB in {spent:.2f} s", end=""
            )
            assert kept < len(four_mb)
