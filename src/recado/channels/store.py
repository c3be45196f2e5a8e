"""How are channels kept?"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from recado.channels.models import ChannelEvent, ChannelId
from recado.foundation.database import Database, Row, Transaction
from recado.foundation.failpoints import failpoint
from recado.foundation.identifiers import OrganizationId

_COLUMNS = """
id, adapter, name, external_id, number, settings, limits, state, state_reason, state_since, last_checked_at, is_fallback,
default_bot_id
"""

FIND_CHANNELS = f"select {_COLUMNS} from channels where organization_id = $1 and id = any($2)"


async def find(tx: Transaction, ids: Collection[UUID]) -> list[Row]:
    """Return channels by id."""
    return await tx.fetch(FIND_CHANNELS, tx.organization_id, list(ids))


LIST_CHANNELS = f"select {_COLUMNS} from channels where organization_id = $1 order by created_at, id"


async def all_of(tx: Transaction) -> list[Row]:
    """Return every channel of the organization, oldest first."""
    return await tx.fetch(LIST_CHANNELS, tx.organization_id)


READ_SECRETS = "select adapter, external_id, settings, secrets from channels where organization_id = $1 and id = $2"


async def sealed(tx: Transaction, id_: UUID) -> Row | None:
    """Return what opens the account of a channel."""
    return await tx.fetchrow(READ_SECRETS, tx.organization_id, id_)


INSERT_CHANNEL = """
insert into channels (organization_id, id, adapter, name, external_id, number, settings, limits, secrets, verify_token_hash,
                      default_bot_id, is_fallback, state, state_reason)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, not exists (select from channels where organization_id = $1), $12, $13)
on conflict (organization_id, adapter, external_id) do nothing returning id
"""


@dataclass(frozen=True, slots=True)
class NewChannel:
    """A channel about to be stored; secrets are sealed already."""

    id: ChannelId
    adapter: str
    name: str
    external_id: str
    number: str
    settings: Mapping[str, str]
    limits: Mapping[str, Any]
    secrets: bytes
    verify_token_hash: bytes
    default_bot: UUID | None
    state: str = "connected"
    reason: str = ""


async def insert(tx: Transaction, channel: NewChannel) -> bool:
    """Store a channel; False where the account is there already."""
    stored = await tx.fetchval(
        INSERT_CHANNEL, tx.organization_id, channel.id, channel.adapter, channel.name, channel.external_id, channel.number,
        msgspec.json.encode(channel.settings).decode(), msgspec.json.encode(channel.limits).decode(), channel.secrets,
        channel.verify_token_hash, channel.default_bot, channel.state, channel.reason,
    )  # fmt: skip
    return stored is not None


MERGE_SETTINGS = """
update channels set settings = settings || $3::jsonb where organization_id = $1 and external_id = $2
"""


async def merge_settings(tx: Transaction, external_id: str, settings: Mapping[str, str]) -> None:
    """Write settings over those that are there."""
    await tx.execute(MERGE_SETTINGS, tx.organization_id, external_id, msgspec.json.encode(settings).decode())


# What a person has written stays: a wrong id shows on the screen, a silently changed one never would.
LEARN_BUSINESS = """
update channels set settings = settings || jsonb_build_object('waba_id', $3::text)
where organization_id = $1 and id = $2 and coalesce(settings ->> 'waba_id', '') = ''
"""


async def learn_business(tx: Transaction, id_: UUID, business: str) -> None:
    """Write down which business owns a channel's account, unless that is known."""
    await tx.execute(LEARN_BUSINESS, tx.organization_id, id_, business)


SET_STATE = """
update channels set state = $3, state_reason = $4, state_since = case when state = $3 then state_since else now() end,
                    last_checked_at = now()
where organization_id = $1 and id = $2 and (state <> $3 or state_reason <> $4) returning id
"""


async def set_state(tx: Transaction, id_: UUID, state: str, reason: str) -> bool:
    """Write a channel's state; False where it is that already."""
    return await tx.fetchval(SET_STATE, tx.organization_id, id_, state, reason) is not None


NOTE_CHECK = """
update channels set last_checked_at = now()
where organization_id = $1 and id = $2 and state <> 'disconnected' returning state, state_reason
"""


@dataclass(frozen=True, slots=True)
class Before:
    """The state of a channel and its reason, as they stand."""

    state: str
    reason: str


async def note_check(tx: Transaction, id_: UUID) -> Before | None:
    """Write that the account was asked about just now, and return its state; None where it is out of service or gone."""
    row = await tx.fetchrow(NOTE_CHECK, tx.organization_id, id_)
    return None if row is None else Before(row["state"], row["state_reason"])


CHANNELS_TO_CHECK = "select organization_id, id from list_channels_to_check($1, $2)"


