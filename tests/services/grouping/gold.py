"""Labelled notes as the grouping takes them, and how near a suggestion comes to their labels."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from walkshop.services.grouping import Item, Proposal, propose

# Words printed on the Crooswijk map, by theme; one box was printed as a chance, without a theme.
_PRINTED = {
    "sport en spel": ("sport",),
    "cultuur en leefomgeving": ("cultuur", "leefomgeving"),
    "empowerment / sport en spel": ("empowerment", "sport"),
    "ontmoeten en inclusie": ("ontmoeten", "inclusie"),
    "voorzieningen en ontmoeten": ("voorzieningen", "ontmoeten"),
    "kans": (),
}


def labelled(data: Path, name: str) -> tuple[list[Item], list[str]]:
    """The notes of a labelled set, and for each the value that its reader put it under."""
    with (data / "texts" / "gold" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [_item(row) for row in rows], [row["gold_value"] for row in rows]


def _item(row: dict[str, str]) -> Item:
    printed = row.get("theme") or row.get("printed_theme", "")
    return Item(
        key=row["id"],
        text=row["text"],
        themes=_PRINTED.get(printed, (printed,)),
        xy_m=(float(row["x"]), float(row["y"])) if row.get("x") else None,
    )


def suggested(items: Sequence[Item]) -> list[int]:
    """For each note the number of its suggested group; -1 when it was not placed."""
    return numbers(items, propose(items))


def numbers(items: Sequence[Item], proposal: Proposal) -> list[int]:
    """For each note the number of its group; -1 when it was not placed."""
    group = {key: n for n, found in enumerate(proposal.groups) for key in found.members}
    return [group.get(item.key, -1) for item in items]


def purity(labels: Sequence[str], groups: Sequence[int]) -> float:
    """The share of notes that carry the commonest label of their group, 0 to 1."""
    best = 0
    for group in set(groups):
        within = Counter(label for label, n in zip(labels, groups, strict=True) if n == group)
        best += within.most_common(1)[0][1]
    return best / len(labels)
