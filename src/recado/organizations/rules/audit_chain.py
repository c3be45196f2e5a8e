"""How is an audit entry bound to the one before it?

hash = SHA-256(canonical JSON of index, previous hash and every column of the entry); signature = HMAC of that hash under a
key that is not in the database, so that whoever can rewrite every row still cannot chain them anew.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC

from recado.organizations.models import AuditEntry, Seal

FIRST = bytes(32)
"""What the first link names as its predecessor."""
KEY_PURPOSE = "audit seal/1"


def canonical(entry: AuditEntry, *, index: int, previous: bytes) -> bytes:
    """Return the one byte string that stands for the entry at its place: sorted keys, no blanks, UTF-8, times in UTC."""
    parts = {
        "index": index,
        "previous": previous.hex(),
        "id": str(entry.id),
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "actor_kind": str(entry.actor.kind),
        "actor_id": str(entry.actor.id) if entry.actor.id else None,
        "actor_name": entry.actor.name,
        "session": str(entry.session) if entry.session else None,
        "action": entry.action,
        "subject_kind": entry.subject_kind,
        "subject_id": entry.subject_id,
        "detail": entry.detail,
    }
    return json.dumps(parts, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def seal(entry: AuditEntry, *, index: int, previous: bytes, key: bytes) -> Seal:
    """Return the link for `entry` as the `index`-th of its chain (from 1)."""
    digest = hashlib.sha256(canonical(entry, index=index, previous=previous)).digest()
    return Seal(index=index, entry_id=entry.id, previous=previous, hash=digest, signature=_sign(digest, key))


def flaw(link: Seal, entry: AuditEntry | None, *, index: int, previous: bytes, key: bytes) -> str | None:
    """Return what is wrong with the link found where the `index`-th should stand, or None.

    `seal_missing`, `entry_missing`, `chain_broken`, `entry_changed` or `signature_wrong`.
    """
    if link.index != index:
        return "seal_missing"
    if entry is None:
        return "entry_missing"
    if link.previous != previous:
        return "chain_broken"
    if link.hash != hashlib.sha256(canonical(entry, index=index, previous=previous)).digest():
        return "entry_changed"
    if not hmac.compare_digest(link.signature, _sign(link.hash, key)):
        return "signature_wrong"
    return None


def _sign(digest: bytes, key: bytes) -> bytes:
    return hmac.new(key, digest, hashlib.sha256).digest()
