"""How are API keys kept? Never themselves: only their SHA-256, from which 256 random bits cannot be guessed back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from recado.foundation.database import Row, Transaction
from recado.organizations.models import ApiKey, ApiKeyId, UserId

ADD_KEY = """
insert into api_keys (organization_id, id, name, prefix, hash, scopes, created_by, expires_at)
values ($1, $2, $3, $4, $5, $6, $7, $8)
returning id, name, prefix, scopes, created_by, created_at, expires_at, last_used_at, revoked_at
"""


async def add(
    tx: Transaction,
    key: ApiKeyId,
    *,
    name: str,
    prefix: str,
    key_hash: bytes,
    scopes: Sequence[str],
    created_by: UserId,
    expires_at: datetime | None,
) -> ApiKey:
    """Store a key by its hash."""
    row = await tx.fetchrow(
        ADD_KEY, tx.organization_id, key, name, prefix, key_hash, list(scopes), created_by, expires_at
    )
    assert row is not None  # noqa: S101  # an insert with `returning` gives one row or raises
    return _key(row)


LIST_KEYS = """
select id, name, prefix, scopes, created_by, created_at, expires_at, last_used_at, revoked_at from api_keys
where organization_id = $1 and ($2::uuid is null or id < $2) order by id desc limit $3
"""


async def list_page(tx: Transaction, *, before: ApiKeyId | None, limit: int) -> list[ApiKey]:
    """Return keys, the newest first, those older than `before`."""
    return [_key(row) for row in await tx.fetch(LIST_KEYS, tx.organization_id, before, limit)]


REVOKE_KEY = "update api_keys set revoked_at = now() where organization_id = $1 and id = $2 and revoked_at is null"


async def revoke(tx: Transaction, key: ApiKeyId) -> bool:
    """End a key; False where there is no living one."""
    return await tx.execute(REVOKE_KEY, tx.organization_id, key) == "UPDATE 1"


TOUCH_KEY = "update api_keys set last_used_at = now() where organization_id = $1 and id = $2"


async def touch(tx: Transaction, key: ApiKeyId) -> None:
    """Note that the key was used."""
    await tx.execute(TOUCH_KEY, tx.organization_id, key)


def _key(row: Row) -> ApiKey:
    values = dict(row)
    return ApiKey(**{**values, "scopes": tuple(values["scopes"])})
