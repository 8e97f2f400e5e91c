"""Questions to a walk that have one answer."""
