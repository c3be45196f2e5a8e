"""How are deals and their moves kept?"""

from __future__ import annotations

from uuid import UUID

from recado.contacts.models import ContactId
from recado.conversations.models import ConversationId
from recado.foundation.database import Row, Transaction
from recado.leads.models import (
    Closing,
    Deal,
    DealId,
    Filter,
    Move,
    Mover,
    NewDeal,
    PipelineId,
    Stage,
    StageId,
    StageKind,
)

COLUMNS = """
d.id, d.pipeline_id, d.stage_id, s.kind, d.contact_id, coalesce(nullif(c.name, ''), c.given_name) as contact_name,
coalesce((select a.value from contact_addresses a
          where a.organization_id = d.organization_id and a.contact_id = d.contact_id and a.kind = 'phone'
          order by a.value desc limit 1), '') as phone,
d.conversation_id, d.title, d.value_cents, d.currency, d.origin, d.owner_id, coalesce(m.name, '') as owner_name, d.expected_on,
d.rank, d.revision, d.reason_id, coalesce(r.name, '') as reason_name, d.reason_note, d.last_key, d.created_at, d.stage_since,
d.closed_at
"""
JOINS = """
join pipeline_stages s on s.organization_id = d.organization_id and s.id = d.stage_id
join contacts c on c.organization_id = d.organization_id and c.id = d.contact_id
left join members m on m.organization_id = d.organization_id and m.id = d.owner_id
left join deal_reasons r on r.organization_id = d.organization_id and r.id = d.reason_id
"""
MEANT = """
    and ($3::uuid is null or d.owner_id is null or d.owner_id = $3) and ($4::uuid is null or d.owner_id = $4)
    and (not $5::bool or d.owner_id is null) and ($6::text is null or d.origin_key = $6)
    and ($7::timestamptz is null or d.entered_at >= $7) and ($8::timestamptz is null or d.entered_at < $8)
"""
"""What a `Filter` leaves, after the organization as $1 and what it stands in as $2."""


def filter_values(meant: Filter) -> tuple[object, ...]:
    """Return the values of `MEANT`."""
    return meant.viewer, meant.owner, meant.unowned, meant.origin_key, meant.since, meant.until


READ_DEAL = f"""
select {COLUMNS} from deals d {JOINS}
where d.organization_id = $1 and d.id = $2 and ($3::uuid is null or d.owner_id is null or d.owner_id = $3)
"""


async def read_deal(tx: Transaction, id_: DealId, viewer: UUID | None) -> Deal | None:
    """Return a deal that the viewer may see."""
    row = await tx.fetchrow(READ_DEAL, tx.organization_id, id_, viewer)
    return None if row is None else to_deal(row)


LOCK_DEAL = "select id from deals where organization_id = $1 and id = $2 for no key update"


async def lock_deal(tx: Transaction, id_: DealId, viewer: UUID | None) -> Deal | None:
    """Lock a deal that the viewer may see, and return it as it stands once nobody else holds it."""
    await tx.execute(LOCK_DEAL, tx.organization_id, id_)
    return await read_deal(tx, id_, viewer)


OF_CONTACT = f"""
select {COLUMNS} from deals d {JOINS}
where d.organization_id = $1 and d.contact_id = $2 and ($3::uuid is null or d.owner_id is null or d.owner_id = $3)
order by (s.kind <> 'open'), d.created_at desc, d.id desc limit $4
"""


async def of_contact(tx: Transaction, contact: ContactId, viewer: UUID | None, limit: int) -> list[Deal]:
    """Return a person's deals, open ones first, then the newest."""
    return [to_deal(row) for row in await tx.fetch(OF_CONTACT, tx.organization_id, contact, viewer, limit)]


CONTACT_OF = "select contact_id from conversations where organization_id = $1 and id = $2"


async def contact_of(tx: Transaction, conversation: ConversationId) -> ContactId | None:
    """Return who a conversation is with."""
    found: ContactId | None = await tx.fetchval(CONTACT_OF, tx.organization_id, conversation)
    return found


INSERT_DEAL = """
insert into deals (organization_id, id, pipeline_id, stage_id, contact_id, conversation_id, title, value_cents, origin,
                   origin_key, owner_id, expected_on, rank, reason_id, reason_note, changed_by, closed_at)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, case when $17::bool then now() end)
"""


async def insert_deal(
    tx: Transaction, id_: DealId, wanted: NewDeal, *, stage: Stage, contact: ContactId, conversation: ConversationId | None,
    title: str, origin: str, origin_key: str, rank: str, closing: Closing, by: Mover,
) -> None:  # fmt: skip
    """Store a new deal; it counts as closed from now where its stage says so."""
    await tx.execute(
        INSERT_DEAL, tx.organization_id, id_, stage.pipeline, stage.id, contact, conversation, title, wanted.value_cents,
        origin, origin_key, wanted.owner, wanted.expected_on, rank, closing.reason, closing.note, by.id,
        stage.kind is not StageKind.OPEN,
    )  # fmt: skip


PLACE_DEAL = """
update deals d set pipeline_id = $3, stage_id = $4, rank = $5, revision = d.revision + 1, reason_id = $6, reason_note = $7,
    last_key = $8, changed_by = $9,
    closed_at = case when $10::bool then null when d.stage_id = $4 then d.closed_at else now() end,
    stage_since = case when d.stage_id = $4 then d.stage_since else now() end,
    entered_at = case when d.pipeline_id = $3 then d.entered_at else now() end
where d.organization_id = $1 and d.id = $2
"""


