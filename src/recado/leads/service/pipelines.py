"""How are pipelines, stages and reasons set up?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recado.foundation import facts
from recado.foundation.database import Transaction
from recado.foundation.facts import Fact
from recado.foundation.identifiers import new_id
from recado.foundation.text import fold
from recado.leads import events
from recado.leads.errors import (
    NameTaken,
    PipelineHasDeals,
    PipelineNotFound,
    ReasonNotFound,
    StageHasDeals,
    StageNotFound,
    TooMany,
)
from recado.leads.models import (
    Color,
    Mover,
    Pipeline,
    PipelineId,
    Reason,
    ReasonId,
    Stage,
    StageId,
    StageKind,
)
from recado.leads.rules import ranks
from recado.leads.rules import stages as rules
from recado.leads.store import board, clearing
from recado.leads.store import pipelines as store
from recado.organizations.models import ActorKind, Scope
from recado.organizations.service import audit

MOST_PIPELINES = 20
MOST_REASONS = 100
_AT_ONCE = 5_000


def mover_of(scope: Scope) -> Mover:
    """Return the caller as the history of deals names them."""
    return Mover("person" if scope.actor.kind is ActorKind.USER else "key", scope.actor.id)


async def list_pipelines(tx: Transaction) -> list[Pipeline]:
    """Return every pipeline with its stages, in their order."""
    return await store.list_pipelines(tx)


async def get_pipeline(tx: Transaction, id_: PipelineId) -> Pipeline:
    """Return a pipeline; raise `PipelineNotFound`."""
    found = await store.read_pipeline(tx, id_)
    if found is None:
        raise PipelineNotFound
    return found


async def create_pipeline(
    tx: Transaction, scope: Scope, *, name: str, stages: Sequence[tuple[str, StageKind, Color]]
) -> Pipeline:
    """Store a pipeline; without stages it gets the usual ones. The first of an organization brings reasons with it.

    Raises `LastStageOfKind`, `NameTaken`, `TooMany`.
    """
    rules.refuse_incomplete([kind for _, kind, _ in stages or rules.FIRST_STAGES])
    await store.lock_all(tx)
    present = await store.list_pipelines(tx)
    if len(present) >= MOST_PIPELINES:
        raise TooMany(limit=MOST_PIPELINES)
    _refuse_name(present, name)
    id_ = PipelineId(new_id())
    wanted = [
        Stage(StageId(new_id()), id_, called, kind, color, at)
        for at, (called, kind, color) in enumerate(stages or rules.FIRST_STAGES)
    ]
    await store.insert_pipeline(tx, id_, name)
    await store.save_stages(tx, id_, wanted)
    if not present and not await store.list_reasons(tx):
        first = [Reason(ReasonId(new_id()), kind, called) for kind, called in rules.FIRST_REASONS]
        await store.insert_reasons(tx, [(one, fold(one.name)) for one in first])
    await audit(tx, scope, "leads.pipeline_created", subject=("pipeline", id_))
    await _tell(tx, id_)
    return Pipeline(id_, name, tuple(wanted))


async def rename_pipeline(tx: Transaction, scope: Scope, id_: PipelineId, name: str) -> Pipeline:
    """Call a pipeline something else; raise `PipelineNotFound`, `NameTaken`."""
    await store.lock_all(tx)
    pipeline = await _locked(tx, id_)
    _refuse_name([one for one in await store.list_pipelines(tx) if one.id != id_], name)
    await store.rename_pipeline(tx, id_, name)
    await audit(tx, scope, "leads.pipeline_renamed", subject=("pipeline", id_))
    await _tell(tx, id_)
    return replace(pipeline, name=name)


async def remove_pipeline(tx: Transaction, scope: Scope, id_: PipelineId) -> None:
    """Put away a pipeline in which no deal stands; raise `PipelineNotFound`, `PipelineHasDeals`."""
    pipeline = await _locked(tx, id_)
    await store.lock_stages(tx, [one.id for one in pipeline.stages])
    if count := await board.count_in_pipeline(tx, id_):
        raise PipelineHasDeals(count=count)
    for stage in pipeline.stages:
        await store.remove_stage(tx, stage.id)
    await store.remove_pipeline(tx, id_)
    await audit(tx, scope, "leads.pipeline_removed", subject=("pipeline", id_))
    await _tell(tx, id_)


async def add_stage(
    tx: Transaction, scope: Scope, id_: PipelineId, *, name: str, kind: StageKind, color: Color, position: int | None
) -> Pipeline:
    """Add a stage, behind its kind where no position is given; raise `PipelineNotFound`, `TooMany`."""
    pipeline = await _locked(tx, id_)
    if len(pipeline.stages) >= rules.MOST_STAGES:
        raise TooMany(limit=rules.MOST_STAGES)
    made = Stage(StageId(new_id()), id_, name, kind, color, 0)
    return await _save(tx, scope, pipeline, rules.placed(pipeline.stages, made, position), made.id)


async def change_stage(
    tx: Transaction, scope: Scope, id_: StageId, *, name: str | None, color: Color | None, position: int | None
) -> Pipeline:
    """Change what is named; the kind stays, or deals would be won and lost by it. Raises `StageNotFound`."""
    pipeline, stage = await _of_stage(tx, id_)
    wanted = replace(stage, name=name or stage.name, color=color or stage.color)
    return await _save(tx, scope, pipeline, rules.placed(pipeline.stages, wanted, position), id_)


async def remove_stage(tx: Transaction, scope: Scope, id_: StageId, *, move_to: StageId | None) -> Pipeline:
    """Take a stage away; its deals go to `move_to`, behind those that stand there.

    Raises `StageNotFound`, `LastStageOfKind`, `StageHasDeals` with their count, `WrongDestination`.
    """
    pipeline, stage = await _of_stage(tx, id_)
    rules.refuse_without(pipeline, stage)
    target = None if move_to is None else rules.destination(pipeline, stage, move_to)
    await store.lock_stages(tx, [id_] if target is None else [id_, target.id])
    count = await board.count_in_stage(tx, id_)
    if count and target is None:
        raise StageHasDeals(count=count)
    if target is not None:
        await _clear(tx, id_, target.id, mover_of(scope))
    await store.remove_stage(tx, id_)
    rest = [one for one in pipeline.stages if one.id != id_]
    detail = {"deals": count, **({"moved_to": str(move_to)} if count else {})}
    await audit(tx, scope, "leads.stage_removed", subject=("stage", id_), detail=detail)
    return await _save(tx, None, pipeline, [replace(one, position=at) for at, one in enumerate(rest)], id_)


async def list_reasons(tx: Transaction) -> list[Reason]:
    """Return the reasons to choose from when a business is won or lost."""
    return await store.list_reasons(tx)


async def add_reason(tx: Transaction, scope: Scope, *, kind: StageKind, name: str) -> Reason:
    """Put a reason on the list; raise `NameTaken`, `TooMany`."""
    await store.lock_all(tx)
    if len(await store.list_reasons(tx)) >= MOST_REASONS:
        raise TooMany(limit=MOST_REASONS)
    made = Reason(ReasonId(new_id()), kind, name)
    if not await store.insert_reasons(tx, [(made, fold(name))]):
        raise NameTaken(name=name)
    await audit(tx, scope, "leads.reason_added", subject=("deal_reason", made.id))
    await facts.publish(tx, [Fact(events.REASONS_CHANGED)])
    return made


async def remove_reason(tx: Transaction, scope: Scope, id_: ReasonId) -> None:
    """Take a reason off the list; deals that have it keep it. Raises `ReasonNotFound`."""
    if not await store.remove_reason(tx, id_):
        raise ReasonNotFound
    await audit(tx, scope, "leads.reason_removed", subject=("deal_reason", id_))
    await facts.publish(tx, [Fact(events.REASONS_CHANGED)])


async def _clear(tx: Transaction, was: StageId, became: StageId, by: Mover) -> None:
    last = await clearing.last_rank(tx, became)
    while deals := await clearing.in_order(tx, was, _AT_ONCE):
        places = ranks.behind(last, len(deals))
        await clearing.move_all(tx, was, became, deals, places, by)
        last = places[-1]


async def _locked(tx: Transaction, id_: PipelineId) -> Pipeline:
    found = await store.read_pipeline(tx, id_, lock=True)
    if found is None:
        raise PipelineNotFound
    return found


async def _of_stage(tx: Transaction, id_: StageId) -> tuple[Pipeline, Stage]:
    stage = await store.read_stage(tx, id_)
    if stage is None:
        raise StageNotFound
    pipeline = await store.read_pipeline(tx, stage.pipeline, lock=True)
    # Looked up again under the lock: a colleague may have taken it away meanwhile.
    for one in pipeline.stages if pipeline else ():
        if pipeline is not None and one.id == id_:
            return pipeline, one
    raise StageNotFound


async def _save(
    tx: Transaction, scope: Scope | None, pipeline: Pipeline, stages: Sequence[Stage], changed: StageId
) -> Pipeline:
    await store.save_stages(tx, pipeline.id, stages)
    if scope is not None:
        await audit(tx, scope, "leads.stage_changed", subject=("stage", changed))
    await _tell(tx, pipeline.id)
    return replace(pipeline, stages=tuple(stages))


async def _tell(tx: Transaction, id_: PipelineId) -> None:
    await facts.publish(tx, [Fact(events.PIPELINE_CHANGED, data={"pipeline_id": str(id_)})])


def _refuse_name(present: Sequence[Pipeline], name: str) -> None:
    if fold(name) in {fold(one.name) for one in present}:
        raise NameTaken(name=name)
