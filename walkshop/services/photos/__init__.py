"""Photos people bring: made small, upright and bare, placed, blurred and shown."""
