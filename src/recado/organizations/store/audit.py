"""How are audit entries and the chain beside them kept?"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from recado.foundation.database import Row, Transaction
from recado.foundation.identifiers import OrganizationId
from recado.organizations.models import Actor, ActorKind, AuditEntry, Seal, SessionId

ADD_ENTRY = """
insert into audit_entries
    (organization_id, id, actor_kind, actor_id, actor_name, session_id, action, subject_kind, subject_id, detail)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::text::jsonb)
"""


async def add(
    tx: Transaction,
    entry: UUID,
    *,
    actor: Actor,
    session: SessionId | None,
    action: str,
    subject: tuple[str, str],
    detail: Mapping[str, Any],
) -> None:
    """Store an entry in the organization at hand."""
    await tx.execute(
        ADD_ENTRY,
        tx.organization_id,
        entry,
        actor.kind,
        actor.id,
        actor.name,
        session,
        action,
        subject[0],
        subject[1],
        json.dumps(detail),
    )


LIST_ENTRIES = """
select e.id, e.at, e.actor_kind, e.actor_id, e.actor_name, e.session_id, e.action, e.subject_kind, e.subject_id, e.detail::text,
       s.index as seal_index
from audit_entries e left join audit_seals s on s.organization_id = e.organization_id and s.entry_id = e.id
where e.organization_id = $1 and ($2::uuid is null or e.id < $2) and ($4::uuid is null or e.id >= $4)
order by e.id desc limit $3
"""
# Statements of their own: one plan for all would walk the whole trail in search of a rare act.
LIST_ENTRIES_OF = LIST_ENTRIES.replace("order by", "and e.action = $5 order by")
LIST_ENTRIES_BY = LIST_ENTRIES.replace("order by", "and e.actor_id = $5 order by")
LIST_ENTRIES_OF_BY = LIST_ENTRIES.replace("order by", "and e.action = $5 and e.actor_id = $6 order by")


async def list_page(
    tx: Transaction, *, before: UUID | None, since: UUID | None, action: str, actor: UUID | None, limit: int
) -> list[tuple[AuditEntry, int | None]]:
    """Return entries with their place in the chain, the newest first: ids below `before`, from `since` on."""
    span = (tx.organization_id, before, limit, since)
    if action and actor:
        rows = await tx.fetch(LIST_ENTRIES_OF_BY, *span, action, actor)
    elif action:
        rows = await tx.fetch(LIST_ENTRIES_OF, *span, action)
    elif actor:
        rows = await tx.fetch(LIST_ENTRIES_BY, *span, actor)
    else:
        rows = await tx.fetch(LIST_ENTRIES, *span)
    return [(_entry(row), row["seal_index"]) for row in rows]


# Each act once, by jumping along the index from one to the next: there are dozens, and entries without end.
ACTIONS = """
with recursive acts(action) as (
    (select e.action from audit_entries e where e.organization_id = $1 order by e.action limit 1)
    union all
    select (select e.action from audit_entries e where e.organization_id = $1 and e.action > a.action order by e.action limit 1)
    from acts a where a.action is not null
)
select action from acts where action is not null
"""


async def actions(tx: Transaction) -> list[str]:
    """Return every act that the trail knows, by name."""
    return [str(row["action"]) for row in await tx.fetch(ACTIONS, tx.organization_id)]


TRY_TO_SEAL = "select pg_try_advisory_xact_lock($1)"
_SEALER = 7_225_209


async def try_to_be_the_sealer(tx: Transaction) -> bool:
    """Become the one writer of seals until the end of the transaction; False where another is."""
    return bool(await tx.fetchval(TRY_TO_SEAL, _SEALER))


FIND_UNSEALED_ORGANIZATIONS = "select find_unsealed_organizations() as organization_id"


async def unsealed_organizations(tx: Transaction) -> list[OrganizationId]:
    """Return organizations with entries that wait for their seal."""
    return [OrganizationId(row["organization_id"]) for row in await tx.fetch(FIND_UNSEALED_ORGANIZATIONS)]


LIST_UNSEALED = """
select e.id, e.at, e.actor_kind, e.actor_id, e.actor_name, e.session_id, e.action, e.subject_kind, e.subject_id, e.detail::text
from audit_unsealed u join audit_entries e on e.organization_id = u.organization_id and e.id = u.entry_id
where u.organization_id = $1 order by u.entry_id limit $2
"""


async def list_unsealed(tx: Transaction, *, limit: int) -> list[AuditEntry]:
    """Return entries of the organization at hand that wait, in order of their ids."""
    return [_entry(row) for row in await tx.fetch(LIST_UNSEALED, tx.organization_id, limit)]


LAST_SEAL = """
select index, entry_id, previous, hash, signature from audit_seals where organization_id = $1 order by index desc limit 1
"""


async def last_seal(tx: Transaction) -> Seal | None:
    """Return the newest link."""
    row = await tx.fetchrow(LAST_SEAL, tx.organization_id)
    return None if row is None else _seal(row)


ADD_SEALS = """
insert into audit_seals (organization_id, index, entry_id, previous, hash, signature)
select $1, * from unnest($2::bigint[], $3::uuid[], $4::bytea[], $5::bytea[], $6::bytea[])
"""
SETTLE = "delete from audit_unsealed where organization_id = $1 and entry_id = any($2)"


async def add_seals(tx: Transaction, seals: Sequence[Seal]) -> None:
    """Append links, and take their entries off the list of those that wait."""
    await tx.execute(
        ADD_SEALS,
        tx.organization_id,
        [one.index for one in seals],
        [one.entry_id for one in seals],
        [one.previous for one in seals],
        [one.hash for one in seals],
        [one.signature for one in seals],
    )
    await tx.execute(SETTLE, tx.organization_id, [one.entry_id for one in seals])


READ_CHAIN = """
select s.index, s.entry_id, s.previous, s.hash, s.signature,
       e.id, e.at, e.actor_kind, e.actor_id, e.actor_name, e.session_id, e.action, e.subject_kind, e.subject_id, e.detail::text
