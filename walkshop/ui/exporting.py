"""Makes documents of the open walk: what the window knows, put to the one door of all exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from walkshop.domain.records import Profile, Stamp
from walkshop.i18n import language
from walkshop.services.basemap.data import said
from walkshop.ui.opening import OpenWalk

if TYPE_CHECKING:
    from walkshop.services.output.preview import Preview, Room
    from walkshop.services.output.request import ExportRequest, Made
    from walkshop.ui.share.documents import Document
    from walkshop.ui.share.making import Wish


class WalkExporter:
    """Makes one document of an open walk as it is at that moment; may run in any thread.

    Args:
        clock: gives the day that is printed.
    """

    def __init__(self, opened: OpenWalk, clock: Callable[[], Stamp]) -> None:
        self._opened = opened
        self._clock = clock

    def __call__(
        self, out: Path, what: str, profile: Profile, language_code: str, paper: str
    ) -> Made:
        """Make `out`; its ending decides the kind.

        Raises:
            WalkshopError: it cannot be made or written; then nothing is there.
        """
        # Heavy: tables, typesetting and pages are loaded when the first document is asked for.
        from walkshop.services.output import export

        return export(self._request(out, what, profile, language_code, paper))

    def preview(self, document: Document, wish: Wish, room: Room) -> Preview:
        """What the first page of a document looks like; nothing is written.

        Raises:
            WalkshopError: it cannot be made.
        """
        from walkshop.services.output.preview import preview_of

        out = Path(f"preview{document.ending}")
        asked = self._request(out, document.what, wish.profile, wish.languages[0], wish.paper)
        return preview_of(asked, room)

    def _request(
        self, out: Path, what: str, profile: Profile, code: str, paper: str
    ) -> ExportRequest:
        from walkshop.services.output import ExportRequest
        from walkshop.ui.map.printing import Painters

        walk = self._opened.store.walk
        painters = Painters(walk, self._opened.path)
        data = painters.data
        return ExportRequest(
            walk=walk,
            out=out,
            language=language(code),
            today=self._clock().now.date(),
            profile=profile,
            paper=paper,
            what=what,
            map_source=said(data.attribution, code) if data else "",
            map_notice=said(data.notice, code) if data else "",
            paint_svg=painters.svg,
            paint_png=painters.png,
            names_on=painters.names,
            map_missing=painters.missing,
            walk_file=self._opened.path,
            copy_live=self._opened.file.backup_to,
        )
