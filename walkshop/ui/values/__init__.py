"""The stage where notes become shared values."""
