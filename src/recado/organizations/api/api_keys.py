"""How are keys for machines made, listed and revoked?"""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query

from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import ApiKeyId
from recado.organizations.permissions import KEY_SCOPES
from recado.organizations.schemas import organizations as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import api_keys

router = APIRouter(tags=["api_keys"], max_body_size=LARGEST_BODY)


@router.get("/api-keys", operation_id="api_keys.list")
async def list_keys(
    scope: Caller,
    access: AccessOf,
    cursor: Annotated[UUID | None, Query()] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> shapes.ApiKeysOutput:
    """List keys, the newest first, without their secrets."""
    before = None if cursor is None else ApiKeyId(cursor)
    async with access.database.transaction(scope.organization) as tx:
        found = await api_keys.list_keys(tx, before=before, limit=limit + 1)
    page = found[:limit]
    return shapes.ApiKeysOutput(
        items=[shapes.api_key(one) for one in page],
        next_cursor=str(page[-1].id) if len(found) > limit else None,
        available_scopes=sorted(KEY_SCOPES & scope.permissions),
    )


@router.post("/api-keys", operation_id="api_keys.create", status_code=201)
async def create(body: shapes.ApiKeyInput, scope: Caller, access: AccessOf) -> shapes.NewApiKeyOutput:
    """Make a key; the secret is in this answer and nowhere else. 422 `scopes_too_wide`."""
    async with access.database.transaction(scope.organization) as tx:
        key, secret = await api_keys.create_key(
            tx, scope, name=body.name, scopes=body.scopes, expires_at=body.expires_at
        )
    return shapes.NewApiKeyOutput(api_key=shapes.api_key(key), secret=secret)


@router.delete("/api-keys/{key_id}", operation_id="api_keys.revoke", status_code=204)
async def revoke(key_id: UUID, scope: Caller, access: AccessOf) -> None:
    """End a key, everywhere within a second."""
    async with access.database.transaction(scope.organization) as tx:
        await api_keys.revoke_key(tx, scope, ApiKeyId(key_id))
    access.checks.forget()
