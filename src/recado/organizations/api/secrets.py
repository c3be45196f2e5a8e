"""How are the secrets that flows may send along kept, changed and let go?"""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from fastapi import APIRouter

from recado.organizations.access import AccessOf, Caller
from recado.organizations.models import SecretId
from recado.organizations.schemas import secrets as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import secrets

router = APIRouter(tags=["secrets"], max_body_size=LARGEST_BODY)


@router.get("/secrets", operation_id="secrets.list")
async def list_secrets(scope: Caller, access: AccessOf) -> shapes.SecretsOutput:
    """List the secrets by name, with the origins they are bound to and without their values."""
    async with access.database.transaction(scope.organization) as tx:
        found = await secrets.list_secrets(tx)
    return shapes.SecretsOutput(items=[shapes.secret(one) for one in found])


@router.post("/secrets", operation_id="secrets.create", status_code=201)
async def create(body: shapes.SecretInput, scope: Caller, access: AccessOf) -> shapes.NewSecretOutput:
    """Keep a secret; 422 `bad_secret`, 409 `name_taken` or `too_many_secrets`."""
    async with access.database.transaction(scope.organization) as tx:
        kept, made = await secrets.create_secret(
            tx, scope, access.key, name=body.name, value=body.value, origins=body.origins
        )
    return shapes.NewSecretOutput(secret=shapes.secret(kept), made=made or None)


@router.post("/secrets/{secret_id}/rotate", operation_id="secrets.rotate")
async def rotate(
    secret_id: UUID, body: shapes.SecretRotationInput, scope: Caller, access: AccessOf
) -> shapes.NewSecretOutput:
    """Put a new value in the old one's place, and other origins if wanted; 422 `bad_secret`."""
    async with access.database.transaction(scope.organization) as tx:
        kept, made = await secrets.rotate_secret(
            tx,
            scope,
            access.key,
            SecretId(secret_id),
            value=body.value,
            origins=body.origins,
            keep_previous=timedelta(hours=body.keep_previous_hours),
            now=access.clock(),
        )
    return shapes.NewSecretOutput(secret=shapes.secret(kept), made=made or None)


@router.delete("/secrets/{secret_id}", operation_id="secrets.remove", status_code=204)
async def remove(secret_id: UUID, scope: Caller, access: AccessOf) -> None:
    """Delete a secret; flows that name it take their error exit from now on."""
    async with access.database.transaction(scope.organization) as tx:
        await secrets.remove_secret(tx, scope, SecretId(secret_id))
