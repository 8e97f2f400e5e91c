"""Reads the exported chat of an app group: what people wrote on the way, without who they are."""
