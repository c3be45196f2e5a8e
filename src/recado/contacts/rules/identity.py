"""Which contact does a payload show, and what does it teach about them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from recado.contacts.models import ContactId, Seen
from recado.foundation.phone import match_key

Key = tuple[str, str]
"""An address as it is compared: its kind and its match key."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """Who it is (None: somebody new), and why. `teaches` are addresses that now belong to them too."""

    contact: ContactId | None
    reason: str
    teaches: tuple[tuple[str, str], ...] = ()
    other: ContactId | None = None
    """Who seems to be the same person, where one payload named two."""


def addresses(seen: Seen) -> list[tuple[str, str, str]]:
    """Return (kind, value, match key) of each address in `seen`, the most telling first.

    A BSUID is one person to one business portfolio and outlives a hidden number; a parent BSUID is wider; a LID is one
    account; a phone may pass to somebody else.
    """
    found = []
    if seen.bsuid:
        found.append(("bsuid", seen.bsuid, seen.bsuid))
    if seen.parent_bsuid:
        found.append(("parent_bsuid", seen.parent_bsuid, seen.parent_bsuid))
    if seen.lid:
        found.append(("lid", seen.lid, seen.lid))
    if seen.phone:
        found.append(("phone", seen.phone, match_key(seen.phone)))
    return found


def keys(people: Iterable[Seen]) -> set[Key]:
    """Return every key under which `people` could be known."""
    return {(kind, key) for seen in people for kind, _, key in addresses(seen)}


def recognise(seen: Seen, known: Mapping[Key, ContactId], values: frozenset[tuple[str, str]]) -> Recognised:
    """Decide who `seen` is, given who owns each key and which exact values are stored already.

    Where BSUID or LID and phone belong to two people nothing is merged by itself: the message goes by the phone, both stay,
    and `other` names whom a merge may be proposed with.
    """
    listed = addresses(seen)
    owners = {kind: known[kind, key] for kind, _, key in listed if (kind, key) in known}
    by_id = owners.get("bsuid") or owners.get("parent_bsuid") or owners.get("lid")
    by_phone = owners.get("phone")
    if by_id and by_phone and by_id != by_phone:
        return Recognised(by_phone, "addresses_disagree", other=by_id)
    by_lid = owners.get("lid")
    contact = by_id or by_phone
    new = tuple((kind, value) for kind, value, _ in listed if (kind, value) not in values)
    if contact is None:
        return Recognised(None, "unknown_addresses", new)
    reason = "known_phone" if not by_id else "known_lid" if by_id == by_lid else "known_bsuid"
    # Two ids of two people in one payload: what belongs to the other stays theirs.
    other = by_lid if by_lid and by_lid != contact else None
    return Recognised(contact, reason, new, other)


def preferred_phone(phones: Iterable[tuple[str, str, datetime]]) -> str:
    """Return the form of a number to write to, of (value, source, last seen): what WhatsApp itself said, the latest of it.

    People dial thirteen digits where WhatsApp answers with twelve; the form that was answered is the one that is reached.
    """
    known = sorted(phones, key=lambda one: (one[1] == "channel", one[2]))
    return known[-1][0] if known else ""
