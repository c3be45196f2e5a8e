"""How does everything that stands in a stage go to another?"""

from __future__ import annotations

from collections.abc import Sequence

from recado.foundation.database import Transaction
from recado.foundation.identifiers import new_ids
from recado.leads.models import DealId, Mover, StageId

LAST_RANK = "select rank from deals where organization_id = $1 and stage_id = $2 order by rank desc, id desc limit 1"


async def last_rank(tx: Transaction, stage: StageId) -> str | None:
    """Return the rank of the lowest deal of a stage."""
    found: str | None = await tx.fetchval(LAST_RANK, tx.organization_id, stage)
    return found


IN_ORDER = "select id from deals where organization_id = $1 and stage_id = $2 order by rank, id limit $3"


async def in_order(tx: Transaction, stage: StageId, limit: int) -> list[DealId]:
    """Return the first deals of a stage."""
    return [row["id"] for row in await tx.fetch(IN_ORDER, tx.organization_id, stage, limit)]


# Who has left the stage meanwhile stays where they went: the condition is looked at again once their lock is gone.
MOVE_ALL = """
with moved as (
    update deals d set stage_id = $3, rank = w.rank, revision = d.revision + 1, stage_since = now(), last_key = ''
    from unnest($4::uuid[], $5::text[]) as w(id, rank)
    where d.organization_id = $1 and d.id = w.id and d.stage_id = $2
    returning d.id, d.pipeline_id
)
insert into deal_moves (organization_id, id, deal_id, pipeline_id, from_stage_id, to_stage_id, actor, actor_id)
select $1, v.id, m.id, m.pipeline_id, $2, $3, $7, $8
from moved m join unnest($4::uuid[], $6::uuid[]) as v(deal, id) on v.deal = m.id
"""


async def move_all(
    tx: Transaction, was: StageId, became: StageId, deals: Sequence[DealId], places: Sequence[str], by: Mover
) -> None:
    """Put deals into another stage, each at its rank, and write their history."""
    await tx.execute(
        MOVE_ALL, tx.organization_id, was, became, list(deals), list(places), new_ids(len(deals)), by.kind, by.id
    )
