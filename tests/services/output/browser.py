"""Opens a page in a headless browser that finds no address on the network."""

from __future__ import annotations

import subprocess
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--virtual-time-budget=3000",
    "--enable-logging=stderr",
    "--dump-dom",
)


@dataclass(frozen=True)
class Seen:
    """What the browser made of a page: its document, and what it said in its console."""

    dom: str
    console: list[str]

    def classes(self, name: str) -> int:
        """How many elements have a class."""
        return _Classes.of(self.dom).count(name)

    def texts(self, name: str) -> list[str]:
        """The words in each element with a class, as they are read."""
        return _Texts.of(self.dom, name)


def open_page(chromium: str, page: Path) -> Seen:
    """The page after its scripts ran."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        run = subprocess.run(
            [chromium, *_FLAGS, f"--user-data-dir={profile}", page.as_uri()],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    return Seen(run.stdout, [line for line in run.stderr.splitlines() if "CONSOLE" in line])


class _Classes(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.names: list[str] = []

    @classmethod
    def of(cls, dom: str) -> list[str]:
        parser = cls()
        parser.feed(dom)
        return parser.names

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names += (dict(attrs).get("class") or "").split()


class _Texts(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth = name, 0
        self.found: list[str] = []

    @classmethod
    def of(cls, dom: str, name: str) -> list[str]:
        parser = cls(name)
        parser.feed(dom)
        return parser.found

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.depth:
            self.depth += 1
        elif self.name in (dict(attrs).get("class") or "").split():
            self.depth = 1
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.found[-1] += data
