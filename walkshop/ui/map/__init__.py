"""The one map painter and the canvas that shows it."""
