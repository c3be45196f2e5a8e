"""What is done with channels?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.channels import rules, store
from recado.channels.adapter import Account, Adapter
from recado.channels.errors import ChannelExists, ChannelNotFound, IncompleteChannel, UnknownAdapter
from recado.channels.models import CONNECTION, Arrival, ChannelEvent, ChannelId
from recado.channels.templates import events
from recado.channels.templates import service as templates
from recado.channels.views import ChannelView, Checked, Known, Pacing
from recado.foundation import facts
from recado.foundation.database import Row, Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.lanes.models import NewInput
from recado.foundation.secrets import MasterKey, token_hash

STATUS, DISCONNECTED = "whatsapp:status", "whatsapp:disconnected"
"""Facts with {connection_id, state, reason, shouldReconnect}: names and fields that clients know by heart."""
_PACING = {field.name for field in fields(Pacing)}


async def views(tx: Transaction, ids: Collection[UUID], adapters: Mapping[str, Adapter]) -> dict[UUID, ChannelView]:
    """Return channels by id, as others may see them."""
    return {row["id"]: view(row, adapters) for row in await store.find(tx, ids)}


async def list_channels(tx: Transaction, adapters: Mapping[str, Adapter]) -> list[ChannelView]:
    """Return every channel of the organization."""
    return [view(row, adapters) for row in await store.all_of(tx)]


async def add(
    tx: Transaction,
    *,
    key: MasterKey,
    adapters: Mapping[str, Adapter],
    adapter: str,
    name: str,
    external_id: str,
    number: str,
    settings: Mapping[str, str],
    secrets: Mapping[str, str],
    default_bot: UUID | None = None,
    limits: Mapping[str, Any] | None = None,
) -> ChannelId:
    """Store a channel with its secrets sealed; the first of an organization is its fallback.

    Raises `UnknownAdapter`, `IncompleteChannel`, `ChannelExists`.
    """
    if adapter not in adapters:
        raise UnknownAdapter(known=sorted(adapters))
    missing = [label for label in adapters[adapter].manifest.secrets if not secrets.get(label)]
    if missing or not external_id:
        raise IncompleteChannel(missing=missing or ["external_id"])
    id_ = ChannelId(new_id())
    sealed = key.seal(msgspec.json.encode(dict(secrets)), context=_context(tx, id_))
    channel = store.NewChannel(
        id_, adapter, name, external_id, number, settings, limits or {}, sealed,
        token_hash(secrets.get("verify_token", "")), default_bot, *rules.first_state(adapters[adapter].manifest.capabilities),
    )  # fmt: skip
    if not await store.insert(tx, channel):
        raise ChannelExists(external_id=external_id)
    return id_


async def change_settings(tx: Transaction, external_id: str, settings: Mapping[str, str]) -> None:
    """Set settings of the channel with this account; those that are not named stay."""
    await store.merge_settings(tx, external_id, settings)


async def open_account(tx: Transaction, id_: UUID, key: MasterKey) -> tuple[str, Account]:
    """Return the adapter's key and the account of a channel with its secrets in clear; raise `ChannelNotFound`."""
    row = await store.sealed(tx, id_)
    if row is None:
        raise ChannelNotFound(id=str(id_))
    secrets = msgspec.json.decode(key.open(row["secrets"], context=_context(tx, id_)), type=dict[str, str])
    return row["adapter"], Account(row["external_id"], msgspec.json.decode(row["settings"]), secrets)


def open_door(door: store.Door, key: MasterKey) -> dict[str, str]:
    """Return the secrets of a channel that a webhook names."""
    sealed = key.open(door.secrets, context=f"channels.secrets/{door.organization}/{door.id}")
    return msgspec.json.decode(sealed, type=dict[str, str])


async def set_state(tx: Transaction, id_: UUID, state: str, reason: str) -> None:
    """Write a channel's state, tell whoever looks, and let waiting messages go when it works again."""
    if await store.set_state(tx, id_, state, reason):
        await _tell_state(tx, id_, state, reason)


async def record_check(tx: Transaction, id_: UUID, problem: str, *, warning: str = "") -> Checked:
    """Write down what a provider said about an account: "" or the code of what keeps it from working, and what is odd
    about one that works (`warning`).

    That nobody could be asked (`network`, `provider`) says nothing about the account, so the state stays as it is. A
    channel that a person has taken out of service meanwhile stays out of service.
    """
    before = await store.note_check(tx, id_)
    if before is None or problem in rules.NOBODY_ANSWERED:
        was = before.state if before else ""
        return Checked(was, was)
    state, reason = rules.seen_state(problem, before.state, before.reason, warning)
    await set_state(tx, id_, state, reason)
    if state == "connected" and await store.release_parked(tx, id_):
        # Parked by somebody who read the old state and committed after it had changed: no change would let them go.
        tx.wake("outbox")
    return Checked(before.state, state)


