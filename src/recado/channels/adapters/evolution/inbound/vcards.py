"""Whom does a shared contact card show?"""

from __future__ import annotations

import re
from typing import Any

from recado.channels.adapters.evolution.inbound.shapes import text_in
from recado.channels.models import Json

_MOST_LINES = 200
_TEL = re.compile(r"(?:item[0-9]+\.)?TEL(?P<about>[^:]*):(?P<number>.*)", re.IGNORECASE)
_EMAIL = re.compile(r"(?:item[0-9]+\.)?EMAIL[^:]*:(?P<email>.*)", re.IGNORECASE)
_WAID = re.compile(r"waid=([0-9]{5,20})", re.IGNORECASE | re.ASCII)


def card_of(value: Any) -> Json:
    """A card in the shape of all contacts: `name`, `phones` with `phone` and `wa_id`, `emails`."""
    lines = text_in(value, "vcard").splitlines()[:_MOST_LINES]
    phones: list[Json] = []
    emails: list[Json] = []
    name = text_in(value, "displayName")
    for line in lines:
        if found := _TEL.fullmatch(line.strip()):
            phone: Json = {"phone": found["number"].strip()}
            if known := _WAID.search(found["about"]):
                phone["wa_id"] = known.group(1)
            phones.append(phone)
        elif found := _EMAIL.fullmatch(line.strip()):
            emails.append({"email": found["email"].strip()})
        elif not name and line.upper().startswith("FN:"):
            name = line[3:].strip()
    card: Json = {"name": {"formatted_name": name, "first_name": name}, "phones": phones}
    return {**card, "emails": emails} if emails else card
