"""What does a merge make of two people, and what does undoing it leave?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from recado.contacts.models import Contact


def merged(kept: Contact, gone: Contact) -> Contact:
    """Return `kept` with what `gone` adds: blanks are filled, nothing is overwritten, a refusal of either holds."""
    return replace(
        kept,
        name=kept.name or gone.name,
        fields={**gone.fields, **{key: value for key, value in kept.fields.items() if not is_blank(value)}},
        opted_out_at=_earliest(kept.opted_out_at, gone.opted_out_at),
        marketing_stopped_at=_latest(kept.marketing_stopped_at, gone.marketing_stopped_at),
    )


def remembered(before: Contact, after: Contact) -> dict[str, Any]:
    """Return what undoing must know of the one who stays: each value before and after, as JSON."""
    return {"before": _written(before), "after": _written(after)}


def unmerged(now: Contact, was: Mapping[str, Any]) -> Contact:
    """Return the one who stayed as they were; what somebody changed since the merge stays changed."""
    before, after, present = was["before"], was["after"], _written(now)
    fields = dict(now.fields)
    for key in {*before["fields"], *after["fields"]}:
        if fields.get(key) == after["fields"].get(key):
            fields.pop(key, None)
            if key in before["fields"]:
                fields[key] = before["fields"][key]
    one = replace(now, fields=fields)
    if present["name"] == after["name"]:
        one = replace(one, name=before["name"])
    if present["opted_out_at"] == after["opted_out_at"]:
        one = replace(one, opted_out_at=_read(before["opted_out_at"]))
    if present["marketing_stopped_at"] == after["marketing_stopped_at"]:
        one = replace(one, marketing_stopped_at=_read(before["marketing_stopped_at"]))
    return one


def returned(gone: Contact, now: Contact, was: Mapping[str, Any]) -> Contact:
    """Return the one who comes back: as they were, but a refusal that was made since the merge is theirs too.

    Nobody knows which of the two made it, and writing to somebody who refused is the worse mistake (Lei 13.709/2018, art. 8).
    """
    present, after = _written(now), was["after"]
    if present["opted_out_at"] != after["opted_out_at"] and now.opted_out_at is not None:
        gone = replace(gone, opted_out_at=gone.opted_out_at or now.opted_out_at)
    if present["marketing_stopped_at"] != after["marketing_stopped_at"] and now.marketing_stopped_at is not None:
        gone = replace(gone, marketing_stopped_at=_latest(gone.marketing_stopped_at, now.marketing_stopped_at))
    return gone


def is_blank(value: object) -> bool:
    """Tell whether a field says nothing; 0 and False say something."""
    return value is None or value == ""


def _written(one: Contact) -> dict[str, Any]:
    return {
        "name": one.name,
        "fields": dict(one.fields),
        "opted_out_at": one.opted_out_at.isoformat() if one.opted_out_at else None,
        "marketing_stopped_at": one.marketing_stopped_at.isoformat() if one.marketing_stopped_at else None,
    }


def _read(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _earliest(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)


def _latest(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((at for at in (one, other) if at is not None), default=None)
