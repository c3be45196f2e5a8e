"""How do facts become deliveries, and how is each kept until its address has taken it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from recado.foundation.database import Row, Transaction
from recado.organizations.models import DeliveryId, WebhookDelivery, WebhookId

LISTENER = "organizations.tell_webhooks"
# Whoever holds the cursor reads on; another worker goes past.
TAKE_CURSOR = """
select xid, seq from fact_cursors where organization_id = $1 and listener = $2 for update skip locked
"""
# Who begins to listen hears what happens from now on, not the week before.
MAKE_CURSOR = """
insert into fact_cursors (organization_id, listener, xid, seq)
select $1, $2, coalesce(max(n.xid), 0), coalesce(max(n.seq), 0) from (
    select xid, seq from facts where organization_id = $1
      and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint order by xid desc, seq desc limit 1) n
on conflict do nothing
"""
MOVE_CURSOR = "update fact_cursors set xid = $3, seq = $4 where organization_id = $1 and listener = $2"
DROP_CURSOR = "delete from fact_cursors where organization_id = $1 and listener = $2"
READ_FACTS = """
select xid, seq, name, conversation_id, data::text as data, at from facts
where organization_id = $1 and (xid, seq) > ($2::bigint, $3::bigint)
  and xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint
order by xid, seq limit $4
"""
LISTENING = "select id, facts from webhook_subscriptions where organization_id = $1 and state = 'active'"


async def begin_listening(tx: Transaction) -> None:
    """Set the cursor behind what has happened so far, where it stands nowhere yet."""
    await tx.execute(MAKE_CURSOR, tx.organization_id, LISTENER)


async def stop_listening(tx: Transaction) -> None:
    """Forget the cursor: nobody is told."""
    await tx.execute(DROP_CURSOR, tx.organization_id, LISTENER)


async def take_cursor(tx: Transaction) -> tuple[int, int] | None:
    """Lock and return how far was read; None where nobody listens or another worker holds it."""
    row = await tx.fetchrow(TAKE_CURSOR, tx.organization_id, LISTENER)
    return None if row is None else (row["xid"], row["seq"])


async def move_cursor(tx: Transaction, cursor: tuple[int, int]) -> None:
    """Write down how far was read."""
    await tx.execute(MOVE_CURSOR, tx.organization_id, LISTENER, *cursor)


async def read_facts(tx: Transaction, cursor: tuple[int, int], limit: int) -> list[Row]:
    """Return facts behind the cursor with their moments, oldest first; none of a transaction that still runs."""
    return await tx.fetch(READ_FACTS, tx.organization_id, *cursor, limit)


async def listening(tx: Transaction) -> list[tuple[WebhookId, frozenset[str]]]:
    """Return the addresses in service and the facts that each wants."""
    return [(row["id"], frozenset(row["facts"])) for row in await tx.fetch(LISTENING, tx.organization_id)]


ADD = """
insert into webhook_deliveries (organization_id, id, subscription_id, fact, body, next_at)
select $1, n.id, n.subscription, n.fact, n.body, $6 from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[])
    as n(id, subscription, fact, body)
