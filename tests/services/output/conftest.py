"""What the tests of documents share: the sample walk, and a way to make any document of a walk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.services.output.sample import TODAY, crooswijk
from walkshop.domain.records import Walk
from walkshop.i18n import language
from walkshop.services.output import ExportRequest, MapPicture
from walkshop.services.output.edition import Edition, edition_of

Editions = Callable[..., Edition]


@pytest.fixture(scope="session")
def walk() -> Walk:
    """The walk through Crooswijk and Rubroek."""
    return crooswijk()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a browser."""
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if found is None:
        pytest.skip("no Chromium on this machine: apt-get install chromium")
    return found


def request_of(walk: Walk, out: Path = Path("out.pdf"), code: str = "nl", **more: Any) -> Any:
    """A request on the day of the sample."""
    return ExportRequest(walk=walk, out=out, language=language(code), today=TODAY, **more)


def edition(walk: Walk, code: str = "nl", **more: Any) -> Edition:
    """The walk as its readers may see it, on the day of the sample."""
    return edition_of(request_of(walk, code=code, **more))


def drawing(asked: MapPicture) -> bytes:
    """A drawing as the map painter gives one, with a word on it."""
    size = f'viewBox="0 0 {asked.width_px:.0f} {asked.height_px:.0f}"'
    word = '<text x="20" y="40" font-family="Noto Sans" font-size="15">Rotte</text>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{word}</svg>'.encode()
