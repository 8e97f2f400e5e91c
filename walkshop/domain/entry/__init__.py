"""The grammar of the entry line: marks in front, tags in front or at the end, all else is words."""

from walkshop.domain.entry.book import EntryBook, Street
from walkshop.domain.entry.parse import Entry, read_line

__all__ = ["Entry", "EntryBook", "Street", "read_line"]