"""


async def add(tx: Transaction, items: Sequence[tuple[UUID, WebhookId, str, str]], now: datetime) -> None:
    """Store deliveries (id, address, fact, body), due at once."""
    if items:
        columns = [list(column) for column in zip(*items, strict=True)]
        await tx.execute(ADD, tx.organization_id, *columns, now)


# Those of an address that is out of service wait: put back into service, it is told what it missed.
DUE = """
select d.id from webhook_deliveries d
join webhook_subscriptions s on s.organization_id = d.organization_id and s.id = d.subscription_id
where d.organization_id = $1 and d.state = 'pending' and d.next_at <= $2 and s.state = 'active'
order by d.next_at limit $3 for update of d skip locked
"""
LEASE = "update webhook_deliveries set next_at = $3 where organization_id = $1 and id = any($2)"


async def take_due(tx: Transaction, now: datetime, *, until: datetime, limit: int) -> list[DeliveryId]:
    """Return deliveries that are due and put them off until `until`, should whoever takes them die."""
    ids = [DeliveryId(row["id"]) for row in await tx.fetch(DUE, tx.organization_id, now, limit)]
    if ids:
        await tx.execute(LEASE, tx.organization_id, ids, until)
    return ids


NEXT_DUE = """
select d.next_at from webhook_deliveries d
join webhook_subscriptions s on s.organization_id = d.organization_id and s.id = d.subscription_id
where d.organization_id = $1 and d.state = 'pending' and s.state = 'active' order by d.next_at limit 1
"""


async def next_due(tx: Transaction) -> datetime | None:
    """Return when the next delivery is due."""
    found: datetime | None = await tx.fetchval(NEXT_DUE, tx.organization_id)
    return found


BEGIN = """
update webhook_deliveries d set attempts = attempts + 1, attempted_at = $3, next_at = $4
from webhook_subscriptions s
where d.organization_id = $1 and d.id = $2 and d.state = 'pending'
  and s.organization_id = d.organization_id and s.id = d.subscription_id and s.state = 'active'
returning d.attempts, d.body, d.subscription_id, s.url, s.sealed, s.failing_since,
          case when s.previous_until > $3 then s.previous end as previous
"""


async def begin(tx: Transaction, id_: DeliveryId, now: datetime, until: datetime) -> Row | None:
    """Count an attempt and return what it needs; None where it was settled, or its address is out of service."""
    return await tx.fetchrow(BEGIN, tx.organization_id, id_, now, until)


SETTLE = """
update webhook_deliveries set state = $4, next_at = $5, last_status = $6, last_error = $7, last_ms = $8,
    settled_at = case when $4 = 'pending' then null else $9::timestamptz end
where organization_id = $1 and id = $2 and attempts = $3 and state = 'pending'
"""


async def settle(
    tx: Transaction,
    id_: DeliveryId,
    attempt: int,
    *,
    state: str,
    next_at: datetime,
    status: int | None,
    error: str,
    ms: int,
    now: datetime,
) -> bool:
    """Write down what came of an attempt; False where a later one was begun meanwhile."""
    tag = await tx.execute(SETTLE, tx.organization_id, id_, attempt, state, next_at, status, error, ms, now)
    return tag == "UPDATE 1"


_COLUMNS = "id, fact, body, state, attempts, next_at, last_status, last_error, last_ms, attempted_at, created_at"
LIST = f"""
select {_COLUMNS} from webhook_deliveries
where organization_id = $1 and subscription_id = $2 and ($3::uuid is null or id < $3) order by id desc limit $4
"""


async def list_page(
    tx: Transaction, subscription: WebhookId, *, before: DeliveryId | None, limit: int
) -> list[WebhookDelivery]:
    """Return deliveries of an address, the newest first."""
    rows = await tx.fetch(LIST, tx.organization_id, subscription, before, limit)
    return [WebhookDelivery(**dict(row)) for row in rows]


RESEND = """
update webhook_deliveries set state = 'pending', attempts = 0, next_at = $4, settled_at = null
where organization_id = $1 and subscription_id = $2 and id = $3
"""


async def resend(tx: Transaction, subscription: WebhookId, id_: DeliveryId, now: datetime) -> bool:
    """Begin a delivery anew under its id; False where there is none."""
    return await tx.execute(RESEND, tx.organization_id, subscription, id_, now) == "UPDATE 1"


FORGET = """
delete from webhook_deliveries where organization_id = $1 and id = any(array(
    select id from webhook_deliveries where organization_id = $1 and state <> 'pending' and settled_at < $2
    order by settled_at limit $3))
"""


async def forget(tx: Transaction, before: datetime, limit: int) -> int:
    """Remove deliveries that were settled before `before`; return how many."""
    return int((await tx.execute(FORGET, tx.organization_id, before, limit)).rpartition(" ")[2])
