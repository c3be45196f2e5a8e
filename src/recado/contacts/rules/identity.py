"""Which contact does a payload show, and what does it teach about them?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


def addresses(seen: Seen) -> list[tuple[str, str, str]]:
    """Return (kind, value, match key) of each address in `seen`, the most telling first.

    A BSUID is one person to one business portfolio and outlives a hidden number; a parent BSUID is wider; a phone may pass to
    somebody else.
    """
    found = []
    if seen.bsuid:
        found.append(("bsuid", seen.bsuid, seen.bsuid))
    if seen.parent_bsuid:
        found.append(("parent_bsuid", seen.parent_bsuid, seen.parent_bsuid))
    if seen.phone:
        found.append(("phone", seen.phone, match_key(seen.phone)))
    return found


def keys(people: Iterable[Seen]) -> set[Key]:
    """Return every key under which `people` could be known."""
    return {(kind, key) for seen in people for kind, _, key in addresses(seen)}


def recognise(seen: Seen, known: Mapping[Key, ContactId], values: frozenset[tuple[str, str]]) -> Recognised:
    """Decide who `seen` is, given who owns each key and which exact values are stored already.

    Where BSUID and phone belong to two people nothing is merged by itself: the message goes by the phone, both stay.
    """
    listed = addresses(seen)
    owners = {kind: known[kind, key] for kind, _, key in listed if (kind, key) in known}
    by_bsuid = owners.get("bsuid", owners.get("parent_bsuid"))
    by_phone = owners.get("phone")
    if by_bsuid and by_phone and by_bsuid != by_phone:
        return Recognised(by_phone, "addresses_disagree")
    contact = by_bsuid or by_phone
    new = tuple((kind, value) for kind, value, _ in listed if (kind, value) not in values)
    if contact is None:
        return Recognised(None, "unknown_addresses", new)
    return Recognised(contact, "known_bsuid" if by_bsuid else "known_phone", new)
