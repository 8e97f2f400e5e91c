"""Walkshop: what was seen on a neighbourhood walk, and what becomes of it."""

__version__ = "0.1.0"
