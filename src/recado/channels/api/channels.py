"""How are an organization's numbers looked at, connected and disconnected?"""

from __future__ import annotations

from uuid import UUID

from fastapi import APIRouter, Request

from recado.channels import connecting, rules, service
from recado.channels.adapter import Adapter
from recado.channels.errors import ChannelNotFound
from recado.channels.schemas import ChannelOutput, ChannelPage, WhatsAppStatus, channel_output, connection_status
from recado.foundation.database import Transaction
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(tags=["channels"])


@router.get("/channels", operation_id="channels.list")
async def list_channels(request: Request, scope: Caller, access: AccessOf) -> ChannelPage:
    """List every connection of the organization."""
    async with access.database.transaction(scope.organization) as tx:
        found = await service.list_channels(tx, request.app.state.ports.adapters)
    return ChannelPage(items=[channel_output(one) for one in found])


@router.get("/whatsapp/status", operation_id="channels.status")
async def read_status(request: Request, scope: Caller, access: AccessOf) -> WhatsAppStatus:
    """Read the connections under the names older clients know."""
    async with access.database.transaction(scope.organization) as tx:
        found = await service.list_channels(tx, request.app.state.ports.adapters)
    return WhatsAppStatus(
        connected=any(one.state == "connected" for one in found), connections=[connection_status(one) for one in found]
    )


@router.post("/channels/{channel_id}/connect", operation_id="channels.connect")
async def connect(channel_id: UUID, request: Request, scope: Caller, access: AccessOf) -> ChannelOutput:
    """Ask the provider whether the account works, and put the channel into service if it does."""
    adapters = request.app.state.ports.adapters
    async with access.database.transaction(scope.organization) as tx:
        key, account = await service.open_account(tx, channel_id, access.key)
    problem = await adapters[key].check(account)
    async with access.database.transaction(scope.organization) as tx:
        await service.set_state(tx, channel_id, *rules.seen_state(problem, "", ""))
        await service.note_check(tx, channel_id)
        await audit(tx, scope, "channels.connected", subject=("channel", channel_id), detail={"problem": problem})
        return await _shown(tx, channel_id, adapters)


@router.post("/channels/{channel_id}/disconnect", operation_id="channels.disconnect")
async def disconnect(channel_id: UUID, request: Request, scope: Caller, access: AccessOf) -> ChannelOutput:
    """Take the channel out of service: nothing leaves through it, and its webhooks are refused."""
    adapters = request.app.state.ports.adapters
    async with access.database.transaction(scope.organization) as tx:
        channel = await connecting.open_for_pairing(tx, channel_id, access.key, adapters)
    reason = await connecting.log_out(channel)
    async with access.database.transaction(scope.organization) as tx:
        await service.set_state(tx, channel_id, "disconnected", reason)
        await audit(tx, scope, "channels.disconnected", subject=("channel", channel_id))
        return await _shown(tx, channel_id, adapters)


async def _shown(tx: Transaction, id_: UUID, adapters: dict[str, Adapter]) -> ChannelOutput:
    found = await service.views(tx, [id_], adapters)
    if id_ not in found:
        raise ChannelNotFound
    return channel_output(found[id_])
