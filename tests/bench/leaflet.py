"""The same pins moved by Leaflet's canvas in a browser without a window, to compare with."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Empty, Queue
from tempfile import TemporaryDirectory
from threading import Thread

from walkshop.ui.map.pinset import Pin

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
STEPS, TURN, WARM = 300, 60, 30
"""Frames, frames in one direction, and frames at the start that are not counted."""

SECONDS = 60

_PAGE = """<!doctype html><meta charset="utf-8"><title>pan</title>
<link rel="stylesheet" href="leaflet.css"><script src="leaflet.js"></script>
<style>html, body, #map {{ margin: 0; width: 1920px; height: 1080px; }}</style>
<div id="map"></div>
<script>
const pins = {pins}, ground = {ground};
const map = L.map("map", {{preferCanvas: true, zoomControl: false, fadeAnimation: false,
  zoomSnap: 0, attributionControl: false}}).setView({centre}, 15.5, {{animate: false}});
L.imageOverlay(ground.url, ground.bounds).addTo(map);
const renderer = L.canvas({{padding: 0.5}});
for (const [lat, lon, colour] of pins)
  L.circleMarker([lat, lon], {{renderer, radius: 8, weight: 2, color: "#000",
    fillColor: colour, fillOpacity: 1}}).addTo(map);
const times = [];
let step = 0, last = 0, pane = map._mapPane;
function frame(now) {{
  if (step > {warm}) times.push(now - last);
  last = now;
  if (step++ === {steps}) {{
    map.fire("moveend");
    fetch("/times", {{method: "POST", body: JSON.stringify(times)}});
    return;
  }}
  const at = L.DomUtil.getPosition(pane);
  const way = Math.floor(step / {turn}) % 2 ? -1 : 1;
  L.DomUtil.setPosition(pane, at.add([-12.6 * way, 3 * way]));
  map.fire("move");
  requestAnimationFrame(frame);
}}
setTimeout(() => requestAnimationFrame(frame), 1500);
</script>"""


def browser() -> str:
    """A browser of the Chromium family on this machine; empty for none."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), "")


def pan_times(
    pins: Sequence[Pin], centre: tuple[float, float], ground: bytes, bounds: list[list[float]]
) -> list[float]:
    """Milliseconds between frames while a hand pulls the map to and fro in steps of 12.6 px.

    Leaflet's own way of a drag: the pane is moved and `move` is told; `moveend` only at the end.
    The browser does not wait for a screen between frames, so that a frame is its work alone.

    Args:
        centre: latitude and longitude.
        ground: a PNG of the map under the pins, laid at `bounds` (south west, north east).

    Raises:
        RuntimeError: the browser gave no times.
    """
    import js_lib_leaflet

    files = Path(js_lib_leaflet.__file__).parent / "static" / "js_lib_leaflet"
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        for file in ("leaflet.js", "leaflet.css"):
            shutil.copy(files / file, folder)
        (folder / "ground.png").write_bytes(ground)
        page = _PAGE.format(
            pins=json.dumps([[pin.at.lat, pin.at.lon, pin.look.colour] for pin in pins]),
            ground=json.dumps({"url": "ground.png", "bounds": bounds}),
            centre=json.dumps(centre),
            steps=STEPS,
            warm=WARM,
            turn=TURN,
        )
        (folder / "page.html").write_text(page, encoding="utf-8")
        return _asked(folder)


class _Handler(SimpleHTTPRequestHandler):
    """Gives the page its files, and takes the times it measured."""

    told: Queue[list[float]]

    def do_POST(self) -> None:
        """The page is done."""
        content = self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(204)
        self.end_headers()
        self.told.put(json.loads(content))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the times are what is of interest."""


def _asked(folder: Path) -> list[float]:
    told: Queue[list[float]] = Queue()
    made = type("Handler", (_Handler,), {"told": told})
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(made, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        command = [
            browser(), "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run",
            "--disable-frame-rate-limit", "--disable-gpu-vsync",
            "--window-size=1920,1080", f"--user-data-dir={folder / 'profile'}",
            "--disable-background-networking", f"http://127.0.0.1:{server.server_port}/page.html",
        ]  # fmt: skip
        quiet = subprocess.DEVNULL
        with subprocess.Popen(command, stdout=quiet, stderr=quiet, start_new_session=True) as run:
            try:
                return told.get(timeout=SECONDS)
            except Empty:
                raise RuntimeError("the browser gave no times") from None
            finally:
                os.killpg(run.pid, signal.SIGKILL)
                run.wait()
                server.shutdown()
