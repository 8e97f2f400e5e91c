"""Reads the things in an XML file one by one, and nothing that XML can do beside that.

No entity is expanded, no other file is opened, and what is cut off is read up to there.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from walkshop.domain.errors import WalkshopError
from walkshop.i18n import msg
from walkshop.services.intake.textfile import decoded

MOST_DEEP = 100
MOST_MB = 50
_CHUNK = 1 << 16

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,80}?encoding\s*=\s*[\"']([\w.:-]{1,30})[\"']")
_ENCODING = re.compile(
    r"(?:utf-?8|us-ascii|iso-?8859-?\d+|latin-?1|(?:windows-|cp)125\d|koi8-r)", re.I
)
_NOT_XML = {code: None for code in range(32) if code not in (9, 10, 13)} | {
    0xFFFE: None,
    0xFFFF: None,
}


@dataclass(slots=True)
class Node:
    """An element of XML, its prefix left off.

    Args:
        words: what stands in it itself, without what stands in its parts.
    """

    tag: str
    attributes: Mapping[str, str]
    words: list[str] = field(default_factory=list)
    parts: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words without blanks around them."""
        return "".join(self.words).strip()

    def part(self, tag: str) -> Node | None:
        """Its first part that is called `tag`."""
        return next((part for part in self.parts if part.tag == tag), None)

    def said(self, tag: str) -> str:
        """The words of its part `tag`; empty without one."""
        found = self.part(tag)
        return found.text if found else ""

    def leaves(self) -> Iterator[Node]:
        """Every part, at any depth, that has no parts itself."""
        for part in self.parts:
            if part.parts:
                yield from part.leaves()
            else:
                yield part


@dataclass(slots=True)
class Frame:
    """An element around an item, with its name as far as that was read."""

    tag: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One item, and what it stands in, outermost first; the frames are shared between items."""

    node: Node
    above: tuple[Frame, ...]


class _Collector(ContentHandler):
    """Builds items; everything else only leaves a frame while it is open."""

    def __init__(self, items: frozenset[str], ends: frozenset[str]) -> None:
        super().__init__()
        self.ready: list[Item] = []
        self.root = ""
        self._items, self._ends = items, ends
        self._frames: list[Frame] = []
        self._open: list[Node] = []
        self._name: list[str] | None = None

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # SAX
        tag = name.rpartition(":")[2]
        self.root = self.root or tag
        if len(self._open) + len(self._frames) > MOST_DEEP:
            raise _Deep
        if self._open or tag in self._items:
            self._open.append(Node(tag, dict(attrs.items())))
        else:
            self._frames.append(Frame(tag))
            self._name = [] if tag == "name" else None

    def endElement(self, name: str) -> None:  # SAX
        if self._open:
            node = self._open.pop()
            if self._open:
                self._open[-1].parts.append(node)
            else:
                self.ready.append(Item(node, tuple(self._frames)))
            return
        frame = self._frames.pop()
        if frame.tag == "name" and self._frames:
            self._frames[-1].name = self._frames[-1].name or "".join(self._name or ()).strip()
            self._name = None
        if frame.tag in self._ends:
            self.ready.append(Item(Node(frame.tag, {}), (*self._frames, frame)))

    def characters(self, content: str) -> None:
        if self._open:
            self._open[-1].words.append(content)
        elif self._name is not None:
            self._name.append(content)


class _Deep(Exception):
    """More elements within each other than any program writes."""


@dataclass(slots=True)
class XmlItems:
    """The items in the XML of one file.

    Args:
        name: of the file, for sentences about it.
        root: what the outermost element must be called.
        items: the elements that are given one by one, with everything in them.
        ends: elements of which the end is given, as an item without anything in it.
        cut_off: after reading, the line at which the file is cut off or damaged; 0 for none.
    """

    name: str
    root: str
    items: frozenset[str]
    ends: frozenset[str] = frozenset()
    cut_off: int = 0

    def read(self, raw: bytes) -> Iterator[Item]:
        """The items in the order of the file.

        Raises:
            WalkshopError: it is too large, no XML of this kind, or made to do harm.
        """
        from defusedxml.common import DefusedXmlException
        from defusedxml.sax import make_parser

        if len(raw) > MOST_MB * 1_000_000:
            raise WalkshopError(
                msg("“{name}” is larger than {n} MB.", name=self.name, n=MOST_MB),
                msg("Cut it into smaller files."),
            )
        data = _as_utf8(raw, self.name)
        collector = _Collector(self.items, self.ends)
        parser = make_parser()
        parser.setContentHandler(collector)
        found = False
        try:
            for start in range(0, len(data), _CHUNK):
                parser.feed(data[start : start + _CHUNK])
                if collector.root not in ("", self.root):
                    raise self._another_kind()
                found = found or bool(collector.ready)
                yield from collector.ready
                collector.ready.clear()
            parser.close()
        except SAXParseException as reason:
            yield from collector.ready
            if not (found or collector.ready):
                raise self._damaged(reason.getLineNumber() or 1) from reason
            self.cut_off = reason.getLineNumber() or 1
        except (DefusedXmlException, _Deep) as reason:
            raise self._harmful(type(reason).__name__) from reason

    def _another_kind(self) -> WalkshopError:
        return WalkshopError(
            msg("“{name}” is no {kind} file.", name=self.name, kind=self.root.upper()),
            msg("Choose another file."),
        )

    def _damaged(self, line: int) -> WalkshopError:
        return WalkshopError(
            msg("“{name}” is damaged at line {n}.", name=self.name, n=line),
            msg("Save it again in the program that made it."),
        )

    def _harmful(self, detail: str) -> WalkshopError:
        return WalkshopError(
            msg("“{name}” is made to do harm and is not read.", name=self.name),
            msg("Ask its maker for another file."),
            detail,
        )


def _as_utf8(raw: bytes, name: str) -> bytes:
    """The XML as UTF-8 without its declaration, whatever it was written in."""
    declared = _DECLARED.match(raw)
    encoding = declared.group(1).decode("ascii") if declared else "utf-8"
    text = ""
    if _ENCODING.fullmatch(encoding):
        try:
            text = codecs.decode(raw, encoding)
        except (UnicodeDecodeError, LookupError):
            text = ""
    text = text or decoded(raw, name)[0]
    text = _DECLARATION.sub("", text.removeprefix("\ufeff"), count=1)
    return text.translate(_NOT_XML).lstrip().encode("utf-8", "replace")
