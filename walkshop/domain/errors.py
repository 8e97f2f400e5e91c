"""Failures that a person can act on; anything else is a bug and is logged as one."""

from walkshop.i18n import Text, language


class WalkshopError(Exception):
    """What happened, and what to do, as sentences that are put into words where they are shown.

    Args:
        message: what happened.
        hint: what the person can do about it.
        detail: what an engineer would ask for; never words of residents.
    """

    def __init__(self, message: Text, hint: Text | None = None, detail: str = "") -> None:
        super().__init__(message, hint, detail)
        self.message = message
        self.hint = hint
        self.detail = detail

    def __str__(self) -> str:
        """English words, for logs and tests; windows and commands use their own language."""
        english = language("en")
        hint = f" {english.say(self.hint)}" if self.hint else ""
        detail = f" [{self.detail}]" if self.detail else ""
        return f"{english.say(self.message)}{hint}{detail}"
