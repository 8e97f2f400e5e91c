"""What stands around the stages: rail, title and search, counts, notice and the saved line."""
