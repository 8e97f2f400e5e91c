"""What the states of a photo are called, in words that everybody in the room understands."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from walkshop.domain.records import Faces
from walkshop.i18n import Text, msg

FACES: Mapping[Faces, Text] = MappingProxyType(
    {
        Faces.UNCHECKED: msg("Not looked at yet"),
        Faces.NONE: msg("Nobody can be recognised"),
        Faces.BLURRED: msg("People are made unrecognisable"),
        Faces.CONSENT: msg("Everybody on it said yes"),
    }
)
"""Each state, in the order in which it is offered."""

NOT_PRINTED = msg("Not in prints until somebody looked at it.")
"""Said of a photo that nobody looked at."""
