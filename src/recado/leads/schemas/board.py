"""How do a board and its conversion look on the wire? Shares run from 0 to 1 and are null where there is nothing to divide."""

from __future__ import annotations

from uuid import UUID

from recado.leads.models import Column, Conversion, Deal, Group, Pipeline
from recado.leads.schemas.base import Output
from recado.leads.schemas.deals import DealOutput, deal
from recado.leads.schemas.pipelines import Colour, Kind, PipelineOutput, pipeline


class ColumnOutput(Output):
    """A stage with its totals over everything that the filter means, and the first deals in it."""

    id: UUID
    name: str
    kind: Kind
    color: Colour
    count: int
    value_cents: int
    deals: list[DealOutput]
    next_cursor: str | None


class OriginOutput(Output):
    """Where deals came from; `key` is what to filter by."""

    key: str
    name: str


class BoardOutput(Output):
    """A pipeline as a board."""

    pipeline: PipelineOutput
    stages: list[ColumnOutput]
    origins: list[OriginOutput]


class StepOutput(Output):
    """An open stage: how many came so far or further, and how many stand there now."""

    stage_id: UUID
    name: str
    reached: int
    standing: int
    of_entered: float | None
    of_previous: float | None


class GroupOutput(Output):
    """Deals that share an origin (empty: none was said)."""

    name: str
    entered: int
    open: int
    won: int
    lost: int
    won_cents: int
    conversion: float | None


class LossOutput(Output):
    """Why deals were lost, and how many; empty is a reason in words only."""

    name: str
    count: int


class ConversionOutput(Output):
    """What became of the deals that entered in the period."""

    whole: GroupOutput
    steps: list[StepOutput]
    origins: list[GroupOutput]
    losses: list[LossOutput]


def write_place(one: Deal) -> str:
    """Return the mark of a deal's place in its stage."""
    return f"{one.rank}.{one.id.hex}"


def read_place(text: str) -> tuple[str, UUID]:
    """Read what `write_place` wrote; the beginning of the stage for anything else."""
    rank, _, hexadecimal = text.partition(".")
    try:
        return (rank if rank.isascii() and rank.isalnum() else ""), UUID(hex=hexadecimal)
    except ValueError:
        return "", UUID(int=0)


def next_place(deals: tuple[Deal, ...] | list[Deal], limit: int) -> str | None:
    """Return where the next page begins, where this one is full."""
    return write_place(deals[-1]) if deals and len(deals) >= limit else None


def board(found: Pipeline, columns: list[Column], origins: list[tuple[str, str]], limit: int) -> BoardOutput:
    """Return a board."""
    return BoardOutput(
        pipeline=pipeline(found),
        stages=[
            ColumnOutput(
                id=one.stage.id, name=one.stage.name, kind=one.stage.kind.value, color=one.stage.color.value,
                count=one.count, value_cents=one.value_cents, deals=[deal(each) for each in one.deals],
                next_cursor=next_place(one.deals, limit),
            )
            for one in columns
        ],
        origins=[OriginOutput(key=key, name=name) for key, name in origins],
    )  # fmt: skip


def conversion(one: Conversion) -> ConversionOutput:
    """Return a conversion."""
    return ConversionOutput(
        whole=_group(one.whole),
        steps=[
            StepOutput(
                stage_id=step.stage.id, name=step.stage.name, reached=step.reached, standing=step.standing,
                of_entered=step.of_entered, of_previous=step.of_previous,
            )
            for step in one.steps
        ],
        origins=[_group(each) for each in one.origins],
        losses=[LossOutput(name=name, count=count) for name, count in one.losses],
    )  # fmt: skip


def _group(one: Group) -> GroupOutput:
    return GroupOutput(
        name=one.name, entered=one.entered, open=one.entered - one.won - one.lost, won=one.won, lost=one.lost,
        won_cents=one.won_cents, conversion=one.conversion,
    )  # fmt: skip
