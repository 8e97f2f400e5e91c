"""The stage where notes are typed and pinned."""
