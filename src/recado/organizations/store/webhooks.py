"""How are the addresses kept that are told of facts?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from recado.foundation.database import Row, Transaction
from recado.organizations.models import Webhook, WebhookId

COUNT = "select count(*) from webhook_subscriptions where organization_id = $1"


async def count(tx: Transaction) -> int:
    """How many addresses the organization has."""
    return int(await tx.fetchval(COUNT, tx.organization_id))


LIST = """
select id, name, url, facts, state, state_reason, failing_since, created_at,
       case when previous_until > now() then previous_until end as previous_until
from webhook_subscriptions where organization_id = $1 and ($2::uuid is null or id = $2) order by name limit 100
"""


async def list_all(tx: Transaction) -> list[Webhook]:
    """Return the addresses by name."""
    return [_webhook(row) for row in await tx.fetch(LIST, tx.organization_id, None)]


async def get(tx: Transaction, id_: WebhookId) -> Webhook | None:
    """Return one address."""
    row = await tx.fetchrow(LIST, tx.organization_id, id_)
    return None if row is None else _webhook(row)


ADD = """
insert into webhook_subscriptions (organization_id, id, name, url, facts, sealed) values ($1, $2, $3, $4, $5, $6)
on conflict do nothing
"""


async def add(tx: Transaction, id_: WebhookId, *, name: str, url: str, facts: Sequence[str], sealed: bytes) -> bool:
    """Store an address; False where the name is taken."""
    return await tx.execute(ADD, tx.organization_id, id_, name, url, list(facts), sealed) == "INSERT 0 1"


# Who puts one back into service begins anew: what failed before says nothing about the address of now.
CHANGE = """
update webhook_subscriptions set name = $3, url = $4, facts = $5, state = $6, state_reason = '',
    failing_since = case when $6 = 'active' and (state <> 'active' or url <> $4) then null else failing_since end
where organization_id = $1 and id = $2
  and not exists (select from webhook_subscriptions o where o.organization_id = $1 and o.name = $3 and o.id <> $2)
"""


async def change(tx: Transaction, one: Webhook) -> bool:
    """Write name, address, facts and state; False where another has the name."""
    tag = await tx.execute(CHANGE, tx.organization_id, one.id, one.name, one.url, list(one.facts), one.state)
    return tag == "UPDATE 1"


ROTATE = """
update webhook_subscriptions set previous = case when $4::timestamptz is null then null else sealed end,
    previous_until = $4, sealed = $3
where organization_id = $1 and id = $2
"""


async def rotate(tx: Transaction, id_: WebhookId, sealed: bytes, previous_until: datetime | None) -> bool:
    """Put a new secret in the old one's place; False where there is no such address."""
    return await tx.execute(ROTATE, tx.organization_id, id_, sealed, previous_until) == "UPDATE 1"


REMOVE = "delete from webhook_subscriptions where organization_id = $1 and id = $2 returning name"


async def remove(tx: Transaction, id_: WebhookId) -> str | None:
    """Delete an address with its deliveries and return its name; None where there is no such one."""
    found = await tx.fetchval(REMOVE, tx.organization_id, id_)
    return None if found is None else str(found)


NOTE_FAILURE = """
update webhook_subscriptions set failing_since = coalesce(failing_since, $3) where organization_id = $1 and id = $2
"""
NOTE_SUCCESS = """
update webhook_subscriptions set failing_since = null where organization_id = $1 and id = $2 and failing_since is not null
"""
DISABLE = """
update webhook_subscriptions set state = 'disabled', state_reason = $3 where organization_id = $1 and id = $2 and state = 'active'
"""


async def note_failure(tx: Transaction, id_: WebhookId, now: datetime) -> None:
    """Write down since when the address takes nothing."""
    await tx.execute(NOTE_FAILURE, tx.organization_id, id_, now)


async def note_success(tx: Transaction, id_: WebhookId) -> None:
    """Write down that the address takes what it is told."""
    await tx.execute(NOTE_SUCCESS, tx.organization_id, id_)


async def disable(tx: Transaction, id_: WebhookId, reason: str) -> bool:
    """Tell an address nothing more; False where it was out of service already."""
    return await tx.execute(DISABLE, tx.organization_id, id_, reason) == "UPDATE 1"


def _webhook(row: Row) -> Webhook:
    return Webhook(**{**dict(row), "facts": tuple(row["facts"])})
