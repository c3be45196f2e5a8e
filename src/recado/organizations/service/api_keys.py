"""How does a machine get a key, and lose it?"""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime

from recado.foundation.database import Transaction
from recado.foundation.errors import NotFound
from recado.foundation.identifiers import new_id
from recado.foundation.secrets import token_hash
from recado.organizations.models import ApiKey, ApiKeyId, Scope
from recado.organizations.rules.api_keys import PREFIX, SHOWN, check_scopes
from recado.organizations.service.audit_trail import audit
from recado.organizations.store import api_keys as store


async def create_key(
    tx: Transaction, scope: Scope, *, name: str, scopes: Sequence[str], expires_at: datetime | None
) -> tuple[ApiKey, str]:
    """Return a key and its clear text, which is shown now and never again; raise `ScopesTooWide`."""
    check_scopes(scopes, own=scope.permissions)
    clear = PREFIX + secrets.token_urlsafe(32)
    key = await store.add(
        tx,
        ApiKeyId(new_id()),
        name=name,
        prefix=clear[:SHOWN],
        key_hash=token_hash(clear),
        scopes=sorted(set(scopes)),
        created_by=scope.user,
        expires_at=expires_at,
    )
    await audit(tx, scope, "api_keys.created", subject=("api_key", key.id), detail={"scopes": list(key.scopes)})
    return key, clear


async def list_keys(tx: Transaction, *, before: ApiKeyId | None, limit: int) -> list[ApiKey]:
    """Return keys, living and dead, the newest first."""
    return await store.list_page(tx, before=before, limit=limit)


async def revoke_key(tx: Transaction, scope: Scope, key: ApiKeyId) -> None:
    """End a key; raise `NotFound` where there is no living one."""
    if not await store.revoke(tx, key):
        raise NotFound
    await audit(tx, scope, "api_keys.revoked", subject=("api_key", key))
