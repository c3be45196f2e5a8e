"""With which stages does a pipeline begin, and which may be changed how?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from recado.leads.errors import LastStageOfKind, WrongDestination
from recado.leads.models import Closing, Color, Pipeline, Stage, StageId, StageKind

FIRST_STAGES: Sequence[tuple[str, StageKind, Color]] = (
    ("Novo", StageKind.OPEN, Color.GREY),
    ("Qualificação", StageKind.OPEN, Color.BLUE),
    ("Proposta", StageKind.OPEN, Color.BLUE),
    ("Negociação", StageKind.OPEN, Color.AMBER),
    ("Ganho", StageKind.WON, Color.GREEN),
    ("Perdido", StageKind.LOST, Color.RED),
)
"""What a pipeline has when nobody says otherwise, in Portuguese: names that people see and change."""

FIRST_REASONS: Sequence[tuple[StageKind, str]] = (
    (StageKind.LOST, "Preço"),
    (StageKind.LOST, "Sem resposta"),
    (StageKind.LOST, "Escolheu outra empresa"),
    (StageKind.LOST, "Desistiu da compra"),
    (StageKind.LOST, "Fora do perfil"),
    (StageKind.WON, "Atendimento"),
    (StageKind.WON, "Preço"),
    (StageKind.WON, "Indicação"),
)

MOST_STAGES = 30


def entrance(pipeline: Pipeline) -> Stage:
    """Return the stage in which a deal enters that is told no other: the first open one."""
    return next(stage for stage in pipeline.stages if stage.kind is StageKind.OPEN)


def refuse_incomplete(kinds: Sequence[StageKind]) -> None:
    """Raise `LastStageOfKind` where a new pipeline would lack a kind."""
    for kind in StageKind:
        if kind not in kinds:
            raise LastStageOfKind(stage_kind=kind.value)


def refuse_without(pipeline: Pipeline, stage: Stage) -> None:
    """Raise `LastStageOfKind` where the pipeline would have nowhere to win, lose or work on a deal."""
    if not any(other.kind is stage.kind for other in pipeline.stages if other.id != stage.id):
        raise LastStageOfKind(stage_kind=stage.kind.value)


def destination(pipeline: Pipeline, stage: Stage, wanted: StageId) -> Stage:
    """Return where the deals of a stage go that is taken away; raise `WrongDestination`.

    Only to the same kind: taking a column away must not win or lose anybody's business.
    """
    for other in pipeline.stages:
        if other.id == wanted and other.id != stage.id and other.kind is stage.kind:
            return other
    raise WrongDestination


def placed(stages: Sequence[Stage], stage: Stage, position: int | None) -> list[Stage]:
    """Return the stages with `stage` in its place, numbered from 0. Without a position a new one goes behind its kind."""
    others = [other for other in stages if other.id != stage.id]
    if position is None:
        present = next((at for at, other in enumerate(stages) if other.id == stage.id), None)
        position = present if present is not None else _behind_its_kind(others, stage.kind)
    others.insert(max(0, min(position, len(others))), stage)
    return [replace(one, position=at) for at, one in enumerate(others)]


def closing_of(stage: Stage, given: Closing) -> Closing | None:
    """Return why a deal that enters `stage` is closed (nothing where it is open); None where a reason is needed and missing."""
    if stage.kind is StageKind.OPEN:
        return Closing()
    if stage.kind is StageKind.LOST and given.reason is None and not given.note.strip():
        return None
    return Closing(reason=given.reason, note=given.note.strip())


def _behind_its_kind(stages: Sequence[Stage], kind: StageKind) -> int:
    same = [at for at, one in enumerate(stages) if one.kind is kind]
    return same[-1] + 1 if same else len(stages)
