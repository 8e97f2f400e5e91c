"""What a chat program itself writes between the messages of people, in Dutch and in English."""

from __future__ import annotations

import re

DELETED = re.compile(
    r"(?:dit bericht is verwijderd|(?:je|u) hebt dit bericht verwijderd|"
    r"dit bericht is verwijderd door .{1,60}|"
    r"this message was deleted|you deleted this message|"
    r"this message was deleted by .{1,60})\.?",
    re.IGNORECASE,
)

EDITED = re.compile(
    r"\s*<(?:dit bericht is bewerkt|bewerkt|this message was edited|edited)\.?>\s*$",
    re.IGNORECASE,
)

OMITTED = re.compile(
    r"(?:<(?:media weggelaten|weggelaten media|media omitted)>|null|"
    r"(?:.{1,200}\s)?(?P<what>afbeelding|foto|video|videonotitie|audio|spraakbericht|sticker|gif|"
    r"document|contactkaart|image|photo|video note|voice message|contact card)"
    r"\s(?:weggelaten|omitted))",
    re.IGNORECASE,
)

ATTACHED = re.compile(
    r"<(?:bijgevoegd|attached):\s?(?P<name>[^<>\n]{1,200})>|"
    r"^(?P<bare>[^\n]{1,200}\.\w{2,5}) \((?:bestand bijgevoegd|file attached)\)$",
    re.IGNORECASE | re.MULTILINE,
)

SYSTEM = re.compile(
    r"\b(?:heeft|hebt|hebben)\b.*\b(?:groep\w*|toegevoegd|gewijzigd|verwijderd|aangemaakt|"
    r"verlaten|vastgezet|ingesteld|uitgeschakeld|ingeschakeld)\b|"
    r"\bend-to-end\b|\b(?:neemt|nam|nu) deel\b|\b(?:is|was) (?:toegevoegd|added|removed)\b|"
    r"\b(?:created|changed|added|removed|pinned|turned)\b.*"
    r"\b(?:group|subject|you|description|icon|number|code|message|messages|settings|on|off)\b|"
    r"\b(?:added|removed|left)$|\bjoined using\b|\bsecurity code\b|\bbeveiligingscode\b",
    re.IGNORECASE,
)
"""Lines about the group itself; only looked for where a message has no sender of its own."""

PLACE = re.compile(
    r"https?://(?:maps\.google\.[a-z.]{2,6}|(?:www\.)?google\.[a-z.]{2,6}/maps)\S*?[?&]q(?:uery)?="
    r"(?P<lat>-?\d{1,2}\.\d+),(?P<lon>-?\d{1,3}\.\d+)",
    re.IGNORECASE,
)
"""A place that somebody shared: degrees north and east (WGS84)."""

VOICES = (".opus", ".m4a", ".mp3", ".ogg", ".aac", ".amr", ".wav")
FILMS = (".mp4", ".3gp", ".mov", ".mkv", ".webm")
CARDS = (".vcf",)
