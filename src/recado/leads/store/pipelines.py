"""How are pipelines, their stages and the reasons kept?"""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from recado.foundation.database import Row, Transaction
from recado.leads.models import Color, Pipeline, PipelineId, Reason, ReasonId, Stage, StageId, StageKind

LIST_PIPELINES = """
select id, name from pipelines where organization_id = $1 and removed_at is null order by position, id
"""
LIST_STAGES = """
select id, pipeline_id, name, kind, color, position from pipeline_stages
where organization_id = $1 and removed_at is null and ($2::uuid is null or pipeline_id = $2)
order by pipeline_id, position, id
"""


async def list_pipelines(tx: Transaction) -> list[Pipeline]:
    """Return every pipeline with its stages, in their order."""
    rows = await tx.fetch(LIST_PIPELINES, tx.organization_id)
    stages = [_stage(row) for row in await tx.fetch(LIST_STAGES, tx.organization_id, None)]
    return [Pipeline(row["id"], row["name"], tuple(one for one in stages if one.pipeline == row["id"])) for row in rows]


LOCK_ORGANIZATION_PIPELINES = "select pg_advisory_xact_lock(hashtextextended($1::text || ':pipelines', 0))"


async def lock_all(tx: Transaction) -> None:
    """Wait until nobody else is making pipelines or reasons of this organization."""
    await tx.execute(LOCK_ORGANIZATION_PIPELINES, str(tx.organization_id))


LOCK_PIPELINE = """
select id, name from pipelines where organization_id = $1 and id = $2 and removed_at is null for no key update
"""
READ_PIPELINE = "select id, name from pipelines where organization_id = $1 and id = $2 and removed_at is null"


async def read_pipeline(tx: Transaction, id_: PipelineId, *, lock: bool = False) -> Pipeline | None:
    """Return a pipeline; locked, nobody else changes it or its stages before this transaction ends."""
    row = await tx.fetchrow(LOCK_PIPELINE if lock else READ_PIPELINE, tx.organization_id, id_)
    if row is None:
        return None
    stages = await tx.fetch(LIST_STAGES, tx.organization_id, id_)
    return Pipeline(row["id"], row["name"], tuple(_stage(one) for one in stages))


INSERT_PIPELINE = """
insert into pipelines (organization_id, id, name, position)
values ($1, $2, $3, coalesce((select max(position) + 1 from pipelines where organization_id = $1), 0))
"""


async def insert_pipeline(tx: Transaction, id_: PipelineId, name: str) -> None:
    """Store a pipeline behind the others."""
    await tx.execute(INSERT_PIPELINE, tx.organization_id, id_, name)


RENAME_PIPELINE = "update pipelines set name = $3 where organization_id = $1 and id = $2"


async def rename_pipeline(tx: Transaction, id_: PipelineId, name: str) -> None:
    """Call a pipeline something else."""
    await tx.execute(RENAME_PIPELINE, tx.organization_id, id_, name)


REMOVE_PIPELINE = "update pipelines set removed_at = now() where organization_id = $1 and id = $2"


async def remove_pipeline(tx: Transaction, id_: PipelineId) -> None:
    """Put a pipeline away."""
    await tx.execute(REMOVE_PIPELINE, tx.organization_id, id_)


SAVE_STAGES = """
insert into pipeline_stages (organization_id, id, pipeline_id, name, kind, color, position)
select $1, s.id, $2, s.name, s.kind, s.color, s.n - 1
from unnest($3::uuid[], $4::text[], $5::text[], $6::text[]) with ordinality as s(id, name, kind, color, n)
on conflict (organization_id, id) do update set name = excluded.name, color = excluded.color, position = excluded.position
"""


async def save_stages(tx: Transaction, pipeline: PipelineId, stages: Sequence[Stage]) -> None:
    """Write all stages of a pipeline, numbered in the order given."""
    await tx.execute(
        SAVE_STAGES, tx.organization_id, pipeline, [one.id for one in stages], [one.name for one in stages],
        [one.kind.value for one in stages], [one.color.value for one in stages],
    )  # fmt: skip


REMOVE_STAGE = "update pipeline_stages set removed_at = now() where organization_id = $1 and id = $2"


async def remove_stage(tx: Transaction, id_: StageId) -> None:
    """Take a stage away; the history of deals still names it."""
    await tx.execute(REMOVE_STAGE, tx.organization_id, id_)


READ_STAGE = """
select id, pipeline_id, name, kind, color, position from pipeline_stages
where organization_id = $1 and id = $2 and removed_at is null
"""


async def read_stage(tx: Transaction, id_: StageId) -> Stage | None:
    """Return a stage that is there."""
    row = await tx.fetchrow(READ_STAGE, tx.organization_id, id_)
    return None if row is None else _stage(row)


# Two that put a deal into one stage wait for each other here, so that no two take one place. Foreign-key checks go past.
LOCK_STAGES = """
select id, pipeline_id, name, kind, color, position from pipeline_stages
where organization_id = $1 and id = any($2::uuid[]) and removed_at is null order by id for no key update
"""


async def lock_stages(tx: Transaction, ids: Sequence[StageId]) -> dict[StageId, Stage]:
    """Lock these stages, in the order of their ids, and return those that are there."""
    rows = await tx.fetch(LOCK_STAGES, tx.organization_id, list(ids))
    return {row["id"]: _stage(row) for row in rows}


LIST_REASONS = """
select id, kind, name from deal_reasons where organization_id = $1 and removed_at is null order by kind, name, id
"""


async def list_reasons(tx: Transaction) -> list[Reason]:
    """Return the reasons to choose from."""
    rows = await tx.fetch(LIST_REASONS, tx.organization_id)
    return [Reason(row["id"], StageKind(row["kind"]), row["name"]) for row in rows]


INSERT_REASONS = """
insert into deal_reasons (organization_id, id, kind, name, key)
select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[])
on conflict (organization_id, kind, key) where removed_at is null do nothing
"""


async def insert_reasons(tx: Transaction, reasons: Sequence[tuple[Reason, str]]) -> int:
    """Store reasons under their keys and return how many are new."""
    tag = await tx.execute(
        INSERT_REASONS, tx.organization_id, [one.id for one, _ in reasons], [one.kind.value for one, _ in reasons],
        [one.name for one, _ in reasons], [key for _, key in reasons],
    )  # fmt: skip
    return int(tag.rpartition(" ")[2])


REMOVE_REASON = """
update deal_reasons set removed_at = now() where organization_id = $1 and id = $2 and removed_at is null
"""


async def remove_reason(tx: Transaction, id_: ReasonId) -> bool:
    """Take a reason off the list; deals keep it. False where there was none."""
    return await tx.execute(REMOVE_REASON, tx.organization_id, id_) != "UPDATE 0"


IS_MEMBER = "select exists (select from members where organization_id = $1 and id = $2 and state = 'active')"


async def is_member(tx: Transaction, id_: UUID) -> bool:
    """Tell whether somebody of that id works here."""
    return bool(await tx.fetchval(IS_MEMBER, tx.organization_id, id_))


def _stage(row: Row) -> Stage:
    return Stage(
        row["id"], row["pipeline_id"], row["name"], StageKind(row["kind"]), Color(row["color"]), row["position"]
    )  # fmt: skip
