"""What does a board show, and what goes onto a sheet?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

from recado.foundation.database import Transaction
from recado.leads.models import Deal, Filter, PipelineId, StageId
from recado.leads.store.deals import COLUMNS, JOINS, MEANT, filter_values, to_deal

TOTALS = f"""
select d.stage_id, count(*) as n, sum(d.value_cents)::bigint as cents from deals d
where d.organization_id = $1 and d.pipeline_id = $2 {MEANT} group by d.stage_id
"""


async def totals(tx: Transaction, pipeline: PipelineId, meant: Filter) -> dict[StageId, tuple[int, int]]:
    """Return how many deals and centavos stand in each stage that has any."""
    rows = await tx.fetch(TOTALS, tx.organization_id, pipeline, *filter_values(meant))
    return {row["stage_id"]: (row["n"], row["cents"]) for row in rows}


# The page of each stage is chosen on its own index, and only what it shows is joined.
FIRST_OF_STAGES = f"""
with page as (
    select d.* from pipeline_stages p cross join lateral (
        select d.* from deals d where d.organization_id = $1 and d.stage_id = p.id {MEANT} order by d.rank, d.id limit $9
    ) d
    where p.organization_id = $1 and p.pipeline_id = $2 and p.removed_at is null
)
select {COLUMNS} from page d {JOINS} order by d.stage_id, d.rank, d.id
"""


async def first_of_stages(tx: Transaction, pipeline: PipelineId, meant: Filter, limit: int) -> list[Deal]:
    """Return at most `limit` deals of each stage, in their order."""
    rows = await tx.fetch(FIRST_OF_STAGES, tx.organization_id, pipeline, *filter_values(meant), limit)
    return [to_deal(row) for row in rows]


PAGE_OF_STAGE = f"""
with page as (
    select d.* from deals d where d.organization_id = $1 and d.stage_id = $2 {MEANT}
      and (d.rank, d.id) > ($9::text, $10::uuid)
    order by d.rank, d.id limit $11
)
select {COLUMNS} from page d {JOINS} order by d.rank, d.id
"""


async def page_of_stage(
    tx: Transaction, stage: StageId, meant: Filter, after: tuple[str, UUID], limit: int
) -> list[Deal]:
    """Return the deals of a stage that come after a place (rank and id)."""
    rows = await tx.fetch(PAGE_OF_STAGE, tx.organization_id, stage, *filter_values(meant), *after, limit)
    return [to_deal(row) for row in rows]


SHEET = f"""
with page as (
    select d.* from deals d where d.organization_id = $1 and d.pipeline_id = $2 {MEANT} and d.id > $9::uuid
    order by d.id limit $10
)
select {COLUMNS} from page d {JOINS} order by d.id
"""


async def sheet(tx: Transaction, pipeline: PipelineId, meant: Filter, *, page: int) -> AsyncIterator[Deal]:
    """Give every deal that is meant, in the order of their making, `page` at a time."""
    last = UUID(int=0)
    while True:
        rows = await tx.fetch(SHEET, tx.organization_id, pipeline, *filter_values(meant), last, page)
        for row in rows:
            yield to_deal(row)
        if len(rows) < page:
            return
        last = rows[-1]["id"]


# One step an origin along the index, however many deals share it.
LIST_ORIGINS = """
with recursive found as (
    (select origin_key, origin from deals where organization_id = $1 and pipeline_id = $2 and origin_key > ''
     order by origin_key limit 1)
    union all
    select n.origin_key, n.origin from found f cross join lateral (
        select d.origin_key, d.origin from deals d
        where d.organization_id = $1 and d.pipeline_id = $2 and d.origin_key > f.origin_key order by d.origin_key limit 1
    ) n
)
select origin_key, origin from found limit $3
"""


async def list_origins(tx: Transaction, pipeline: PipelineId, limit: int) -> list[tuple[str, str]]:
    """Return the origins that deals of a pipeline have, as (key, name)."""
    rows = await tx.fetch(LIST_ORIGINS, tx.organization_id, pipeline, limit)
    return [(row["origin_key"], row["origin"]) for row in rows]


COUNT_IN_STAGE = "select count(*) from deals where organization_id = $1 and stage_id = $2"
COUNT_IN_PIPELINE = "select count(*) from deals where organization_id = $1 and pipeline_id = $2"


async def count_in_stage(tx: Transaction, stage: StageId) -> int:
    """Return how many deals stand in a stage."""
    return int(await tx.fetchval(COUNT_IN_STAGE, tx.organization_id, stage))


async def count_in_pipeline(tx: Transaction, pipeline: PipelineId) -> int:
    """Return how many deals stand in a pipeline."""
    return int(await tx.fetchval(COUNT_IN_PIPELINE, tx.organization_id, pipeline))
