"""Photos of notes on screen: small beside the note, large to look at, and the brush that blurs."""