async def to_check(tx: Transaction, seconds: float, most: int) -> list[tuple[OrganizationId, UUID]]:
    """Return channels of any organization whose account was not asked about for about `seconds`."""
    rows = await tx.fetch(CHANNELS_TO_CHECK, seconds, most)
    return [(OrganizationId(row["organization_id"]), row["id"]) for row in rows]


CONNECTIONS_TO_CHECK = "select organization_id, id from list_connections_to_check($1, $2, $3)"


async def connections_to_check(
    tx: Transaction, adapters: Collection[str], seconds: float, most: int
) -> list[tuple[OrganizationId, UUID]]:
    """Return channels of these adapters, of any organization, that were not asked about for `seconds`."""
    rows = await tx.fetch(CONNECTIONS_TO_CHECK, list(adapters), seconds, most)
    return [(OrganizationId(row["organization_id"]), row["id"]) for row in rows]


# What a person has entered stays, however it is written: it is how they dial it.
LEARN_NUMBER = "update channels set number = $3 where organization_id = $1 and id = $2 and number = ''"


async def learn_number(tx: Transaction, id_: UUID, number: str) -> None:
    """Write down which number a channel has, unless that is known."""
    await tx.execute(LEARN_NUMBER, tx.organization_id, id_, number)


CAUGHT_UP = "select caught_up_at, state, state_since from channels where organization_id = $1 and id = $2"


async def caught_up(tx: Transaction, id_: UUID) -> Row | None:
    """Return up to when everything that the provider holds is here, and the channel's state and its beginning."""
    return await tx.fetchrow(CAUGHT_UP, tx.organization_id, id_)


CATCH_UP = """
update channels set caught_up_at = $3 where organization_id = $1 and id = $2 and (caught_up_at is null or caught_up_at < $3)
"""


async def catch_up(tx: Transaction, id_: UUID, until: datetime) -> None:
    """Write down that everything up to a moment is here."""
    await tx.execute(CATCH_UP, tx.organization_id, id_, until)


INSERT_EVENT = """
insert into channel_events (organization_id, channel_id, key, field, value, at) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
"""


async def insert_event(tx: Transaction, channel: UUID, event: ChannelEvent) -> None:
    """Keep an event once."""
    value = msgspec.json.encode(event.value).decode()
    await tx.execute(INSERT_EVENT, tx.organization_id, channel, event.key, event.field, value, event.at)


UNPARK_OUTBOX = """
update outbox set state = 'queued', not_before = now() where organization_id = $1 and channel_id = $2 and state = 'parked'
"""


async def release_parked(tx: Transaction, channel: UUID) -> int:
    """Let messages go on that waited for the channel to be mended; return how many there were."""
    return int((await tx.execute(UNPARK_OUTBOX, tx.organization_id, channel)).rpartition(" ")[2])


BURY_DELIVERY = """
insert into dead_letters (organization_id, id, kind, channel_id, summary, cause, payload, attempts)
values ($1, $2, 'delivery', $3, 'webhook', $4, $5, 1)
"""


async def bury_delivery(tx: Transaction, id_: UUID, channel: UUID, problem: str, delivery: str) -> None:
    """Keep the number and the problem of a delivery that cannot be read."""
    await tx.execute(BURY_DELIVERY, tx.organization_id, id_, channel, problem, delivery)


FIND_ACROSS = """
select organization_id, id, adapter, external_id, state, secrets, verify_token_hash, business from find_channels($1, $2, $3)
"""


@dataclass(frozen=True, slots=True)
class Door:
    """What intake needs to check a webhook: whose it is, and with which secrets it must be signed.

    `business` owns the account (for Meta the WABA id); empty where nobody said so.
    """

    organization: OrganizationId
    id: UUID
    adapter: str
    external_id: str
    state: str
    secrets: bytes
    verify_token_hash: bytes
    business: str = ""


async def find_doors(database: Database, adapter: str | None, id_: UUID | None, account: str | None) -> list[Door]:
    """Find channels of any organization by id, or by adapter and account; nothing else of them can be read so."""
    async with database.transaction(None) as tx:
        rows = await tx.fetch(FIND_ACROSS, adapter, id_, account)
    return [
        Door(
            row["organization_id"],
            row["id"],
            row["adapter"],
            row["external_id"],
            row["state"],
            row["secrets"],
            row["verify_token_hash"],
            row["business"],
        )
        for row in rows
    ]


QUARANTINE = """
insert into quarantined_deliveries (id, adapter, account, problem, raw) values ($1, $2, $3, $4, $5)
"""


async def quarantine(database: Database, id_: UUID, adapter: str, account: str, problem: str, raw: bytes) -> None:
    """Keep a rightly signed delivery that names no channel of ours."""
    failpoint("webhook.before_quarantine")
    await database.execute_alone(QUARANTINE, id_, adapter, account, problem, raw)
