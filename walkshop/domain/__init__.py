"""What a walk is and what people do with it: standard library only, no input or output."""
