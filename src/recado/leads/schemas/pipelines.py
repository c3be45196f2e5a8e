"""How do pipelines, stages and reasons look on the wire?"""

from __future__ import annotations

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from recado.leads.models import Color, Pipeline, Reason, Stage, StageKind
from recado.leads.schemas.base import Input, Name, Output

Kind = Literal["open", "won", "lost"]
Colour = Literal["grey", "blue", "green", "amber", "red"]
Position = Annotated[int, Field(ge=0, le=100)]


class StageInput(Input):
    """A stage. Without `position` it goes behind those of its kind."""

    name: Name
    kind: Kind = "open"
    color: Colour = "blue"
    position: Position | None = None


class FirstStageInput(Input):
    """A stage of a new pipeline; its place is its place in the list."""

    name: Name
    kind: Kind
    color: Colour


class StageChange(Input):
    """What changes of a stage; what is absent stays."""

    name: Name | None = None
    color: Colour | None = None
    position: Position | None = None


class PipelineInput(Input):
    """A new pipeline; without stages it gets the usual six."""

    name: Name
    stages: Annotated[list[FirstStageInput], Field(max_length=30)] = Field(default_factory=list)


class PipelineChange(Input):
    """A pipeline's new name."""

    name: Name


class ReasonInput(Input):
    """A reason for winning or losing."""

    kind: Literal["won", "lost"]
    name: Name


class StageOutput(Output):
    """A stage; `position` counts from 0."""

    id: UUID
    name: str
    kind: Kind
    color: Colour
    position: int


class PipelineOutput(Output):
    """A pipeline and its stages, in order."""

    id: UUID
    name: str
    stages: list[StageOutput]


class PipelinesOutput(Output):
    """The pipelines, in order."""

    items: list[PipelineOutput]


class ReasonOutput(Output):
    """A reason for winning or losing."""

    id: UUID
    kind: Literal["won", "lost"]
    name: str


class ReasonsOutput(Output):
    """The reasons by kind and name."""

    items: list[ReasonOutput]


def stage(one: Stage) -> StageOutput:
    """Return a stage."""
    return StageOutput(id=one.id, name=one.name, kind=one.kind.value, color=one.color.value, position=one.position)


def pipeline(one: Pipeline) -> PipelineOutput:
    """Return a pipeline."""
    return PipelineOutput(id=one.id, name=one.name, stages=[stage(each) for each in one.stages])


def reason(one: Reason) -> ReasonOutput:
    """Return a reason."""
    return ReasonOutput(id=one.id, kind="won" if one.kind is StageKind.WON else "lost", name=one.name)


def first_stages(body: PipelineInput) -> list[tuple[str, StageKind, Color]]:
    """Return the stages that a new pipeline is to have."""
    return [(one.name, StageKind(one.kind), Color(one.color)) for one in body.stages]
