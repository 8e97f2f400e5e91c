"""An open walk file whose answers are taken down on their way to the store."""

from __future__ import annotations

from pathlib import Path

from tests.services.gpkg.filled import clock
from walkshop.domain.errors import WalkshopError
from walkshop.domain.records import Walk
from walkshop.i18n import Text
from walkshop.services.gpkg import (
    DirectDelivery,
    WalkFile,
    open_walk,
)
from walkshop.store.store import Store


class Listener:
    """Takes down what a walk file answers, in order."""

    def __init__(self, store: Store | None = None) -> None:
        self.heard: list[str] = []
        self.why: list[WalkshopError] = []
        self.store = store

    def saved(self, n: int) -> None:
        self.heard.append(f"saved {n}")
        if self.store:
            self.store.saved(n)

    def failed(self, n: int, why: WalkshopError) -> None:
        self.heard.append(f"failed {n}")
        self.why.append(why)
        if self.store:
            self.store.failed(n, why)

    def foreign(self, walk: Walk, last: int = 0, remarks: tuple[Text, ...] = ()) -> None:
        self.heard.append(f"foreign {last}")
        if self.store:
            self.store.foreign(walk, last, remarks)


def listened(path: Path) -> tuple[WalkFile, Store, Listener]:
    """An open file whose answers are taken down on their way to the store."""
    file = open_walk(path, DirectDelivery())
    store = Store(file.walk, clock, file, file.history)
    listener = Listener(store)
    file.attach(listener)
    return file, store, listener
