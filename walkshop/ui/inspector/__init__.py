"""The thing in hand: one note, value or action, and what happens with it."""
