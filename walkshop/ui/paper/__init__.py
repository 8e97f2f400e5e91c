"""Typing paper over: the sheets of a walk beside the line in which their words are typed."""
