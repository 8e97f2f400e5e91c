"""Brings paper back: photos and scans of numbered field sheets, to be typed over."""