async def place_deal(
    tx: Transaction, id_: DealId, stage: Stage, *, rank: str, closing: Closing, key: str, by: Mover
) -> None:  # fmt: skip
    """Put a deal somewhere else, and count the revision up."""
    await tx.execute(
        PLACE_DEAL, tx.organization_id, id_, stage.pipeline, stage.id, rank, closing.reason, closing.note, key, by.id,
        stage.kind is StageKind.OPEN,
    )  # fmt: skip


UPDATE_DEAL = """
update deals set title = $3, value_cents = $4, origin = $5, origin_key = $6, owner_id = $7, expected_on = $8,
    conversation_id = $9, changed_by = $10, revision = revision + 1
where organization_id = $1 and id = $2
"""


async def update_deal(tx: Transaction, deal: Deal, origin_key: str, by: Mover) -> None:
    """Write what is known of a deal, and count the revision up."""
    await tx.execute(
        UPDATE_DEAL, tx.organization_id, deal.id, deal.title, deal.value_cents, deal.origin, origin_key, deal.owner,
        deal.expected_on, deal.conversation, by.id,
    )  # fmt: skip


DELETE_DEAL = "delete from deals where organization_id = $1 and id = $2"


async def delete_deal(tx: Transaction, id_: DealId) -> None:
    """Delete a deal with its history."""
    await tx.execute(DELETE_DEAL, tx.organization_id, id_)


RANK_OF = "select rank from deals where organization_id = $1 and stage_id = $2 and id = $3"
FIRST_RANK = (
    "select rank from deals where organization_id = $1 and stage_id = $2 and id <> $3 order by rank, id limit 1"
)
NEXT_RANK = """
select rank from deals where organization_id = $1 and stage_id = $2 and rank > $3 and id <> $4 order by rank, id limit 1
"""


async def neighbours(
    tx: Transaction, stage: StageId, moving: DealId, after: DealId | None
) -> tuple[str | None, str | None]:
    """Return the ranks between which a deal comes to stand: behind `after`, or at the top where that is not there (any more)."""
    above = None if after is None else await tx.fetchval(RANK_OF, tx.organization_id, stage, after)
    if above is None:
        return None, await tx.fetchval(FIRST_RANK, tx.organization_id, stage, moving)
    return above, await tx.fetchval(NEXT_RANK, tx.organization_id, stage, above, moving)


INSERT_MOVE = """
insert into deal_moves (organization_id, id, deal_id, pipeline_id, from_stage_id, to_stage_id, actor, actor_id, reason_id,
                        reason_note, client_key)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""


async def insert_move(
    tx: Transaction, id_: UUID, deal: DealId, *, pipeline: PipelineId, was: StageId | None, became: StageId, by: Mover,
    closing: Closing, key: str,
) -> None:  # fmt: skip
    """Write a line of a deal's history."""
    await tx.execute(
        INSERT_MOVE, tx.organization_id, id_, deal, pipeline, was, became, by.kind, by.id, closing.reason, closing.note,
        key,
    )  # fmt: skip


MOVED_UNDER = "select deal_id from deal_moves where organization_id = $1 and client_key = $2 and client_key <> ''"


async def moved_under(tx: Transaction, key: str) -> DealId | None:
    """Return the deal that this client key has begun or moved already."""
    found: DealId | None = await tx.fetchval(MOVED_UNDER, tx.organization_id, key)
    return found


CHANGED_BY = """
select m.name from deals d join members m on m.organization_id = d.organization_id and m.id = d.changed_by
where d.organization_id = $1 and d.id = $2
"""


async def changed_by(tx: Transaction, id_: DealId) -> str:
    """Return the name of who changed the deal last; empty where that was nobody of the organization."""
    return str(await tx.fetchval(CHANGED_BY, tx.organization_id, id_) or "")


HISTORY = """
select v.at, coalesce(f.name, '') as was, t.name as became, v.actor, coalesce(m.name, k.name, '') as actor_name,
       coalesce(nullif(v.reason_note, ''), r.name, '') as reason
from deal_moves v
join pipeline_stages t on t.organization_id = v.organization_id and t.id = v.to_stage_id
left join pipeline_stages f on f.organization_id = v.organization_id and f.id = v.from_stage_id
left join members m on m.organization_id = v.organization_id and m.id = v.actor_id
left join api_keys k on k.organization_id = v.organization_id and k.id = v.actor_id
left join deal_reasons r on r.organization_id = v.organization_id and r.id = v.reason_id
where v.organization_id = $1 and v.deal_id = $2 order by v.id desc limit $3
"""


async def history(tx: Transaction, id_: DealId, limit: int) -> list[Move]:
    """Return where a deal has been, the last move first."""
    rows = await tx.fetch(HISTORY, tx.organization_id, id_, limit)
    return [
        Move(row["at"], row["was"], row["became"], row["actor"], row["actor_name"], row["reason"]) for row in rows
    ]  # fmt: skip


def to_deal(row: Row) -> Deal:
    """Return the deal of a row of `COLUMNS`."""
    return Deal(
        id=row["id"], pipeline=row["pipeline_id"], stage=row["stage_id"], kind=StageKind(row["kind"]),
        contact=row["contact_id"], contact_name=row["contact_name"], phone=row["phone"],
        conversation=row["conversation_id"], title=row["title"], value_cents=row["value_cents"], currency=row["currency"],
        origin=row["origin"], owner=row["owner_id"], owner_name=row["owner_name"], expected_on=row["expected_on"],
        rank=row["rank"], revision=row["revision"], reason=row["reason_id"], reason_name=row["reason_name"],
        reason_note=row["reason_note"], last_key=row["last_key"], created_at=row["created_at"],
        stage_since=row["stage_since"], closed_at=row["closed_at"],
    )  # fmt: skip
