"""The door to the grouping: light to import, since the window must stand in a second."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from walkshop.services.grouping.items import Item, Proposal


def propose(
    items: Sequence[Item],
    *,
    values: int | None = None,
    names: Collection[str] = (),
    report: Callable[[int, int], None] | None = None,
) -> Proposal:
    """Groups of notes that may carry one shared value each; the same for any order of `items`.

    Args:
        items: the notes; keys must differ.
        values: how many groups; None lets the notes decide, 4 to 9 of them. It is an aim: equal
            notes stay together, and there are never more groups than different notes.
        names: street and place names of the walk; notes are not alike for naming one street.
        report: called with (step, total) after each step.

    Raises:
        ValueError: two notes have one key, or `values` is less than 1.
    """
    if values is not None and values < 1:
        raise ValueError("a walk has one value or more")
    ordered = sorted(items, key=lambda item: item.key)
    if len({item.key for item in ordered}) < len(ordered):
        raise ValueError("two notes have one key")

    from threadpoolctl import threadpool_limits

    from walkshop.services.grouping.pipeline import suggest

    # More threads add sums in another order, and the last bits would differ from run to run.
    with threadpool_limits(1, user_api="blas"):
        return suggest(ordered, values, names, report or _silent)


def _silent(_step: int, _total: int) -> None:
    """Nobody is watching."""
