"""The screen for the room."""
