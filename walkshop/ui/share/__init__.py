"""The stage where documents are made."""
