"""The stage where values become actions and answers."""
