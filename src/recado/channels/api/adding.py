"""How is a number of Meta's own API added at the screen?"""

from __future__ import annotations

import re

from fastapi import APIRouter, Request

from recado.channels import rules, service
from recado.channels.adapter import Account
from recado.channels.errors import ChannelRefused, UnknownAdapter
from recado.channels.schemas import CloudChannelInput, NewChannelOutput, channel_output
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(tags=["channels"])
_ADAPTER = "whatsapp_cloud"


@router.post("/channels/whatsapp-cloud", operation_id="channels.add_cloud", status_code=201)
async def add_cloud(body: CloudChannelInput, request: Request, scope: Caller, access: AccessOf) -> NewChannelOutput:
    """Ask Meta whether the account works, and keep it if it does; 422 `channel_refused` with the `reason`.

    Where Meta could not be asked just now it is kept and asked again. 409 `channel_exists`.
    """
    adapters = request.app.state.ports.adapters
    if _ADAPTER not in adapters:
        raise UnknownAdapter(known=sorted(adapters))
    # Where Meta stands is the installation's setting: an address from outside would take the token anywhere.
    given = {"graph_url": request.app.state.graph_url, "waba_id": body.business_id}
    settings = {name: value for name, value in given.items() if value}
    secrets = {"app_secret": body.app_secret, "verify_token": body.verify_token, "access_token": body.access_token}
    problem = await adapters[_ADAPTER].check(Account(body.external_id, settings, secrets))
    if problem and problem not in rules.NOBODY_ANSWERED:
        raise ChannelRefused(reason=problem)
    async with access.database.transaction(scope.organization) as tx:
        id_ = await service.add(
            tx, key=access.key, adapters=adapters, adapter=_ADAPTER, name=body.name, external_id=body.external_id,
            number=re.sub(r"\D", "", body.number), settings=settings, secrets=secrets,
        )  # fmt: skip
        await service.set_state(tx, id_, "attention" if problem else "connected", problem)
        await service.note_check(tx, id_)
        await audit(tx, scope, "channels.added", subject=("channel", id_), detail={"account": body.external_id})
        found = await service.views(tx, [id_], adapters)
    return NewChannelOutput(channel=channel_output(found[id_]), webhook_url=f"{access.public_url}/webhooks/{id_}")
