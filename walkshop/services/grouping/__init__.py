"""From notes to proposed values, with reasons."""

from walkshop.services.grouping.items import Group, Item, Proposal
from walkshop.services.grouping.suggest import propose

__all__ = ["Group", "Item", "Proposal", "propose"]
