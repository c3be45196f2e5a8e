"""What does a pipeline look like: its board, a stage's next page, how it converts?"""

from __future__ import annotations

from collections.abc import AsyncIterator
from uuid import UUID

from recado.foundation.database import Transaction
from recado.leads.errors import StageNotFound
from recado.leads.models import Column, Conversion, Deal, Filter, Group, Pipeline, PipelineId, StageId
from recado.leads.rules import conversion as rules
from recado.leads.service.pipelines import get_pipeline
from recado.leads.store import board as store
from recado.leads.store import conversion as counting
from recado.leads.store import pipelines
from recado.organizations.service import get_organization

MOST_ORIGINS = 200
_SHEET_PAGE = 1_000
Place = tuple[str, UUID]
"""Rank and id of a deal: where the next page of a stage begins."""


async def time_zone(tx: Transaction) -> str:
    """Return the zone in which the organization's days begin."""
    return (await get_organization(tx)).time_zone


async def read_board(
    tx: Transaction, id_: PipelineId, meant: Filter, *, limit: int
) -> tuple[Pipeline, list[Column], list[tuple[str, str]]]:
    """Return a pipeline, its stages with what stands in them, and the origins (key, name) to filter by.

    Totals count every deal that is meant, not only those shown. Raises `PipelineNotFound`.
    """
    pipeline = await get_pipeline(tx, id_)
    totals = await store.totals(tx, id_, meant)
    shown: dict[StageId, list[Deal]] = {}
    for deal in await store.first_of_stages(tx, id_, meant, limit):
        shown.setdefault(deal.stage, []).append(deal)
    columns = [
        Column(stage, *totals.get(stage.id, (0, 0)), tuple(shown.get(stage.id, ()))) for stage in pipeline.stages
    ]
    return pipeline, columns, await store.list_origins(tx, id_, MOST_ORIGINS)


async def read_stage(tx: Transaction, id_: StageId, meant: Filter, *, after: Place, limit: int) -> list[Deal]:
    """Return the deals of a stage behind a place; raise `StageNotFound`."""
    if await pipelines.read_stage(tx, id_) is None:
        raise StageNotFound
    return await store.page_of_stage(tx, id_, meant, after, limit)


def sheet(tx: Transaction, id_: PipelineId, meant: Filter) -> AsyncIterator[Deal]:
    """Give every deal that is meant, in the order of their making."""
    return store.sheet(tx, id_, meant, page=_SHEET_PAGE)


async def read_conversion(tx: Transaction, id_: PipelineId, meant: Filter) -> tuple[Pipeline, Conversion]:
    """Return what became of the deals that entered in the span of `meant` and stand in this pipeline.

    Raises `PipelineNotFound`.
    """
    pipeline = await get_pipeline(tx, id_)
    counted = await counting.furthest(tx, id_, meant)
    steps = rules.steps(pipeline, counted, await counting.standing(tx, id_, meant))
    origins = await counting.by_origin(tx, id_, meant)
    whole = Group(
        "", sum(one.entered for one in origins), sum(one.won for one in origins), sum(one.lost for one in origins),
        sum(one.won_cents for one in origins),
    )  # fmt: skip
    losses = await counting.losses(tx, id_, meant)
    return pipeline, Conversion(whole, steps, tuple(origins), tuple(losses))