from audit_seals s left join audit_entries e on e.organization_id = s.organization_id and e.id = s.entry_id
where s.organization_id = $1 and s.index > $2 order by s.index limit $3
"""


async def read_chain(tx: Transaction, *, after: int, limit: int) -> list[tuple[Seal, AuditEntry | None]]:
    """Return links with their entries, in order, those that follow index `after`."""
    rows = await tx.fetch(READ_CHAIN, tx.organization_id, after, limit)
    return [(_seal(row), None if row["id"] is None else _entry(row)) for row in rows]


UNSEALED_TAIL = """
select count(*) as entries, min(e.at) as since from audit_entries e
where e.organization_id = $1
  and not exists (select from audit_seals s where s.organization_id = e.organization_id and s.entry_id = e.id)
"""


async def unsealed_tail(tx: Transaction) -> tuple[int, datetime | None]:
    """Return how many entries have no seal, and since when."""
    row = await tx.fetchrow(UNSEALED_TAIL, tx.organization_id)
    return (0, None) if row is None else (row["entries"], row["since"])


def _entry(row: Row) -> AuditEntry:
    return AuditEntry(
        id=row["id"],
        at=row["at"],
        actor=Actor(ActorKind(row["actor_kind"]), row["actor_id"], row["actor_name"]),
        session=row["session_id"],
        action=row["action"],
        subject_kind=row["subject_kind"],
        subject_id=row["subject_id"],
        detail=json.loads(row["detail"]),
    )


def _seal(row: Row) -> Seal:
    return Seal(
        index=row["index"],
        entry_id=row["entry_id"],
        previous=row["previous"],
        hash=row["hash"],
        signature=row["signature"],
    )
