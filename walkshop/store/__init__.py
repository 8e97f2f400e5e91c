"""The current walk, its undo, and the protocol by which edits reach a file."""
