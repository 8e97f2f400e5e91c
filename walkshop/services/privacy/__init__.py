"""Finds what may tell who somebody is, so that a person can look before anything is printed."""
