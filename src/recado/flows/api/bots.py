"""How are bots listed, made and changed?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter

from recado.flows.models import BotId
from recado.flows.schemas import bots as shapes
from recado.flows.service import bots
from recado.organizations.access import AccessOf, Caller

router = APIRouter(tags=["bots"], max_body_size=64 * 1024)


@router.get("/bots", operation_id="bots.list")
async def list_bots(scope: Caller, access: AccessOf) -> shapes.BotsOutput:
    """List the bots, oldest first."""
    async with access.database.transaction(scope.organization) as tx:
        found = await bots.list_bots(tx)
    return shapes.BotsOutput(items=[shapes.bot(one) for one in found])


@router.post("/bots", operation_id="bots.create", status_code=201)
async def create(body: shapes.BotInput, scope: Caller, access: AccessOf) -> shapes.BotOutput:
    """Make a bot; the first one answers where nothing else matches. 404 `flow_not_found`, 422 `flow_of_another_bot`."""
    async with access.database.transaction(scope.organization) as tx:
        made = await bots.create_bot(
            tx, scope, name=body.name, keywords=body.keywords or (), changes=shapes.changes(body)
        )
    return shapes.bot(made)


@router.patch("/bots/{bot_id}", operation_id="bots.change")
async def change(bot_id: UUID, body: shapes.BotSettingsInput, scope: Caller, access: AccessOf) -> shapes.BotOutput:
    """Change what is named; 404 `flow_not_found`, 422 `flow_of_another_bot`."""
    async with access.database.transaction(scope.organization) as tx:
        changed = await bots.change_bot(tx, scope, BotId(bot_id), shapes.changes(body))
    return shapes.bot(changed)
