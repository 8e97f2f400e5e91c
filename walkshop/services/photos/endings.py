"""The names of files that are tried as a photo; what is in them decides."""

PHOTO_ENDINGS = (".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".heic", ".heif", ".hif")
"""In lower case."""
