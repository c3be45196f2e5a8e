"""How are the settings of an organization read and changed?"""

from __future__ import annotations

from dataclasses import replace

from fastapi import APIRouter

from recado.organizations.access import AccessOf, Caller
from recado.organizations.schemas import organizations as shapes
from recado.organizations.schemas.base import LARGEST_BODY
from recado.organizations.service import organizations

router = APIRouter(tags=["organization"], max_body_size=LARGEST_BODY)


@router.get("/organization", operation_id="organization.read")
async def read(scope: Caller, access: AccessOf) -> shapes.OrganizationOutput:
    """Show the organization at hand."""
    async with access.database.transaction(scope.organization) as tx:
        return shapes.organization(await organizations.get_organization(tx))


@router.patch("/organization", operation_id="organization.change")
async def change(body: shapes.OrganizationInput, scope: Caller, access: AccessOf) -> shapes.OrganizationOutput:
    """Change settings of the organization at hand; 422 `bad_setting`."""
    wanted = {
        field: getattr(body, field)
        for field in body.model_fields_set
        # Null is a value for one of them only; elsewhere it means: leave it.
        if field == "bot_returns_after_minutes" or getattr(body, field) is not None
    }
    async with access.database.transaction(scope.organization) as tx:
        before = await organizations.get_organization(tx)
        return shapes.organization(await organizations.change_organization(tx, scope, replace(before, **wanted)))