async def note_check(tx: Transaction, id_: UUID) -> None:
    """Write down that the account was asked about just now."""
    await store.note_check(tx, id_)


async def known_until(tx: Transaction, id_: UUID) -> Known | None:
    """Return how far what a provider holds is here; None where the channel is gone."""
    row = await store.caught_up(tx, id_)
    if row is None:
        return None
    return Known(row["caught_up_at"], row["state_since"] if row["state"] == "connected" else None)


async def note_caught_up(tx: Transaction, id_: UUID, until: datetime) -> None:
    """Write down that everything up to a moment is here; an earlier one changes nothing."""
    await store.catch_up(tx, id_, until)


async def _tell_state(tx: Transaction, id_: UUID, state: str, reason: str) -> None:
    if state == "connected":
        await store.release_parked(tx, id_)
        tx.wake("outbox")
    about = {
        "connection_id": str(id_), "state": state, "reason": reason, "shouldReconnect": rules.should_reconnect(state, reason),
    }  # fmt: skip
    names = (STATUS,) if state == "connected" else (STATUS, DISCONNECTED)
    await facts.publish(tx, [Fact(name, None, about) for name in names])


async def hear_connection(tx: Transaction, id_: UUID, told: Mapping[str, Any]) -> None:
    """Write down what a provider says of its own accord about a connection {state, reason, number}.

    A late one is put right by the next check. A channel that a person has taken out of service stays out of service.
    """
    before = await store.note_check(tx, id_)
    if before is None:
        return
    state, reason = str(told.get("state") or "attention"), str(told.get("reason") or "")
    if state == "connecting" and before.reason == rules.WAITING:
        reason = rules.WAITING
    if reason == rules.WAITING:
        state = "connecting"
    await set_state(tx, id_, state, reason)
    if state == "connected" and told.get("number"):
        await store.learn_number(tx, id_, str(told["number"]))


async def keep_event(tx: Transaction, channel: UUID, event: ChannelEvent, now: datetime) -> None:
    """Keep what a provider says about the account; template changes reach the templates at once.

    Whose account it is, where nobody had said so, is written into the settings: its templates can be asked for from then on.
    """
    if event.field == rules.BUSINESS_LEARNED:
        await store.learn_business(tx, channel, str(event.value["id"]))
        return
    if event.field == CONNECTION:
        await hear_connection(tx, channel, event.value)
    await store.insert_event(tx, channel, event)
    if event.field in events.FIELDS:
        await templates.hear(tx, channel, event, now)


async def bury_unreadable(tx: Transaction, channel: UUID, payload: str) -> None:
    """Show a delivery that nobody can read on the dead-letter screen; its bytes stay with the delivery."""
    found = msgspec.json.decode(payload)
    await store.bury_delivery(tx, new_id(), channel, str(found["code"]), str(found["delivery"]))


def inputs_of(adapter: Adapter, raw: bytes, account: str) -> list[NewInput]:
    """Read anew what a delivery holds for `account` into inbox rows, and what names no account; raise `Unreadable`."""
    return [rules.input_of(one.arrival) for one in adapter.read(raw) if one.account in ("", account)]


def input_of(arrival: Arrival) -> NewInput:
    """Return the inbox row of something that came otherwise than by webhook: the same as its webhook would have made."""
    return rules.input_of(arrival)


def view(row: Row, adapters: Mapping[str, Adapter]) -> ChannelView:
    """Read a row of a channel."""
    adapter = adapters.get(row["adapter"])
    return ChannelView(
        row["id"], row["adapter"], row["name"], row["external_id"], row["number"], row["state"], row["state_reason"],
        row["state_since"], row["last_checked_at"], row["is_fallback"], row["default_bot_id"],
        adapter.manifest.window_hours if adapter else None, pacing_of(row["limits"]),
        msgspec.json.decode(row["settings"]),
    )  # fmt: skip


def pacing_of(limits: str) -> Pacing:
    """Read a channel's limits; what it does not set is the default."""
    found = msgspec.json.decode(limits) if limits != "{}" else {}
    return Pacing(**{name: value for name, value in found.items() if name in _PACING})


def _context(tx: Transaction, id_: UUID) -> str:
    return f"channels.secrets/{tx.organization_id}/{id_}"
