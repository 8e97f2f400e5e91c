"""A server of map pictures on this machine: the only one that tests call."""

from __future__ import annotations

import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from walkshop.services.basemap.data import WebSource


def png(side: int = 256, colour: tuple[int, int, int] = (40, 140, 60)) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    rows = (b"\0" + bytes(colour) * side) * side
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


@dataclass
class TileServer:
    """What it answers, and what it was asked."""

    port: int = 0
    status: int = 200
    body: bytes = field(default_factory=png)
    headers: dict[str, str] = field(default_factory=lambda: {"Cache-Control": "max-age=600"})
    hits: list[str] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    conditional: int = 0
    open: threading.Event = field(default_factory=threading.Event)
    most_at_once: int = 0
    _now: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def source(self, **more: object) -> WebSource:
        """This server as a source."""
        address = f"http://127.0.0.1:{self.port}/{{z}}/{{x}}/{{y}}.png"
        return WebSource("test", {"": "Test"}, address, "© Test", **more)  # type: ignore[arg-type]

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        """One request: counted, held while `open` is not set, answered."""
        with self._lock:
            self._now += 1
            self.most_at_once = max(self.most_at_once, self._now)
            self.hits.append(handler.path)
            self.agents.add(handler.headers["User-Agent"])
            self.conditional += "If-None-Match" in handler.headers
        try:
            self.open.wait(10)
            handler.send_response(self.status)
            for name, value in self.headers.items():
                handler.send_header(name, value)
            handler.send_header("Content-Length", str(len(self.body)))
            handler.end_headers()
            handler.wfile.write(self.body)
        except OSError:
            pass  # the one who asked went away, as it may
        finally:
            with self._lock:
                self._now -= 1


@contextmanager
def serving(port: int = 0) -> Iterator[TileServer]:
    """A server that runs meanwhile."""
    server = TileServer()
    server.open.set()

    class Handler(BaseHTTPRequestHandler):
        timeout = 1  # Qt also opens connections on which it then asks nothing

        def do_GET(self) -> None:
            server.answer(self)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    http = ThreadingHTTPServer(("127.0.0.1", port), Handler)
    http.daemon_threads = False
    server.port = http.server_address[1]
    thread = threading.Thread(target=lambda: http.serve_forever(0.01))
    thread.start()
    try:
        yield server
    finally:
        server.open.set()
        http.shutdown()
        thread.join()
        http.server_close()
