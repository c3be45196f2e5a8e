"""What is done to connect a number with a phone, and to end that?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from recado.channels import rules, service, store
from recado.channels.adapter import Account, AccountUnavailable, Adapter, Pairing, PairingAdapter
from recado.channels.errors import ConnectionRefused
from recado.foundation.database import Transaction
from recado.foundation.secrets import MasterKey


@dataclass(frozen=True, slots=True)
class Connectable:
    """A channel with what is needed to connect it; no transaction is open while it is used."""

    id: UUID
    adapter: Adapter
    account: Account


async def open_for_pairing(tx: Transaction, id_: UUID, key: MasterKey, adapters: Mapping[str, Adapter]) -> Connectable:
    """Return what is needed to connect a channel; raise `ChannelNotFound`."""
    adapter, account = await service.open_account(tx, id_, key)
    return Connectable(id_, adapters[adapter], account)


async def ask_for_code(channel: Connectable, *, public_url: str, phone: str) -> tuple[Pairing, str]:
    """Get a code, or `connected` where the account works already, and the reason of that state; raise `ConnectionRefused`.

    An account that is not paired with a phone is asked whether it works, and that is all.
    """
    adapter = channel.adapter
    if not isinstance(adapter, PairingAdapter):
        state, reason = rules.seen_state(await adapter.check(channel.account), "", "")
        return Pairing(state), reason
    base = channel.account.settings.get("webhook_url") or public_url
    try:
        found = await adapter.connect(channel.account, webhook=f"{base.rstrip('/')}/webhooks/{channel.id}", phone=phone)
    except AccountUnavailable as error:
        raise ConnectionRefused(reason=error.code) from error
    return found, "" if found.state == "connected" else rules.WAITING


async def note_pairing(tx: Transaction, id_: UUID, state: str, reason: str) -> bool:
    """Write down that a phone is being paired, or is; a channel that was out of service is back with that.

    What the provider has told meanwhile stays: the phone may have been quicker than this answer. False where the channel
    was that already: a screen asks again and again while it shows a code.
    """
    row = next(iter(await store.find(tx, [id_])), None)
    if row is None or (row["state"], row["state_reason"]) == (state, reason):
        return False
    if reason == rules.WAITING and row["state"] == "connected":
        return False
    await service.set_state(tx, id_, state, reason)
    await service.note_check(tx, id_)
    return True


async def log_out(channel: Connectable) -> str:
    """End the session and return the reason to be written down."""
    if isinstance(channel.adapter, PairingAdapter):
        try:
            await channel.adapter.log_out(channel.account)
        except AccountUnavailable:
            return "by_person_phone_not_told"
    return "by_person"
