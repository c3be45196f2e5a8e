"""What became of the deals that entered a pipeline?"""

from __future__ import annotations

from recado.foundation.database import Transaction
from recado.leads.models import Counted, Filter, Group, PipelineId, StageId
from recado.leads.store.deals import MEANT, filter_values

_COHORT = f"""
cohort as (
    select d.id, d.stage_id, d.origin, d.origin_key, d.value_cents, d.reason_id, s.kind
    from deals d join pipeline_stages s on s.organization_id = d.organization_id and s.id = d.stage_id
    where d.organization_id = $1 and d.pipeline_id = $2 {MEANT}
)
"""

FURTHEST = f"""
with {_COHORT}, far as (
    select c.id, c.kind, max(t.position) filter (where t.kind = 'open' and t.removed_at is null) as position
    from cohort c join deal_moves v on v.organization_id = $1 and v.deal_id = c.id and v.pipeline_id = $2
    join pipeline_stages t on t.organization_id = $1 and t.id = v.to_stage_id
    group by c.id, c.kind
)
select o.id as stage_id, count(*) as deals, count(*) filter (where f.kind = 'won') as won
from far f left join pipeline_stages o
  on o.organization_id = $1 and o.pipeline_id = $2 and o.position = f.position and o.removed_at is null and o.kind = 'open'
group by o.id
"""


async def furthest(tx: Transaction, pipeline: PipelineId, meant: Filter) -> list[Counted]:
    """Return, for each open stage, how many deals came no further than it, and how many of these were won."""
    rows = await tx.fetch(FURTHEST, tx.organization_id, pipeline, *filter_values(meant))
    return [Counted(row["stage_id"], row["deals"], row["won"]) for row in rows]


STANDING = f"with {_COHORT} select stage_id, count(*) as n from cohort group by stage_id"


async def standing(tx: Transaction, pipeline: PipelineId, meant: Filter) -> dict[StageId, int]:
    """Return how many deals of the cohort stand in each stage now."""
    rows = await tx.fetch(STANDING, tx.organization_id, pipeline, *filter_values(meant))
    return {row["stage_id"]: row["n"] for row in rows}


BY_ORIGIN = f"""
with {_COHORT}
select min(origin) as name, count(*) as entered, count(*) filter (where kind = 'won') as won,
       count(*) filter (where kind = 'lost') as lost,
       coalesce(sum(value_cents) filter (where kind = 'won'), 0)::bigint as cents
from cohort group by origin_key order by count(*) desc, min(origin)
"""


async def by_origin(tx: Transaction, pipeline: PipelineId, meant: Filter) -> list[Group]:
    """Return the deals of the cohort by where they came from, the most frequent first."""
    rows = await tx.fetch(BY_ORIGIN, tx.organization_id, pipeline, *filter_values(meant))
    return [Group(row["name"], row["entered"], row["won"], row["lost"], row["cents"]) for row in rows]


LOSSES = f"""
with {_COHORT}
select coalesce(r.name, '') as name, count(*) as n
from cohort c left join deal_reasons r on r.organization_id = $1 and r.id = c.reason_id
where c.kind = 'lost' group by 1 order by 2 desc, 1
"""


async def losses(tx: Transaction, pipeline: PipelineId, meant: Filter) -> list[tuple[str, int]]:
    """Return why deals of the cohort were lost and how often; empty is a reason in words only."""
    rows = await tx.fetch(LOSSES, tx.organization_id, pipeline, *filter_values(meant))
    return [(row["name"], row["n"]) for row in rows]
