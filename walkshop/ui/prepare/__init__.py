"""The stage before the walk."""
