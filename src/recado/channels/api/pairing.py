"""How is a number connected by QR or pairing code, and disconnected, under the paths that clients know by heart?"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Literal
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict, Field

from recado.channels import connecting, service
from recado.channels.errors import PhoneNeeded
from recado.channels.schemas import ConnectionStatus, connection_status
from recado.foundation.phone import with_country
from recado.organizations.access import AccessOf, Caller
from recado.organizations.service import audit

router = APIRouter(tags=["channels"])


class ConnectInput(BaseModel):
    """Which connection, by which kind of code, and for a pairing code the number of the phone that will type it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    connection_id: UUID
    method: Literal["pairing_code", "qr"] = "qr"
    phone: str = Field(default="", max_length=40)


class ConnectOutput(BaseModel):
    """How far it is. `qr` is the text of a QR code; a code is good until `expires_at` and is then asked for again."""

    state: str
    pairing_code: str | None
    qr: str | None
    expires_at: datetime | None


class DisconnectInput(BaseModel):
    """Which connection."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    connection_id: UUID


@router.post("/whatsapp/conectar", operation_id="channels.pair")
async def pair(body: ConnectInput, request: Request, scope: Caller, access: AccessOf) -> ConnectOutput:
    """Connect a number: get the code of this moment, or put an account into service that needs none.

    Repeating it is harmless and gives the code that is good now.
    """
    phone = re.sub(r"\D", "", with_country(body.phone)) if body.method == "pairing_code" else ""
    if body.method == "pairing_code" and not phone:
        raise PhoneNeeded
    ports = request.app.state.ports
    async with access.database.transaction(scope.organization) as tx:
        channel = await connecting.open_for_pairing(tx, body.connection_id, access.key, ports.adapters)
    public_url = request.app.state.product.settings.public_url
    found, reason = await connecting.ask_for_code(channel, public_url=public_url, phone=phone)
    async with access.database.transaction(scope.organization) as tx:
        if await connecting.note_pairing(tx, body.connection_id, found.state, reason):
            detail = {"method": body.method, "state": found.state}
            await audit(tx, scope, "channels.connected", subject=("channel", body.connection_id), detail=detail)
    return ConnectOutput(
        state=found.state, pairing_code=found.pairing_code or None, qr=found.qr or None, expires_at=found.expires_at
    )


@router.post("/whatsapp/desconectar", operation_id="channels.unpair")
async def unpair(body: DisconnectInput, request: Request, scope: Caller, access: AccessOf) -> ConnectionStatus:
    """Disconnect a number: its session ends on the phone too, and nothing leaves through it any more.

    Where the gateway cannot be reached the channel goes out of service all the same, and the reason says that the phone
    was not told.
    """
    ports = request.app.state.ports
    async with access.database.transaction(scope.organization) as tx:
        channel = await connecting.open_for_pairing(tx, body.connection_id, access.key, ports.adapters)
    reason = await connecting.log_out(channel)
    async with access.database.transaction(scope.organization) as tx:
        await service.set_state(tx, body.connection_id, "disconnected", reason)
        await audit(
            tx, scope, "channels.disconnected", subject=("channel", body.connection_id), detail={"reason": reason}
        )  # fmt: skip
        found = await service.views(tx, [body.connection_id], ports.adapters)
    return connection_status(found[body.connection_id])
